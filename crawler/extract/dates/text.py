"""Dates as people and machines write them, in the languages of clinics' sites, as ISO 8601."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_FIRST_YEAR, _LAST_YEAR = 1995, 2100
_NAMES = """
1 january jan janvier janv januar jänner enero ene gennaio gen januari janeiro
2 february feb febr février févr fév februar febrero febbraio februari fevereiro fev
3 march mar mars märz mrz marzo maart mrt março
4 april apr avril avr abril abr aprile
5 may mai mayo maggio mag mei maio
6 june jun juin juni junio giugno giu junho
7 july jul juillet juil juli julio luglio lug julho
8 august aug août aout agosto ago augustus
9 september sep sept septembre septiembre set settembre setembro
10 october oct octobre oktober okt octubre ottobre ott outubro out
11 november nov novembre noviembre novembro
12 december dec décembre déc dezember dez diciembre dic dicembre dezembro
"""
MONTHS = {name: int(line.split()[0]) for line in _NAMES.split("\n") if line for name in line.split()[1:]}
"""Months by name and abbreviation, in lower case: English, French, German, Spanish, Italian, Dutch, Portuguese."""

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira".split()
)

_YEAR = r"(?:19|20|21)[0-9]{2}(?![0-9])"
_MONTH = r"(?:{})(?![^\W\d_])\.?".format("|".join(sorted(MONTHS, key=len, reverse=True)))
WEEKDAY = r"(?:(?:{}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?,?\s+(?:(?:den|the)\s+)?)?".format(
    "|".join(sorted(WEEKDAYS))
)
"""A weekday that may stand before a date."""

_DATE = re.compile(
    rf"(?<![0-9])(?:(?P<year>{_YEAR})(?P<s>[-/.])(?P<month>[0-9]{{1,2}})(?P=s)(?P<day>[0-9]{{1,2}})(?![0-9])"
    rf"|(?P<month_word>{_MONTH})\s*(?P<word_day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<word_year>{_YEAR})"
    rf"|(?P<day_word>[0-9]{{1,2}})(?:st|nd|rd|th|er|[eè]me|º|ª|\.)?[\s-]*(?:de\s+|of\s+)?(?P<word_month>{_MONTH})"
    rf",?[\s-]*(?:del?\s+)?(?P<day_year>{_YEAR})"
    rf"|(?P<first>[0-9]{{1,2}})(?P<t>[/.-])(?P<second>[0-9]{{1,2}})(?P=t)(?P<last>{_YEAR}|[0-9]{{2}}(?![0-9]))"
    rf"|(?P<only_month>{_MONTH}),?\s+(?:del?\s+)?(?P<only_year>{_YEAR}))",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T?[0-9]{4,6})?Z?")
_DIGITS = re.compile(r"[0-9]")
_LONGEST = 100


class Written(NamedTuple):
    """A date as it stands at `start` to `end` of a text. `first_two`: the numbers whose order is unknown."""

    iso: str | None
    first_two: tuple[int, int, int] | None
    start: int
    end: int

    @property
    def is_ambiguous(self) -> bool:
        """Day and month could be either way round."""
        return self.first_two is not None and self.read(True) != self.read(False)

    @property
    def is_day(self) -> bool:
        """It is a day, not a month."""
        return self.iso is None or len(self.iso) == len("2026-03-04")

    def read(self, day_first: bool | None) -> str | None:
        """ISO 8601 date; null where it is none, or day and month cannot be told apart."""
        if self.first_two is None:
            return self.iso
        first, second, year = self.first_two
        if first > 12 or first == second:
            day_first = True
        elif second > 12:
            day_first = False
        if day_first is None:
            return None
        return _iso(year, second, first) if day_first else _iso(year, first, second)


def written_in(text: str) -> Iterator[Written]:
    """Dates anywhere in `text`."""
    return map(_written, _DATE.finditer(text))


def machine_date(value: str, day_first: bool | None = None) -> str | None:
    """Date of a value that a program wrote: an ISO 8601 date or time, or any other way of writing a day."""
    value = " ".join(value[:_LONGEST].split())
    if not _DIGITS.search(value):
        return None
    compact = _COMPACT.fullmatch(value)
    if compact:
        return _iso(int(compact[1]), int(compact[2]), int(compact[3]))
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", value):
        return _iso(int(value[:4]), int(value[5:]), None)
    return next((read for written in written_in(value) if (read := written.read(day_first))), None)


def _written(match: re.Match[str]) -> Written:
    found = match.groupdict()
    start, end = match.span()
    if found["year"]:
        return Written(_iso(int(found["year"]), int(found["month"]), int(found["day"])), None, start, end)
    if found["first"]:
        year = int(found["last"]) + (2000 if len(found["last"]) == 2 else 0)
        first, second = int(found["first"]), int(found["second"])
        if found["t"] == "." and second <= 12:
            return Written(_iso(year, second, first), None, start, end)
        return Written(None, (first, second, year), start, end)
    if found["only_month"]:
        return Written(_iso(int(found["only_year"]), _month(found["only_month"]), None), None, start, end)
    word = found["month_word"] or found["word_month"]
    day, year_text = found["word_day"] or found["day_word"], found["word_year"] or found["day_year"]
    return Written(_iso(int(year_text), _month(word), int(day)), None, start, end)


def _month(name: str) -> int:
    return MONTHS.get(name.rstrip(".").casefold(), 0)


def _iso(year: int, month: int, day: int | None) -> str | None:
    """Null where there is no such day, or the web was too young or is not yet there."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        found = date(year, month, day or 1)
    except ValueError:
        return None
    return found.isoformat() if day is not None else found.isoformat()[:7]
