"""Where on a page an element stands: sticky, header, nav, hero, main, aside, footer or modal."""

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from bs4.element import NavigableString, PageElement

from crawler.extract.tree import Element
from crawler.extract.zone_names import names_a_line, zone_of_names
from crawler.tables.facts import ZONES

_RANK = {
    zone: rank for rank, zone in enumerate(("modal", "sticky", "footer", "nav", "header", "hero", "aside", "main"))
}
"""Of the zones that an element's ancestors open, the first one listed here counts; but a menu that opens over the
page is a menu, whichever of the two is said outside."""

_ROLES = {
    "banner": "header",
    "navigation": "nav",
    "contentinfo": "footer",
    "complementary": "aside",
    "dialog": "modal",
    "alertdialog": "modal",
}
_LANDMARKS = {"nav": "nav", "aside": "aside", "dialog": "modal"}
_SCOPED_LANDMARKS = {"header": "header", "footer": "footer"}
SECTIONING = frozenset({"article", "main", "section", "aside", "nav"})
_TOP_SIZE = 300
"""Characters of a line at the top of the page."""

_MENU = re.compile(r"\b(?:menu|men[uú]|navigation|navegaci[oó]n)\b", re.IGNORECASE)
_FIXED_STYLE = re.compile(r"position\s*:\s*fixed", re.IGNORECASE)
_WHOLE_PAGE_SHARE = 0.5
"""A class name says nothing where the element holds more than this share of the page's text."""

_HERO_SHARE = 0.2
"""A section with the title and at most this share of the page's text is what the page begins with."""

_MOST_SECTIONS, _MOST_BEFORE_TITLE = 5, 100
"""Sections in which the title is looked for, and elements and strings in each."""

_NAMED_MAY_BE = frozenset("div section table tr td ul ol a p span form header footer nav aside dialog".split())
_OVERLAY_MAY_BE = frozenset("div section form table header footer nav aside dialog".split())
"""Links and lines of that name open one."""

_UNSURE = frozenset({None, "hero", "aside"})
_OVER_PAGE = frozenset({"sticky", "modal"})
_FRAME_ROLES = frozenset({"header", "nav", "footer"})
_BESIDE_MAY_BE = frozenset({"modal", "header", "footer"})
"""What an <aside> may be instead, by its names."""

LANDMARKS = frozenset({*_LANDMARKS, *_SCOPED_LANDMARKS, "section"})
"""Elements that may open a zone by what they are; the others do so by their attributes alone."""

MAY_OPEN_ZONE = _NAMED_MAY_BE | LANDMARKS

assert set(_RANK) == set(ZONES)  # noqa: S101 - both lists are constants of ours


class Zones:
    """Judges the elements of a page in document order; the parent of each has been judged before it."""

    def __init__(self, nodes: list[PageElement]) -> None:
        size = measure(nodes)
        self._limit = _WHOLE_PAGE_SHARE * size
        self._hero_limit = _HERO_SHARE * size
        self._sections_left = _MOST_SECTIONS

    def of(self, tag: Element, around: str, *, inside: bool) -> str:
        """Zone that `tag` opens, else `around`, that of its parent; `inside`: that stands in a sectioning element."""
        opened = _opens(tag, inside, tag.text_size > self._limit)
        if around == "main":
            if tag.heading is None and opened in _UNSURE:
                opened = self._at_start(tag, opened, inside)
            return opened or around
        if opened is None:
            return around
        if (opened == "nav" and around == "modal") or (opened == "modal" and around == "nav"):
            return "nav"
        return opened if _RANK[opened] < _RANK[around] else around

    def _at_start(self, tag: Element, opened: str | None, inside: bool) -> str | None:
        """Zone that `tag` opens which stands before the first heading: header, where it is named as a line at the top."""
        if not inside and tag.text_size <= _TOP_SIZE:
            names = (*tag.attrs.get("class", ()), tag.attrs.get("id", ""))
            if names_a_line(names):
                return "header"
        return "hero" if opened is None and self._begins(tag) else opened

    def _begins(self, tag: Element) -> bool:
        """`tag` is the section that the page begins with: it holds the title and little of the text."""
        if tag.name != "section" or tag.text_size > self._hero_limit or not self._sections_left:
            return False
        self._sections_left -= 1
        below = islice(tag.descendants, _MOST_BEFORE_TITLE)
        return any(isinstance(node, Element) and node.name == "h1" for node in below)


def _opens(tag: Element, inside: bool, whole: bool) -> str | None:
    """Zone that `tag` itself opens; `inside`: it stands in a sectioning element; `whole`: holds most text."""
    attributes = tag.attrs
    name = tag.name
    landmark = _LANDMARKS.get(name)
    named = None
    if attributes:
        if "role" in attributes:
            landmark = _ROLES.get(str(attributes["role"]).lower(), landmark)
            if landmark in _FRAME_ROLES:
                return landmark
        if "popover" in attributes and landmark is None:
            landmark = "modal"
        if not whole and name in _NAMED_MAY_BE:
            named = _by_name(attributes, name in _OVERLAY_MAY_BE)
    if landmark is None:
        if named in _OVER_PAGE:
            return named
        if not inside and (zone := _SCOPED_LANDMARKS.get(name)):
            return zone
        return None if inside and named in _SCOPED_LANDMARKS else named
    return _of_landmark(landmark, named, attributes)


def _of_landmark(landmark: str, named: str | None, attributes: Mapping[str, Any]) -> str:
    if landmark == "modal":
        return "nav" if named == "nav" or _MENU.search(str(attributes.get("aria-label", ""))) else landmark
    if landmark == "aside":
        return named if named is not None and named in _BESIDE_MAY_BE else landmark
    return "sticky" if named == "sticky" else landmark


def _by_name(attributes: Mapping[str, Any], may_overlay: bool) -> str | None:
    """Zone that style, classes or id name; `may_overlay`: on such an element they may name a pop-up."""
    zone = None
    if "class" in attributes:
        zone = zone_of_names((*attributes["class"], attributes.get("id", "")), may_overlay)
    elif "id" in attributes:
        zone = zone_of_names((attributes["id"],), may_overlay)
    if zone is None and "id" in attributes and attributes["id"] == "bottom":
        zone = "footer"
    if "style" in attributes and zone != "modal" and _FIXED_STYLE.search(str(attributes["style"])):
        return "sticky"
    return zone


def measure(nodes: list[PageElement]) -> int:
    """Note on every element its `text_size`: characters of its text, white space and scripts left out.

    Gives that of the whole page.
    """
    tags: list[Element] = []
    for node in nodes:
        if isinstance(node, Element):
            node.text_size = 0
            tags.append(node)
        elif type(node) is NavigableString and (size := len(node.strip())) and isinstance(node.parent, Element):
            node.parent.text_size += size
    whole = 0
    for tag in reversed(tags):
        parent = tag.parent
        if isinstance(parent, Element):
            parent.text_size += tag.text_size
        else:
            whole += tag.text_size
    return whole
