"""Who watches visitors: services of others on pages that tell something of a patient's health.

Hints for a person, no verdicts on law. Tags that a tag manager adds are not in the HTML: all figures are the least.
OCR's bulletin on tracking technologies of December 2022, revised in March 2024, of which a court vacated a part
(AHA v. Becerra, 2024); the FTC's cases of GoodRx and BetterHelp; state laws on wiretapping.
"""

from crawler.checks.check import Check

_NAMED = """string_agg(DISTINCT vendor || CASE tracker_class WHEN 'ads' THEN ' (advertising)'
                   WHEN 'replay' THEN ' (session recording)' ELSE '' END, ', ')"""
_PRIVACY = (
    "privacy|hipaa|datenschutz|privacidad|protecci[oó]n de datos|confidentialit|donn[eé]es personnelles"
    "|politique de protection|privacyverklaring|informativa"
)

CHECKS = (
    Check(
        id="privacy.tracker_by_form",
        severity="warning",
        population="private_pages",
        title="Advertising or session recording runs where patients write or book",
        why="What patients type or choose there may reach an advertising or recording company. Review with counsel.",
        fix="Take these tags off pages for booking, contact, payment and sign-in, or let counsel decide on them.",
        sql=f"""
            SELECT t.url, 'At least ' || {_NAMED} || coalesce(' beside a form: ' || any_value(f.purposes), ' on a contact page')
                   AS evidence
            FROM page_trackers t SEMI JOIN private_pages p USING (url) LEFT JOIN (
                SELECT url, string_agg(DISTINCT purpose, ', ' ORDER BY purpose) AS purposes
                FROM page_forms WHERE purpose NOT IN ('search', 'newsletter', 'comment', 'other') GROUP BY url) f USING (url)
            WHERE tracker_class IN ('ads', 'replay') GROUP BY t.url
        """,
    ),
    Check(
        id="privacy.ads_on_medical_page",
        severity="warning",
        population="medical_pages",
        title="An advertising tag runs on a page about a condition or treatment",
        why="It tells an advertising company who reads about which illness. Review with counsel.",
        fix="Keep advertising tags off pages about conditions and treatments, or let counsel decide on them.",
        sql="""
            SELECT url, 'At least ' || string_agg(DISTINCT vendor, ', ' ORDER BY vendor) AS evidence
            FROM page_trackers SEMI JOIN medical_pages USING (url) WHERE tracker_class = 'ads' GROUP BY url
        """,
    ),
    Check(
        id="privacy.session_recording",
        severity="notice",
        population="site",
        title="Visits are recorded",
        why="Session recording keeps what visitors do on a page, and may keep what they type. Review with counsel.",
        fix="Find out whether anybody uses the recordings; if so, let the vendor hide all that is typed.",
        sql="""
            SELECT s.url, 'At least ' || t.vendors || ' on ' || counted(t.pages, 'page') || ', such as ' || t.page AS evidence
            FROM site s, (SELECT count(DISTINCT url) AS pages, min(url) AS page,
                                 string_agg(DISTINCT vendor, ', ' ORDER BY vendor) AS vendors
                          FROM page_trackers WHERE tracker_class = 'replay') t
            WHERE t.pages > 0
        """,
    ),
    Check(
        id="privacy.analytics_on_medical_pages",
        severity="notice",
        population="site",
        title="Analytics run on pages about conditions and treatments",
        why="The vendor sees which illness a visitor reads about. Review with counsel.",
        fix="Ask counsel, and the vendor for an agreement on health data, or use analytics that you host yourself.",
        sql="""
            SELECT s.url, 'At least ' || t.vendors || ' on ' || counted(t.pages, 'page') || ', such as ' || t.page AS evidence
            FROM site s, (SELECT count(DISTINCT url) AS pages, min(url) AS page,
                                 string_agg(DISTINCT vendor, ', ' ORDER BY vendor) AS vendors
                          FROM page_trackers SEMI JOIN medical_pages USING (url) WHERE tracker_class = 'analytics') t
            WHERE t.pages > 0
        """,
    ),
    Check(
        id="privacy.consent_missing",
        severity="notice",
        population="site",
        title="Trackers run and no consent tool was found",
        why="In many places visitors have to agree before they are followed. Review with counsel.",
        fix="Ask counsel whether you need a consent tool. If a tag manager loads one, this does not apply.",
        sql="""
            SELECT s.url, 'At least ' || t.vendors || ' on ' || counted(t.pages, 'page') || '; no consent tool in the HTML of any'
                   AS evidence
            FROM site s, (SELECT count(DISTINCT url) AS pages, string_agg(DISTINCT vendor, ', ' ORDER BY vendor) AS vendors
                          FROM page_trackers WHERE tracker_class <> 'tag_manager') t
            WHERE t.pages > 0 AND NOT EXISTS (FROM trackers WHERE tracker_class = 'consent')
        """,
    ),
    Check(
        id="privacy.policy_link_missing",
        severity="warning",
        population="asking_pages",
        title="A page with trackers or a form has no link to a privacy policy",
        why="Visitors should find out on the spot what becomes of what they tell. Review with counsel.",
        fix="Link the privacy policy in the footer of every page.",
        # any_value() keeps the planner from matching every link instead of every distinct name, which is slow.
        sql=f"""
            WITH names AS MATERIALIZED (
                SELECT name FROM (
                    SELECT anchor AS name FROM links UNION ALL SELECT accessible_name FROM links
                    UNION ALL SELECT target_url FROM links)
                GROUP BY name HAVING regexp_matches(any_value(name), '{_PRIVACY}', 'i'))
            SELECT url, 'No link whose words or address speak of privacy' AS evidence FROM asking_pages
            WHERE NOT regexp_matches(path_of(url), '{_PRIVACY}', 'i') AND url NOT IN (
                SELECT source_url FROM links SEMI JOIN names ON name = anchor
                UNION SELECT source_url FROM links SEMI JOIN names ON name = accessible_name
                UNION SELECT source_url FROM links SEMI JOIN names ON name = target_url)
        """,
    ),
)
