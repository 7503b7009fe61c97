"""What a page shows as a phone number though no such number can exist: a digit too few or too many."""

import re
from collections.abc import Callable
from functools import lru_cache

from phonenumbers import Leniency, PhoneNumberMatcher, country_code_for_region

from crawler.extract.phones.guards import is_series
from crawler.extract.phones.numbers import Number, is_local, number_of

_CALL = re.compile(
    r"(?:\b(?:call(?: (?:us|now|today|our office|the office|at|on|toll[- ]free))*|(?:tele)?phone|ph|tel|tél|téléphone"
    r"|teléfono|telefon|telefoon|mobile?|móvil|cell|gsm|fax|sms|whatsapp|dial|hotline|helpline|appelez(?: le)?"
    r"|llame(?: al)?)(?: (?:no|number|nummer|us))?\.?|[☎✆📞📱📠])[\s:.–-]{0,4}\Z",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\d+")
_MARK = re.compile(r"[-‐-―−.()+]")
_HOURS_OR_YEARS = re.compile(r"\d{4}\s?[-–—]\s?\d{4}(?!\d)")
_ZIP_PLUS_FOUR = re.compile(r"\d{5}-\d{4}")
_HYPHENED = re.compile(r"\(?\d{3}(?:\) ?|-)\d{2,4}-")
"""As only North America writes."""

_FEWEST, _MOST = 8, 16
"""Digits: below, it may be a local number; above, it is none."""

_MOST_SINGLE = 2
"""Groups of one digit: more belong to measures."""

_NORTH_AMERICA = 1
_MANY_COUNTRIES = (
    "US GB FR DE ES IT NL BE CH AT IE PT SE DK NO FI PL CZ HU RO GR TR RU UA IL AE SA IN PK BD LK CN JP KR HK SG MY TH "
    "VN PH ID AU NZ ZA NG KE GH EG MA MX BR AR CO CL PE"
).split()
"""Countries whose numbers a page may show without saying so."""


def is_offered(text: str, start: int, end: int, expected: Callable[[int, int], bool], floor: int) -> bool:
    """A phone word stands right before the digits from `start` to `end`, or a plus leads them where a number is
    `expected`; what stands before `floor` belongs to the number before."""
    behind_word = _CALL.search(text[max(floor, start - 40) : start]) is not None
    return behind_word or ("+" in text[start:end] and expected(start, end))


@lru_cache(maxsize=1024)
def cannot_exist(raw: str, region: str) -> bool:
    """No country has the number `raw`: not the one it names, else not `region` nor any other. Said of nothing that
    could be anything else: hours, years, several local numbers, measures."""
    groups = _GROUP.findall(raw)
    if not _FEWEST <= sum(map(len, groups)) <= _MOST or len(groups) == 1 or "/" in raw:
        return False
    if is_series(raw) or _HOURS_OR_YEARS.match(raw) or sum(len(group) == 1 for group in groups) > _MOST_SINGLE:
        return False
    number = number_of(raw, region)
    if "+" in raw:
        return number is None or not number.valid
    if is_local(raw, region) or (number is not None and not _keeps_trunk_zero(number, region)):
        return False
    if country_code_for_region(region) == _NORTH_AMERICA:
        if groups[0].startswith("0") or not _MARK.search(raw) or _ZIP_PLUS_FOUR.fullmatch(raw):
            return False
        if _HYPHENED.match(raw):
            return True
    return not any(_is_valid_in(raw, country) for country in _MANY_COUNTRIES)


def _keeps_trunk_zero(number: Number, region: str) -> bool:
    """The zero before the area code was taken for a digit of it, as nothing else was possible."""
    return not number.valid and number.e164.startswith(f"+{country_code_for_region(region)}0")


def _is_valid_in(raw: str, country: str) -> bool:
    number = number_of(raw, country)
    if number is None or not number.valid:
        return False
    found = PhoneNumberMatcher(raw, country, Leniency.STRICT_GROUPING)
    return any(match.end - match.start == len(raw) for match in found)
