"""What stands around a number: the name of the person whose line it is, or the address of another business."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from crawler.extract.people.names import Named, person_at

STRONG_NAMES = 3
"""Ours: on a site with so many clinicians a heading that is a name is taken for one of them."""

_PROFESSION = re.compile(
    r"\b(?:dr|drs|prof|doctor\w*|docteure?|medecin|arzt|aerztin|surgeon|chirurg\w*|physician|nurse|infirmiere?"
    r"|enfermer[oa]|krankenschwester|midwife|sage-femme|hebamme|matrona|dentist\w*|zahnarzt\w*|orthodon\w*t\w*|coach"
    r"|\w*therap(?:ists?|eute?|euta|eutin|euten)|kine(?:sitherap\w*|siolog\w*|siste)?|osteopat(?:he?|a|hin)"
    r"|chiropract(?:or|eur|ors)|quiropractic[oa]|masseu(?:r|se)|massotherap\w*|logoped\w*|orthophoniste"
    r"|\w+olog(?:ists?|ue|o|a|e|in)|\w+iat(?:rists?|re|er|ra)|diet(?:itian|ician|eticien\w*|ist\w*)|nutri\w*ist[ae]?"
    r"|acupunct(?:urist|eur|rice)|acupuntor\w*|naturopath?\w*|heilpraktiker\w*|homeopath?\w*|optometrist)\b"
)
"""Professions of health in English, French, Spanish and German, letters without accents."""

_ORGANISATION = re.compile(
    r"\b(?:cent(?:er|re|ro|rum)|clini(?:c|cs|que|ca)|kliniek|hospital|hopital|krankenhaus|klinik|practice|praxis|cabinet"
    r"|pharmac(?:y|ie)|farmacia|apotheke|institut[eo]?|associates|group|medical|medicine|chiropractic|physio\w*|dental"
    r"|orthopa?edics|wellness|health(?:care)?|spa|studio|gym|fitness|university|college|school|church|hotel|laborator\w*"
    r"|imaging|surgery|rehab\w*|therapy|foundation|society|association|inc|llc|ltd|gmbh|pllc)\b"
)
"""Words of the names of businesses, letters without accents."""

_COMMON = frozenset("the and for der die das und des les del los las our your our new main office suite".split())

_STREET = re.compile(
    r"\b\d{1,5}(?:-?[A-Z])?,?\s+(?:[\w.'’-]+\s+){1,4}?(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Ln|Lane|Way|Hwy"
    r"|Highway|Pkwy|Parkway|Ct|Court|Pl|Place|Plaza|Sq|Square|Ter|Terrace|Cir|Circle|Pike|Close|Crescent|Parade)\b"
    r"|\b(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Cc]hauss[ée]e|[Cc]alle|[Aa]venida|[Pp]aseo|[Pp]laza|[Ll]aan)\s+\S"
    r"|\b\w+(?:stra(?:ß|ss)e|str\.|straat|laan|weg|platz|allee)\s+\d"
)
_TOWN = re.compile(
    r"\b[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b"
    r"|\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}\b|\b\d{4,5}\s+[A-ZÀ-Þ][\w'’-]+"
)
_SENTENCE = re.compile(r"[.!?:]\s|\n")
_NAME_LENGTH = 80
_REACH = 400
"""Characters before a number that may hold the address that it belongs to."""

_NAME_END = re.compile(r"\s*(?:$|[,|(–—/-])")
_PART_OF_NAME = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{3,}")


class Place(NamedTuple):
    """A place of a number; `before`: the words right before it; `heading`: the one it stands under; `is_doubtful`: a
    link shows another number there than it dials."""

    number: str
    page: str
    page_type: str
    heading: str | None
    h1: str | None
    title: str | None
    before: str
    is_doubtful: bool = False


class People(NamedTuple):
    """With whose names a number stands: how many people, the commonest, and on how many pages."""

    people: int
    person: str | None
    pages: int


def people_by_number(places: Iterable[Place]) -> dict[str, People]:
    """For every number that stands with a clinician's name, in words before it, its heading or the page's H1."""
    rows = list(places)
    named = [_names(place) for place in rows]
    clinicians = {_key(name): name for names in named for name, is_clinician in names if is_clinician}
    takes_all = len(clinicians) >= STRONG_NAMES
    pages: dict[str, dict[str, set[str]]] = {}
    sure: Counter[tuple[str, str]] = Counter()
    for place, names in zip(rows, named, strict=True):
        found = _named_before(place.before, clinicians) or next(
            (clinicians.get(_key(name), name) for name, is_clinician in names if is_clinician or takes_all), None
        )
        if found:
            pages.setdefault(place.number, {}).setdefault(found, set()).add(place.page)
            sure[place.number, found] += not place.is_doubtful
    return {number: _people(number, of_number, sure) for number, of_number in pages.items()}


def is_foreign(before: str, own: Collection[str]) -> bool:
    """`before`, the words and lines before a number, end in the name and address of a business that shares no word
    with the clinic's `own` names (without accents, lower case). Without any own name nothing is foreign."""
    before = before[-_REACH:]
    streets = (street for street in _STREET.finditer(before) if _TOWN.search(before, street.end()))
    street = next(streets, None) if own else None
    if street is None:
        return False
    start = max(0, street.start() - _NAME_LENGTH)
    lines = [line for line in _SENTENCE.split(before[start : street.start()]) if line.strip()]
    name = next((plain(line) for line in reversed(lines) if _ORGANISATION.search(plain(line))), None)
    words = [
        word for word in _WORD.findall(name or "") if word not in _COMMON and not _ORGANISATION.fullmatch(word)
    ]
    return bool(words) and not any(word in own_name for word in words for own_name in own)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` in lower case, letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def _people(number: str, pages: dict[str, set[str]], sure: Counter[tuple[str, str]]) -> People:
    person = min(pages, key=lambda name: (-sure[number, name], -len(pages[name]), name))
    return People(len(pages), person, len(set[str]().union(*pages.values())))


def _names(place: Place) -> list[tuple[str, bool]]:
    """Names that the heading and the H1 are, and whether they are those of clinicians."""
    found = []
    for text in (place.heading, place.h1):
        person = _only_name(text) if text else None
        if person is not None:
            about = f"{text} {place.title or ''} {_slug(place.page)}"
            is_qualified = person.credentials is not None or place.page_type == "provider"
            found.append((person.name, is_qualified or _PROFESSION.search(plain(about)) is not None))
    return found


@lru_cache(maxsize=4096)
def _only_name(text: str) -> Named | None:
    """The person whose name `text` is, credentials and a profession behind it aside."""
    person = person_at(text)
    return person if person and person.start == 0 and _NAME_END.match(text, person.end) else None


def _named_before(before: str, clinicians: dict[str, str]) -> str | None:
    words = _PART_OF_NAME.findall(plain(before))
    pairs = (f"{first} {second}" for first, second in zip(words[-2::-1], words[:0:-1], strict=True))
    return next((clinicians[pair] for pair in pairs if pair in clinicians), None)


def _key(name: str) -> str:
    return " ".join(_PART_OF_NAME.findall(plain(name))[-2:])


def _slug(url: str) -> str:
    return unquote(urlsplit(url).path, errors="replace").rsplit("/", 1)[-1].replace("_", " ")
