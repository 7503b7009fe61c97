"""What changed between two snapshots. All of it asks a dataset of both; what was not seen is never called fixed."""

from dashboard.dataset import Query

_JUDGED = """url IN (
            SELECT n.url FROM pages n LEFT JOIN pages o ON o.url = n.url AND o.snapshot = $1
            WHERE n.snapshot = $2 AND (n.indexable OR o.indexable IS NOT TRUE)
        )
        AND check_id IN (SELECT check_id FROM checks WHERE snapshot = $2 AND checked > 0)"""
"""The page was read, and the check ran: a check of the whole site does not where a page was not read. Most checks look at
the pages that may be found: one that no longer may has nothing fixed."""


def summary(before: str, after: str) -> Query:
    """Counts of pages and of issues that came and went."""
    return Query(
        f"""
        WITH old_pages AS (SELECT url FROM pages WHERE snapshot = $1),
             new_pages AS (SELECT url FROM pages WHERE snapshot = $2),
             unseen AS (
                SELECT url FROM resources WHERE snapshot = $2
                AND outcome IN ('failed', 'rate_limited', 'server_error', 'blocked_robots', 'over_limit')
             ),
             old_issues AS (SELECT DISTINCT check_id, url FROM issues WHERE snapshot = $1),
             new_issues AS (SELECT DISTINCT check_id, url FROM issues WHERE snapshot = $2)
        SELECT
            (SELECT count(*) FROM (FROM new_pages EXCEPT FROM old_pages)) AS pages_added,
            (SELECT count(*) FROM (FROM old_pages EXCEPT FROM new_pages EXCEPT FROM unseen)) AS pages_gone,
            (SELECT count(*) FROM (FROM new_issues EXCEPT FROM old_issues)) AS issues_new,
            (SELECT count(*) FROM (FROM old_issues EXCEPT FROM new_issues) WHERE {_JUDGED}) AS issues_fixed
        """,
        (before, after),
    )


def by_check(before: str, after: str) -> Query:
    """Issues that came and that went, by check."""
    return Query(
        f"""
        WITH old_issues AS (SELECT DISTINCT check_id, url FROM issues WHERE snapshot = $1),
             new_issues AS (SELECT DISTINCT check_id, url FROM issues WHERE snapshot = $2),
             moved AS (
                SELECT check_id, 1 AS came, 0 AS went FROM (FROM new_issues EXCEPT FROM old_issues)
                UNION ALL
                SELECT check_id, 0, 1 FROM (FROM old_issues EXCEPT FROM new_issues) WHERE {_JUDGED}
             )
        SELECT m.check_id, coalesce(any_value(c.title), m.check_id) AS title,
            coalesce(any_value(c.severity), 'notice') AS severity, sum(came)::BIGINT AS came, sum(went)::BIGINT AS went
        FROM moved m LEFT JOIN checks c ON c.check_id = m.check_id AND c.snapshot = $2
        GROUP BY m.check_id ORDER BY came DESC, went DESC, m.check_id
        """,
        (before, after),
    )


def pages(before: str, after: str) -> Query:
    """Pages that appeared and that are gone."""
    return Query(
        """
        WITH unseen AS (
            SELECT url FROM resources WHERE snapshot = $2
            AND outcome IN ('failed', 'rate_limited', 'server_error', 'blocked_robots', 'over_limit')
        )
        SELECT 'added' AS change, p.url, p.title FROM pages p
        WHERE p.snapshot = $2 AND p.url NOT IN (SELECT url FROM pages WHERE snapshot = $1)
        UNION ALL
        SELECT 'gone', p.url, p.title FROM pages p
        WHERE p.snapshot = $1 AND p.url NOT IN (SELECT url FROM pages WHERE snapshot = $2)
            AND p.url NOT IN (FROM unseen)
        ORDER BY change, url
        """,
        (before, after),
    )
