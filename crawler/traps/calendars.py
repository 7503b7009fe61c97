"""Calendars: pages of a month, week or day that lead to the next one for ever."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from crawler.traps.address import Address, Trap

MONTHS_AHEAD = 24
"""Ours: nobody announces anything earlier."""

FIRST_YEAR = 1990
"""The web is younger."""

MOST_STEPS = 24
"""Calendar pages that each brought a month no page before had brought. Ours: two years; an archive names its months
on one page, or in the sitemap."""

MOST_CALENDARS = 1_000
"""Calendars remembered, of at most 3,600 months each."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?P<year>[1-9]\d{3})"
_MONTH = rf"(?P<month>0?[1-9]|1[0-2]|(?:{'|'.join(_MONTHS)})[a-z]*)"
_VIEW = r"(?:month|week|day|year|list|agenda|photo|map|grid|view|monat|woche|tag|mois|semaine|jour|mes|semana|dia)"
_END = rf"(?:/{_VIEW})?/?(?:\.\w{{2,5}})?$"
_IN_PATH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"/{_YEAR}[-/]{_MONTH}(?:[-/]\d\d?)?{_END}", rf"/{_MONTH}[-/]{_YEAR}{_END}")
)
_DIGITS = re.compile(r"\d{4}")
_VIEW_FOLDER = re.compile(rf"/{_VIEW}(?=/|$)", re.IGNORECASE)
_VALUE = re.compile(rf"{_YEAR}([-/.])(?P<month>\d\d?)(?:\2\d\d?)?(?:[T %+].*)?$")
_PACKED = re.compile(rf"{_YEAR}(?P<month>0[1-9]|1[0-2])(?:\d\d)?$")
_PACKED_NAME = re.compile(r"date|day|month|cal|^ym$|^m$", re.IGNORECASE)
_YEAR_NAME = re.compile(r"(?:^|[_\-\[])(?:year|yr|y|jahr|annee|anno|ano)\]?$", re.IGNORECASE)
_MONTH_NAME = re.compile(r"(?:^|[_\-\[])(?:month|mon|mo|m|monat|mois|mes|mese)\]?$", re.IGNORECASE)
_DAY_NAME = re.compile(r"(?:^|[_\-\[])(?:day|d|dy|tag|jour|dia|giorno)\]?$", re.IGNORECASE)


class _Page(NamedTuple):
    """A calendar's page: which calendar it is of, and its month, counted from the year 0."""

    calendar: str
    month: int


@dataclass
class _Calendar:
    months: set[int] = field(default_factory=set)
    steps: int = 0
    last: str | None = None


class Calendars:
    """Remembers the months that pages of each calendar brought. `today`: the day of the crawl."""

    def __init__(self, today: date) -> None:
        self._last_month = today.year * 12 + today.month + MONTHS_AHEAD
        self._calendars: dict[str, _Calendar] = {}
        self._found_on: tuple[str | None, _Page | None] = (None, None)

    def caught(self, address: Address, found_on: str | None) -> Trap | None:
        """The trap, where a page of a calendar led to `address`, a page of the same."""
        if found_on is None:
            return None
        if self._found_on[0] != found_on:
            self._found_on = (found_on, _calendar_page(Address.of(found_on)))
        origin = self._found_on[1]
        page = _calendar_page(address) if origin else None
        if origin is None or page is None or origin.calendar != page.calendar:
            return None
        pattern = page.calendar + "{date}"
        if page.month > self._last_month:
            return Trap("calendar", pattern, f"a calendar without end: more than {MONTHS_AHEAD} months ahead")
        if page.month < FIRST_YEAR * 12:
            return Trap("calendar", pattern, f"a calendar without end: years before {FIRST_YEAR}")
        if self._is_step_too_far(page, origin, found_on):
            reason = f"a calendar without end: more than {MOST_STEPS} months, one after the other"
            return Trap("calendar", pattern, reason)
        return None

    def _is_step_too_far(self, page: _Page, origin: _Page, found_on: str) -> bool:
        if page.calendar not in self._calendars and len(self._calendars) >= MOST_CALENDARS:
            return False
        calendar = self._calendars.setdefault(page.calendar, _Calendar())
        calendar.months.add(origin.month)
        if page.month in calendar.months:
            return False
        if calendar.last != found_on:
            if calendar.steps >= MOST_STEPS:
                return True
            calendar.steps += 1
            calendar.last = found_on
        calendar.months.add(page.month)
        return False


def _calendar_page(address: Address) -> _Page | None:
    """The month that `address` is a page of; null where it is something else, such as a post with a date."""
    if not _DIGITS.search(address.url):
        return None
    for pattern in _IN_PATH:
        if found := pattern.search(address.path):
            before = _VIEW_FOLDER.sub("", address.path[: found.start()])
            rest = _rest(address.query.split("&"))
            return _Page(f"{address.origin}{before}/{rest}", _month(found["year"], found["month"]))
    return _month_in_query(address) if address.query else None


def _month_in_query(address: Address) -> _Page | None:
    year = month = None
    others: list[str] = []
    for pair in address.query.split("&"):
        name, _, value = pair.partition("=")
        if found := _VALUE.match(value) or (_PACKED_NAME.search(name) and _PACKED.match(value)):
            year, month = found["year"], found["month"]
        elif _YEAR_NAME.search(name) and re.fullmatch(r"[1-9]\d{3}", value):
            year = value
        elif _MONTH_NAME.search(name) and re.fullmatch(r"\d\d?", value):
            month = value
        elif not _DAY_NAME.search(name):
            others.append(pair)
    if year is None or month is None:
        return None
    path = _VIEW_FOLDER.sub("", address.path)
    return _Page(f"{address.origin}{path}{_rest(others)}?", _month(year, month))


def _rest(pairs: list[str]) -> str:
    """What else the query says, but for how the calendar is shown."""
    kept = [pair for pair in pairs if pair and not re.fullmatch(_VIEW, pair.partition("=")[2], re.IGNORECASE)]
    return "&".join(sorted(kept))


def _month(year: str, month: str) -> int:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    return int(year) * 12 + number
