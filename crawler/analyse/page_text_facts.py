"""In which language each page is written, and how hard it is to read."""

from collections.abc import Callable, Collection, Sequence
from functools import cache, partial
from typing import Any

import duckdb

from crawler.analyse.batches import url_batches, worked
from crawler.analyse.context import Context
from crawler.analyse.memo import Memo, text_version
from crawler.analyse.readability import readability
from crawler.analyse.tables import append
from crawler.analyse.text.terms import Vocabulary
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.language import language_of
from crawler.text import short_hash

_KEYS = """
CREATE OR REPLACE TEMP TABLE page_keys AS
SELECT p.url, md5(to_json([$version, p.url, p.lang, m.text_hash])::VARCHAR) AS key
FROM facts.pages p LEFT JOIN main_content m USING (url)
"""

_TEXTS = """
SELECT p.url, p.lang, coalesce(m.main_text, ''), coalesce(b.prose, [])
FROM facts.pages p
LEFT JOIN (FROM main_content WHERE url BETWEEN $first AND $last) m USING (url)
LEFT JOIN (
    SELECT url, list(text ORDER BY position) AS prose FROM content_blocks
    WHERE is_prose AND url BETWEEN $first AND $last GROUP BY url
) b USING (url)
WHERE p.url BETWEEN $first AND $last AND p.url IN (SELECT unnest($urls::VARCHAR[])) ORDER BY p.url
"""

_FOUND = """
CREATE OR REPLACE TEMP TABLE page_text_facts (
    url VARCHAR, language VARCHAR, readability_grade DOUBLE, readability_grade_plain DOUBLE, reading_ease DOUBLE,
    smog_grade DOUBLE, smog_confidence VARCHAR, sentences BIGINT, long_sentences BIGINT, longest_sentence VARCHAR,
    hardest_words VARCHAR[], rare_stems VARCHAR[], text_lang VARCHAR, names VARCHAR)
"""
"""`language`: that it is read in; `names`: what `_names` makes of the rare stems."""


def page_text_facts(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create the temporary table `page_text_facts` from `main_content` and `content_blocks`.

    A page is read again if its text changed, or which of its words belong to medical terms.
    """
    vocabularies = Vocabularies(context.taxonomy)
    names = _names_of(vocabularies)
    db.execute(_KEYS, {"version": text_version()})
    db.execute(_FOUND)
    memo = Memo(context.memo, "page_keys", ["page_text_facts"])
    new = memo.recall(db)
    kept = db.execute("SELECT url, language, rare_stems, names FROM page_text_facts").fetchall()
    changed = [url for url, language, stems, known in kept if _names(stems, names(language)) != known]
    memo.forget(db, changed)
    batches = (db.execute(_TEXTS, batch).fetchall() for batch in url_batches(sorted([*new, *changed])))
    for judged in worked(context.executor, partial(_judged, vocabularies=vocabularies), batches):
        append(db, "page_text_facts", judged)
    memo.keep(db)


def medical_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Stems of the words of which the terms of conditions, treatments and body areas are made."""
    terms = (term for terms in vocabulary.terms.values() for term in terms if term.refs)
    return frozenset(stem for term in terms for stem in term.stems)


def _names(stems: Sequence[str], names: Collection[str]) -> str:
    """Names those of `stems` that are `names`."""
    return short_hash(" ".join(stem for stem in stems if stem in names))


def _names_of(vocabularies: Vocabularies) -> Callable[[str], frozenset[str]]:
    """`medical_names` by language."""
    return cache(lambda language: medical_names(vocabularies.of(language)))


def _judged(texts: Sequence[tuple[Any, ...]], vocabularies: Vocabularies) -> list[tuple[Any, ...]]:
    """A row of `page_text_facts` for each row of `_TEXTS`."""
    names_of = _names_of(vocabularies)
    found: list[tuple[Any, ...]] = []
    for url, lang, text, prose in texts:
        text_lang = language_of(text)
        language = text_lang or (lang or "").strip().lower()[:2] or "en"
        names = names_of(language)
        measures = readability(prose, language, names)
        found.append((url, language, *measures, text_lang, _names(measures.rare_stems, names)))
    return found
