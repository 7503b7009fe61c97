"""The text pass over all pages, a batch at a time, in worker processes where there are any."""

from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import groupby
from typing import Any

import duckdb

from crawler.analyse.batches import url_batches, url_ranges, worked
from crawler.analyse.text.analyse import PageTextResult, analyse_pages
from crawler.analyse.text.page import Block, PageText
from crawler.analyse.text.titles import own_title
from crawler.analyse.text.vocabularies import Vocabularies

MOST_ASKED = 20
"""Words of a question; more are a text that ends with one."""

_LEVEL = "CASE WHEN regexp_matches(tag, '^h[1-6]$') THEN tag[2:]::INTEGER ELSE 0 END"
_ASKED = "what|which|who|whose|where|when|why|how|is|are|am|do|does|did|can|could|will|would|should|may|has|have"
_ASKS = rf"""(tag NOT IN ('h1', 'h2', 'h3', 'h4', 'h5', 'h6') AND words BETWEEN 1 AND {MOST_ASKED} AND (tag = 'summary'
    OR regexp_matches(text, '\?[^\pL\pN]*$') AND (tag IN ('button', 'dt') OR regexp_matches(text, '^({_ASKED})\b', 'i'))))"""
"""Questions of accordions and lists, with their plus signs: what a patient reads as a heading."""

_SHOWN = "zone IN ('main', 'hero') AND trim(coalesce(alt, '')) <> ''"
"""Images of the main content that have an alternative text."""

_KEYS = f"""
INSERT INTO work.text_keys
WITH texts AS (
    SELECT url, md5(string_agg(if({_ASKS}, 7, {_LEVEL}) || text, chr(10) ORDER BY position)) AS hash
    FROM blocks WHERE url BETWEEN $first AND $last AND NOT is_boilerplate GROUP BY url
),
pictures AS (
    SELECT url, md5(string_agg(alt, chr(10) ORDER BY position)) AS alts
    FROM images WHERE url BETWEEN $first AND $last AND {_SHOWN} GROUP BY url
)
SELECT p.url, md5(to_json([$version, p.url, p.lang, p.title, p.meta_description, t.hash, i.alts])::VARCHAR)
FROM pages p LEFT JOIN texts t USING (url) LEFT JOIN pictures i USING (url) WHERE p.url BETWEEN $first AND $last
"""

_BLOCKS = f"""
SELECT url, {_LEVEL}, text, {_ASKS} FROM blocks
WHERE url BETWEEN $first AND $last AND url IN (SELECT unnest($urls::VARCHAR[])) AND NOT is_boilerplate
ORDER BY url, position
"""

_ALTS = f"""
SELECT url, list(alt ORDER BY position) FROM images
WHERE url BETWEEN $first AND $last AND url IN (SELECT unnest($urls::VARCHAR[])) AND {_SHOWN} GROUP BY url
"""

_PAGES = """
SELECT url, lang, title, meta_description FROM pages
WHERE url BETWEEN $first AND $last AND url IN (SELECT unnest($urls::VARCHAR[])) ORDER BY url
"""


def note_keys(db: duckdb.DuckDBPyConnection, version: str) -> None:
    """Create `work.text_keys` (url, key). `version`: what the results depend on beside the pages."""
    db.execute("CREATE OR REPLACE TABLE work.text_keys (url VARCHAR, key VARCHAR)")
    for urls in url_ranges(db, "pages"):
        db.execute(_KEYS, {**urls, "version": version})


def analysed(
    db: duckdb.DuckDBPyConnection,
    urls: Sequence[str],
    vocabularies: Vocabularies,
    shared: Collection[str],
    executor: Executor | None,
) -> Iterator[list[PageTextResult]]:
    """Results of `urls`, which are in order, batch by batch. `shared`: parts of titles to leave out."""
    batches = (_texts(db, batch, shared) for batch in url_batches(urls))
    return worked(executor, partial(analyse_pages, vocabularies=vocabularies), batches)


def _texts(db: duckdb.DuckDBPyConnection, batch: dict[str, Any], shared: Collection[str]) -> list[PageText]:
    rows = db.execute(_BLOCKS, batch).fetchall()
    blocks = {
        url: tuple(Block(level, text, asks) for _, level, text, asks in group)
        for url, group in groupby(rows, key=lambda row: str(row[0]))
    }
    alts = {url: tuple(found) for url, found in db.execute(_ALTS, batch).fetchall()}
    pages = db.execute(_PAGES, batch).fetchall()
    return [
        PageText(
            url=url,
            language=lang,
            title=own_title(title, shared),
            meta_description=description or "",
            blocks=blocks.get(url, ()),
            whole_title=title or "",
            alts=alts.get(url, ()),
        )
        for url, lang, title, description in pages
    ]
