"""The changes step: the table `changes`. It runs last, over what all other steps found."""

import duckdb

from crawler.analyse.changes.of_findings import COVERAGE, GAPS, ISSUES
from crawler.analyse.changes.of_pages import CAME_AND_WENT, EDITS, PHONES, TEXTS

_START = """
CREATE OR REPLACE TABLE changes (
    kind VARCHAR, url VARCHAR, field VARCHAR, label VARCHAR, before VARCHAR, after VARCHAR, weight DOUBLE);

CREATE OR REPLACE TEMP TABLE seen_twice AS
SELECT n.url, n.indexable OR NOT o.indexable AS is_judged,
    0.5 + coalesce(greatest(n.link_score, o.link_score), 0) / 200 AS importance
FROM pages n JOIN previous.pages o USING (url)
"""
"""`is_judged`: checks look at it as before. Most look at the pages that may be found: one that no longer may has nothing
fixed. `importance`: 0.5 to 1, by the links to it."""

_COMPARED = "SELECT crawl_id FROM previous.crawl"
_SAME_TOOL = "SELECT NOT has_other_tool AND (SELECT count(*) > 0 FROM previous.analysis) FROM work.both_crawls"
_SAME_TERMS = """
SELECT coalesce(bool_and(formula_version = $formula), false) AND NOT bool_or(has_other_terms)
FROM previous.analysis, work.both_crawls
"""


def run(db: duckdb.DuckDBPyConnection, formula: str) -> str | None:
    """Create `changes`; gives the crawl id that this one was compared with, null where it is the first.

    What another version of Rounds concluded from the same page is no change of the site, nor is what another taxonomy, or
    `formula` of the coverage, makes of it. What one of the two crawls did not see is unknown.
    """
    db.execute(_START)
    compared = db.execute(_COMPARED).fetchone()
    if compared is None:
        return None
    _add(db, CAME_AND_WENT)
    is_same_tool = _holds(db, _SAME_TOOL)
    _add(db, EDITS, {"concluded": is_same_tool})
    if is_same_tool:
        for query in (TEXTS, PHONES, ISSUES, GAPS):
            _add(db, query)
        if _holds(db, _SAME_TERMS, {"formula": formula}):
            _add(db, COVERAGE)
    return str(compared[0])


def _add(db: duckdb.DuckDBPyConnection, query: str, values: dict[str, object] | None = None) -> None:
    db.execute(f"INSERT INTO changes BY NAME {query}", values or {})


def _holds(db: duckdb.DuckDBPyConnection, query: str, values: dict[str, object] | None = None) -> bool:
    [[answer]] = db.execute(query, values or {}).fetchall()
    return bool(answer)
