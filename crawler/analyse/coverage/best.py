"""The page that covers each entity best, and the answers it gives."""

from typing import NamedTuple

import duckdb

_BEST = """
WITH ranked AS (
    SELECT e.*, f.indexable, f.page_type, f.word_count,
        count(*) FILTER (e.count > 0) OVER (PARTITION BY e.kind, e.entity) AS pages,
        row_number() OVER (
            PARTITION BY e.kind, e.entity ORDER BY e.score DESC, e.count DESC, length(e.url), e.url) AS place
    FROM entities e JOIN work.page_facts f USING (url)
    WHERE e.kind IN ('condition', 'treatment')
)
SELECT kind, entity, url, score, pages, count, words, in_title, in_h1, in_headings, indexable, page_type,
    word_count
FROM ranked WHERE place = 1
"""

_ANSWERS = """
SELECT e.entity, i.entity, arg_max(e.url, (i.score, e.score, e.url)), max(i.score), count(*),
    arg_max(i.words, (i.score, e.score, e.url))
FROM entities e
JOIN entities i ON i.url = e.url AND i.kind = 'intent' AND i.count > 0
JOIN work.page_facts f ON f.url = e.url
WHERE e.kind = ? AND (e.in_title OR e.in_h1) AND f.indexable AND f.page_type NOT IN ('home', 'listing')
GROUP BY e.entity, i.entity
"""


class Best(NamedTuple):
    """An entity's best page; `pages`: that name it."""

    url: str
    score: int
    pages: int
    mentions: int
    words: int
    in_title: bool
    in_h1: bool
    in_headings: bool
    indexable: bool
    page_type: str
    page_words: int


class Answer(NamedTuple):
    """The page that answers a question about an entity best, of the pages that are about it."""

    url: str
    score: int
    pages: int
    words: int


def best_pages(db: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], Best]:
    """Best page by kind and entity."""
    return {(kind, entity): Best(*rest) for kind, entity, *rest in db.execute(_BEST).fetchall()}


def best_answers(db: duckdb.DuckDBPyConnection, kind: str) -> dict[tuple[str, str], Answer]:
    """Best answer by entity of `kind` and intent."""
    rows = db.execute(_ANSWERS, [kind]).fetchall()
    return {(entity, intent): Answer(*rest) for entity, intent, *rest in rows}
