"""What kind of page each page is, and how hard it is to read."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import duckdb

from crawler.analyse.batches import url_batches, worked
from crawler.analyse.context import Context
from crawler.analyse.memo import Memo, text_version
from crawler.analyse.page_types import page_type
from crawler.analyse.readability import flesch_kincaid_grade
from crawler.analyse.tables import append
from crawler.analyse.text.matcher import Vocabulary, build_vocabulary
from crawler.taxonomy import PageType

_SCHEMA_TYPES = """
CREATE OR REPLACE TEMP TABLE schema_types AS
SELECT url, list_sort(list(DISTINCT type)) AS types FROM facts.structured_data WHERE type IS NOT NULL GROUP BY url
"""

_KEYS = """
CREATE OR REPLACE TEMP TABLE page_keys AS
SELECT p.url, md5(to_json([$version, p.url, p.title, p.h1, p.lang, to_json(t.types)::VARCHAR, m.text_hash])::VARCHAR)
    AS key
FROM facts.pages p LEFT JOIN main_content m USING (url) LEFT JOIN schema_types t USING (url)
"""

_TEXTS = """
SELECT p.url, p.title, p.h1, p.lang, coalesce(m.main_text, ''), coalesce(t.types, [])
FROM facts.pages p
LEFT JOIN (FROM main_content WHERE url BETWEEN $first AND $last) m USING (url)
LEFT JOIN schema_types t USING (url)
WHERE p.url BETWEEN $first AND $last AND p.url IN (SELECT unnest($urls::VARCHAR[])) ORDER BY p.url
"""


def page_text_facts(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create the temporary table `page_text_facts` (url, page_type, readability_grade) from `main_content`."""
    judge = partial(_judged, rules=context.taxonomy.page_types, vocabulary=build_vocabulary(context.taxonomy))
    db.execute(_SCHEMA_TYPES)
    db.execute(_KEYS, {"version": f"{text_version()} {context.taxonomy.version}"})
    db.execute(
        "CREATE OR REPLACE TEMP TABLE page_text_facts (url VARCHAR, page_type VARCHAR, readability_grade DOUBLE)"
    )
    memo = Memo(context.memo, "page_keys", ["page_text_facts"])
    batches = (db.execute(_TEXTS, batch).fetchall() for batch in url_batches(memo.recall(db)))
    for judged in worked(context.executor, judge, batches):
        append(db, "page_text_facts", judged)
    memo.keep(db)


def _judged(
    texts: Sequence[tuple[Any, ...]], rules: Sequence[PageType], vocabulary: Vocabulary
) -> list[tuple[str, str, float | None]]:
    """Address, page type and readability grade of each row of `_TEXTS`."""
    return [
        (url, page_type(url, title, h1, types, rules, vocabulary), flesch_kincaid_grade(text, lang or "en"))
        for url, title, h1, lang, text, types in texts
    ]
