"""What stands behind a street: town, state and postal code, in the forms of the countries that we know."""

import re
from typing import NamedTuple

from crawler.extract.nap.regions import COUNTRY_PATTERN, REGIONS, country_code, region_pattern

FARTHEST = 120
"""Characters behind a street within which its town and postal code stand."""

_MOST_PARTS = 4
_MOST_WORDS = 6


class Tail(NamedTuple):
    """Town and so on of an address, which ends at offset `end`."""

    end: int
    locality: str | None
    region: str | None
    postal_code: str | None
    country: str | None


_US_ZIP = r"\d{5}(?:[-–]\d{4})?(?![-\w]|[.,]\d)"
_CA_CODE = r"[A-CEGHJ-NPR-TVXYa-z]\d[A-Z] ?-?\d[A-Z]\d\b"
_GB_CODE = r"(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b"
_IE_CODE = r"(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}\b"
_BEFORE = r"(?:(?<=[\s,(])|\A)"
_ANCHORS = (
    ("US", re.compile(rf"{_BEFORE}(?P<region>{region_pattern('US')})\.?[,\s]+(?P<code>{_US_ZIP})")),
    ("CA", re.compile(rf"{_BEFORE}\(?(?P<region>{region_pattern('CA')})\)?\.?[,\s]+(?P<code>{_CA_CODE})")),
    ("AU", re.compile(rf"{_BEFORE}(?P<region>{region_pattern('AU')})\.?[,\s]+(?P<code>\d{{4}})(?![-\w]|[.,]\d)")),
    (
        "IN",
        re.compile(
            rf"{_BEFORE}(?P<region>{region_pattern('IN')})\.?[,\s]*[-–]?\s*(?P<code>[1-9]\d{{2}} ?\d{{3}})(?![-\w])"
        ),
    ),
    ("IE", re.compile(rf"{_BEFORE}(?P<region>(?!))?(?P<code>{_IE_CODE})")),
    ("GB", re.compile(rf"{_BEFORE}(?P<region>(?!))?(?P<code>{_GB_CODE})")),
    ("CA", re.compile(rf"{_BEFORE}(?P<region>(?!))?(?P<code>{_CA_CODE})")),
    ("IN", re.compile(r"(?P<region>(?!))?(?<=[a-z])\s?[-–]\s?(?P<code>[1-9]\d{2} ?\d{3})(?![-\w])")),
    (None, re.compile(rf"{_BEFORE}(?P<region>(?!))?(?P<code>{_US_ZIP})")),
    ("US", re.compile(rf"(?<=, )(?P<region>{region_pattern('US')})(?P<code>(?!))?(?![\w'’])")),
    ("CA", re.compile(rf"(?<=, )(?P<region>{region_pattern('CA')})(?P<code>(?!))?(?![\w'’])")),
)
_CONNECTORS = "de|del|la|las|los|le|les|du|des|sur|sous|en|aux?|lès|lez|am|an|der|bei|im|ob|op|aan|den|of|upon|on|and|the|by|under"
_CITY_WORD = rf"(?:[A-ZÀ-Þ'’][\w'’.-]{{0,30}}|(?:{_CONNECTORS})(?= ))"
_CODE_FIRST = re.compile(
    rf"[\s,·•|–-]*(?:(?P<country>F|B|D|E|A|L|NL|BE|FR|DE|CH|AT|ES|LU)[- –])?(?P<code>\d{{4,5}}) (?P<city>{_CITY_WORD}(?:[ -]{_CITY_WORD}){{0,5}})"
)
_PREFIXES = {"F": "FR", "B": "BE", "D": "DE", "E": "ES", "A": "AT", "L": "LU"}
_LABELS = re.compile(
    r"[ -]*\b(?:Tél|Tel|Téléphone|Teléfono|Telefon|Telefoon|Phone|Fax|E-?mail|Courriel|GSM|Mobile|Ph|Call|Contact|Email|T|P|M|F)\b.*",
    re.DOTALL,
)
_COUNTRY = re.compile(rf"[\s,(.–-]{{1,3}}(?P<name>{COUNTRY_PATTERN})(?![\w])", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[,\n·•|;]\s*|\s[–-]\s")
_TOWN = re.compile(r"(?:St\.? |Ste\.? |Mt\.? |Ft\.? )?[A-ZÀ-Þ][\w'’.-]*(?:[ -][\w'’.&-]+){0,5}\Z")
_SENTENCE = re.compile(r"[a-z]{3,}[.!?:]\s|[.!?:]\s*\Z|[!?@]")
_BRACKETS = re.compile(r"\([^()\n]{0,60}\)")


def tail_of(text: str, start: int, limit: int) -> Tail | None:
    """Town, state and postal code that stand in `text` from `start`, where a street has ended, and before `limit`."""
    window = _BRACKETS.sub(lambda found: " " * len(found[0]), text[start : min(limit, start + FARTHEST)])
    found = _code_first(window) or _anchored(window)
    if found is None:
        return None
    country = _COUNTRY.match(text, start + found.end, min(len(text), start + found.end + 40))
    end = start + found.end
    if country is None:
        return found._replace(end=end)
    return found._replace(end=country.end(), country=country_code(country["name"]) or found.country)


def town_behind(text: str, start: int, limit: int) -> Tail | None:
    """A town alone, behind a comma or on the next line, where nothing else follows."""
    window = text[start : min(limit, start + 60)]
    found = re.match(rf"(?:,| ·|\n) ?({_CITY_WORD}(?:[ -]{_CITY_WORD}){{0,3}})(?=[\n,.;]|\Z)", window)
    if found is None or _LABELS.match(found[1]) or _is_no_town(found[1]):
        return None
    return Tail(start + found.end(), found[1], None, None, None)


def _is_no_town(words: str) -> bool:
    return len(words) < 3 or bool(
        re.search(r"(?i)\b(?:phone|hours|suite|floor|and|the|our|we|call|fax|email|parking|open)\b", words)
    )


def _code_first(window: str) -> Tail | None:
    """`5100 Jambes`, as the continent writes it; a part of the address may stand between."""
    for at in (0, *(part.end() for part in list(_SEPARATOR.finditer(window))[:2])):
        found = _CODE_FIRST.match(window, at)
        if found is None:
            continue
        city = re.sub(r"(?: [A-Z])+\Z", "", _LABELS.sub("", found["city"])).strip(" -")
        if len(city) < 2:
            continue
        country = _PREFIXES.get(found["country"] or "", found["country"])
        return Tail(found.start("city") + len(city), city, None, found["code"], country)
    return None


def _anchored(window: str) -> Tail | None:
    """Town before its state or postal code; the anchor that comes first and tells most counts."""
    hits = [
        (found.start(), rank, country, found)
        for rank, (country, anchor) in enumerate(_ANCHORS)
        if (found := anchor.search(window))
    ]
    for _, _, country, found in sorted(hits, key=lambda hit: (hit[0] // 12, hit[1])):
        between = window[: found.start()]
        parts = [part for part in _SEPARATOR.split(between.strip(" ,\n·•|;–-")) if part]
        if (
            len(parts) > _MOST_PARTS
            or _SENTENCE.search(between)
            or any(len(p.split()) > _MOST_WORDS for p in parts)
        ):
            continue
        town = parts[-1] if parts and _TOWN.match(parts[-1]) else None
        region, code = found["region"], found["code"]
        if town is None and not (region and code) and country not in ("GB", "IE"):
            continue
        if country is None and (town is None or code is None):
            continue
        county = _county(parts) if country in ("GB", "IE") else None
        if county and len(parts) > 1:
            town = parts[-2] if _TOWN.match(parts[-2]) else town
        return Tail(found.end(), town, region or county, code, country)
    return None


def _county(parts: list[str]) -> str | None:
    """County between town and postal code, where it is named as one."""
    if len(parts) > 1 and re.match(
        r"(?:Co\.?|County) \w|\w+(?:shire|sex)\Z|(?:Kent|Surrey|Norfolk|Suffolk|Devon|Cornwall|Dorset|Somerset|Cumbria)\Z",
        parts[-1],
    ):
        return parts[-1]
    return None


def region_code(region: str | None, country: str | None) -> str | None:
    """Code of a state or province by its name or code; as it is, in lower case, where it is none that we know."""
    if region is None:
        return None
    name = region.strip().rstrip(".").lower()
    for known in (country,) if country in REGIONS else REGIONS:
        if known is not None and name in REGIONS[known]:
            return REGIONS[known][name]
    return name or None
