"""Who wrote a medical page, who checked it, and when: what readers and Google ask of health advice."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="trust.author_missing",
        severity="warning",
        population="clinical_pages",
        title="A medical page names neither author nor reviewer",
        why="Readers, and Google's guidelines for health pages, ask who is behind medical advice.",
        fix="Name the clinician who wrote or checked the page, with credentials and a link to the profile.",
        sql="""
            SELECT url, 'No author and no medical reviewer was found.' AS evidence FROM clinical_pages
            WHERE trim(coalesce(author, '')) = '' AND trim(coalesce(reviewer, '')) = ''
        """,
    ),
    Check(
        id="trust.credentials_missing",
        severity="warning",
        population="named_people",
        title="Neither author nor reviewer has credentials",
        why="A name alone does not tell readers, or Google, that somebody qualified stands behind medical advice.",
        fix="Write the credentials behind the name, such as MD, DO or DPT, and name a clinician as reviewer.",
        sql="""
            SELECT url, string_agg(DISTINCT published_as, ', ' ORDER BY published_as) || ' without credentials' AS evidence
            FROM named_people GROUP BY url HAVING count(credentials) = 0
        """,
    ),
    Check(
        id="trust.byline_unlinked",
        severity="notice",
        population="seen_bylines",
        title="The byline does not link to a profile",
        why="Readers and search engines want to see who the author or reviewer is.",
        fix="Link the name to the clinician's page on your site.",
        sql="""
            SELECT url, string_agg(DISTINCT published_as, ', ' ORDER BY published_as) || ' without a link' AS evidence
            FROM seen_bylines ANTI JOIN linked_profiles USING (url) GROUP BY url HAVING count(profile_url) = 0
        """,
    ),
    Check(
        id="trust.date_missing",
        severity="warning",
        population="clinical_pages",
        title="A medical page shows no date",
        why="Readers cannot tell whether the advice is current.",
        fix="Show when the page was last reviewed.",
        sql="""
            SELECT url, 'No date of publication and none of a change was found.' AS evidence FROM clinical_pages
            WHERE published IS NULL AND modified IS NULL
        """,
    ),
    Check(
        id="trust.date_old",
        severity="notice",
        population="clinical_pages",
        title="A medical page has not been updated for a long time",
        why="Medical knowledge, prices and staff change; old pages lose trust.",
        fix="Let a clinician go over the page, correct it and renew its date.",
        sql="""
            SELECT p.url, 'Last dated ' || p.day AS evidence
            FROM (SELECT url, greatest(day_of(published), day_of(modified)) AS day FROM clinical_pages
                  ANTI JOIN review_dates USING (url)) p, crawl c
            WHERE datediff('month', p.day, CAST(c.started_at AT TIME ZONE 'UTC' AS DATE)) > $max_months
        """,
        thresholds={"max_months": Threshold(24, "months", "ours: medical pages are reviewed every two years")},
    ),
    Check(
        id="trust.review_old",
        severity="warning",
        population="review_dates",
        title="A medical page was last reviewed long ago",
        why="Readers, and Google's guidelines for health pages, expect medical advice to be checked regularly.",
        fix="Let a clinician review the page and renew the date of the review.",
        sql="""
            SELECT url, 'Last reviewed ' || strftime(max(day), '%Y-%m-%d') AS evidence
            FROM review_dates, crawl c GROUP BY url, c.started_at
            HAVING datediff('month', max(day), CAST(c.started_at AT TIME ZONE 'UTC' AS DATE)) > $max_months
        """,
        thresholds={"max_months": Threshold(24, "months", "ours: medical pages are reviewed every two years")},
    ),
    Check(
        id="trust.dates_differ",
        severity="notice",
        population="page_dates",
        title="Visitors see another date than search engines",
        why="Search engines may show the wrong date, or none, where the page and its data disagree.",
        fix="Let your website system write both dates from the same field.",
        sql="""
            SELECT v.url, CASE v.kind WHEN 'published' THEN 'Published ' WHEN 'modified' THEN 'Changed '
                       ELSE 'Reviewed ' END || any_value(v.date ORDER BY v.position) || ' on the page, '
                   || any_value(m.date ORDER BY m.position) || ' in its structured data' AS evidence
            FROM page_dates v JOIN page_dates m USING (url, kind)
            WHERE v.source IN ('time', 'text') AND m.source IN ('json-ld', 'microdata', 'rdfa')
              AND length(v.date) = 10 AND length(m.date) = 10
            GROUP BY v.url, v.kind, v.source HAVING min(abs(datediff('day', v.day, m.day))) > $max_days
        """,
        thresholds={"max_days": Threshold(1, "days", "ours: a day for time zones")},
    ),
    Check(
        id="trust.modified_before_published",
        severity="notice",
        population="page_dates",
        title="A page was changed before it was published",
        why="Search engines do not trust dates that cannot be true.",
        fix="Correct the two dates, or let your website system set them.",
        sql="""
            SELECT url, 'Changed ' || strftime(max(day) FILTER (kind = 'modified'), '%Y-%m-%d') || ', published '
                   || strftime(min(day) FILTER (kind = 'published'), '%Y-%m-%d') || ' (' || source || ')' AS evidence
            FROM page_dates WHERE length(date) = 10 GROUP BY url, source
            HAVING max(day) FILTER (kind = 'modified') < min(day) FILTER (kind = 'published')
        """,
    ),
)
