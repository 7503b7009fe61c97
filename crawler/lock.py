"""A lock that a crash cannot leave behind: the kernel drops it with the process."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crawler.errors import OperatorError


@contextmanager
def only_one(path: Path, busy: str) -> Iterator[None]:
    """Hold the lock file `path`; raises `OperatorError(busy)` where another process holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OperatorError(busy) from error
        yield
