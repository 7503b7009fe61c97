"""An item of structured data taken apart: what is kept of it, and a part for every item in it."""

import json
from typing import Any, NamedTuple

from crawler.text import collapse

_MAX_DEPTH = 100
_WRAPPERS = ("@value", "@list", "@set")


class Part(NamedTuple):
    """An item, or one in it; `path`: properties that lead to it, joined by a dot."""

    path: str
    type: str | None
    item_id: str | None
    name: str | None
    properties: tuple[str, ...]
    empty_properties: tuple[str, ...]


_NOTHING = Part("", None, None, None, (), ())


class Published(NamedTuple):
    """An item as it is kept, or why there is none; made of what cannot change, so that a cache may hold it."""

    syntax: str
    type: str | None
    data: str | None
    error: str | None
    repairs: str | None
    parts: tuple[Part, ...]


def published(syntax: str, item: dict[str, Any], repairs: tuple[str, ...] = ()) -> Published:
    """`item` as JSON without lone surrogates, and its parts, outer ones first."""
    parts: list[Part] = []
    try:
        data = storable(json.dumps(item, ensure_ascii=False))
        _take_apart(json.loads(data), "", 0, parts)
    except (ValueError, RecursionError):
        return unreadable(syntax, "nested too deep to be read")
    return Published(syntax, parts[0].type, data, None, ", ".join(repairs) or None, tuple(parts))


def unreadable(syntax: str, error: str) -> Published:
    """What stands in place of an item that cannot be read."""
    return Published(syntax, None, None, storable(error), None, ())


def types(item: dict[str, Any]) -> list[str]:
    """Types of an item, without the vocabulary's address."""
    declared = item.get("@type")
    named = declared if isinstance(declared, list) else [declared]
    return [short_name(name) for name in named if isinstance(name, str)]


def short_name(name: str) -> str:
    """`name` of a type or property without the vocabulary's address or prefix."""
    name = name.strip().rstrip("/").removeprefix("schema:")
    return name.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def storable(text: str) -> str:
    """`text` without the lone surrogates that JSON's escapes can make."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _take_apart(item: dict[str, Any], path: str, depth: int, parts: list[Part]) -> bool:
    """Add the part of an item and those of the items in it; gives whether it says anything."""
    place = len(parts)
    parts.append(_NOTHING)
    filled: list[str] = []
    empty: list[str] = []
    for key, value in item.items():
        if not key.startswith("@"):
            name = short_name(key)
            says = _look_into(value, f"{path}.{name}" if path else name, depth + 1, parts)
            (filled if says else empty).append(name)
    identity = item.get("@id")
    parts[place] = Part(
        path=path,
        type=", ".join(types(item)) or None,
        item_id=identity if isinstance(identity, str) else None,
        name=_text(item.get("name")) or _text(item.get("headline")),
        properties=tuple(filled),
        empty_properties=tuple(empty),
    )
    return bool(filled) or not empty


def _look_into(value: Any, path: str, depth: int, parts: list[Part]) -> bool:
    """Add the items that `value` is or holds; gives whether it says anything.

    What only names another node, and a plain value with its language or type, are no items.
    """
    if isinstance(value, str):
        return bool(value) and not value.isspace()
    if depth > _MAX_DEPTH:
        raise ValueError
    if isinstance(value, list):
        says = [_look_into(member, path, depth + 1, parts) for member in value]
        return any(says)
    if not isinstance(value, dict):
        return value is not None
    for key in _WRAPPERS:
        if key in value:
            return _look_into(value[key], path, depth + 1, parts)
    if "@id" in value and value.keys() <= {"@id", "@type"}:
        return True
    return bool(value) and _take_apart(value, path, depth, parts)


def _text(value: Any) -> str | None:
    """First text in a value; null where it has none."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    return collapse(value) or None if isinstance(value, str) else None
