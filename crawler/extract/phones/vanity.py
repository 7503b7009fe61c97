"""Numbers spelled with letters of the keypad: 1-800-GET-WELL."""

import re
from collections.abc import Iterator

from crawler.extract.phones.numbers import Number, number_of

_TOLL_FREE = r"8(?:00|33|44|55|66|77|88)"
_AREA = re.compile(
    rf"(?<![\w.-])(?:\+?(?P<one>1)[-. ]?)?\(?(?P<area>{_TOLL_FREE}|[2-9]\d\d)\)?(?P<gap>[-. ]{{1,3}})"
    r"(?P<letters>(?=[0-9-. ]{0,5}[A-Z]{2})[A-Z0-9](?:[-. ]?[A-Z0-9]){6,11})(?![\w])"
)
_NATIONAL = {
    "AU": re.compile(r"(?<![\w.-])(?P<area>1[38]00)[- ](?P<letters>[A-Z](?:[- ]?[A-Z]){5,8})(?!\w)"),
    "NZ": re.compile(r"(?<![\w.-])(?P<area>0[58]00)[- ](?P<letters>[A-Z](?:[- ]?[A-Z]){5,7})(?!\w)"),
}
_LETTERS_NEEDED = {"AU": 6, "NZ": 6}
_ROOM = re.compile(
    r"\b(?:suite|ste|room|rm|unit|floor|bldg|building|apt|no|dept|box|route|hwy|highway)\W*\Z", re.IGNORECASE
)
_MAY_BE_VANITY = re.compile(r"\d[-. )]{1,3}[0-9-. ]{0,5}[A-Z]{2}")
_LOCAL_DIGITS = 7
_MIN_LETTERS = 4


def vanity_numbers(text: str, region: str) -> Iterator[tuple[int, int, Number]]:
    """Start, end and number of every vanity number of `text`, capitals only."""
    if not _MAY_BE_VANITY.search(text):
        return
    national = _NATIONAL.get(region)
    if national:
        for match in national.finditer(text):
            keys = re.sub(r"[- ]", "", match["letters"])[: _LETTERS_NEEDED[region]]
            if (number := number_of(match["area"] + keys, region)) and number.valid:
                yield match.start(), match.end(), number
    for match in _AREA.finditer(text):
        if (number := _north_american(text, match)) is not None:
            yield match.start(), match.end(), number


def _north_american(text: str, match: re.Match[str]) -> Number | None:
    letters = match["letters"]
    keys = re.sub(r"[-. ]", "", letters)
    if sum(key.isalpha() for key in keys[:_LOCAL_DIGITS]) < _MIN_LETTERS:
        return None
    toll_free = match["area"].startswith("8") and re.fullmatch(_TOLL_FREE, match["area"]) is not None
    plain_space = match["gap"].isspace() and ")" not in match.group()
    if plain_space and not (match["one"] or toll_free):
        return None
    if _ROOM.search(text[max(0, match.start() - 12) : match.start()]):
        return None
    number = number_of("+1" + match["area"] + keys[:_LOCAL_DIGITS], "US")
    return number if number and number.valid else None
