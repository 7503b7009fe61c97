"""JSON-LD: the items of the scripts of a page, @graph and arrays taken apart."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from crawler.extract.document import Document, attribute
from crawler.extract.structured.items import Published, published, unreadable
from crawler.extract.structured.lenient_json import read_json

_SYNTAX = "json-ld"
_MAX_DEPTH = 100
_REPEATED = 65_536
"""Longest script, in characters, that is kept: a site repeats that of the clinic on every page."""


def json_ld(document: Document) -> list[tuple[int, Published]]:
    """Items of every JSON-LD script with its place in the document; a broken script is one that has an error."""
    return [
        (tag.order, item)
        for tag in document.named("script")
        if _is_json_ld(attribute(tag, "type"))
        for item in items_of_script("".join(map(str, tag.contents)))
    ]


def items_of_script(text: str) -> tuple[Published, ...]:
    """Items of a script; those of a @graph are items of their own."""
    return _kept(text) if len(text) <= _REPEATED else _read(text)


def _is_json_ld(type_attribute: str | None) -> bool:
    return (type_attribute or "").partition(";")[0].strip().lower() == "application/ld+json"


def _read(text: str) -> tuple[Published, ...]:
    try:
        values, repairs = read_json(text)
        items = list(_items(values, 0))
    except ValueError as error:
        return (unreadable(_SYNTAX, str(error)),)
    plain = [value for value in values if value is not None and not isinstance(value, dict | list)]
    if plain and not items:
        return (unreadable(_SYNTAX, "holds no item, only a plain value: line 1 column 1"),)
    return tuple(published(_SYNTAX, item, repairs) for item in items)


_kept = lru_cache(maxsize=256)(_read)


def _items(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        raise ValueError("nested too deep to be read")
    if isinstance(value, list):
        for member in value:
            yield from _items(member, depth + 1)
    elif isinstance(value, dict):
        if isinstance(graph := value.get("@graph"), dict | list):
            yield from _items(graph, depth + 1)
            value = {key: inside for key, inside in value.items() if key != "@graph"}
            if "@type" not in value:
                return
        yield value
