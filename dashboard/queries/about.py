"""What was checked, and how."""

from dashboard.dataset import Query


def crawl() -> Query:
    """The crawl."""
    return Query("SELECT * FROM crawl LIMIT 1")


def analysis() -> Query:
    """The analysis of the crawl."""
    return Query("SELECT * FROM analysis ORDER BY analysed_at DESC LIMIT 1")


def checks() -> Query:
    """All checks, those that failed, passed and did not apply."""
    return Query("""
        SELECT check_id, family, severity, title, why, fix, population, checked, failed,
            CASE WHEN coalesce(checked, 0) = 0 THEN 'not_applicable' WHEN failed > 0 THEN 'failed' ELSE 'passed' END AS result
        FROM checks ORDER BY family, check_id
    """)
