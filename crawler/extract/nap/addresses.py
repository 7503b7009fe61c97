"""Postal addresses in running text, put together of streets, suites and towns."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from crawler.extract.nap.streets import PO_BOX, STREET_EN, STREET_EU, UNIT, UNIT_BEFORE
from crawler.extract.nap.towns import FARTHEST, Tail, tail_of, town_behind
from crawler.text import collapse

_MOST = 2000
_CODE_AND_TOWN = re.compile(r"(?<![\w.,/-])(?:[A-Z]{1,2}[- ])?\d{4,5} (?=[A-ZÀ-Þ'’])")
_CODE = re.compile(r"(?<![\w.,/])(?:\d{4,6}|[A-Z]{1,2}\d[A-Z\d]{0,2} ?\d[A-Z][A-Z\d]|\d{3} \d{3})(?![\w%])")
_STATE_AND_CODE = re.compile(
    r"[A-Za-z]{2}\.?,?\s+(?=\d{5}(?:[-–]\d{4})?(?!\w))|(?=\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b)|(?<=\s)(?=[A-Z]\d[A-Z] ?-?\d[A-Z]\d\b)|(?<=[a-z])[\s,-]*(?=[1-9]\d{2} ?\d{3}(?!\w))"
)
_LOOSE = re.compile(
    r"(?:(?:No\.? ?|#)?\d{1,6}(?:[-/]\d{1,5})?[A-Za-z]?,? (?:[A-Z0-9][\w'’.-]{0,30}(?: |(?=[,\n]))){1,6}|(?:One|Two|Three|Four|Five) (?:[A-Z][\w'’.-]{0,30}(?: |(?=[,\n]))){1,4})"
)
_UNIT_WORD = re.compile(
    r"\b(?:suite|ste|unit|apt|room|rm|level|floor|exit|box|route|interstate)\b\.? ?#?\Z", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d, ")
_SHORT = 160
_BRACKET = re.compile(r"\s{0,2}\([^()\n]{1,60}\)")
_GLUE = " ,;·•|–-\n\t("


class Address(NamedTuple):
    """Parts as published; `street` with house number and suite. Null: not told."""

    street: str | None
    locality: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: str | None = None


class Found(NamedTuple):
    """An address and where it stands in the text."""

    start: int
    end: int
    address: Address


@lru_cache(maxsize=4096)
def addresses_in(text: str) -> tuple[Found, ...]:
    """Addresses in `text`, whose lines are told by line breaks, in order; those with a street alone too."""
    streets = list(islice(_streets(text), _MOST))
    found: list[Found] = []
    for at, (start, end) in enumerate(streets):
        limit = streets[at + 1][0] if at + 1 < len(streets) else len(text)
        found.append(_address(text, start, end, limit))
    return tuple(_tidy(text, one) for one in found)


def may_hold_address(text: str) -> bool:
    """`text`, which has a digit, may hold a street or a town with its postal code."""
    if STREET_EN.search(text) or (len(text) <= _SHORT and STREET_EU.search(text)):
        return True
    if _CODE.search(text) and (_CODE_AND_TOWN.search(text) or _STATE_AND_CODE.search(text)):
        return True
    return ("ox" in text or "OX" in text) and PO_BOX.search(text) is not None


def _streets(text: str) -> Iterator[tuple[int, int]]:
    """Where streets stand, none within another, in order."""
    spans = [found.span() for found in STREET_EN.finditer(text) if _is_house(text, found)]
    spans += [found.span() for found in PO_BOX.finditer(text)]
    if _CODE_AND_TOWN.search(text) or len(text) <= _SHORT:
        spans += [found.span() for found in STREET_EU.finditer(text) if not _overlaps_year(found[0])]
    spans.sort(key=lambda span: (span[0], -span[1]))
    spans = _apart(spans)
    spans += _loose(text, spans)
    yield from _apart(sorted(spans))


def _is_house(text: str, found: re.Match[str]) -> bool:
    """The number is that of a house: neither of a suite nor a year."""
    return not (_UNIT_WORD.search(text, max(0, found.start() - 12), found.start()) or _YEAR.match(found[0]))


def _overlaps_year(street: str) -> bool:
    return bool(re.match(r"(?:19|20)\d\d ", street))


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _loose(text: str, known: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Streets without a word for street, before a state and postal code that no street stands before."""
    spans = []
    before = 0
    for anchor in islice(_STATE_AND_CODE.finditer(text), _MOST):
        since = max(before, anchor.start() - FARTHEST)
        before = anchor.end()
        if any(since - 20 <= start < anchor.start() for start, _ in known):
            continue
        hits = [
            found for found in _LOOSE.finditer(text, since, anchor.start()) if _begins_part(text, found.start())
        ]
        if hits:
            spans.append((hits[0].start(), hits[0].start() + len(hits[0][0].rstrip())))
    return spans


def _begins_part(text: str, start: int) -> bool:
    return start == 0 or text[:start].rstrip(" ")[-1:] in (
        "",
        "\n",
        ",",
        ":",
        "|",
        "·",
        "•",
        "–",
        "-",
        "—",
        ";",
        "(",
    )


def _address(text: str, start: int, end: int, limit: int) -> Found:
    before = UNIT_BEFORE.search(text, max(0, start - 24), start)
    parts = [text[before.start() : end] if before else text[start:end]]
    start = before.start() if before else start
    for _ in range(3):
        bracket = _BRACKET.match(text, end, limit)
        end = bracket.end() if bracket else end
        unit = UNIT.match(text, end, limit)
        if unit is None:
            break
        parts.append(unit[0].strip(_GLUE))
        end = unit.end()
    street = collapse(", ".join(part.strip(_GLUE) for part in parts))
    tail = tail_of(text, end, limit) or town_behind(text, end, limit) or Tail(end, None, None, None, None)
    return Found(start, tail.end, Address(street, tail.locality, tail.region, tail.postal_code, tail.country))


def _tidy(text: str, found: Found) -> Found:
    address = found.address
    town = collapse(address.locality).strip(_GLUE) or None if address.locality else None
    return found._replace(address=address._replace(locality=town))
