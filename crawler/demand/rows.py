"""What an import is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class DemandRow(NamedTuple):
    """A row that is kept. `query`, `page`, `day`: those that its kind names; the others are null. A number is null where
    the export does not tell it. `ctr`: 0 to 1; `position`: from 1."""

    kind: str
    query: str | None
    page: str | None
    day: date | None
    clicks: int | None
    impressions: int | None
    ctr: float | None
    position: float | None


@dataclass(frozen=True)
class Part:
    """A table that was read. `source`: its file name, with that of the zip before it; `folder`: tables of one export have
    the same. `first`, `last`: days that its rows name. `skipped`: numbers of the rows that could not be read; `read`: how many rows there
    were."""

    source: str
    folder: str
    kind: str
    rows: Sequence[DemandRow]
    first: date | None = None
    last: date | None = None
    skipped: Sequence[int] = ()
    notes: Sequence[str] = ()
    read: int = 0


@dataclass(frozen=True)
class Reading:
    """All parts of an import, and the tables that were left out, with the reason."""

    parts: Sequence[Part]
    left_out: Sequence[str] = field(default=())
