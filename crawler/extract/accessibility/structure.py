"""Rules about headings, lists and tables."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import cast

from bs4.element import CData, NavigableString, PageElement, Tag

from crawler.extract.accessibility.markup import Markup, has_text, role_of
from crawler.extract.accessibility.names import Rule
from crawler.extract.document import attribute
from crawler.extract.survey import HEADINGS
from crawler.extract.tree import Element

_NOT_SEEN = frozenset({"script", "style", "template", "noscript", "link", "meta"})
_LAYOUT = ("form", "iframe", "object", "embed", "nav", "section", "article", *HEADINGS)
"""What no cell of a table of data holds."""

_LISTS = frozenset({"ul", "ol", "menu"})
_LAYOUT_ROLES = frozenset({"none", "presentation"})


def _headings(markup: Markup) -> list[tuple[int, Element]]:
    """Headings that are not kept from sight, with their levels."""
    tags = (tag for tag in markup.document.heading_tags if tag.hidden_by is None)
    found = [(int(tag.name[1]), tag) for tag in tags if role_of(tag) in ("", "heading")]
    others = (tag for tag in markup.shown_with_role("heading") if tag.name not in HEADINGS)
    by_role = [(_level(tag), tag) for tag in others]
    return sorted(found + by_role, key=lambda item: item[1].order) if by_role else found


def _level(tag: Element) -> int:
    value = (attribute(tag, "aria-level") or "").strip()
    return int(value) if value.isascii() and value.isdigit() and 0 < len(value) < 3 else 2


def _skipped(markup: Markup) -> Iterable[Element]:
    """axe heading-order, a best practice: headings more than a level below the one before."""
    found = _headings(markup)
    return (tag for (before, _), (level, tag) in pairwise(found) if level > before + 1)


def _empty(markup: Markup) -> Iterable[Element]:
    """axe empty-heading, a best practice."""
    return (tag for _, tag in _headings(markup) if not markup.has_name(tag))


def _tables(markup: Markup) -> Iterable[Element]:
    """WCAG 1.3.1: tables of data, of more than one row and column, without a header cell.

    Tables in one another, and those that hold forms, frames, headings or sections, are there for the layout.
    """
    tables = markup.document.named("table")
    if not tables:
        return
    others = {number for number, n in Counter(tag.in_table for tag in tables).items() if n > 1}
    others |= {tag.in_table for tag in markup.document.named("th", *_LAYOUT)}
    others |= {tag.in_table for tag in markup.shown_with_role("columnheader", "rowheader")}
    others |= {tag.in_table for name in ("scope", "headers") for tag in markup.document.with_attribute(name)}
    wide = _wide_rows(markup)
    for tag in tables:
        is_data = tag.in_table not in others and wide[tag.in_table] > 1
        if is_data and tag.hidden_by is None and role_of(tag) not in _LAYOUT_ROLES:
            yield tag


def _wide_rows(markup: Markup) -> Counter[int | None]:
    """Rows with text in more than one cell, by table."""
    return Counter(
        row.in_table
        for row in markup.document.named("tr")
        if sum(isinstance(cell, Tag) and cell.name == "td" and markup.speaks(cell) for cell in row.contents) > 1
    )


def _lists(markup: Markup) -> Iterable[Element]:
    """WCAG 1.3.1, axe list, listitem, definition-list and dlitem: lists with something else in them, and items that stand in no list."""
    found = [tag for tag in markup.shown("ul", "ol") if not role_of(tag) and _strays(tag, {"li"}, "listitem")]
    found += [tag for tag in markup.shown("li") if not _is_list(tag.parent) and not role_of(tag)]
    found += [tag for tag in markup.shown("dl") if not role_of(tag) and _strays(tag, {"dt", "dd", "div"}, "")]
    found += [tag for tag in markup.shown("dt", "dd") if not role_of(tag) and not _in_definitions(tag)]
    return found


def _strays(tag: Element, names: set[str], role: str) -> bool:
    """Something stands directly in the list that is no item."""
    return any(_is_stray(child, names, role) for child in tag.contents)


def _is_stray(child: PageElement, names: set[str], role: str) -> bool:
    if not isinstance(child, Element):
        return type(child) in (NavigableString, CData) and not cast(str, child).isspace()
    if "role" in child.attrs and role_of(child):
        return child.hidden_by is None and role_of(child) != role
    return child.name not in names and child.hidden_by is None and child.name not in _NOT_SEEN


def _is_list(parent: Tag | None) -> bool:
    if parent is None:
        return False
    role = role_of(parent)
    return role in ("list", "none", "presentation") if role else parent.name in _LISTS


def _in_definitions(tag: Element) -> bool:
    """In a <dl>, or in a <div> directly in one."""
    parent = tag.parent
    if parent is not None and parent.name == "div" and not has_text(parent, "role"):
        parent = parent.parent
    return parent is not None and parent.name == "dl" and role_of(parent) in ("", "list")


RULES: dict[str, Rule] = {
    "heading-skipped": _skipped,
    "heading-empty": _empty,
    "table-without-headers": _tables,
    "list-structure": _lists,
}
