"""Call tracking: whether its script is on every page, alone, and can swap the numbers there."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="call_tracking.not_swapped",
        severity="warning",
        population="tracked_numbers",
        title="Call tracking cannot swap a number on the page",
        why="Visitors see the real number there, so their calls are counted to no campaign.",
        fix="Write the number as plain digits in one piece of text, such as (310) 453-1234, inside a tel: link to it.",
        sql="""
            SELECT url, min(mention) AS mention, number,
                   vendor || ': ' || coalesce(quoted(shown_text), number) || '. ' || reason AS evidence
            FROM tracked_numbers
            WHERE NOT swappable
              AND obstacle NOT IN ('opted_out', 'other_number', 'pool', 'other_link', 'dead_link', 'not_tel')
            GROUP BY url, vendor, number, shown_text, reason
        """,
    ),
    Check(
        id="call_tracking.missing",
        severity="warning",
        population="trackable_pages",
        title="The page lacks the call tracking that other pages have",
        why="Calls from it are counted to no campaign: the number is not swapped there.",
        fix="Add the script of the call tracking to the template of this page.",
        sql="""
            WITH tracked AS (SELECT DISTINCT url, vendor FROM call_tracking SEMI JOIN trackable_pages USING (url)),
            usual AS (
                SELECT vendor, count(*) AS tracked, (SELECT count(*) FROM trackable_pages) AS of_pages
                FROM tracked GROUP BY vendor)
            SELECT p.url, string_agg(u.vendor || ' is on ' || u.tracked || ' of ' || counted(u.of_pages, 'page'), ', '
                       ORDER BY u.vendor) || ' with a phone number, not on this one' AS evidence
            FROM trackable_pages p JOIN usual u ON u.tracked >= $min_share * u.of_pages
            WHERE NOT EXISTS (SELECT 1 FROM tracked t WHERE t.url = p.url)
            GROUP BY p.url
        """,
        thresholds={
            "min_share": Threshold(0.5, "share", "ours: where half of the pages have it, it is meant for all")
        },
    ),
    Check(
        id="call_tracking.two_vendors",
        severity="warning",
        population="tracked_pages",
        title="Two call-tracking services swap numbers on the same page",
        why="Each changes what the other has put there, so calls are counted twice, wrongly or not at all.",
        fix="Keep one of the services on the page and remove the script of the other.",
        sql="""
            SELECT url, string_agg(DISTINCT vendor, ' and ' ORDER BY vendor) AS evidence
            FROM tracked_pages GROUP BY url HAVING count(DISTINCT vendor) > 1
        """,
    ),
)
