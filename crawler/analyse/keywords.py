"""The text pass over all pages, and of it the table `keywords`."""

from collections.abc import Collection

import duckdb

from crawler.analyse.batches import url_ranges
from crawler.analyse.context import Context
from crawler.analyse.main_language import note_languages
from crawler.analyse.memo import Memo, text_version
from crawler.analyse.tables import create_in_ranges
from crawler.analyse.text.anchors import read_anchors
from crawler.analyse.text.dependence import outdated, terms_within
from crawler.analyse.text.store import TABLES, create_work_tables, store
from crawler.analyse.text.stream import analysed, note_keys
from crawler.analyse.text.titles import brand_names, shared_parts
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.checks.keywords import IS_OVERUSED, OVERUSED
from crawler.text import short_hash

PER_PAGE = 15
IDF_FROM_PAGES = 30
"""On a smaller site, how many pages hold a phrase says little about it."""

_WEAKEST = 0.05
"""Phrases below this share of the page's strongest are left out."""

_FEWEST, _WORDS_EACH = 5, 12
"""A short page holds fewer keyphrases: one to every 12 words (an abstract of 120 words holds ten), but five at least."""

_HELD = """
CREATE OR REPLACE TABLE work.held AS
SELECT hash, count(*)::DOUBLE AS pages FROM (SELECT unnest(hashes) AS hash FROM work.candidates)
SEMI JOIN work.phrases USING (hash) GROUP BY hash
"""

_KEYWORDS = f"""
WITH size AS (SELECT count(*)::DOUBLE AS pages FROM work.pages),
weighted AS (
    SELECT p.*, words, if(words > 0, round(1000.0 * count / words, 1), 0) AS per_1000_words,
        coalesce(starts_with(p.entity, 'brand:'), false) AS is_brand,
        p.score * CASE WHEN size.pages < $idf_from THEN 1
            ELSE sqrt(ln(1 + size.pages / h.pages) / ln(1 + size.pages)) END AS weight
    FROM (FROM work.phrases WHERE url BETWEEN $first AND $last AND (in_title OR in_h1 OR NOT is_person)) p
    JOIN work.held h USING (hash) JOIN (SELECT url, words FROM work.pages) USING (url), size
),
placed AS (
    SELECT *, row_number() OVER (PARTITION BY url, is_brand ORDER BY weight DESC, count DESC, key) AS place,
        max(weight) OVER (PARTITION BY url) AS best, bool_or(is_brand) OVER (PARTITION BY url) AS has_brand
    FROM weighted
),
kept AS (
    SELECT * FROM placed
    WHERE (is_brand AND place = 1)
        OR (NOT is_brand AND weight >= $weakest * best AND place <= $per_page - has_brand::INTEGER
            AND place <= greatest($fewest, words // $words_each))
)
SELECT
    url,
    row_number() OVER (PARTITION BY url ORDER BY is_brand, place) AS rank,
    keyphrase, key,
    CASE WHEN best > 0 THEN round(100 * weight / best, 1) ELSE 0 END::DOUBLE AS score,
    count, in_title, in_h1, in_headings, in_meta_description, in_url, in_first_100_words,
    coalesce(i.sources, 0)::BIGINT AS inbound_anchors,
    entity,
    if(in_title, title_position, NULL) AS title_position,
    in_h2, in_alt, headings, heading_share, per_1000_words,
    {IS_OVERUSED} AS is_overused
FROM kept LEFT JOIN work.inbound_keys i USING (url, key)
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `keywords`, and in the schema `work` what the entities step needs."""
    shared = shared_parts(db, context.taxonomy)
    brands = brand_names(db, context.clinic, shared, context.taxonomy)
    vocabularies = Vocabularies(context.taxonomy, brands)
    create_work_tables(db)
    version = repr((text_version(), context.taxonomy.version, brands, sorted(shared)))
    _read_pages(db, vocabularies, short_hash(version), shared, context)
    note_languages(db)
    read_anchors(db, vocabularies, short_hash(version), context)
    db.execute(_HELD)
    settings = {"idf_from": IDF_FROM_PAGES, "weakest": _WEAKEST, "per_page": PER_PAGE}
    settings |= {"fewest": _FEWEST, "words_each": _WORDS_EACH}
    settings |= OVERUSED.limits(context.clinic.thresholds)
    ranges = [{**settings, **urls} for urls in url_ranges(db, "pages")]
    create_in_ranges(db, "keywords", _KEYWORDS, ranges, context.built)


def _read_pages(
    db: duckdb.DuckDBPyConnection,
    vocabularies: Vocabularies,
    version: str,
    shared: Collection[str],
    context: Context,
) -> None:
    """Fill the tables of the text pass. A page is read again if its text changed, or what it may name of the taxonomy; in
    another language than the taxonomy's own, whose compounds hide terms, if anything of the taxonomy changed."""
    own = vocabularies.of(vocabularies.languages[0])
    intents = [(intent, pattern.pattern) for intent, pattern in own.intents.items()]
    note_keys(db, repr((text_version(), intents, sorted(shared))))
    named = terms_within(own, version)
    memo = Memo(context.memo, "work.text_keys", TABLES)
    new = memo.recall(db)
    changed = outdated(db, "work.stems", named)
    memo.forget(db, changed)
    for results in analysed(db, sorted([*new, *changed]), vocabularies, shared, context.executor):
        store(db, results, named)
    memo.keep(db)
    db.execute("DROP TABLE work.stems")
