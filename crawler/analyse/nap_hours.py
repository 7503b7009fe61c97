"""What two lists of opening hours differ in."""

from collections.abc import Sequence
from typing import NamedTuple

from crawler.opening_hours import BY_APPOINTMENT, CLOSED, by_day

_NAMES = {
    "Mo": "Monday",
    "Tu": "Tuesday",
    "We": "Wednesday",
    "Th": "Thursday",
    "Fr": "Friday",
    "Sa": "Saturday",
    "Su": "Sunday",
}


class Compared(NamedTuple):
    """Days that differ in substance, in words; whether a break is told on one side alone; days told on one side alone.
    `is_comparable`: both tell of a day."""

    is_comparable: bool
    differing: list[str]
    differs_in_break: bool
    silent: list[str]


def compare_hours(one: Sequence[str], other: Sequence[str]) -> Compared:
    """Compare day by day; a day of which one says nothing is no difference."""
    mine, theirs = by_day(one), by_day(other)
    differing, in_break = [], False
    for day in mine.keys() & theirs.keys():
        if mine[day] == theirs[day] or BY_APPOINTMENT in (*mine[day], *theirs[day]):
            continue
        if _hull(mine[day]) == _hull(theirs[day]):
            in_break = True
        else:
            differing.append(day)
    days = list(_NAMES)
    told = [
        f"{_NAMES[day]} {_words(mine[day])} instead of {_words(theirs[day])}"
        for day in sorted(differing, key=days.index)
    ]
    opened = {day for day in mine.keys() ^ theirs.keys() if CLOSED not in (mine | theirs)[day]}
    return Compared(
        bool(mine.keys() & theirs.keys()), told, in_break, [_NAMES[day] for day in sorted(opened, key=days.index)]
    )


def _hull(spans: tuple[str, ...]) -> str:
    if CLOSED in spans:
        return CLOSED
    return f"{spans[0].partition('-')[0]}-{spans[-1].partition('-')[2]}"


def _words(spans: tuple[str, ...]) -> str:
    return " and ".join(spans)
