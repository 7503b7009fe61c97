"""Postal addresses in a form in which those of one place are alike."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from crawler.extract.nap.addresses import Address
from crawler.extract.nap.towns import region_code

_WORDS = {
    "st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue", "avda": "avenida", "avd": "avenida", "blvd": "boulevard",
    "bd": "boulevard", "bld": "boulevard", "boul": "boulevard", "dr": "drive", "ln": "lane", "ct": "court", "pl": "place",
    "plz": "plaza", "pza": "plaza", "sq": "square", "ter": "terrace", "tce": "terrace", "trl": "trail", "pkwy": "parkway",
    "pky": "parkway", "hwy": "highway", "cir": "circle", "cres": "crescent", "cr": "crescent", "gdns": "gardens",
    "esp": "esplanade", "pde": "parade", "tpke": "turnpike", "xing": "crossing", "expy": "expressway", "fwy": "freeway",
    "rte": "route", "ch": "chemin", "chaussee": "chaussee", "strasse": "strasse", "c": "calle", "ctra": "carretera", "pº": "paseo", "mt": "mount",
    "ft": "fort", "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
    "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
}  # fmt: skip
_DIRECTIONS = {
    "n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast", "nw": "northwest", "se": "southeast",
    "sw": "southwest",
}  # fmt: skip
COMPASS = frozenset(_DIRECTIONS.values())
_TYPES = frozenset(_WORDS.values()) | frozenset(
    "rue allee quai impasse way close grove row walk mews park".split()
)
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_UNIT = re.compile(
    r"\b(?:suite|ste|unit|apt|apartment|room|rm|office|shop|studio|bureau|boite|bte|bus|flat)\b\.?\s*#?\s*(\w[\w-]*)|#\s*(\w[\w-]*)"
)
_FLOOR = re.compile(
    r"\b(?:floor|level|lvl)\b\.?\s*(\d+)|\b(\d{1,2})(?:st|nd|rd|th|e|er|eme)?\s+(?:floor|etage)\b|\b(ground|first|second|third|fourth|fifth|lower|upper|top) (?:floor|level)\b"
)
_BUILDING = re.compile(r"\b(?:building|bldg|tower)\b\.?\s*(\w+)")
_NUMBER = re.compile(r"(?:no\.? ?)?(\d{1,6})(?: ?[-/] ?(\d{1,5}))?-?([a-z](?![a-z]))?(?=[\s,]|\Z)")
_NUMBER_LAST = re.compile(
    r"[\s,](?:n[o°º]?\.? ?)?(\d{1,4})(?: ?([a-z]|bis|ter))?(?: ?[-/] ?(\d{1,4}))?[a-z]?\s*\Z"
)
_CODES = {"US": r"\d{5}(?:[-–]\d{4})?", "CA": r"[A-Za-z]\d[A-Za-z][ -]?\d[A-Za-z]\d", "AU": r"\d{4}", "IN": r"\d{3} ?\d{3}",
          "GB": r"[A-Za-z]{1,2}\d.{2,5}", "BE": r"\d{4}", "FR": r"\d{5}", "DE": r"\d{5}", "ES": r"\d{5}"}  # fmt: skip
"""Shape of the postal codes of a country."""


class Place(NamedTuple):
    """An address in canonical parts; empty where a part is not told. `street`: words without its type and directions,
    `kind`: those."""

    number: str
    street: str
    kind: frozenset[str]
    unit: str
    city: str
    region: str
    code: str
    country: str

    @property
    def is_complete(self) -> bool:
        """House number, street, and town or postal code are told."""
        return bool(self.number and self.street and (self.city or self.code))

    @property
    def key(self) -> str:
        """One line that is the same for all forms of it."""
        street = " ".join((self.number, self.street, *sorted(self.kind))).strip()
        return ", ".join(
            filter(None, (street, self.unit and f"#{self.unit}", self.city, self.region, self.code, self.country))
        )


@lru_cache(maxsize=4096)
def place_of(address: Address, country: str) -> Place:
    """Canonical parts of an address; `country`: of the site, where the address names none."""
    nation = (address.country or _likely(country, address.postal_code)).upper()
    street = _plain(address.street or "")
    street, unit = _without_unit(street)
    number, street = _without_number(street)
    if "/" in number and nation in ("AU", "NZ"):
        unit, _, number = number.partition("/")
    kind, name = _named(street)
    code = re.sub(r"[\s-]", "", (address.postal_code or "").upper())
    code = code[:5] if nation == "US" else code
    region = (region_code(address.region, nation) or "").upper()
    return Place(number, name, kind, unit, _town(address.locality), region, code, nation)


def _likely(country: str, code: str | None) -> str:
    """`country`, that of the site, unless the postal code is none of it."""
    shape = _CODES.get(country)
    return country if shape is None or not code or re.fullmatch(shape, code.strip()) else ""


def _plain(text: str) -> str:
    """`text` without accents, in lower case."""
    folded = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("–", "-"))
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).lower().split())


def _without_unit(street: str) -> tuple[str, str]:
    """Street without what stands for a part of its building, and that."""
    units = []
    for pattern, prefix in ((_UNIT, ""), (_FLOOR, "floor "), (_BUILDING, "building ")):
        found = pattern.search(street)
        if found and found.start() >= 0:
            value = next(filter(None, found.groups()), "")
            units.append(prefix + _ORDINALS.get(value, value))
            street = f"{street[: found.start()]} {street[found.end() :]}"
    street = re.sub(r"\([^()]*\)", " ", street)
    return " ".join(street.replace(" ,", ",").split()).strip(" ,-"), " ".join(units)


_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}


def _without_number(street: str) -> tuple[str, str]:
    word, _, rest = street.partition(" ")
    if word in _NUMBERS:
        return _NUMBERS[word], rest
    found = _NUMBER.match(street)
    if found:
        mark = "/" if "/" in found[0] else "-"
        number = found[1] + (mark + found[2] if found[2] else "") + (found[3] or "")
        return number, street[found.end() :].strip(" ,")
    found = _NUMBER_LAST.search(street)
    if found:
        return found[1] + (found[2] or "") + (f"-{found[3]}" if found[3] else ""), street[: found.start()].strip(
            " ,"
        )
    box = re.match(r"(?:p ?o|gpo|post office)? ?(?:box|bp|postfach|apartado) ?(\d+)", street.replace(".", ""))
    return (box[1], "po box") if box else ("", street)


def _named(street: str) -> tuple[frozenset[str], str]:
    """Type and directions of a street, and the words of its name; abbreviations are written out."""
    street = (
        re.sub(r"(?<=\w)str\.?(?=\s|\Z)", "strasse", street)
        if re.search(r"[a-z]{3}str\.?(?:\s|\Z)", street)
        else street
    )
    words = re.findall(
        r"[\w'’]+", street.replace("c/", "calle ").replace("u.s.", "us").replace("'", "").replace("’", "")
    )
    full = [_word(word, at, len(words)) for at, word in enumerate(words)]
    kind = frozenset(word for word in full if word in COMPASS or word in _TYPES)
    name = " ".join(word for word in full if word not in kind)
    return (kind, name) if name else (frozenset(), " ".join(full))


def _word(word: str, at: int, count: int) -> str:
    if word == "st" and at == 0 and count > 1:
        return "saint"
    return _DIRECTIONS.get(word) or _WORDS.get(word) or word


def _town(locality: str | None) -> str:
    town = re.sub(r"[^\w ]", " ", _plain(locality or ""))
    return " ".join(
        {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}.get(word, word) for word in town.split()
    )
