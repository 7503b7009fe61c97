"""A job: one piece of work for a marketer, whatever it mends, and how it is measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from crawler.analyse.actions.formula import Measures
from crawler.tables.coverage import GapRow


@dataclass(frozen=True)
class FailedCheck:
    """A check that no gap stands for. `pages`: what fails it."""

    check_id: str
    family: str
    title: str
    why: str
    fix: str
    checked: int
    failed: int
    pages: Sequence[str]


@dataclass(frozen=True)
class Job:
    """`gaps`: what it mends, the gravest first; none where a failed check is the job. `key`: names it in every crawl."""

    key: str
    theme: str
    measures: Measures
    gaps: tuple[GapRow, ...] = ()
    check: FailedCheck | None = None


class Words(NamedTuple):
    """`title`: verb first. `action`: what to do. `value`: why it matters to patients. `size`: how much is missing."""

    title: str
    action: str
    value: str
    size: str
