"""What do patients ask, and which page answers it?"""

from dashboard.dataset import Query
from dashboard.queries.overview import EXPECTED


def entries(kind: str) -> Query:
    """Rows of `coverage` of one kind, the weightiest first."""
    return Query(
        """
        SELECT kind, condition, treatment, key, label, body_area, tier, coalesce(offered, 'yes') AS offered, state,
            score, best_url, pages, reasons
        FROM coverage WHERE kind = ?
        ORDER BY tier, label, key
        """,
        (kind,),
    )


def matrix_rows(state: str | None = None, area: str | None = None) -> Query:
    """Conditions, treatments and their cells as one list."""
    return Query(
        """
        SELECT kind, label, coalesce(offered, 'yes') AS offered, state, score, best_url, pages, reasons, condition, treatment
        FROM coverage
        WHERE kind IN ('condition', 'treatment', 'cell') AND (? IS NULL OR state = ?) AND (? IS NULL OR body_area = ?)
        ORDER BY kind = 'cell', kind, tier, label, key
        """,
        (state, state, area, area),
    )


def states() -> Query:
    """How many questions are in each state."""
    required = "coalesce(need, 'required') = 'required'"
    return Query(
        f"SELECT state, count(*) AS n FROM coverage WHERE {EXPECTED} OR (state = 'unknown' AND {required}) GROUP BY state"
    )


def why_unknown() -> Query:
    """The most frequent reason why a question could not be judged."""
    return Query(
        "SELECT mode(reasons ORDER BY reasons) AS why FROM coverage WHERE state = 'unknown' AND coalesce(offered, 'yes') <> 'no'"
    )


def conditions_by_gaps(limit: int = 12) -> Query:
    """Conditions with most unanswered questions."""
    return Query(
        """
        SELECT c.condition, any_value(l.label) AS label,
            count(*) FILTER (c.state IN ('none', 'mentioned')) AS gaps, count(*) AS asked
        FROM coverage c JOIN coverage l ON l.kind = 'condition' AND l.condition = c.condition
        WHERE c.kind IN ('condition', 'cell') AND coalesce(c.offered, 'yes') <> 'no' AND c.state <> 'unknown'
        GROUP BY c.condition HAVING gaps > 0
        ORDER BY gaps DESC, min(l.tier), label
        LIMIT ?
        """,
        (limit,),
    )


def selected(condition: str | None, treatment: str | None) -> Query:
    """The row of `coverage` for a condition, a treatment, or both together."""
    kind = "cell" if condition and treatment else "condition" if condition else "treatment"
    return Query(
        """
        SELECT c.*, p.title AS best_title FROM coverage c LEFT JOIN pages p ON p.url = c.best_url
        WHERE c.kind = ? AND (? IS NULL OR c.condition = ?) AND (? IS NULL OR c.treatment = ?)
        LIMIT 1
        """,
        (kind, condition, condition, treatment, treatment),
    )


def pages_naming(condition: str | None, treatment: str | None) -> Query:
    """Pages that name the condition, the treatment, or both; the one that covers them best first.

    Pages that search engines may not show, such as second addresses of a page, only where there is no other.
    """
    wanted = [pair for pair in (("condition", condition), ("treatment", treatment)) if pair[1]]
    return Query(
        f"""
        SELECT e.url, any_value(p.title) AS title, any_value(p.page_type) AS page_type,
            any_value(p.word_count) AS word_count, min(e.score) AS score, sum(e.count)::BIGINT AS mentions,
            bool_and(e.in_title) AS in_title, bool_and(e.in_h1) AS in_h1, bool_and(e.in_headings) AS in_headings
        FROM entities e LEFT JOIN pages p USING (url)
        WHERE {" OR ".join("(e.kind = ? AND e.entity = ?)" for _ in wanted) or "false"}
        GROUP BY e.url HAVING count(DISTINCT e.kind) = ?
        QUALIFY coalesce(any_value(p.indexable), true)
            OR NOT bool_or(coalesce(any_value(p.indexable), true)) OVER ()
        ORDER BY score DESC, mentions DESC, e.url
        """,
        (*(value for pair in wanted for value in pair), len(wanted)),
    )


def place(key: str) -> Query:
    """Condition and treatment of the row of `coverage` that a gap names."""
    return Query("SELECT condition, treatment FROM coverage WHERE key = ? ORDER BY kind LIMIT 1", (key,))


def row(kind: str, key: str) -> Query:
    """One row of `coverage`."""
    return Query(
        "SELECT * REPLACE (coalesce(offered, 'yes') AS offered) FROM coverage WHERE kind = ? AND key = ?",
        (kind, key),
    )
