"""How a crawl shows where it stands: a bar on a terminal, plain lines elsewhere, always on stderr."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from crawler.plan import Progress
from crawler.text import counted

_LINE_EVERY = 5.0


class Reporter:
    """Receives the progress of one crawl."""

    def crawling(self, progress: Progress) -> None:
        raise NotImplementedError

    def analysing(self) -> None:
        raise NotImplementedError


class _Lines(Reporter):
    def __init__(self) -> None:
        self._started = time.monotonic()
        self._next = self._started + _LINE_EVERY

    def crawling(self, progress: Progress) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _LINE_EVERY
            print(describe(progress, now - self._started), file=sys.stderr, flush=True)

    def analysing(self) -> None:
        print("Reading done; working out what is covered …", file=sys.stderr, flush=True)


class _Bar(Reporter):
    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._started = time.monotonic()
        self._task = bar.add_task("Asking for the first page …", total=None)

    def crawling(self, progress: Progress) -> None:
        text = describe(progress, time.monotonic() - self._started)
        self._bar.update(self._task, description=text, completed=progress.done, total=progress.known)

    def analysing(self) -> None:
        self._bar.remove_task(self._task)
        self._bar.add_task("Working out what is covered …", total=None)


def describe(progress: Progress, elapsed: float) -> str:
    """One line: pages read, addresses done of those known, pages a second, failures; `elapsed` in seconds."""
    rate = progress.pages / elapsed if elapsed else 0.0
    return (
        f"{counted(progress.pages, 'page')} · {progress.done:,}/{progress.known:,} addresses · "
        f"{rate:.1f}/s · {counted(progress.failures, 'failure')}"
    )


@contextmanager
def reporter() -> Iterator[Reporter]:
    """A bar where stderr is a terminal, else a line every five seconds."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines()
        return
    columns = (BarColumn(10), TaskProgressColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=console, transient=True) as bar:
        yield _Bar(bar)
