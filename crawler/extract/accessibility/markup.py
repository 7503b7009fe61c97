"""A page as rules of accessibility look at it: elements by attribute, and whether they have an accessible name."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import cast

from bs4.element import CData, NavigableString, PageElement, Tag

from crawler.extract.document import Document, attribute
from crawler.extract.tree import Element

_MAX_DEPTH = 100
_MAX_LABELS = 10
_TEXT = frozenset({NavigableString, CData})
_NAMING = frozenset({"title", "aria-label", "aria-labelledby"})
_SILENT = frozenset("script style template head select textarea datalist".split())
"""Elements whose text is not part of the name of what they stand in."""


class Markup:
    """One page; what is found out of an element is kept, so that no part of a page is walked twice.

    https://www.w3.org/TR/accname-1.2/
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._spoken: dict[int, bool] = {}
        self._referenced: dict[str, bool] = {}
        self._refers_already = False

    def shown(self, *names: str) -> Iterator[Element]:
        """Elements of these names that are not kept from sight, in document order."""
        return (tag for tag in self.document.named(*names) if tag.hidden_by is None)

    def shown_with_role(self, *roles: str) -> list[Element]:
        """Elements with one of these roles that are not kept from sight."""
        return [tag for role in roles for tag in self._by_role.get(role, ())]

    def has_name(self, tag: Element) -> bool:
        """By its content, or by an attribute."""
        return self.speaks(tag) or self.is_named(tag)

    def is_named(self, tag: Tag) -> bool:
        """By title, aria-label or aria-labelledby."""
        attributes = tag.attrs
        if not attributes or _NAMING.isdisjoint(attributes):
            return False
        if has_text(tag, "aria-label") or has_text(tag, "title"):
            return True
        ids = (attribute(tag, "aria-labelledby") or "").split()
        return any(self._refers(name) for name in ids[:_MAX_LABELS])

    def is_labelled(self, tag: Element) -> bool:
        """By an attribute, or by a <label> for it or around it."""
        if self.is_named(tag) or (attribute(tag, "id") or "") in self._labelled:
            return True
        around = (parent for parent in islice(tag.parents, _MAX_DEPTH) if parent.name == "label")
        label = next(around, None)
        return label is not None and (has_text(label, "aria-label") or self.speaks(label))

    def speaks(self, tag: Tag, depth: int = 0) -> bool:
        """Something in it is heard: text, or a picture with a name. Nobody looks deeper than 100 levels."""
        contents = tag.contents
        if len(contents) == 1 and type(contents[0]) is NavigableString:
            return not contents[0].isspace()
        known = self._spoken.get(id(tag))
        if known is None:
            known = depth >= _MAX_DEPTH or any(self._heard(child, tag, depth) for child in contents)
            self._spoken[id(tag)] = known
        return known

    @cached_property
    def _by_role(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for tag in self.document.with_attribute("role"):
            if tag.hidden_by is None:
                found.setdefault(role_of(tag), []).append(tag)
        return found

    @cached_property
    def _labelled(self) -> frozenset[str]:
        """Ids of what labels with a text are for."""
        labels = (tag for tag in self.document.named("label") if "for" in tag.attrs)
        return frozenset(
            str(tag.attrs["for"]) for tag in labels if has_text(tag, "aria-label") or self.speaks(tag)
        )

    def _refers(self, name: str) -> bool:
        """There is an element with this id, and it says something. What it refers to itself is not looked at: that may
        go round in circles."""
        tag = self.document.by_id(name)
        if tag is None or self._refers_already:
            return tag is not None
        if name not in self._referenced:
            self._refers_already = True
            self._referenced[name] = has_text(tag, "aria-label") or has_alt(tag) or self.speaks(tag)
            self._refers_already = False
        return self._referenced[name]

    def _heard(self, child: PageElement, parent: Tag, depth: int) -> bool:
        if not isinstance(child, Element):
            return type(child) in _TEXT and not cast(str, child).isspace()
        if child.name in _SILENT or (child.hidden_by is not None and not _is_hidden(parent)):
            return False
        return self.is_named(child) or has_alt(child) or self.speaks(child, depth + 1)


def role_of(tag: Tag) -> str:
    """First role, in lower case; empty where there is none."""
    if "role" not in tag.attrs:
        return ""
    words = str(tag.attrs["role"]).lower().split(maxsplit=1)
    return words[0] if words else ""


def has_text(tag: Tag, name: str) -> bool:
    """It has this attribute, and not only with white space."""
    value = attribute(tag, name)
    return bool(value) and not str(value).isspace()


def has_alt(tag: Tag) -> bool:
    """It stands for itself in words: an image by its alt text, a button by its value."""
    if tag.name in ("img", "area"):
        return has_text(tag, "alt")
    if tag.name != "input":
        return False
    kind = (attribute(tag, "type") or "").lower()
    if kind in ("submit", "reset") and "value" not in tag.attrs:
        return True
    if kind == "image":
        return has_text(tag, "alt") or has_text(tag, "value")
    return kind in ("submit", "reset", "button") and has_text(tag, "value")


def _is_hidden(tag: Tag) -> bool:
    return isinstance(tag, Element) and tag.hidden_by is not None
