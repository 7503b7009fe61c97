"""What pages name that the crawl itself does not read: links to other hosts, images, scripts, stylesheets."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from crawler.batches import unpack
from crawler.before import Before
from crawler.journal import Journal

_MORE = {"links": (), "images": ("width", "height"), "assets": ("kind",)}
"""The tables that name addresses, with the columns that say how."""

_PIXELS = [[width, height] for width in "01" for height in "01"]


class Elsewhere:
    """Reads the addresses off the facts that are kept, each page once."""

    def __init__(self, journal: Journal, before: Before) -> None:
        self._journal = journal
        self._before = before
        self._read = dict.fromkeys(_MORE, 0)
        self._carried: set[str] = set()

    def new(self, carried: set[str]) -> Iterator[tuple[str, str, str]]:
        """Address, kind and page of what was kept since the last time; `carried`: as in the crawl's state."""
        fresh = carried - self._carried
        self._carried |= fresh
        for table in _MORE:
            for number, packed in self._journal.batches_after(table, self._read[table]):
                self._read[table] = number
                yield from _named(table, unpack(table, packed))
            for batch in self._before.carried(table, fresh):
                yield from _named(table, batch)


def _named(table: str, batch: pa.RecordBatch) -> Iterator[tuple[str, str, str]]:
    """Address, kind and page of each row. An image of one pixel counts visits: nobody is to ask for it."""
    if table == "links":
        batch = batch.filter(pc.invert(batch.column("is_internal")))
    page, target = ("source_url", "target_url") if table == "links" else ("url", "src")
    columns = [page, target, *_MORE[table]]
    for source, url, *more in zip(*(batch.column(name).to_pylist() for name in columns), strict=True):
        if url and url.startswith(("http://", "https://")) and more not in _PIXELS:
            yield url, more[0] if table == "assets" else table.removesuffix("s"), source
