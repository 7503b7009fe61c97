"""The text pass over all pages, a batch at a time, in worker processes where there are any."""

from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import groupby

import duckdb

from crawler.analyse.batches import worked
from crawler.analyse.text.analyse import PageTextResult, analyse_pages
from crawler.analyse.text.matcher import Vocabulary
from crawler.analyse.text.page import Block, PageText
from crawler.analyse.text.titles import own_title

_BATCH = 64

_BLOCKS = """
SELECT b.url, CASE WHEN regexp_matches(b.tag, '^h[1-6]$') THEN b.tag[2:]::INTEGER ELSE 0 END, b.text
FROM blocks b SEMI JOIN (SELECT unnest($urls::VARCHAR[]) AS url) wanted USING (url)
WHERE NOT b.is_boilerplate ORDER BY b.url, b.position
"""

_PAGES = """
SELECT url, lang, title, meta_description FROM pages
WHERE url IN (SELECT unnest($urls::VARCHAR[])) ORDER BY url
"""


def analysed(
    db: duckdb.DuckDBPyConnection, vocabulary: Vocabulary, shared: Collection[str], executor: Executor | None
) -> Iterator[list[PageTextResult]]:
    """Results batch by batch, in the order of the pages' addresses. `shared`: parts of titles to leave out."""
    urls = [url for (url,) in db.execute("SELECT url FROM pages ORDER BY url").fetchall()]
    batches = (_texts(db, urls[i : i + _BATCH], shared) for i in range(0, len(urls), _BATCH))
    return worked(executor, partial(analyse_pages, vocabulary=vocabulary), batches)


def _texts(db: duckdb.DuckDBPyConnection, urls: Sequence[str], shared: Collection[str]) -> list[PageText]:
    rows = db.execute(_BLOCKS, {"urls": urls}).fetchall()
    blocks = {
        url: tuple(Block(level, text) for _, level, text in group)
        for url, group in groupby(rows, key=lambda row: str(row[0]))
    }
    pages = db.execute(_PAGES, {"urls": urls}).fetchall()
    return [
        PageText(url, lang, own_title(title, shared), description or "", blocks.get(url, ()))
        for url, lang, title, description in pages
    ]
