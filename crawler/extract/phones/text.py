"""Phone numbers in running text, with what is no number left out."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from crawler.extract.phones.broken import cannot_exist, is_offered
from crawler.extract.phones.guards import is_series, is_something_else
from crawler.extract.phones.matches import DOTS, Match, loose_matches, matches, placeholder
from crawler.extract.phones.numbers import Number, number_of
from crawler.extract.phones.vanity import vanity_numbers

_BETWEEN = rf"[-‐-―−ー－-／ \u00a0\u00ad\u200b\u2060\u3000()（）［］.\[\]/~⁓∼～{DOTS}]"
_RUN = re.compile(rf"\d(?:{_BETWEEN}{{0,4}}\d){{6,}}")
"""At least seven digits with nothing but punctuation of phone numbers between them."""

MOST_BROKEN = 50
"""Told of one text; each is looked up in many countries."""

_LONGEST_RUN = 400
"""Characters; what goes on for longer is a table of figures, in which the matcher would try every start."""

_LEAD = re.compile(r"(?:[+＋(\[（［]\s?){1,3}\Z")
_NO_PART = tuple(
    (re.compile(rf"\b(?:{before})\s{{0,2}}\Z"), re.compile(rf"(?:{group}) {{1,2}}(?=\D?\d)"))
    for before, group in (
        (r"(?i:suite|ste|unit|level|floor|apt|room|rm|bldg|building)\.?\s?#?", r"\d{1,4}"),
        (r"[A-Z]{2},?", r"\d{5}(?:-\d{4})?"),
        (r"(?:NSW|VIC|QLD|TAS|ACT|SA|WA),?", r"[2-7]\d{3}"),
    )
)
"""What ends in an address, and the figure behind it, which is no part of the number that follows: the room, the ZIP code
of an American and the postcode of an Australian state."""

_EXTENSION = re.compile(
    r"\s?[;,(]?\s?(?:ext(?:ensi[oó]n|n)?|x|poste|anexo|int(?:erno)?|#)\s?[.:=]?\s?(\d{1,6})(?![\d-])",
    re.IGNORECASE,
)
_PHONE_WORD = re.compile(
    r"(?:\b(?:call(?:ing)?|(?:tele|free)?phone|fone|ph|tel|tél|téléphone|teléfonos?|tfno|tlf|telefon(?:nummer)?|telefoon"
    r"|rufnummer|durchwahl|handy|mobile?|mob|móvil|cell|celular|portable|gsm|fax|text|sms|whatsapp|dial|ring|hotline"
    r"|helpline|contact|office|reach us|(?:our|my) number|num[ée]ro vert|llame|llámenos|appelez"
    r"|toll[- ]free)\b|\b[TPMF][.:]|[☎✆📞📱📠]|questions\?)(?:[^\w\n]*(?:[^\W\d]+[^\w\n]+){0,4}|\W*)\Z",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r"\s?(?:[/,&]|\b(?:or|and|o|y|ou|et|oder|und)\b)\s?(\d{3}[-. ]\d{4}|\d{6,8})(?!\d|[-./ ]\d)", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")

Place = Callable[[int, int], bool]
"""Says whether the text from start to end stands where a phone number is expected."""


class Mention(NamedTuple):
    """A number in a text, from `start` to `end`; `vanity`: spelled with letters of the keypad."""

    start: int
    end: int
    number: Number
    vanity: bool


class Broken(NamedTuple):
    """What is shown as a number and cannot be one."""

    start: int
    end: int
    number: None = None
    vanity: bool = False


class Reading(NamedTuple):
    """What a text holds, in order."""

    numbers: list[Mention]
    broken: list[Broken]


def find_numbers(text: str, region: str, expected: Place) -> list[Mention]:
    """Numbers of `text` in order. `region` is where national numbers are dialled.

    Valid numbers with the grouping of their country; with any grouping, and as a bare run of digits, only
    behind a phone word or where a number is `expected`.
    """
    return read_numbers(text, region, expected).numbers


def read_numbers(text: str, region: str, expected: Place) -> Reading:
    """Numbers of `text` as `find_numbers` gives them, and what stands behind a phone word and cannot be dialled."""
    found, broken = _written_with_digits(text, region, expected)
    starts = [mention.start for mention in found]

    def announced(start: int, end: int) -> bool:
        return _is_announced(text, start, end, expected)

    vanity = []
    for start, end, number in vanity_numbers(text, region, announced):
        behind = bisect_left(starts, end)
        if all(near.end <= start for near in found[max(0, behind - 2) : behind]):
            vanity.append(Mention(start, end, number, True))
    return Reading(sorted(found + vanity) if vanity else found, broken)


def extension_behind(text: str, end: int) -> str | None:
    """Extension that is written behind a number which ends at `end`."""
    match = _EXTENSION.match(text, end)
    return match.group(1) if match else None


def _written_with_digits(text: str, region: str, expected: Place) -> Reading:
    found: list[Mention] = []
    broken: list[Broken] = []
    floor = 0
    for run in _RUN.finditer(text):
        start = _start_of_number(text, run)
        if start is None or run.end() - start > _LONGEST_RUN:
            continue
        known = len(found)
        for mention in _of_run(text, start, run.end(), region, expected, floor):
            if mention.start >= floor:
                found.append(mention)
                floor = mention.end
        if len(found) > known or len(broken) == MOST_BROKEN:
            continue
        if _is_broken(text, start, run.end(), region, expected, floor):
            broken.append(Broken(start, run.end()))
            floor = run.end()
    return Reading(found, broken)


def _is_broken(text: str, start: int, end: int, region: str, expected: Place, floor: int) -> bool:
    run = text[start:end]
    return (
        is_offered(text, start, end, expected, floor)
        and not (matches(run, region) or loose_matches(run, region))
        and not is_something_else(text, start, end, floor)
        and cannot_exist(run, region)
    )


def _start_of_number(text: str, run: re.Match[str]) -> int | None:
    """Where a number may begin in `run`: with its plus or bracket, behind the room or ZIP code of an address."""
    start = run.start()
    before = text[max(0, start - 14) : start]
    for words, figure in _NO_PART:
        if (no_part := figure.match(run.group())) and words.search(before):
            digit = _DIGIT.search(text, start + no_part.end())
            start = digit.start() if digit else run.end()
            break
    lead = _LEAD.search(text, max(0, start - 6), start)
    return lead.start() if lead else start


def _of_run(text: str, start: int, end: int, region: str, expected: Place, floor: int) -> Iterator[Mention]:
    run = text[start:end]
    for match in matches(run, region):
        at = start + match.start
        if is_something_else(text, at, start + match.end, floor):
            continue
        written = text[at : start + match.end]
        if is_series(written):
            if not _behind_word(text, at):
                continue
        elif written.isdigit() and not _is_announced(text, at, start + match.end, expected):
            continue
        mention = _mention(text, start, match)
        floor = mention.end
        yield mention
        if (second := _second(text, mention, region)) is not None:
            floor = second.end
            yield second
    if (invented := placeholder(run, region)) is not None:
        if not is_something_else(text, start, end, floor) and not run.isdigit():
            yield Mention(start, end, invented, False)
        return
    for match in loose_matches(run, region):
        at, until = start + match.start, start + match.end
        if not is_something_else(text, at, until, floor) and _is_announced(text, at, until, expected):
            mention = _mention(text, start, match)
            floor = mention.end
            yield mention


def _mention(text: str, start: int, match: Match) -> Mention:
    extension = _EXTENSION.match(text, start + match.end)
    number = Number(match.e164, extension.group(1) if extension else None, True)
    return Mention(start + match.start, extension.end() if extension else start + match.end, number, False)


def _second(text: str, first: Mention, region: str) -> Mention | None:
    """Number behind `first` that leaves out the area code they share: `(310) 453-1234 or 453-9876`."""
    match = _SECOND.match(text, first.end)
    if match is None or first.number.extension:
        return None
    local = match.group(1)
    digits = "".join(_DIGIT.findall(local))
    ending = _DIGIT.sub("0", text[first.start : first.end])[-len(local) - 1 :]
    if ending[1:] != _DIGIT.sub("0", local) or ending[0] == "0":
        return None
    number = number_of(first.number.e164[: -len(digits)] + digits, region)
    if number is None or not number.valid or is_something_else(text, match.start(1), match.end(1), first.end):
        return None
    return Mention(match.start(1), match.end(1), number, False)


def _is_announced(text: str, start: int, end: int, expected: Place) -> bool:
    return _behind_word(text, start) or _EXTENSION.match(text, end) is not None or expected(start, end)


def _behind_word(text: str, start: int) -> bool:
    return _PHONE_WORD.search(text[max(0, start - 40) : start]) is not None
