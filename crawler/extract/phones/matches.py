"""Numbers that libphonenumber sees in a run of digits, held to the ways in which each country writes its numbers."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher

from crawler.extract.phones.numbers import Number, number_of
from crawler.extract.phones.placeholders import is_placeholder

DOTS = "·•∙‧⋅"
_DASHES, _SPACES, _UNSEEN = "‐‑‒–—―−－ー～∼⁓", "\u00a0\u3000\u2007\u2009\u202f", "\u00ad\u200b\u2060"
_PLAIN = str.maketrans(
    DOTS + _DASHES + _UNSEEN + _SPACES + "０１２３４５６７８９＋（）［］．／",
    "-" * len(DOTS + _DASHES + _UNSEEN) + " " * len(_SPACES) + "0123456789+()[]./",
)
"""Marks that stand between the groups of a number, wide digits, and what each stands for; as many characters."""

_NORTH_AMERICA = 1
_NANP = re.compile(
    r"(?<!\d)(?:\+1[-. /]{0,3}(?:\(0\) ?)?|1[-. /]{1,3}|1(?=[(\[]|\d{10}\Z))?"
    r"[(\[]{0,2}[2-9]\d\d[)\]]{0,2}[-. /]{0,4}\d{3}[-. ]{0,3}\d{4}\Z"
)
"""How North America writes its numbers: three, three and four digits."""

_USUAL = {
    "FR": re.compile(r"(?:0|\+33 ?)[- .]?8\d\d[- .]?\d{3}[- .]?\d{3}"),
    "IN": re.compile(r"0\d{4}[- ]\d{6}"),
}
"""Groupings in daily use that libphonenumber does not know: French service numbers, Indian mobiles behind a zero."""

_GROUP = re.compile(r"\d+")
_TEN_DIGITS = re.compile(r"(?:\+?1[-. ]{1,2})?\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}")
_SEVERAL = re.compile(rf"(?:{_TEN_DIGITS.pattern}(?: |$)){{2,}}")
"""North American numbers that nothing but a space parts, which the matcher takes for one."""

_WITH_HOURS = re.compile(rf"{_TEN_DIGITS.pattern}(?=-\d{{1,2}}\Z)")
_SPACED_BRACKETS = re.compile(r"\( (\d{3}) \)")
_SLASHED = re.compile(r"\d{3}/\d{3}/\d{4}")
_LEADS_NATIONAL = ("0", "(0", "+")
_FEWEST_DIGITS_OF_TWO = 14
_MOST_GROUPS = 24


class Match(NamedTuple):
    """A number at `start` to `end` of a run."""

    start: int
    end: int
    e164: str


@lru_cache(maxsize=8192)
def matches(run: str, region: str) -> tuple[Match, ...]:
    """Valid numbers of `run` that are grouped as their country groups them."""
    plain = run.translate(_PLAIN)
    if _SLASHED.fullmatch(plain):
        plain = plain.replace("/", "-")
    plain = _SPACED_BRACKETS.sub(r" (\1) ", plain)
    found = tuple(_found(plain, region, Leniency.STRICT_GROUPING)) if _valid(plain, region) else ()
    if found:
        return found
    if _SEVERAL.fullmatch(plain):
        return _parts(plain, region, [part.span() for part in _TEN_DIGITS.finditer(plain)])
    if (number := _WITH_HOURS.match(plain)) is not None:
        return _parts(plain, region, [number.span()])
    usual = _USUAL.get(region)
    if usual and usual.fullmatch(plain):
        return _valid(plain, region)
    return _equal_parts(plain, region)


@lru_cache(maxsize=8192)
def loose_matches(run: str, region: str) -> tuple[Match, ...]:
    """Valid numbers with an unusual grouping, where there is none with the usual one."""
    return () if matches(run, region) else _valid(run.translate(_PLAIN), region)


@lru_cache(maxsize=8192)
def _valid(plain: str, region: str) -> tuple[Match, ...]:
    """Valid numbers with any grouping: where there is none, none is grouped well either."""
    return tuple(_found(plain, region, Leniency.VALID))


@lru_cache(maxsize=8192)
def placeholder(run: str, region: str) -> Number | None:
    """Number of a template such as 123-456-7890: grouped like a number, and no country has it."""
    plain = run.translate(_PLAIN)
    grouped = _TEN_DIGITS.fullmatch(plain) or (plain.startswith(_LEADS_NATIONAL) and not plain[1:].isdigit())
    if not grouped or matches(run, region):
        return None
    number = number_of(plain, region)
    return number if number and (is_placeholder(number.e164) or is_placeholder(plain)) else None


def _found(run: str, region: str, leniency: int) -> Iterator[Match]:
    for match in PhoneNumberMatcher(run, region, leniency):
        start = match.start
        if match.number.country_code == _NORTH_AMERICA:
            written = _NANP.search(match.raw_string)
            if written is None:
                continue
            start += written.start()
        yield Match(start, match.end, phonenumbers.format_number(match.number, PhoneNumberFormat.E164))


def _equal_parts(run: str, region: str) -> tuple[Match, ...]:
    """Two or more numbers of one shape that only a space parts: `01 42 68 53 00 06 12 34 56 78`."""
    groups = list(_GROUP.finditer(run))
    shape = [len(group.group()) for group in groups]
    if sum(shape) < _FEWEST_DIGITS_OF_TWO or len(groups) > _MOST_GROUPS:
        return ()
    for parts in (2, 3, 4):
        size, rest = divmod(len(groups), parts)
        if rest or shape != shape[:size] * parts:
            continue
        ends = [groups[(part + 1) * size - 1].end() for part in range(parts)]
        found = _parts(run, region, list(zip([0, *ends], ends, strict=False)))
        if len(found) == parts:
            return found
    return ()


def _parts(run: str, region: str, spans: list[tuple[int, int]]) -> tuple[Match, ...]:
    return tuple(
        Match(start + match.start, start + match.end, match.e164)
        for start, end in spans
        for match in _found(run[start:end], region, Leniency.STRICT_GROUPING)
    )
