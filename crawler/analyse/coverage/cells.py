"""How well a page covers a treatment for a condition."""

from collections.abc import Sequence
from typing import NamedTuple

import duckdb

from crawler.analyse.tables import append

_CELLS = """
WITH prominent AS (
    SELECT url, kind, entity,
        CASE WHEN in_title OR in_h1 THEN 1.0 WHEN level = 2 THEN 0.7 WHEN level = 3 THEN 0.5
            WHEN in_first_100_words THEN 0.4 WHEN body >= 3 OR level > 3 THEN 0.3 ELSE 0.15 END AS prominence
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
            60 * least(c.prominence, t.prominence) + 25 * least(1, coalesce(s.words, 0) / 250)
            + 15 * (f.cta_ok::INT + (f.inlinks >= 2)::INT + (f.age_months <= 24)::INT) / 3) END AS score
    FROM work.wanted_cells w
    JOIN prominent c ON c.kind = 'condition' AND c.entity = w.condition
    JOIN prominent t ON t.kind = 'treatment' AND t.entity = w.treatment AND t.url = c.url
    JOIN work.page_facts f ON f.url = c.url
    LEFT JOIN shared s ON s.url = c.url AND s.condition = w.condition AND s.treatment = w.treatment
)
SELECT condition, treatment, arg_max(url, (score, -length(url), url)), max(score)::BIGINT,
    arg_max(words, (score, -length(url), url))::BIGINT,
    coalesce(nullif(count(*) FILTER (indexable), 0), count(*))
FROM scored GROUP BY condition, treatment
"""
"""60 × the lesser prominence + 25 × min(1, words of sections about both / 250) + 15 × support (CTA, two
inlinks, not older than 24 months)."""


class BestCell(NamedTuple):
    """The page that covers a cell best. `words`: in sections about both; `pages`: that name both."""

    url: str
    score: int
    words: int
    pages: int


def best_cells(
    db: duckdb.DuckDBPyConnection, wanted: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], BestCell]:
    """Best page of each (condition, treatment) in `wanted` that any page names together."""
    db.execute("CREATE OR REPLACE TABLE work.wanted_cells (condition VARCHAR, treatment VARCHAR)")
    append(db, "work.wanted_cells", wanted)
    rows = db.execute(_CELLS).fetchall()
    return {(condition, treatment): BestCell(*best) for condition, treatment, *best in rows}
