"""Numbers spelled with letters of the keypad: 1-800-GET-WELL."""

import re
from collections.abc import Callable, Iterator

from crawler.extract.phones.numbers import Number, number_of

_TOLL_FREE = r"8(?:00|33|44|55|66|77|88)"
_AREA = re.compile(
    rf"(?<![\w.-])(?:\+?(?P<one>1)[-. ]?)?\(?(?P<area>{_TOLL_FREE}|[2-9]\d\d)\)?(?P<gap>[-. ]{{1,3}})"
    r"(?P<letters>(?=[0-9-. ]{0,5}[A-Za-z]{2})[A-Za-z0-9](?:[-. ]?[A-Za-z0-9]){6}[A-Za-z0-9]{0,5})(?:-[A-Z]{2,5})?(?![\w]|-\w)"
)
_NATIONAL = {
    "AU": re.compile(r"(?<![\w.-])(?P<area>1[38]00)[- ](?P<letters>[A-Z](?:[- ]?[A-Z]){5,8})(?!\w)"),
    "NZ": re.compile(r"(?<![\w.-])(?P<area>0[58]00)[- ](?P<letters>[A-Z](?:[- ]?[A-Z]){5,7})(?!\w)"),
}
_LETTERS_NEEDED = {"AU": 6, "NZ": 6}
_ROOM = re.compile(
    r"\b(?:suite|ste|room|rm|unit|floor|bldg|building|apt|no|dept|box|route|hwy|highway|of)\W*\Z", re.IGNORECASE
)
_AREA_CODE = re.compile(r"[2-9]\d\d\)?[-. ]{1,3}(?=[0-9-. ]{0,5}[A-Za-z]{2})")
_LEAD = re.compile(r"(?<![\w.-])(?:\+?1[-. ]?)?\(?\Z")
_REACH, _BEFORE = 8, 12
_WORDS = re.compile(r"[A-Za-z]+")
_COUNTED = re.compile(
    r"\A[0-9-. ]*(?:PATIENT|REVIEW|CLINIC|MILLION|BILLION|PEOPLE|STUDENT|STUDIE|PROCEDURE|SURGERI|HOSPITAL|MEMBER|CASES|YEARS|MINUTE)"
)
_LOCAL_DIGITS = 7
_MIN_LETTERS = 4

Announced = Callable[[int, int], bool]


def vanity_numbers(text: str, region: str, announced: Announced) -> Iterator[tuple[int, int, Number]]:
    """Start, end and number of every vanity number of `text`.

    Where no phone word stands before it, a number must be in capitals behind 1-800- and its kind, or have
    hyphens between its words (310-GET-WELL): other figures before words in capitals count something.
    """
    national = _NATIONAL.get(region)
    if national:
        for match in national.finditer(text):
            keys = re.sub(r"[- ]", "", match["letters"])[: _LETTERS_NEEDED[region]]
            if (number := number_of(match["area"] + keys, region)) and number.valid:
                yield match.start(), match.end(), number
    for code in _AREA_CODE.finditer(text):
        lead = _LEAD.search(text, max(0, code.start() - _REACH), code.start())
        found = _AREA.match(text, lead.start()) if lead else None
        if found and _is_meant(text, found, announced) and (number := _north_american(found)) is not None:
            yield found.start(), found.end(), number


def _north_american(match: re.Match[str]) -> Number | None:
    keys = re.sub(r"[-. ]", "", match["letters"])
    if sum(key.isalpha() for key in keys[:_LOCAL_DIGITS]) < _MIN_LETTERS:
        return None
    number = number_of("+1" + match["area"] + keys[:_LOCAL_DIGITS], "US")
    return number if number and number.valid else None


def _is_meant(text: str, match: re.Match[str], announced: Announced) -> bool:
    """The words are no room's, count nothing, and stand where or are written as a number is."""
    letters = match["letters"]
    if _COUNTED.search(letters.upper()) or _ROOM.search(text[max(0, match.start() - _BEFORE) : match.start()]):
        return False
    toll_free = re.fullmatch(_TOLL_FREE, match["area"]) is not None
    spaced = match["gap"].isspace() and ")" not in match.group()
    behind_one = match["one"] is not None and not match["gap"].isspace()
    words = _WORDS.findall(letters)
    if not all(map(str.isupper, words)):
        if not toll_free or match["gap"].isspace() or " " in letters:
            return False
        return (behind_one and all(word[0].isupper() for word in words)) or announced(*match.span())
    if spaced and not (match["one"] or toll_free):
        return False
    parted = not spaced and re.search(r"[-.]", letters) is not None
    return behind_one or parted or announced(*match.span())
