"""RDFa Lite: the typed items that stand in attributes of the markup (https://www.w3.org/TR/rdfa-lite/).

Open Graph's tags share the attribute `property` and are no items; a type without a known vocabulary is none either.
"""

from typing import Any, NamedTuple

from crawler.extract.document import Document, attribute
from crawler.extract.structured.items import Published, published, unreadable
from crawler.extract.structured.markup_values import MarkupValues
from crawler.extract.structured.microdata import add_value
from crawler.extract.tree import Element

_SYNTAX = "rdfa"
_ATTRIBUTES = frozenset(("typeof", "property", "vocab", "prefix", "resource", "about", "href", "src"))
_SCHEMA = ("http://schema.org/", "https://schema.org/")
_PREFIXES = {
    "schema": "http://schema.org/",
    "dc": "http://purl.org/dc/terms/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gr": "http://purl.org/goodrelations/v1#",
    "sioc": "http://rdfs.org/sioc/ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "v": "http://rdf.data-vocabulary.org/#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
"""Of those that need no declaration, what pages use: https://www.w3.org/2011/rdfa-context/rdfa-1.1."""

_MOST_PREFIXES = 100
_OPEN_GRAPH = ("://ogp.me/ns", "://opengraphprotocol.org/", "facebook.com/")


class _Frame(NamedTuple):
    """What an element hands down: vocabulary and prefixes in force, and the item that its properties belong to."""

    vocab: str
    prefixes: dict[str, str]
    item: dict[str, Any] | None


def rdfa(document: Document) -> list[tuple[int, Published]]:
    """Top-level typed items with their place in the document, in the shape of JSON-LD."""
    if not document.with_attribute("typeof"):
        return []
    reader = _Reader(document)
    try:
        for tag in document.tags:
            reader.enter(tag)
    except ValueError as error:
        return [(reader.roots[0][0] if reader.roots else 0, unreadable(_SYNTAX, str(error)))]
    return [(order, published(_SYNTAX, item)) for order, item in reader.roots]


class _Reader:
    """Reads elements in document order; `roots`: items that are no property, with their places."""

    def __init__(self, document: Document) -> None:
        self.roots: list[tuple[int, dict[str, Any]]] = []
        self._values = MarkupValues(document)
        self._frames: dict[int, _Frame] = {}
        self._by_resource: dict[str, dict[str, Any]] = {}

    def enter(self, tag: Element) -> None:
        outer = self._frames.get(id(tag.parent), _OUTSIDE)
        if not _ATTRIBUTES.isdisjoint(tag.attrs):
            outer = self._inside(tag, outer)
        self._frames[id(tag)] = outer

    def _inside(self, tag: Element, outer: _Frame) -> _Frame:
        frame = _declared(tag, outer)
        names = [short for name in _tokens(tag, "property") if (short := _property(name, frame))]
        kinds = [kind for name in _tokens(tag, "typeof") if (kind := _address(name, frame))]
        if kinds:
            return frame._replace(item=self._typed(tag, kinds, names, outer.item))
        if "property" not in tag.attrs:
            return self._about(tag, frame)
        if outer.item is not None and names:
            value = self._value(tag)
            for name in names:
                add_value(outer.item, name, value)
        return frame

    def _typed(
        self, tag: Element, kinds: list[str], names: list[str], outer: dict[str, Any] | None
    ) -> dict[str, Any]:
        item: dict[str, Any] = {"@type": kinds[0] if len(kinds) == 1 else kinds}
        if resource := self._resource(tag):
            item["@id"] = resource
            self._by_resource.setdefault(resource, item)
        if outer is None or not names:
            self.roots.append((tag.order, item))
        else:
            for name in names:
                add_value(outer, name, item)
        return item

    def _about(self, tag: Element, frame: _Frame) -> _Frame:
        """What an element hands down that only names the resource it is about."""
        resource = self._resource(tag)
        return frame._replace(item=self._by_resource.get(resource, {})) if resource else frame

    def _resource(self, tag: Element) -> str:
        name = next((name for name in ("about", "resource", "href", "src") if name in tag.attrs), None)
        return self._values.address(tag, name) if name else ""

    def _value(self, tag: Element) -> str:
        for name in ("content", "datetime"):
            if name in tag.attrs:
                return (attribute(tag, name) or "").strip()
        return self._resource(tag) or self._values.text(tag)


_OUTSIDE = _Frame("", _PREFIXES, None)


def _declared(tag: Element, outer: _Frame) -> _Frame:
    vocab, prefixes = attribute(tag, "vocab"), _tokens(tag, "prefix")
    if vocab is not None:
        outer = outer._replace(vocab=vocab.strip())
    if prefixes and len(outer.prefixes) < _MOST_PREFIXES:
        pairs = zip(prefixes[::2], prefixes[1::2], strict=False)
        declared = {name.removesuffix(":").lower(): address for name, address in pairs if name.endswith(":")}
        outer = outer._replace(prefixes=outer.prefixes | declared)
    return outer


def _tokens(tag: Element, name: str) -> list[str]:
    return (attribute(tag, name) or "").split()


def _address(name: str, frame: _Frame) -> str | None:
    """Full address of a type or property; null where no vocabulary is known for it."""
    prefix, colon, rest = name.partition(":")
    if not colon:
        return frame.vocab + name if frame.vocab else None
    if rest.startswith("//"):
        return name
    known = frame.prefixes.get(prefix.lower())
    return known + rest if known else None


def _property(name: str, frame: _Frame) -> str | None:
    """Name of a property: bare where it is of the vocabulary in force or of schema.org, else as published."""
    address = _address(name, frame)
    if address is None or any(part in address for part in _OPEN_GRAPH):
        return None
    if address.startswith(_SCHEMA):
        return address.partition("schema.org/")[2]
    return name
