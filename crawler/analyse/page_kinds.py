"""The type of each page, kept as long as neither what it is told by nor the taxonomy changes."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import duckdb

from crawler.analyse.batches import url_batches, worked
from crawler.analyse.context import Context
from crawler.analyse.memo import Memo, text_version
from crawler.analyse.page_types import page_type
from crawler.analyse.tables import append
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.taxonomy import PageType

_SCHEMA_TYPES = """
CREATE OR REPLACE TEMP TABLE schema_types AS
SELECT url, list_sort(list(DISTINCT type)) AS types FROM facts.structured_data WHERE type IS NOT NULL GROUP BY url
"""

_KEYS = """
CREATE OR REPLACE TEMP TABLE kind_keys AS
SELECT p.url, md5(to_json([$version, p.url, f.language, p.title, p.h1, to_json(t.types)::VARCHAR])::VARCHAR) AS key
FROM facts.pages p JOIN page_text_facts f USING (url) LEFT JOIN schema_types t USING (url)
"""

_TOLD_BY = """
SELECT p.url, f.language, p.title, p.h1, coalesce(t.types, [])
FROM facts.pages p JOIN page_text_facts f USING (url) LEFT JOIN schema_types t USING (url)
WHERE p.url BETWEEN $first AND $last AND p.url IN (SELECT unnest($urls::VARCHAR[])) ORDER BY p.url
"""


def page_kinds(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create the temporary table `page_kinds` (url, page_type) from the facts and the languages in `page_text_facts`."""
    rules = {language: one.page_types for language, one in context.taxonomy.by_language.items()}
    typed = partial(_typed, rules=rules, vocabularies=Vocabularies(context.taxonomy))
    db.execute(_SCHEMA_TYPES)
    db.execute(_KEYS, {"version": f"{text_version()} {context.taxonomy.version}"})
    db.execute("CREATE OR REPLACE TEMP TABLE page_kinds (url VARCHAR, page_type VARCHAR)")
    memo = Memo(context.memo, "kind_keys", ["page_kinds"])
    batches = (db.execute(_TOLD_BY, batch).fetchall() for batch in url_batches(memo.recall(db)))
    for rows in worked(context.executor, typed, batches):
        append(db, "page_kinds", rows)
    memo.keep(db)


def _typed(
    pages: Sequence[tuple[Any, ...]], rules: Mapping[str, Sequence[PageType]], vocabularies: Vocabularies
) -> list[tuple[str, str]]:
    """Address and type of each page. `rules`: by language; any other has those of the packs."""
    usual = rules[vocabularies.languages[0]]
    return [
        (url, page_type(url, title, h1, types, rules.get(language, usual), vocabularies.of(language)))
        for url, language, title, h1, types in pages
    ]
