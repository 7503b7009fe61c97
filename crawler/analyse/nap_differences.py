"""What two postal addresses of one place differ in, and whether they are of one place at all."""

from difflib import SequenceMatcher

from crawler.analyse.nap_places import COMPASS, Place

_ALIKE = 0.8


def differences(one: Place, other: Place) -> list[str] | None:
    """What two addresses of one place differ in, in words; null where they are not of one place, as far as can be told."""
    if not _same_country(one, other) or not (one.street and other.street and one.number and other.number):
        return None
    same_street = _same_street(one, other)
    same_number = one.number == other.number
    if not _same_town(one, other) or not (same_street or (same_number and _alike(one.street, other.street))):
        return None
    if not same_number and not is_slip(one.number, other.number):
        return None
    return told_apart(one, other)


def told_apart(one: Place, other: Place) -> list[str]:
    """Parts that both tell, and differently."""
    parts = [
        ("house number", one.number, other.number, one.number == other.number),
        ("street", one.street, other.street, _same_street(one, other)),
        ("suite", one.unit, other.unit, one.unit == other.unit),
        ("postal code", one.code, other.code, _same_code(one.code, other.code)),
        ("town", one.city, other.city, _same_city(one.city, other.city)),
    ]
    return [name for name, mine, theirs, same in parts if mine and theirs and not same]


def lacking(one: Place, than: Place) -> list[str]:
    """Parts that `than` tells and `one` does not."""
    parts = [("suite", one.unit, than.unit), ("postal code", one.code, than.code), ("town", one.city, than.city)]
    return [name for name, mine, theirs in parts if theirs and not mine]


def agrees(part: Place, whole: Place) -> bool:
    """`part`, of which town and code may be missing, can be `whole`."""
    return (
        bool(part.number)
        and part.number == whole.number
        and _same_street(part, whole)
        and not told_apart(part, whole)
    )


def shares_something(one: Place, other: Place) -> bool:
    """Two addresses have town, postal code or street in common."""
    return _same_country(one, other) and bool(
        (one.city and _same_city(one.city, other.city))
        or (one.code and one.code == other.code)
        or (one.street and one.street == other.street)
    )


def _same_country(one: Place, other: Place) -> bool:
    return one.country == other.country or not (one.country and other.country)


def is_slip(one: str, other: str) -> bool:
    """Two house numbers differ by one digit, by two that are swapped, or by one that is missing."""
    if len(one) == len(other):
        apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
        return len(apart) <= 1 or (swapped and apart[1] == apart[0] + 1)
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) != len(shorter) + 1 or len(shorter) < 2:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _same_street(one: Place, other: Place) -> bool:
    if one.street.replace(" ", "") != other.street.replace(" ", ""):
        return False
    kinds, directions = one.kind ^ other.kind, (one.kind & COMPASS, other.kind & COMPASS)
    types = (one.kind - COMPASS, other.kind - COMPASS)
    return not kinds or not (
        (all(types) and types[0] != types[1]) or (all(directions) and directions[0] != directions[1])
    )


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one[:80], other[:80], autojunk=False).ratio() >= _ALIKE


def _same_town(one: Place, other: Place) -> bool:
    """Nothing says that the two are in different towns: code or town agree, or one of the two tells neither."""
    if one.code and other.code and _same_code(one.code, other.code):
        return True
    if one.city and other.city and _same_city(one.city, other.city):
        return not (one.region and other.region) or one.region == other.region
    return not ((one.code and other.code) or (one.city and other.city))


def _same_code(one: str, other: str) -> bool:
    return one == other or (len(one) != len(other) and (one.startswith(other) or other.startswith(one)))


def _same_city(one: str, other: str) -> bool:
    """The same town, or one with a quarter, a county or a word of the street before it."""
    return one == other or f" {one} ".find(f" {other} ") >= 0 or f" {other} ".find(f" {one} ") >= 0
