"""Numbers for search engines and directories: they must be those that patients see, and must last."""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="phone.data_mismatch",
        severity="warning",
        population="published_phones",
        title="Structured data names a number that no page shows",
        why="Search engines may show that number instead of the one on your pages.",
        fix="Use the same number in the structured data and on the page.",
        sql="""
            SELECT c.url, c.position AS mention, coalesce(c.number, c.shown_text) || ' in ' || c.channel || ' '
                   || quoted(c.context) || ' is shown on no page' AS evidence
            FROM published_phones c
            WHERE c.ownership NOT IN ('third_party', 'agency', 'fax', 'placeholder', 'tracking_pool')
              AND c.number IS NOT NULL AND EXISTS (FROM own_phone_ctas) AND EXISTS (FROM whole_site)
              AND c.number NOT IN (SELECT number FROM (SELECT unnest([href_number, shown_number]) AS number FROM shown_phone_ctas)
                                   WHERE number IS NOT NULL)
        """,
    ),
    Check(
        id="phone.data_differs",
        severity="warning",
        population="published_phones",
        title="Structured data names another number than the one to call",
        why="Search engines and directories take it from there, and patients from the page: calls are split.",
        fix="Name the clinic's main number in the structured data of the clinic.",
        sql="""
            SELECT d.url, d.position AS mention, d.number || ' in ' || d.channel || ' ' || quoted(d.context)
                   || ', but the pages say ' || m.number AS evidence
            FROM own_published_phones d JOIN main_numbers m ON m.number IS NOT NULL
            SEMI JOIN (
                SELECT url FROM own_published_phones GROUP BY url
                HAVING count(DISTINCT number) = 1 AND bool_and(ownership <> 'main')) o ON o.url = d.url
            WHERE NOT d.is_tracked AND d.page_type NOT IN ('location', 'provider')
              AND d.number IN (SELECT number FROM shown_phone_ctas)
        """,
    ),
    Check(
        id="phone.contact_differs",
        severity="warning",
        population="contact_phones",
        title="The contact page names another number than the other pages",
        why="Patients cannot tell which one is right, and the staff may not answer both.",
        fix="Show the clinic's main number on the contact page, and say whom any other one reaches.",
        sql="""
            SELECT c.url, min(c.position) AS mention, 'Only ' || min(c.number) || ', but the pages say ' || min(m.number)
                   AS evidence
            FROM contact_phones c JOIN main_numbers m ON m.number IS NOT NULL
            GROUP BY c.url HAVING count(DISTINCT c.number) = 1 AND bool_and(c.is_guessed)
        """,
    ),
    Check(
        id="phone.tracking_published",
        severity="warning",
        population="tracked_site_phones",
        title="Structured data names a call-tracking number",
        why="Search engines and directories copy it, and keep it after the campaign has ended.",
        fix="Name the clinic's permanent number in the structured data.",
        sql="""
            SELECT url, position AS mention, number || ' in ' || channel || ' ' || quoted(context) AS evidence
            FROM published_phones WHERE ownership = 'tracking_pool'
        """,
    ),
    Check(
        id="phone.tracking_hard_coded",
        severity="warning",
        population="tracked_site_phones",
        title="A call-tracking number is written into the page",
        why="It should come from the tracking script alone: written into the page, it is copied and outlives its campaign.",
        fix="Write the clinic's permanent number into the page; the tracking script shows its own to whom it should.",
        sql="""
            SELECT url, position AS mention, coalesce(shown_text, href) || ' in the ' || place_of(zone)
                   AS evidence
            FROM shown_phone_ctas JOIN (SELECT url FROM pages WHERE NOT rendered) USING (url)
            WHERE ownership = 'tracking_pool'
        """,
    ),
)
