"""Opening hours in one form: a day and a span each, such as `Mo 09:00-17:00`, `Sa closed` or `Su by appointment`."""

import re
from collections.abc import Iterable

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
CLOSED = "closed"
BY_APPOINTMENT = "by appointment"
MINUTES_A_DAY = 24 * 60

_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
_SPAN = rf"{_TIME}-(?:{_TIME}|24:00)"
_LINE = re.compile(
    rf"({_DAY}(?:-{_DAY})?(?:, ?{_DAY}(?:-{_DAY})?)*) ({_SPAN}(?:, ?{_SPAN})*|closed|by appointment)"
)


def entries_of(line: str) -> list[str]:
    """Entries of a line such as `Mo-Th,Sa 09:00-12:00,13:00-17:00`; raises ValueError where it is none."""
    found = _LINE.fullmatch(line.strip())
    if found is None:
        raise ValueError(f'{line!r} is no line of opening hours such as "Mo-Fr 09:00-17:00" or "Sa closed"')
    spans = re.split(r", ?", found[2])
    for span in spans:
        opens, _, closes = span.partition("-")
        if closes and opens >= closes:
            raise ValueError(f"{line!r} ends before it begins")
    return in_order(f"{day} {span}" for day in _days_of(found[1]) for span in spans)


def entry(day: int, opens: int, closes: int) -> str:
    """Entry of a span; `day` 0 is Monday, times are minutes of the day."""
    return f"{DAYS[day]} {opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"


def in_order(entries: Iterable[str]) -> list[str]:
    """`entries` by day and time, each once."""
    return sorted(set(entries), key=lambda one: (DAYS.index(one[:2]), one[3:]))


def by_day(entries: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Spans of each day that `entries` speak of, days from Monday."""
    found: dict[str, tuple[str, ...]] = {}
    for one in in_order(entries):
        found[one[:2]] = (*found.get(one[:2], ()), one[3:])
    return found


def in_short(entries: Iterable[str]) -> str:
    """`entries` with days of the same hours together: `Mo-Fr 09:00-17:00; Sa closed`."""
    runs: list[tuple[str, str, tuple[str, ...]]] = []
    for day, spans in by_day(entries).items():
        if runs and runs[-1][2] == spans and DAYS.index(runs[-1][1]) + 1 == DAYS.index(day):
            runs[-1] = (runs[-1][0], day, spans)
        else:
            runs.append((day, day, spans))
    return "; ".join(
        f"{first if first == last else f'{first}-{last}'} {','.join(spans)}" for first, last, spans in runs
    )


def _days_of(days: str) -> list[str]:
    found: list[str] = []
    for part in re.split(r", ?", days):
        first, _, last = part.partition("-")
        start, end = DAYS.index(first), DAYS.index(last or first)
        found += [DAYS[at % 7] for at in range(start, (end if end >= start else end + 7) + 1)]
    return found
