"""Structured data as published: JSON-LD, an item a row."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from crawler.extract.document import Document, attribute
from crawler.tables.trust import StructuredDataRow, StructuredItemRow

_COMMENT_ENDS = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_MAX_DEPTH = 100


class StructuredData(NamedTuple):
    """`rows` as published, `items` a row an item, nested ones too; `values`: the item of each row, null where broken."""

    rows: list[StructuredDataRow]
    items: list[StructuredItemRow]
    values: list[dict[str, Any] | None]


def structured_data(document: Document) -> StructuredData:
    """Items of every JSON-LD script, @graph and arrays taken apart; a broken script is a row with its error."""
    values: list[dict[str, Any] | None] = []
    rows: list[StructuredDataRow] = []
    for tag in document.named("script"):
        if not _is_json_ld(attribute(tag, "type")):
            continue
        try:
            items = list(_items(_read("".join(map(str, tag.contents)))))
        except (ValueError, RecursionError) as error:
            rows.append(_row(document.url, len(rows) + 1, None, str(error) or "nested too deep"))
            values.append(None)
            continue
        for item in items:
            rows.append(_row(document.url, len(rows) + 1, item, None))
            values.append(item)
    return StructuredData(rows, [], values)


def types(item: dict[str, Any]) -> list[str]:
    """Types of an item, without the vocabulary's address."""
    declared = item.get("@type")
    named = declared if isinstance(declared, list) else [declared]
    return [name.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for name in named if isinstance(name, str)]


def _is_json_ld(type_attribute: str | None) -> bool:
    return (type_attribute or "").split(";")[0].strip().lower() == "application/ld+json"


def _read(text: str) -> Any:
    """Value of a JSON-LD script; comment marks around it, raw line breaks and entities are forgiven."""
    bare = _COMMENT_ENDS.sub("", text)
    try:
        return json.loads(bare, strict=False)
    except json.JSONDecodeError:
        unescaped = html.unescape(bare)
        if unescaped == bare:
            raise
        return json.loads(unescaped, strict=False)


def _items(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        raise ValueError("nested too deep")
    if isinstance(value, list):
        for member in value:
            yield from _items(member, depth + 1)
    elif isinstance(value, dict):
        graph = value.get("@graph")
        if isinstance(graph, list):
            yield from _items(graph, depth + 1)
        if not isinstance(graph, list) or "@type" in value:
            yield value


def _row(url: str, position: int, item: dict[str, Any] | None, error: str | None) -> StructuredDataRow:
    named = ", ".join(types(item)) if item else ""
    data = _storable(json.dumps(item, ensure_ascii=False)) if item is not None else None
    return StructuredDataRow(url, position, "json-ld", _storable(named) or None, data, error, None)


def _storable(text: str) -> str:
    """`text` without the lone surrogates that JSON's escapes can make."""
    return text.encode("utf-8", "replace").decode("utf-8")
