"""How well a page covers a treatment for a condition."""

from collections.abc import Sequence
from typing import NamedTuple

import duckdb

from crawler.analyse.coverage.formula import (
    CELL_DEPTH,
    CELL_PROMINENCE,
    CELL_SUPPORT,
    CELL_WORDS,
    NAMED_PROMINENCE,
    OLD_MONTHS,
    PROMINENCE,
    SUPPORT_INLINKS,
)
from crawler.analyse.tables import append

_PLACES = tuple(PROMINENCE.values())

_CELLS = f"""
WITH prominent AS (
    SELECT url, kind, entity,
        CASE WHEN in_title OR in_h1 THEN {_PLACES[0]} WHEN level = 2 THEN {_PLACES[1]} WHEN level = 3 THEN {_PLACES[2]}
            WHEN in_first_100_words THEN {_PLACES[3]} WHEN body >= 3 OR level > 3 THEN {_PLACES[4]}
            ELSE {NAMED_PROMINENCE} END AS prominence
    FROM work.entities WHERE kind IN ('condition', 'treatment') AND count > 0
),
shared AS (
    SELECT c.url, c.entity AS condition, t.entity AS treatment, sum(c.words) AS words
    FROM work.sections c
    JOIN work.sections t ON t.url = c.url AND t.section = c.section AND t.kind = 'treatment'
    JOIN work.wanted_cells w ON w.condition = c.entity AND w.treatment = t.entity
    WHERE c.kind = 'condition'
    GROUP BY ALL
),
scored AS (
    SELECT w.condition, w.treatment, c.url, coalesce(s.words, 0) AS words, f.indexable,
        CASE WHEN NOT f.indexable THEN 0 ELSE round(
            {CELL_PROMINENCE} * least(c.prominence, t.prominence)
            + {CELL_DEPTH} * least(1, coalesce(s.words, 0) / {CELL_WORDS})
            + {CELL_SUPPORT} * (f.cta_ok::INT + (f.inlinks >= {SUPPORT_INLINKS})::INT + (f.age_months <= {OLD_MONTHS})::INT) / 3)
            END AS score,
        least(c.prominence, t.prominence) AS prominence,
        f.cta_ok::INT + (f.inlinks >= {SUPPORT_INLINKS})::INT + (f.age_months <= {OLD_MONTHS})::INT AS support
    FROM work.wanted_cells w
    JOIN prominent c ON c.kind = 'condition' AND c.entity = w.condition
    JOIN prominent t ON t.kind = 'treatment' AND t.entity = w.treatment AND t.url = c.url
    JOIN work.main_page_facts f ON f.url = c.url
    LEFT JOIN shared s ON s.url = c.url AND s.condition = w.condition AND s.treatment = w.treatment
)
SELECT condition, treatment, arg_max(url, (score, -length(url), url)), max(score)::BIGINT,
    arg_max(words, (score, -length(url), url))::BIGINT,
    coalesce(nullif(count(*) FILTER (indexable), 0), count(*)),
    arg_max(prominence, (score, -length(url), url))::DOUBLE, arg_max(support, (score, -length(url), url))::BIGINT
FROM scored GROUP BY condition, treatment
"""


class BestCell(NamedTuple):
    """The page that covers a cell best. `words`: in sections about both; `pages`: that name both; `support`: of three."""

    url: str
    score: int
    words: int
    pages: int
    prominence: float
    support: int


def best_cells(
    db: duckdb.DuckDBPyConnection, wanted: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], BestCell]:
    """Best page of each (condition, treatment) in `wanted` that any page names together."""
    db.execute("CREATE OR REPLACE TABLE work.wanted_cells (condition VARCHAR, treatment VARCHAR)")
    append(db, "work.wanted_cells", wanted)
    rows = db.execute(_CELLS).fetchall()
    return {(condition, treatment): BestCell(*best) for condition, treatment, *best in rows}
