"""Telephone and fax numbers in structured data: JSON-LD and microdata."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from crawler.extract.document import attribute, text_of
from crawler.extract.structured.data import types
from crawler.extract.tree import Element
from crawler.tables.trust import StructuredDataRow
from crawler.text import collapse

_PROPERTIES = {"telephone": "json-ld", "faxnumber": "json-ld-fax"}
_NAMES = re.compile(r"elephone|faxN")
_OTHERS = frozenset(("affiliation", "hospitalaffiliation", "memberof", "alumniof", "recognizedby", "sponsor"))
"""Properties whose values are organisations of others."""

_MAX_DEPTH = 50


class Published(NamedTuple):
    """A number as published; `about`: types and name of the item it belongs to."""

    channel: str
    written: str
    about: str
    tag: Element | None
    is_fax: bool


def published_numbers(data: Iterable[StructuredDataRow], properties: list[Element]) -> Iterator[Published]:
    """Numbers of JSON-LD items, then of the elements with an `itemprop`, each in document order."""
    for row in data:
        if row.syntax == "json-ld" and row.data is not None and _NAMES.search(row.data):
            yield from _of_item(json.loads(row.data), "", 0)
    for tag in properties:
        names = (attribute(tag, "itemprop") or "").lower().split()
        if "telephone" in names or "faxnumber" in names:
            yield Published("microdata", _value(tag), _scope(tag), tag, "faxnumber" in names)


def _of_item(item: Any, outer: str, depth: int) -> Iterator[Published]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(item, list):
        for member in item:
            yield from _of_item(member, outer, depth + 1)
    if not isinstance(item, dict):
        return
    about = _about(item) or outer
    for key, value in item.items():
        channel = _PROPERTIES.get(key.lower().rsplit("/", 1)[-1])
        if channel is None:
            inner = _of_item(value, about, depth + 1)
            is_other = key.lower() in _OTHERS
            yield from (
                (found._replace(about=f"Affiliated {found.about}") for found in inner) if is_other else inner
            )
            continue
        for written in value if isinstance(value, list) else [value]:
            if isinstance(written, str | int) and str(written).strip():
                yield Published(channel, collapse(str(written)), about, None, channel == "json-ld-fax")


def _about(item: dict[str, Any]) -> str:
    """`MedicalClinic: Name`; empty for a part that has a name of nobody, such as a ContactPoint."""
    named = ", ".join(types(item))
    if not named or named == "ContactPoint":
        return ""
    name = item.get("name")
    return f"{named}: {collapse(name)}" if isinstance(name, str) and name.strip() else named


def _value(tag: Element) -> str:
    content = attribute(tag, "content")
    if content is not None:
        return collapse(content)
    href = attribute(tag, "href") or ""
    shown = text_of(tag)
    return shown if any(character.isdigit() for character in shown) else href.partition(":")[2] or shown


def _scope(tag: Element) -> str:
    scope = next((parent for parent in tag.parents if "itemscope" in parent.attrs), None)
    kind = attribute(scope, "itemtype") if scope is not None else None
    return (kind or "").rstrip("/").rsplit("/", 1)[-1]
