"""Work on pages in batches, in worker processes where there are any, so that memory stays flat."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

import duckdb

_Batch = TypeVar("_Batch")
_Result = TypeVar("_Result")

_IN_FLIGHT = 8
"""Batches handed out and not yet taken back: this bounds the memory."""

_BATCH = 64
"""Pages that are handed out together."""

_RANGE = 500
"""Pages whose texts are joined at a time."""

_RANGES = """
SELECT min(url) AS first, max(url) AS last
FROM (SELECT url, (row_number() OVER (ORDER BY url) - 1) // ? AS range FROM {pages})
GROUP BY range ORDER BY first
"""


def worked(
    executor: Executor | None, work: Callable[[_Batch], _Result], batches: Iterable[_Batch]
) -> Iterator[_Result]:
    """Results of `work` in the order of `batches`; `executor` null: done here."""
    if executor is None:
        yield from map(work, batches)
        return
    waiting: deque[Future[_Result]] = deque()
    for batch in batches:
        waiting.append(executor.submit(work, batch))
        if len(waiting) >= _IN_FLIGHT:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def url_ranges(db: duckdb.DuckDBPyConnection, pages: str) -> list[dict[str, str]]:
    """First and last address of ranges that hold all rows of the table `pages`, a bounded number each; one at least."""
    found = db.execute(_RANGES.format(pages=pages), [_RANGE]).fetchall()
    return [{"first": first, "last": last} for first, last in found or [("", "")]]


def url_batches(urls: Sequence[str]) -> Iterator[dict[str, Any]]:
    """`urls`, which are in order, a batch at a time, with the first and the last of each."""
    for start in range(0, len(urls), _BATCH):
        batch = urls[start : start + _BATCH]
        yield {"urls": batch, "first": batch[0], "last": batch[-1]}
