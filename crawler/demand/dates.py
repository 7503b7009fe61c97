"""Days as exports and spreadsheets write them."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

_NUMBERS = re.compile(r"(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})\.?(?:[t ].{0,20})?")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NAMED = re.compile(
    r"(?:\w+, )?(?:(?P<day>\d{1,2})\.? (?:de )?(?P<name>[a-z]+)\.?|(?P<first>[a-z]+)\.? (?P<second>\d{1,2})),? (?:de )?(?P<year>\d{4})"
)

_MONTHS = (
    ("jan", "ene", "gen", "janv"), ("feb", "fev", "febb"), ("mar", "mrt", "maa", "mae"), ("apr", "avr", "abr"),
    ("may", "mai", "mag", "mei"), ("jun", "giu", "juin"), ("jul", "lug", "juil"), ("aug", "ago", "aou"),
    ("sep", "set"), ("oct", "okt", "ott", "out"), ("nov",), ("dec", "dez", "dic"),
)  # fmt: skip
"""Beginnings of the names of months in English, Spanish, French, German, Italian, Portuguese and Dutch, without accents."""

_ENOUGH = 0.9
"""Others may be a line of totals, or empty."""

_ORDERS = ((2, 1, 0), (2, 0, 1))
"""Where year, month and day stand: 27/02/2026 and 02/27/2026."""


def days(cells: Sequence[str]) -> list[date | None] | None:
    """The day of each cell; null for all where fewer than nine in ten are days. Of two ways to read `03/04/2026` the one in
    which more are days, then the one in which they lie closer together."""
    readings = [[_day(cell, order) for cell in cells] for order in _ORDERS]
    best = min(readings, key=_doubt)
    return best if cells and -_doubt(best)[0] >= _ENOUGH * len(cells) else None


def _doubt(reading: Sequence[date | None]) -> tuple[int, int]:
    known = [day for day in reading if day]
    return -len(known), (max(known) - min(known)).days if known else 0


def _day(cell: str, order: tuple[int, int, int]) -> date | None:
    text = " ".join(cell.split()).casefold()[:60]
    together = _TOGETHER.fullmatch(text)
    numbers = together or _NUMBERS.fullmatch(text)
    if numbers is None:
        return _named_day(text)
    parts = [int(part) for part in numbers.groups()]
    at = (0, 1, 2) if len(numbers[1]) == 4 else order
    return _date(parts[at[0]], parts[at[1]], parts[at[2]])


def _named_day(text: str) -> date | None:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    named = _NAMED.fullmatch(plain)
    if named is None:
        return None
    month = _month(named["name"] or named["first"])
    return _date(int(named["year"]), month, int(named["day"] or named["second"])) if month else None


def _month(name: str) -> int | None:
    longest = max(
        (
            (len(begin), number)
            for number, begins in enumerate(_MONTHS, 1)
            for begin in begins
            if name.startswith(begin)
        ),
        default=None,
    )
    return longest[1] if longest else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= 2000 else None
    except ValueError:
        return None
