"""Microdata: the items that stand in attributes of the markup, by the WHATWG's algorithm.

Where the standard gives a property no value or none that anyone means, what search engines and others read is
taken: `content` counts on every element, a referenced item that is no property lends its properties, and an item
that is the property of none stands for itself.
https://html.spec.whatwg.org/multipage/microdata.html
"""

from collections.abc import Iterator
from typing import Any

from crawler.extract.document import Document, attribute
from crawler.extract.structured.items import Published, published, unreadable
from crawler.extract.structured.markup_values import MarkupValues
from crawler.extract.tree import Element

_SYNTAX = "microdata"
_MAX_DEPTH = 50
_ADDRESSES = {
    **dict.fromkeys(("a", "area", "link"), "href"),
    **dict.fromkeys(("audio", "embed", "iframe", "img", "source", "track", "video"), "src"),
    "object": "data",
}
_WRITTEN = {"meta": "content", "data": "value", "meter": "value"}
_INPUT = {
    "name": "valueName",
    "value": "defaultValue",
    "min": "minValue",
    "max": "maxValue",
    "step": "stepValue",
    "pattern": "valuePattern",
    "minlength": "valueMinLength",
    "maxlength": "valueMaxLength",
}
_INPUT_FLAGS = {"required": "valueRequired", "readonly": "readonlyValue", "multiple": "multipleValues"}
"""Attributes of an <input> whose property ends in -input: https://schema.org/docs/actions.html."""


def microdata(document: Document) -> list[tuple[int, Published]]:
    """Top-level items with their place in the document, in the shape of JSON-LD; `@text`: text of one without
    properties."""
    scopes = document.with_attribute("itemscope")
    if not scopes:
        return []
    reader = _Reader(document)
    found = [(tag.order, reader.top(tag)) for tag in scopes if "itemprop" not in tag.attrs]
    found += [(tag.order, reader.top(tag)) for tag in scopes if not reader.has_read(tag)]
    return found


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._values = MarkupValues(document)
        self._own = _by_scope(document.tags)
        self._read: set[int] = set()

    def has_read(self, scope: Element) -> bool:
        return id(scope) in self._read

    def top(self, scope: Element) -> Published:
        try:
            return published(_SYNTAX, self._item(scope, ()))
        except ValueError as error:
            return unreadable(_SYNTAX, str(error))

    def _item(self, scope: Element, around: tuple[int, ...]) -> dict[str, Any]:
        """`around`: the items that it is read for, by id()."""
        if len(around) > _MAX_DEPTH:
            raise ValueError("nested too deep to be read")
        self._read.add(id(scope))
        self._values.visit()
        item: dict[str, Any] = {}
        if kinds := _tokens(scope, "itemtype"):
            item["@type"] = kinds[0] if len(kinds) == 1 else kinds
        if identity := (attribute(scope, "itemid") or "").strip():
            item["@id"] = identity
        properties = self._properties(scope)
        for tag in properties:
            self._values.visit()
            names = _tokens(tag, "itemprop")
            if (value := self._value(tag, names, (*around, id(scope)))) is not None:
                for name in names:
                    add_value(item, name, value)
        if not properties and (text := self._values.text(scope)):
            item["@text"] = text
        return item

    def _properties(self, scope: Element) -> list[Element]:
        """Elements that are properties of an item, in document order."""
        own = self._own.get(id(scope), [])
        names = _tokens(scope, "itemref")
        if not names:
            return own
        found = {id(tag): tag for tag in own}
        for target in map(self._document.by_id, names):
            if target is not None and target is not scope:
                found |= {id(tag): tag for tag in self._referenced(target)}
        return sorted(found.values(), key=lambda tag: tag.order)

    def _referenced(self, target: Element) -> Iterator[Element]:
        """Properties that a referenced element is and holds."""
        if "itemscope" in target.attrs and "itemprop" not in target.attrs:
            yield from self._own.get(id(target), [])
            return
        waiting = [target]
        while waiting:
            tag = waiting.pop()
            self._values.visit()
            if "itemprop" in tag.attrs:
                yield tag
            if "itemscope" not in tag.attrs:
                waiting += [child for child in tag.contents if isinstance(child, Element)]

    def _value(self, tag: Element, names: list[str], around: tuple[int, ...]) -> Any:
        """Value of a property; null where it is an item that it stands in itself."""
        if "itemscope" in tag.attrs:
            return None if id(tag) in around else self._item(tag, around)
        if tag.name in _WRITTEN:
            return (attribute(tag, _WRITTEN[tag.name]) or "").strip()
        if tag.name in _ADDRESSES:
            return self._values.address(tag, _ADDRESSES[tag.name])
        if tag.name == "time" and "datetime" in tag.attrs:
            return (attribute(tag, "datetime") or "").strip()
        if tag.name == "input" and any(name.endswith("-input") for name in names):
            return _specification(tag)
        content = (attribute(tag, "content") or "").strip()
        return content or self._values.text(tag)


def add_value(item: dict[str, Any], name: str, value: Any) -> None:
    """Give `item` one more value of a property; several are a list. Keywords of JSON-LD are no properties."""
    if name.startswith("@"):
        return
    if name not in item:
        item[name] = value
    elif isinstance(item[name], list):
        item[name].append(value)
    else:
        item[name] = [item[name], value]


def _by_scope(tags: list[Element]) -> dict[int, list[Element]]:
    """Elements with an `itemprop`, by id() of the item that they stand in; those in none are left out."""
    scope_of: dict[int, int | None] = {}
    found: dict[int, list[Element]] = {}
    for tag in tags:
        around = scope_of.get(id(tag.parent))
        if around is not None and "itemprop" in tag.attrs:
            found.setdefault(around, []).append(tag)
        scope_of[id(tag)] = id(tag) if "itemscope" in tag.attrs else around
    return found


def _tokens(tag: Element, name: str) -> list[str]:
    """Distinct words of an attribute, in order."""
    return list(dict.fromkeys((attribute(tag, name) or "").split()))


def _specification(tag: Element) -> dict[str, Any]:
    flags = {name: True for key, name in _INPUT_FLAGS.items() if key in tag.attrs}
    return {name: attribute(tag, key) for key, name in _INPUT.items() if key in tag.attrs} | flags
