"""Phone numbers in running text, with what is no number left out."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher

from crawler.extract.phones.guards import is_something_else
from crawler.extract.phones.numbers import Number, number_of
from crawler.extract.phones.placeholders import is_placeholder
from crawler.extract.phones.vanity import vanity_numbers

_BETWEEN = r"[-‐-―−ー－-／ \u00a0\u00ad\u200b\u2060\u3000()（）［］.\[\]/~⁓∼～]"
_WINDOW = re.compile(rf"\d(?:{_BETWEEN}{{0,4}}\d){{6,}}")
"""At least seven digits with nothing but punctuation of phone numbers between them."""

_LONGEST_WINDOW = 400
"""Characters; what goes on for longer is a table of figures, in which the matcher would try every start."""

_LEAD = re.compile(r"(?:[+＋(\[（［]\s?){1,3}\Z")

_EXTENSION = re.compile(
    r"\s?[;,(]?\s?(?:ext(?:ensi[oó]n|n)?|x|poste|anexo|int(?:erno)?|#)\s?[.:=]?\s?(\d{1,6})(?![\d-])",
    re.IGNORECASE,
)
_PHONE_WORD = re.compile(
    r"(?:\b(?:call(?:ing)?|(?:tele)?phone|fone|ph|tel|tél|téléphone|teléfono|telefon|telefoon|mobile|móvil|cell|celular"
    r"|gsm|fax|text|sms|whatsapp|dial|ring|hotline|helpline|contact|office|reach us|llame|llámenos|appelez|toll[- ]free)\b"
    r"|\b[TPMF][.:]|[☎✆📞📱📠])(?:[^\w\n]*(?:[^\W\d]+[^\w\n]+){0,4}|\W*)\Z",
    re.IGNORECASE,
)
_TEN_DIGITS = re.compile(r"(?:\+?1[-. ]{1,2})?\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}")
_SEVERAL = re.compile(rf"(?:{_TEN_DIGITS.pattern}(?: |$)){{2,}}")
"""Numbers that nothing but a space parts, which the matcher takes for one."""

_NORTH_AMERICA = 1

Place = Callable[[int, int], bool]
"""Says whether the text from start to end stands where a phone number is expected."""


class Mention(NamedTuple):
    """A number in a text, from `start` to `end`; `vanity`: spelled with letters of the keypad."""

    start: int
    end: int
    number: Number
    vanity: bool


class _Match(NamedTuple):
    start: int
    end: int
    e164: str
    country_code: int


def find_numbers(text: str, region: str, expected: Place) -> list[Mention]:
    """Numbers of `text` in order. `region` is where national numbers are dialled.

    Valid numbers with the grouping of their country; with any grouping, and as a bare run of digits, only
    behind a phone word or where a number is `expected`.
    """
    found = sorted(_written_with_digits(text, region, expected))
    starts = [mention.start for mention in found]
    vanity = []
    for start, end, number in vanity_numbers(text, region):
        behind = bisect_left(starts, end)
        if all(near.end <= start for near in found[max(0, behind - 2) : behind]):
            vanity.append(Mention(start, end, number, True))
    return sorted(found + vanity) if vanity else found


def _written_with_digits(text: str, region: str, expected: Place) -> Iterator[Mention]:
    for digits in _WINDOW.finditer(text):
        lead = _LEAD.search(text, max(0, digits.start() - 6), digits.start())
        offset = lead.start() if lead else digits.start()
        window = text[offset : digits.end()]
        if len(window) > _LONGEST_WINDOW:
            continue
        for match in _matches(window, region):
            start, end = offset + match.start, offset + match.end
            if is_something_else(text, start, end):
                continue
            if text[start:end].isdigit() and not _is_announced(text, start, end, expected):
                continue
            yield _mention(text, start, end, match.e164)
        if (invented := _placeholder(window, region)) is not None:
            start, end = offset, offset + len(window)
            if not is_something_else(text, start, end) and not text[start:end].isdigit():
                yield Mention(start, end, invented, False)
        for match in _loose_matches(window, region):
            start, end = offset + match.start, offset + match.end
            if not is_something_else(text, start, end) and _is_announced(text, start, end, expected):
                yield _mention(text, start, end, match.e164)


def _mention(text: str, start: int, end: int, e164: str) -> Mention:
    extension = _EXTENSION.match(text, end)
    number = Number(e164, extension.group(1) if extension else None, True)
    return Mention(start, extension.end() if extension else end, number, False)


def _is_announced(text: str, start: int, end: int, expected: Place) -> bool:
    behind_word = _PHONE_WORD.search(text[max(0, start - 40) : start])
    return behind_word is not None or _EXTENSION.match(text, end) is not None or expected(start, end)


@lru_cache(maxsize=8192)
def _matches(window: str, region: str) -> tuple[_Match, ...]:
    found = tuple(map(_match, PhoneNumberMatcher(window, region, Leniency.STRICT_GROUPING)))
    if found or not _SEVERAL.fullmatch(window):
        return found
    parts = [(part.start(), _matches(part.group(), region)) for part in _TEN_DIGITS.finditer(window)]
    return tuple(m._replace(start=at + m.start, end=at + m.end) for at, inner in parts for m in inner)


def _placeholder(window: str, region: str) -> Number | None:
    """Number of a template such as 123-456-7890: grouped like a number, and no country has it."""
    if _matches(window, region) or not _TEN_DIGITS.fullmatch(window) or not is_placeholder(window):
        return None
    return number_of(window, region)


@lru_cache(maxsize=8192)
def _loose_matches(window: str, region: str) -> tuple[_Match, ...]:
    """Valid numbers with an unusual grouping; North America writes its numbers in one way only."""
    if _matches(window, region):
        return ()
    loose = map(_match, PhoneNumberMatcher(window, region, Leniency.VALID))
    return tuple(match for match in loose if match.country_code != _NORTH_AMERICA)


def _match(found: phonenumbers.PhoneNumberMatch) -> _Match:
    number = phonenumbers.format_number(found.number, PhoneNumberFormat.E164)
    return _Match(found.start, found.end, number, found.number.country_code or 0)
