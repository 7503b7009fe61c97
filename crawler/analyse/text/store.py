"""Intermediate tables of the text pass, in the schema `work` of the analysis database."""

from collections.abc import Callable, Collection, Sequence

import duckdb

from crawler.analyse.tables import append
from crawler.analyse.text.analyse import PageTextResult
from crawler.analyse.text.phrases import key_hash

_CREATE = """
CREATE SCHEMA IF NOT EXISTS work;
CREATE OR REPLACE TABLE work.pages (url VARCHAR, language VARCHAR, words BIGINT);
CREATE OR REPLACE TABLE work.phrases (
    url VARCHAR, keyphrase VARCHAR, key VARCHAR, score DOUBLE, count BIGINT, in_title BOOLEAN, in_h1 BOOLEAN,
    in_headings BOOLEAN, in_meta_description BOOLEAN, in_url BOOLEAN, in_first_100_words BOOLEAN,
    entity VARCHAR, is_person BOOLEAN, title_position BIGINT, in_h2 BOOLEAN, in_alt BOOLEAN, headings BIGINT, heading_share DOUBLE,
    hash UINTEGER);
CREATE OR REPLACE TABLE work.candidates (url VARCHAR, hashes UINTEGER[]);
CREATE OR REPLACE TABLE work.entities (
    url VARCHAR, kind VARCHAR, entity VARCHAR, in_title BOOLEAN, in_h1 BOOLEAN, in_headings BOOLEAN,
    in_url BOOLEAN, in_first_100_words BOOLEAN, count BIGINT, words BIGINT, level BIGINT, body BIGINT);
CREATE OR REPLACE TABLE work.sections (
    url VARCHAR, section BIGINT, kind VARCHAR, entity VARCHAR, words BIGINT);
CREATE OR REPLACE TABLE work.promises (
    url VARCHAR, phrase VARCHAR, key VARCHAR, words VARCHAR[], missing VARCHAR[]);
CREATE OR REPLACE TABLE work.likenesses (url VARCHAR, title_keys VARCHAR[], sketch UINTEGER[]);
CREATE OR REPLACE TABLE work.stems (url VARCHAR, stems UINTEGER[], terms VARCHAR);
"""

TABLES = (
    "work.pages",
    "work.phrases",
    "work.candidates",
    "work.entities",
    "work.sections",
    "work.promises",
    "work.likenesses",
    "work.stems",
)


def create_work_tables(db: duckdb.DuckDBPyConnection) -> None:
    """Empty tables: pages (with the language of their text), phrases, candidates, entities, sections, promises of
    titles, what pages are compared by, and the stems of their words with what these take from the vocabulary."""
    db.execute(_CREATE)


def store(
    db: duckdb.DuckDBPyConnection, results: Sequence[PageTextResult], named: Callable[[Collection[int]], str]
) -> None:
    """Append the results of a batch. `named`: see `terms_within`."""
    append(db, "work.pages", [(r.url, r.language, r.words) for r in results])
    append(
        db, "work.phrases", [(r.url, *p[:-1], *p.placement, key_hash(p.key)) for r in results for p in r.phrases]
    )
    append(db, "work.candidates", [(r.url, r.candidates) for r in results])
    append(db, "work.entities", [(r.url, *fact) for r in results for fact in r.entities])
    append(db, "work.sections", [(r.url, *fact) for r in results for fact in r.sections])
    append(db, "work.promises", [(r.url, *promise) for r in results for promise in r.promises])
    append(db, "work.likenesses", [(r.url, r.title_keys, r.sketch) for r in results])
    append(db, "work.stems", [(r.url, r.stems, named(r.stems)) for r in results])
