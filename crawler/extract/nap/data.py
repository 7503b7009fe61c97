"""Names, addresses and opening hours of businesses in structured data."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from crawler.extract.nap.addresses import Address, addresses_in
from crawler.extract.nap.hours import hours_in
from crawler.extract.nap.regions import country_code
from crawler.extract.structured.items import types
from crawler.extract.structured.page_items import as_list, text_value
from crawler.opening_hours import CLOSED, DAYS, entries_of, entry, in_order

_HINT = re.compile(r'ddress"|openingHours|"name"')
_BUSINESS = re.compile(
    r"Organization|Organisation|Business|Corporation|Clinic|Physician|Dentist|Hospital|Pharmacy|Optician|DiagnosticLab|Physiotherapy"
    r"|Chiropract|Podiatr|MedicalSpa|HealthClub|DaySpa|Store|Place\Z|ProfessionalService"
)
_ADDRESS_PARTS = ("streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry")
_OTHERS = frozenset(
    """
    affiliation hospitalAffiliation memberOf member alumniOf recognizedBy sponsor funder areaServed containedInPlace containsPlace
    subjectOf mentions about review reviews author itemReviewed citation itemListElement acceptedAnswer suggestedAnswer
    knowsAbout award employee performer organizer offers hasCredential
    """.split()
)
"""Properties whose values are businesses of others, or may be."""

_MAX_DEPTH = 40
_MOST = 1000


class Published(NamedTuple):
    """What an item publishes of a business; `about`: its types, behind those of the items that it stands in."""

    kind: str
    text: str
    about: str
    name: str | None
    address: Address | None = None
    hours: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def published_nap(data: str) -> tuple[Published, ...]:
    """What an item, as JSON, publishes of names, addresses and opening hours; in document order."""
    if not _HINT.search(data):
        return ()
    found: list[Published] = []
    for one in _of_item(json.loads(data), "", None, 0):
        found.append(one)
        if len(found) >= _MOST:
            break
    return tuple(found)


def _of_item(item: Any, outer: str, name: str | None, depth: int) -> Iterator[Published]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(item, list):
        for member in item:
            yield from _of_item(member, outer, name, depth + 1)
    if not isinstance(item, dict):
        return
    kind = ", ".join(types(item))
    if kind != "PostalAddress":
        about = f"{outer} > {kind}" if outer and kind else kind or outer
        name = text_value(_first(item.get("name"))) or name
        yield from _own(item, about, name)
    else:
        about = outer
    for key, value in item.items():
        if isinstance(value, dict | list) and key not in (
            "address",
            "openingHoursSpecification",
            "specialOpeningHoursSpecification",
        ):
            inner = f"{about} > {key}" if key in _OTHERS else about
            yield from _of_item(value, inner, None if key in _OTHERS else name, depth + 1)


def _own(item: dict[str, Any], about: str, name: str | None) -> Iterator[Published]:
    """What the item itself says, not those in it."""
    if _BUSINESS.search(about.rpartition(" > ")[2]):
        for key in ("name", "legalName", "alternateName"):
            for written in as_list(item.get(key)):
                text = text_value(written)
                if text:
                    yield Published("name", text, about if key == "name" else f"{about} > {key}", name)
    for value in as_list(item.get("address")):
        address = _address(value)
        if address is not None:
            yield Published("address", ", ".join(part for part in address if part), about, name, address)
    hours, written = _hours(item)
    if hours:
        yield Published("hours", written, about, name, None, tuple(hours))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _address(value: Any) -> Address | None:
    """A PostalAddress, or an address in one string; null where it has no part that is filled."""
    if isinstance(value, str):
        found = addresses_in(value[:500])
        text = text_value(value)
        return found[0].address if found else Address(text) if text and text[:1].isdigit() else None
    if not isinstance(value, dict):
        return None
    street, locality, region, code, country = (_part(value.get(name)) for name in _ADDRESS_PARTS)
    box = _part(value.get("postOfficeBoxNumber"))
    street = street or (f"PO Box {box}" if box else None)
    if not (street or locality or code):
        return None
    return Address(street, locality, region, code, country_code(country) if country else None)


def _part(value: Any) -> str | None:
    """Text of a value; of a list all of them, of an item its name."""
    if isinstance(value, list):
        parts = [part for member in value[:5] if (part := _part(member))]
        return ", ".join(parts) or None
    if isinstance(value, dict):
        return _part(value.get("name") or value.get("@value"))
    return text_value(value)


def _hours(item: dict[str, Any]) -> tuple[list[str], str]:
    """Entries of `openingHours` and `openingHoursSpecification`, and how they are written."""
    lines = [text for value in as_list(item.get("openingHours")) if (text := text_value(value))]
    entries = [one for line in lines for one in _of_line(line)]
    for spec in as_list(item.get("openingHoursSpecification")):
        if isinstance(spec, dict) and not spec.get("validFrom") and not spec.get("validThrough"):
            told = _of_spec(spec)
            entries += told
            lines += told
    return in_order(entries), ", ".join(dict.fromkeys(lines))


def _of_line(line: str) -> list[str]:
    try:
        return [
            one for part in re.split(r"\s*;\s*|(?<=\d),\s*(?=[A-Z])", line) if part for one in entries_of(part)
        ]
    except ValueError:
        return [one for schedule in hours_in(f"hours {line}") for one in schedule.entries]


def _of_spec(spec: dict[str, Any]) -> list[str]:
    days = [day for value in as_list(spec.get("dayOfWeek")) if (day := _day(value)) is not None]
    opens, closes = _minutes(spec.get("opens")), _minutes(spec.get("closes"))
    if opens is None or closes is None:
        return [f"{DAYS[day]} {CLOSED}" for day in days] if "opens" not in spec and "closes" not in spec else []
    if opens == closes:
        return [f"{DAYS[day]} {CLOSED}" for day in days] if opens == 0 else []
    if closes == 0 or closes == 24 * 60 - 1:
        closes = 24 * 60
    return [entry(day, opens, closes) for day in days] if opens < closes else []


def _day(value: Any) -> int | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name")
    name = (
        value.rstrip("/").rpartition("/")[2].rpartition(":")[2].strip()[:2].title()
        if isinstance(value, str)
        else ""
    )
    return DAYS.index(name) if name in DAYS else None


def _minutes(value: Any) -> int | None:
    """Minutes of the day of `09:00`, `09:00:00+01:00`, `T09:00` or `9:00 AM`."""
    found = (
        re.match(r"T?(\d{1,2})(?::?(\d\d))?(?::\d\d)?\s*([AaPp])?", value.strip())
        if isinstance(value, str)
        else None
    )
    if found is None or int(found[1]) > 24 or int(found[2] or 0) > 59:
        return None
    hour = int(found[1]) % 12 + (12 if found[3] in "Pp" else 0) if found[3] else int(found[1])
    return hour * 60 + int(found[2] or 0)
