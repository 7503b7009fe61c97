"""Whose numbers a site shows: the clinic's own, with every digit right."""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="phone.none",
        severity="warning",
        population="whole_site",
        title="No phone number was found on the whole site",
        why="Most patients book by phone.",
        fix="Show the number at the top of every page as text, linked so that a tap calls.",
        sql="""
            SELECT url, 'None on ' || counted((SELECT count(*) FROM html_pages), 'page') AS evidence
            FROM whole_site WHERE NOT EXISTS (
                SELECT 1 FROM shown_phone_ctas WHERE ownership NOT IN ('third_party', 'agency', 'fax', 'placeholder')
                                         AND number IS NOT NULL)
        """,
    ),
    Check(
        id="phone.placeholder",
        severity="error",
        population="seen_phone_ctas",
        title="A phone number is a placeholder",
        why="It came with the template and reaches nobody.",
        fix="Replace it by the clinic's number, in the text and in the link.",
        sql="""
            SELECT url, position AS mention,
                   concat_ws(', ', if(regexp_matches(channel, '^(json-ld|microdata|rdfa|alt|aria)'), channel || ' names ', 'shows ')
                             || quoted(coalesce(shown_text, number)), 'has the link ' || href) AS evidence
            FROM seen_phone_ctas WHERE ownership = 'placeholder'
        """,
    ),
    Check(
        id="phone.near_duplicate",
        severity="warning",
        population="shown_phone_ctas",
        title="A number looks like the clinic's number with a typing error",
        why="A wrong digit sends patients to a stranger.",
        fix="Put the digits right; if it is another line of yours, enter it in the clinic's file.",
        sql="""
            SELECT c.url, c.position AS mention, c.number || ' is nearly ' || n.near_duplicate_of || ', '
                   || coalesce('the number on ' || counted(o.pages, 'page'), 'a number of the clinic''s file')
                   || ': ' || n.near_duplicate_how AS evidence
            FROM shown_phone_ctas c JOIN phone_numbers n USING (number)
            LEFT JOIN (FROM phone_numbers WHERE pages > 0) o ON o.number = n.near_duplicate_of
            WHERE n.ownership = 'unknown' AND n.near_duplicate_of IS NOT NULL
        """,
    ),
    Check(
        id="phone.two_own_numbers",
        severity="warning",
        population="own_phone_ctas",
        title="Two numbers of the clinic stand side by side",
        why="Patients cannot tell which one to call, and some call neither.",
        fix="Keep one number there, or write beside each whom it reaches.",
        sql="""
            SELECT c.url, min(c.position) AS mention, 'In the ' || place_of(c.zone) || ': '
                   || string_agg(DISTINCT c.number, ' and ' ORDER BY c.number) AS evidence
            FROM own_phone_ctas c JOIN pages p USING (url) JOIN phone_numbers n USING (number)
            WHERE p.page_type <> 'contact' AND c.channel NOT IN ('sms', 'whatsapp', 'messenger') AND (
                c.ownership IN ('main', 'tracking_pool')
                OR c.ownership = 'department' AND n.ownership_source = 'config'
                   AND NOT coalesce(contains(lower(c.context), split_part(lower(n.label), ' ', 1)), false))
            GROUP BY c.url, c.zone HAVING count(DISTINCT c.number) > 1
        """,
    ),
    Check(
        id="phone.unregistered",
        severity="notice",
        population="shown_phone_ctas",
        title="A number is not in the clinic's file",
        why="Nobody has said whose number it is, so it cannot be checked.",
        fix="If it is yours, enter it in the clinic's file; if not, make sure it should stand there.",
        sql="""
            SELECT url, position AS mention, coalesce(shown_text, href) || ' (' || channel || ')' AS evidence
            FROM shown_phone_ctas
            WHERE ownership = 'unknown' AND number IS NOT NULL AND channel NOT IN ('sms', 'whatsapp', 'messenger')
              AND EXISTS (SELECT 1 FROM phone_numbers WHERE ownership_source = 'config')
        """,
    ),
    Check(
        id="phone.registered_unseen",
        severity="warning",
        population="phone_registered_site",
        title="A number of the clinic's file is on no page",
        why="Patients cannot call a line that no page names, or the file is out of date and judges by a wrong number.",
        fix="Show the number where patients look for it; if the line is closed, take it out of the clinic's file.",
        sql="""
            SELECT s.url, n.number || coalesce(', ' || quoted(n.label), '') || ' (' || n.ownership || ')' AS evidence
            FROM phone_registered_site s, phone_numbers n
            WHERE n.ownership_source = 'config' AND n.pages = 0
              AND n.ownership IN ('main', 'location', 'department', 'practitioner')
        """,
    ),
    Check(
        id="phone.messaging_unregistered",
        severity="warning",
        population="message_links",
        title="Messages go to a number that is not in the clinic's file",
        why="What patients write may end up with someone else.",
        fix="If it is yours, enter it in the clinic's file as messaging; if not, correct the link.",
        sql="""
            SELECT url, position AS mention, channel || ' to ' || number AS evidence FROM message_links
            WHERE number IS NOT NULL AND EXISTS (SELECT 1 FROM phone_numbers WHERE ownership_source = 'config')
              AND number NOT IN (SELECT number FROM phone_numbers WHERE ownership_source = 'config')
        """,
    ),
    Check(
        id="phone.messaging_differs",
        severity="notice",
        population="message_links",
        title="Messages go to another number than calls",
        why="Nobody has said that it is the clinic's, and what patients write may end up with someone else.",
        fix="If it is yours, enter it in the clinic's file as messaging; if not, correct the link.",
        sql="""
            SELECT url, position AS mention, channel || ' to ' || number || ', which no page shows as a number to call'
                   AS evidence
            FROM message_links
            WHERE number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM phone_numbers WHERE ownership_source = 'config')
              AND number NOT IN (SELECT number FROM own_phone_ctas WHERE number IS NOT NULL
                                 AND channel NOT IN ('sms', 'whatsapp', 'messenger'))
        """,
    ),
)
