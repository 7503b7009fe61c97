"""Telephone and fax numbers in structured data: JSON-LD, and the properties of microdata and RDFa."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from crawler.extract.phones.numbers import dialled
from crawler.extract.structured.data import types
from crawler.extract.tree import Element
from crawler.tables.trust import StructuredDataRow
from crawler.text import collapse

_VOICE, _FAX = "telephone", "faxnumber"
_CLUES = ("elephone", "axNumber", "faxn", '"tel:', '"TEL', '"callto:')
_ADDRESS = re.compile(r"\s*(?:tel|callto):\s*(?=\S)", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:[,;|/&\n]|\s(?:or|and|o|y|ou|et|oder|und)\s)\s*", re.IGNORECASE)
_MIN_DIGITS = 7
_OTHERS = frozenset(("affiliation", "hospitalaffiliation", "memberof", "alumniof", "recognizedby", "sponsor"))
"""Properties whose values are organisations of others."""

_OF_NOBODY = frozenset(("ContactPoint", "EntryPoint", "ServiceChannel", "OrganizationRole", "Role"))
_MAX_DEPTH = 50
_LONGEST = 300
"""Characters of a value in which several numbers are looked for."""


class Published(NamedTuple):
    """A number as published; `about`: types and name of the item it belongs to; `contact_type`: what the item says
    that the line is for."""

    channel: str
    written: str
    about: str
    tag: Element | None
    is_fax: bool
    contact_type: str | None


class _Item(NamedTuple):
    about: str
    contact_type: str | None


def json_ld_numbers(data: Iterable[StructuredDataRow], region: str) -> Iterator[Published]:
    """Numbers of JSON-LD items in document order; `region` tells where one number ends and the next begins."""
    for row in data:
        if row.syntax == "json-ld" and row.data is not None and any(clue in row.data for clue in _CLUES):
            for found in _of_item(json.loads(row.data), _Item("", None), 0):
                for written in several(found.written, region):
                    yield found._replace(written=written)


def is_for_fax(contact_type: str | None) -> bool:
    """The line is a fax machine's, by its contactType."""
    return contact_type is not None and "fax" in contact_type.lower()


def several(written: str, region: str) -> list[str]:
    """The numbers of a value that lists more than one, else the whole of it."""
    parts = [part.strip() for part in _SEVERAL.split(written[:_LONGEST])]
    numbers = [part for part in parts if _is_number(part, region)]
    return numbers if len(numbers) > 1 else [written]


def _is_number(part: str, region: str) -> bool:
    number = dialled(part, region) if sum(map(str.isdigit, part)) >= _MIN_DIGITS else None
    return number is not None and number.valid


def _of_item(value: Any, outer: _Item, depth: int) -> Iterator[Published]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for member in value:
            yield from _of_item(member, outer, depth + 1)
    elif isinstance(value, str):
        if address := _ADDRESS.match(value):
            yield _published(value[address.end() :], outer, is_fax=False)
    elif isinstance(value, dict):
        item = _Item(_about(value) or outer.about, _contact_type(value) or outer.contact_type)
        for key, inner in value.items():
            yield from _of_property(key.lower().rsplit("/", 1)[-1].rsplit(":", 1)[-1], inner, item, depth)


def _of_property(name: str, value: Any, item: _Item, depth: int) -> Iterator[Published]:
    if name in (_VOICE, _FAX):
        for written in _written(value):
            yield _published(_ADDRESS.sub("", written, count=1), item, is_fax=name == _FAX)
        value = [part for part in _listed(value) if isinstance(part, dict) and "@value" not in part]
    found = _of_item(value, item, depth + 1)
    if name in _OTHERS:
        found = (inner._replace(about=f"Affiliated {inner.about}") for inner in found)
    yield from found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _written(value: Any) -> Iterator[str]:
    """Values as text: bare ones, and those that JSON-LD wraps in `@value`."""
    for part in _listed(value):
        plain = part.get("@value") if isinstance(part, dict) else part
        if isinstance(plain, str | int) and not isinstance(plain, bool) and str(plain).strip():
            yield collapse(str(plain))


def _published(written: str, item: _Item, *, is_fax: bool) -> Published:
    is_fax = is_fax or is_for_fax(item.contact_type)
    channel = "json-ld-fax" if is_fax else "json-ld"
    return Published(channel, written, item.about, None, is_fax, item.contact_type)


def _contact_type(item: dict[str, Any]) -> str | None:
    for name in ("contactType", "roleName", "schema:contactType"):
        if named := ", ".join(_written(item.get(name))):
            return named[:_LONGEST]
    return None


def _about(item: dict[str, Any]) -> str:
    """`MedicalClinic: Name`; empty for a part that has a name of nobody, such as a ContactPoint or a CallAction."""
    named = ", ".join(types(item))
    if not named or named in _OF_NOBODY or named.endswith("Action"):
        return ""
    name = item.get("name")
    return f"{named}: {collapse(name)}" if isinstance(name, str) and name.strip() else named
