"""What kind of page each page is, in which language, and how hard it is to read."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import duckdb

from crawler.analyse.batches import url_batches, worked
from crawler.analyse.context import Context
from crawler.analyse.memo import Memo, text_version
from crawler.analyse.page_types import page_type
from crawler.analyse.readability import readability
from crawler.analyse.tables import append
from crawler.analyse.text.terms import Vocabulary
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.language import language_of
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
SELECT p.url, p.title, p.h1, p.lang, coalesce(m.main_text, ''), coalesce(b.prose, []), coalesce(t.types, [])
FROM facts.pages p
LEFT JOIN (FROM main_content WHERE url BETWEEN $first AND $last) m USING (url)
LEFT JOIN (
    SELECT url, list(text ORDER BY position) AS prose FROM content_blocks
    WHERE is_prose AND url BETWEEN $first AND $last GROUP BY url
) b USING (url)
LEFT JOIN schema_types t USING (url)
WHERE p.url BETWEEN $first AND $last AND p.url IN (SELECT unnest($urls::VARCHAR[])) ORDER BY p.url
"""

_FOUND = """
CREATE OR REPLACE TEMP TABLE page_text_facts (
    url VARCHAR, page_type VARCHAR, readability_grade DOUBLE, readability_grade_plain DOUBLE, reading_ease DOUBLE,
    smog_grade DOUBLE, smog_confidence VARCHAR, sentences BIGINT, long_sentences BIGINT, longest_sentence VARCHAR,
    hardest_words VARCHAR[], text_lang VARCHAR)
"""


def page_text_facts(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create the temporary table `page_text_facts` from `main_content` and `content_blocks`."""
    rules = {language: one.page_types for language, one in context.taxonomy.by_language.items()}
    judge = partial(_judged, rules=rules, vocabularies=Vocabularies(context.taxonomy))
    db.execute(_SCHEMA_TYPES)
    db.execute(_KEYS, {"version": f"{text_version()} {context.taxonomy.version}"})
    db.execute(_FOUND)
    memo = Memo(context.memo, "page_keys", ["page_text_facts"])
    batches = (db.execute(_TEXTS, batch).fetchall() for batch in url_batches(memo.recall(db)))
    for judged in worked(context.executor, judge, batches):
        append(db, "page_text_facts", judged)
    memo.keep(db)


def medical_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Stems of the words of which the terms of conditions, treatments and body areas are made."""
    terms = (term for terms in vocabulary.terms.values() for term in terms if term.refs)
    return frozenset(stem for term in terms for stem in term.stems)


def _judged(
    texts: Sequence[tuple[Any, ...]], rules: Mapping[str, Sequence[PageType]], vocabularies: Vocabularies
) -> list[tuple[Any, ...]]:
    """A row of `page_text_facts` for each row of `_TEXTS`. `rules`: by language; any other has those of the packs."""
    usual = rules[vocabularies.languages[0]]
    names: dict[str, frozenset[str]] = {}
    found: list[tuple[Any, ...]] = []
    for url, title, h1, lang, text, prose, types in texts:
        text_lang = language_of(text)
        language = text_lang or (lang or "").strip().lower()[:2] or "en"
        vocabulary = vocabularies.of(language)
        if language not in names:
            names[language] = medical_names(vocabulary)
        kind = page_type(url, title, h1, types, rules.get(language, usual), vocabulary)
        found.append((url, kind, *readability(prose, language, names[language]), text_lang))
    return found
