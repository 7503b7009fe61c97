"""Which pages need work?"""

from dashboard.dataset import Query
from dashboard.labels import SEEN

STATE = "CASE WHEN (SELECT max(previous_crawl_id) FROM crawl) IS NULL THEN 'first' ELSE state END"
"""State of a row; after a first check nothing is new, because there is nothing to compare with."""
SEEN_LIST = ", ".join(f"'{value}'" for value in SEEN)
NAMED = "found_by IS DISTINCT FROM 'well-known'"
"""Addresses that somebody names: not robots.txt and the usual addresses of sitemaps, which are asked for unbidden."""
_PAGE_ISSUES = f"""
    SELECT url, count(*) FILTER (severity = 'error') AS errors, count(*) FILTER (severity = 'warning') AS warnings,
        count(*) FILTER (severity = 'notice') AS notices, count(*) FILTER ({STATE} = 'new') AS fresh
    FROM issues GROUP BY url
"""
_FOUND = "(? IS NULL OR contains(lower(coalesce({table}.title, '') || ' ' || {table}.url), lower(?)))"


def totals() -> Query:
    """Pages that were read, and those with an issue of each severity."""
    return Query("""
        SELECT (SELECT count(*) FROM pages) AS pages,
            count(DISTINCT i.url) FILTER (i.severity = 'error') AS error,
            count(DISTINCT i.url) FILTER (i.severity = 'warning') AS warning,
            count(DISTINCT i.url) FILTER (i.severity = 'notice') AS notice,
            count(*) FILTER (i.state = 'new') AS fresh, count(*) AS issues
        FROM issues i
    """)


def checks(severity: str | None = None) -> Query:
    """Failed checks, the gravest first."""
    return Query(
        """
        SELECT check_id, family, severity, title, why, fix, population, checked, failed,
            (SELECT count(DISTINCT url) FROM issues i WHERE i.check_id = c.check_id) AS urls
        FROM checks c WHERE failed > 0 AND (? IS NULL OR severity = ?)
        ORDER BY severity = 'error' DESC, severity = 'warning' DESC, failed DESC, check_id
        """,
        (severity, severity),
    )


def check(check_id: str) -> Query:
    """One check, whether it failed or not."""
    return Query("SELECT * FROM checks WHERE check_id = ?", (check_id,))


def page_types() -> Query:
    """Kinds of pages that the site has."""
    return Query(
        "SELECT coalesce(page_type, 'other') AS page_type, count(*) AS n FROM pages GROUP BY ALL ORDER BY n DESC, page_type"
    )


def pages(severity: str | None = None, page_type: str | None = None, q: str | None = None) -> Query:
    """Pages that were read, with how many issues of each severity they have."""
    return Query(
        f"""
        SELECT p.url, p.title, coalesce(p.page_type, 'other') AS page_type, p.word_count, p.inlinks, p.depth,
            coalesce(i.errors, 0) AS errors, coalesce(i.warnings, 0) AS warnings, coalesce(i.notices, 0) AS notices,
            coalesce(i.fresh, 0) AS fresh, p.indexability
        FROM pages p LEFT JOIN ({_PAGE_ISSUES}) i USING (url)
        WHERE (? IS NULL OR coalesce(p.page_type, 'other') = ?) AND {_FOUND.format(table="p")}
            AND (? IS NULL OR CASE ? WHEN 'error' THEN i.errors WHEN 'warning' THEN i.warnings ELSE i.notices END > 0)
        ORDER BY errors DESC, warnings DESC, notices DESC, p.url
        """,
        (page_type, page_type, q, q, severity, severity),
    )


def failures(
    check_id: str | None = None, severity: str | None = None, page_type: str | None = None, q: str | None = None
) -> Query:
    """Single failures with their evidence."""
    return Query(
        f"""
        SELECT i.url, p.title, coalesce(p.page_type, '') AS page_type, i.check_id, c.title AS issue, i.severity,
            i.evidence, i.state, i.first_seen
        FROM (SELECT * REPLACE ({STATE} AS state) FROM issues) i LEFT JOIN pages p USING (url)
            LEFT JOIN checks c USING (check_id)
        WHERE (? IS NULL OR i.check_id = ?) AND (? IS NULL OR i.severity = ?)
            AND (? IS NULL OR coalesce(p.page_type, 'other') = ?)
            AND (? IS NULL OR contains(lower(coalesce(p.title, '') || ' ' || i.url || ' ' || coalesce(i.evidence, '')), lower(?)))
        ORDER BY i.severity = 'error' DESC, i.severity = 'warning' DESC, i.state = 'new' DESC, i.url, i.check_id, i.evidence
        """,
        (check_id, check_id, severity, severity, page_type, page_type, q, q),
    )


def addresses(outcome: str | None = None, q: str | None = None) -> Query:
    """Addresses by what became of them; without an outcome: those that were not read."""
    return Query(
        f"""
        SELECT r.url, p.title, r.kind, r.outcome, r.status, r.failure, r.final_url, r.redirect_hops, r.found_on,
            r.in_sitemap, p.url IS NOT NULL AS is_page
        FROM resources r LEFT JOIN pages p USING (url)
        WHERE {NAMED} AND CASE WHEN ? IS NULL THEN r.outcome NOT IN ({SEEN_LIST}) ELSE r.outcome = ? END
            AND (r.kind = 'page' OR r.outcome NOT IN ({SEEN_LIST}))
            AND (? IS NULL OR contains(lower(r.url || ' ' || coalesce(p.title, '')), lower(?)))
        ORDER BY r.outcome, r.url
        """,
        (outcome, outcome, q, q),
    )


def word_counts() -> Query:
    """Pages by the words of their main content, in steps of 150 up to 1,500; legal pages and listings left out."""
    return Query("""
        WITH steps AS (SELECT unnest(range(0, 11)) AS step)
        SELECT step * 150 AS low, CASE WHEN step = 10 THEN NULL ELSE step * 150 + 150 END AS high,
            count(p.url) AS n
        FROM steps LEFT JOIN pages p ON least(p.word_count // 150, 10) = step
            AND coalesce(p.page_type, 'other') NOT IN ('legal', 'listing', 'contact')
        GROUP BY step ORDER BY step
    """)
