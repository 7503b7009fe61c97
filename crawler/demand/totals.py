"""Rows with the same query and page become one: of several days, devices, countries, or anchors of a page."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from crawler.demand.rows import DemandRow

Key = tuple[str | None, str | None, date | None]


class Measured(NamedTuple):
    """Numbers of a row as read; `ctr`: 0 to 1."""

    clicks: int | None
    impressions: int | None
    ctr: float | None
    position: float | None


def summed(kind: str, rows: Iterable[tuple[Key, Measured]]) -> list[DemandRow]:
    """One row a key, in the order in which they came. Clicks and impressions are sums of what is known, the position is
    weighted by impressions."""
    groups: dict[Key, list[Measured]] = {}
    for key, measured in rows:
        groups.setdefault(key, []).append(measured)
    return [_row(kind, key, group) for key, group in groups.items()]


def _row(kind: str, key: Key, group: Sequence[Measured]) -> DemandRow:
    clicks = _sum(row.clicks for row in group)
    impressions = _sum(row.impressions for row in group)
    ctr = group[0].ctr if len(group) == 1 else None
    if clicks is not None and impressions:
        ctr = min(1.0, clicks / impressions)
    return DemandRow(kind, *key, clicks, impressions, ctr, _position(group))


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _position(group: Sequence[Measured]) -> float | None:
    known = [(row.position, row.impressions or 1) for row in group if row.position is not None]
    if not known:
        return None
    return sum(position * weight for position, weight in known) / sum(weight for _, weight in known)
