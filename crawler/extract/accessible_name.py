"""What a screen reader calls an element: the part of the accessible-name computation that HTML alone decides.

https://www.w3.org/TR/accname-1.2/
"""

from bs4.element import CData, NavigableString, Tag

from crawler.extract.document import Document, attribute
from crawler.text import collapse

_MAX_DEPTH = 100
_MAX_LABELS = 10
_LONGEST_LABEL = 1000
_SILENT = frozenset({"script", "style", "template", "noscript", "head"})


def accessible_name(document: Document, tag: Tag) -> str:
    """Name of a link, button, image or frame: aria-labelledby, aria-label, its content or alt, title; else empty."""
    attributes = tag.attrs
    named = ""
    if "aria-labelledby" in attributes:
        named = _labelled_by(document, tag)
    if not named and "aria-label" in attributes:
        named = _value(tag, "aria-label")
    return named or _content(tag) or (_value(tag, "title") if "title" in attributes else "")


def _labelled_by(document: Document, tag: Tag) -> str:
    ids = (attribute(tag, "aria-labelledby") or "").split()[:_MAX_LABELS]
    return collapse(" ".join(_label(document, name) for name in ids))


def _label(document: Document, name: str) -> str:
    """What the element with this id says, at most so much of it as a label would; many may refer to it."""
    known = document.labels
    if name not in known:
        label = document.by_id(name)
        said = (_value(label, "aria-label") or _content(label)) if label is not None else ""
        known[name] = said[:_LONGEST_LABEL]
    return known[name]


def _content(tag: Tag) -> str:
    if tag.name in ("img", "area"):
        return _value(tag, "alt")
    if tag.name == "input":
        return _value(tag, "alt" if tag.attrs.get("type") == "image" else "value")
    return collapse(_inside(tag, 0))


def _inside(tag: Tag, depth: int) -> str:
    """Texts and names of what stands in `tag`; what is hidden is not heard."""
    parts: list[str] = []
    for child in tag.contents:
        if isinstance(child, Tag):
            parts.append(_of_child(child, depth))
        elif type(child) in (NavigableString, CData):
            parts.append(str(child))
    return " ".join(parts)


def _of_child(child: Tag, depth: int) -> str:
    attributes = child.attrs
    if child.name in _SILENT or depth >= _MAX_DEPTH:
        return ""
    if attributes and ("hidden" in attributes or attributes.get("aria-hidden") == "true"):
        return ""
    if "aria-label" in attributes and (label := _value(child, "aria-label")):
        return label
    if child.name == "img":
        return _value(child, "alt") or _value(child, "title")
    if child.name == "svg":
        return " ".join(_inside(title, depth + 1) for title in child.find_all("title", recursive=False))
    return _inside(child, depth + 1)


def _value(tag: Tag, name: str) -> str:
    return collapse(attribute(tag, name) or "")
