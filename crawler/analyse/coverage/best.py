"""The page that covers each entity best, and the answers it gives."""

from typing import NamedTuple

import duckdb

from crawler.analyse.coverage.formula import MOST_WORDS, NARROWER_POINTS

_BEST = f"""
CREATE OR REPLACE TABLE work.best AS
WITH topics AS (
    SELECT url, count(*) AS topics FROM entities
    WHERE kind IN ('condition', 'treatment') AND (in_title OR in_h1) GROUP BY url
),
ranked AS (
    SELECT e.*, f.indexable, f.page_type, f.word_count,
        count(*) FILTER (e.count > 0) OVER named AS named_pages,
        count(*) FILTER (e.count > 0 AND f.indexable) OVER named AS shown_pages,
        row_number() OVER (
            PARTITION BY e.kind, e.entity
            ORDER BY d.url IS NOT NULL DESC,
                CASE WHEN (e.in_title OR e.in_h1) AND e.score >= most - {NARROWER_POINTS} THEN t.topics END NULLS LAST,
                e.score DESC, e.count DESC, length(e.url), e.url) AS place
    FROM (SELECT *, max(score) OVER (PARTITION BY kind, entity) AS most FROM entities) e
    JOIN work.main_page_facts f USING (url) LEFT JOIN topics t USING (url)
    LEFT JOIN work.discipline_pages d ON e.kind = 'treatment' AND d.entity = e.entity AND d.url = e.url
    WHERE e.kind IN ('condition', 'treatment')
    WINDOW named AS (PARTITION BY e.kind, e.entity)
)
SELECT kind, entity, url, score, coalesce(nullif(shown_pages, 0), named_pages) AS pages, count, words, in_title, in_h1, in_headings, indexable, page_type,
    word_count
FROM ranked WHERE place = 1
"""

_ANSWERS = """
WITH own AS (
    SELECT e.entity, i.entity AS intent, e.url, i.words, i.score, e.score AS about
    FROM entities e
    JOIN entities i ON i.url = e.url AND i.kind = 'intent' AND i.count > 0
    JOIN work.main_page_facts f ON f.url = e.url
    WHERE e.kind = $kind AND (e.in_title OR e.in_h1) AND f.indexable AND f.page_type NOT IN ('home', 'listing')
),
common AS (
    SELECT s.entity, i.entity AS intent, s.url, sum(s.words)::BIGINT AS words
    FROM work.sections s
    JOIN work.sections i ON i.url = s.url AND i.section = s.section AND i.kind = 'intent'
    JOIN work.main_page_facts f ON f.url = s.url
    LEFT JOIN work.best b ON b.kind = s.kind AND b.entity = s.entity AND b.url = s.url
    WHERE s.kind = $kind AND f.indexable AND (f.page_type = 'faq' OR NOT (b.in_title OR b.in_h1))
    GROUP BY ALL
    UNION ALL
    SELECT s.entity, 'cost', s.url, sum(s.words)::BIGINT
    FROM work.sections s JOIN work.main_page_facts f ON f.url = s.url
    WHERE s.kind = $kind AND f.indexable AND f.page_type = 'cost'
    GROUP BY ALL
),
answers AS (
    FROM own
    UNION ALL
    SELECT c.entity, c.intent, c.url, c.words, s.score, 0
    FROM common c JOIN work.answer_scores s ON s.words = least(c.words, $most_words)
)
SELECT entity, intent, arg_max(url, (score, about, url)), max(score), count(DISTINCT url),
    arg_max(words, (score, about, url))
FROM answers GROUP BY entity, intent
"""
"""Questions are answered on the pages about an entity, in the sections that name it on the page of questions and on a
best page that is not about it as a whole, and its cost on the page of costs."""


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
    """The page that answers a question about an entity best, of the pages about it and those for all questions."""

    url: str
    score: int
    pages: int
    words: int


def best_pages(db: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], Best]:
    """Best page by kind and entity, for a discipline of those that stand for it; leaves them in `work.best`."""
    db.execute(_BEST)
    return {(kind, entity): Best(*rest) for kind, entity, *rest in db.execute("FROM work.best").fetchall()}


def best_answers(db: duckdb.DuckDBPyConnection, kind: str) -> dict[tuple[str, str], Answer]:
    """Best answer by entity of `kind` and intent."""
    rows = db.execute(_ANSWERS, {"kind": kind, "most_words": MOST_WORDS}).fetchall()
    return {(entity, intent): Answer(*rest) for entity, intent, *rest in rows}
