"""How are we doing, and what is first?"""

from dashboard.dataset import Query
from dashboard.queries.gaps import STANDING, TO_DO
from dashboard.queries.pages import NAMED, SEEN_LIST

EXPECTED = "coalesce(offered, 'yes') <> 'no' AND state <> 'unknown' AND coalesce(need, 'required') = 'required'"
"""Rows of `coverage` that count: what the clinic offers, what could be seen, and what is required."""


def numbers() -> Query:
    """The numbers at the top of the page, each with what it is out of."""
    return Query(f"""
        SELECT
            (SELECT count(*) FROM coverage WHERE {EXPECTED}) AS questions,
            (SELECT count(*) FROM coverage WHERE {EXPECTED} AND state IN ('covered', 'strong')) AS answered,
            (SELECT count(*) FROM coverage WHERE {EXPECTED} AND state IN ('none', 'mentioned')) AS unanswered,
            (SELECT count(*) FROM coverage WHERE {EXPECTED} AND state = 'thin') AS thin,
            (SELECT count(*) FROM coverage WHERE coalesce(offered, 'yes') <> 'no' AND state = 'unknown'
                AND coalesce(need, 'required') = 'required') AS unseen,
            (SELECT count(*) FROM page_ctas WHERE is_counted IS NOT FALSE) AS cta_pages,
            (SELECT count(*) FROM page_ctas WHERE is_counted IS NOT FALSE AND state <> 'tap') AS no_tap,
            (SELECT count(*) FROM pages) AS pages,
            (SELECT count(DISTINCT i.url) FROM issues i JOIN pages p USING (url)
                WHERE i.severity IN ('error', 'warning')) AS problem_pages,
            (SELECT count(*) FROM checks WHERE checked > 0) AS checks,
            (SELECT count(*) FROM checks) AS all_checks,
            (SELECT count(*) FROM {STANDING} WHERE {TO_DO}) AS gaps
    """)


def outcomes() -> Query:
    """What became of every page address that is known."""
    return Query(f"""
        SELECT outcome, count(*) AS urls FROM resources
        WHERE {NAMED} AND (kind = 'page' OR outcome NOT IN ({SEEN_LIST}))
        GROUP BY outcome ORDER BY urls DESC, outcome
    """)


def passed_checks() -> Query:
    """Checks that ran and found nothing."""
    return Query("""
        SELECT check_id, family, severity, title, checked FROM checks
        WHERE checked > 0 AND failed = 0
        ORDER BY severity = 'error' DESC, severity = 'warning' DESC, family, check_id
    """)


def trend() -> Query:
    """Shares in percent of every snapshot; asks a dataset of several. `measure`: what coverage was measured by."""
    return Query(f"""
        WITH answered AS (
            SELECT snapshot,
                100.0 * count(*) FILTER (state IN ('covered', 'strong')) / count(*) AS answered,
                100.0 * count(*) FILTER (state IN ('none', 'mentioned')) / count(*) AS unanswered
            FROM coverage WHERE {EXPECTED} GROUP BY snapshot
        ), tapped AS (
            SELECT snapshot, 100.0 * count(*) FILTER (state = 'tap') / count(*) AS tap
            FROM page_ctas WHERE is_counted IS NOT FALSE GROUP BY snapshot
        )
        SELECT c.snapshot, c.started_at AS time, a.answered, a.unanswered, t.tap, c.pages, c.outcome,
            n.taxonomy_version || ' ' || n.formula_version AS measure
        FROM crawl c LEFT JOIN answered a USING (snapshot) LEFT JOIN tapped t USING (snapshot)
            LEFT JOIN analysis n USING (snapshot)
        ORDER BY c.started_at, c.snapshot
    """)
