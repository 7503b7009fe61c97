"""Work on pages in batches, in worker processes where there are any, so that memory stays flat."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

_Batch = TypeVar("_Batch")
_Result = TypeVar("_Result")

_IN_FLIGHT = 8
"""Batches handed out and not yet taken back: this bounds the memory."""


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
