"""Tags of the clinic's own: pages that the measurement of visits leaves out."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="tag.missing",
        severity="notice",
        population="shown_pages",
        title="The page lacks a tag that nearly all others have",
        why="Visits to it are not counted, or no consent is asked there.",
        fix="Add the tag to the template of this page, or leave the page out on purpose.",
        sql="""
            WITH tags AS (
                SELECT DISTINCT t.url, t.vendor, t.account FROM trackers t SEMI JOIN shown_pages p USING (url)
                WHERE tracker_class IN ('tag_manager', 'analytics', 'consent')
                  AND vendor <> 'Google Universal Analytics'),
            usual AS (
                SELECT vendor, account, count(*) AS pages, (SELECT count(*) FROM shown_pages) AS of_pages
                FROM tags GROUP BY ALL)
            SELECT p.url, u.vendor || coalesce(' ' || u.account, '') || ', which ' || u.pages || ' of '
                   || counted(u.of_pages, 'page') || ' have' AS evidence
            FROM shown_pages p JOIN usual u ON u.of_pages >= $min_pages AND u.pages >= $min_share * u.of_pages
            WHERE NOT EXISTS (
                SELECT 1 FROM tags t WHERE t.url = p.url AND t.vendor = u.vendor AND t.account IS NOT DISTINCT FROM u.account)
        """,
        thresholds={
            "min_share": Threshold(0.8, "share", "ours: what four of five pages have belongs on all of them"),
            "min_pages": Threshold(5, "pages", "ours: fewer do not show what is usual"),
        },
    ),
    Check(
        id="tag.retired",
        severity="notice",
        population="page_trackers",
        title="The page still sends its visits to a service that was switched off",
        why="Google Universal Analytics has counted nothing since July 2023; its script only makes the page slower.",
        fix="Remove the old tag; Google Analytics 4 is its successor.",
        sql="""
            SELECT url, vendor || coalesce(' ' || account, '') AS evidence FROM page_trackers
            WHERE vendor = 'Google Universal Analytics'
        """,
    ),
)
