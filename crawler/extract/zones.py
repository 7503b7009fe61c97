"""Where on a page an element stands: sticky, header, nav, hero, main, aside or footer."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bs4.element import NavigableString, PageElement

from crawler.extract.tree import Element
from crawler.tables.facts import ZONES

_RANK = {zone: rank for rank, zone in enumerate(("sticky", "footer", "nav", "header", "hero", "aside", "main"))}
"""Of the zones that an element's ancestors open, the first one listed here counts."""

_ROLES = {"banner": "header", "navigation": "nav", "contentinfo": "footer", "complementary": "aside"}
_LANDMARKS = {"nav": "nav", "aside": "aside"}
_SCOPED_LANDMARKS = {"header": "header", "footer": "footer"}
SECTIONING = frozenset({"article", "main", "section", "aside", "nav"})
_SITE = r"(?:site|main|global|primary|page|desktop|mobile)"
_PART = r"(?:-?(?:top|bottom|area|main|wrap|wrapper|inner|bar|container|section|content|widgets?|\d))"
_NAMED = tuple(
    (zone, re.compile(words, re.IGNORECASE))
    for zone, words in (
        (
            "sticky",
            r".*sticky.*|(?:navbar-|is-)?fixed(?:-(?:top|bottom|header|bar|cta))?|.*floating.*|call-?bar"
            r"|float-(?:button|btn|call|cta|bar|icon)|mobile-?(?:bar|cta|call).*|click-?to-?call.*",
        ),
        ("footer", rf"(?:{_SITE}[-_]?)?footer{_PART}*|colophon|copyright"),
        (
            "nav",
            r"nav|navbar(?:-.*)?|(?:.*[-_])?navigation|(?:main|top|site|primary|mobile|footer|side)-?(?:nav|menu)"
            r"|menu|.*-menu|off-?canvas|breadcrumbs?",
        ),
        (
            "header",
            rf"(?:(?:site|main|global|primary|desktop|mobile|top)[-_]?)?header{_PART}*|top-?bar|masthead",
        ),
        ("hero", r"(?:.*[-_])?(?:hero|jumbotron|banner|slider|carousel)(?:[-_].*)?"),
        ("aside", r"(?:.*[-_])?sidebar(?:[-_].*)?|widget-area"),
    )
)
"""Zone by a class or id as a whole; `card-header` and `entry-footer` are parts of the content."""

_FIXED_STYLE = re.compile(r"position\s*:\s*fixed", re.IGNORECASE)
_WHOLE_PAGE_SHARE = 0.5
"""A class name says nothing where the element holds more than this share of the page's text."""

_NAMED_MAY_BE = frozenset(
    {"div", "section", "table", "tr", "td", "ul", "ol", "a", "p", "span", "form", "header", "footer", "nav"}
)
LANDMARKS = frozenset({*_LANDMARKS, *_SCOPED_LANDMARKS})
MAY_OPEN_ZONE = _NAMED_MAY_BE | LANDMARKS

assert set(_RANK) == set(ZONES)  # noqa: S101 - both lists are constants of ours


class Zones:
    """Judges the elements of a page in document order; the parent of each has been judged before it."""

    def __init__(self, nodes: list[PageElement]) -> None:
        self._limit = _WHOLE_PAGE_SHARE * measure(nodes)

    def of(self, tag: Element, around: str, *, inside: bool) -> str:
        """Zone that `tag` opens, else `around`, that of its parent; `inside`: that stands in a sectioning element."""
        opened = _opens(tag, inside=inside, whole=tag.text_size > self._limit)
        return opened if opened and _RANK[opened] < _RANK[around] else around


def _opens(tag: Element, *, inside: bool, whole: bool) -> str | None:
    """Zone that `tag` itself opens; `inside`: it stands in a sectioning element; `whole`: holds most text."""
    attributes = tag.attrs
    name = tag.name
    if attributes:
        if "role" in attributes and (zone := _ROLES.get(str(attributes["role"]).lower())):
            return zone
        named = None if whole or name not in _NAMED_MAY_BE else _by_name(attributes)
        if named == "sticky":
            return named
    else:
        named = None
    if zone := _LANDMARKS.get(name):
        return zone
    if not inside and (zone := _SCOPED_LANDMARKS.get(name)):
        return zone
    return None if inside and named in ("header", "footer") else named


def _by_name(attributes: Mapping[str, Any]) -> str | None:
    """Zone that style, classes or id name."""
    if "style" in attributes and _FIXED_STYLE.search(str(attributes["style"])):
        return "sticky"
    if "class" in attributes:
        return _zone_of_names((*attributes["class"], attributes.get("id", "")))
    return _zone_of_names((attributes["id"],)) if "id" in attributes else None


@lru_cache(maxsize=8192)
def _zone_of_names(names: tuple[str, ...]) -> str | None:
    return next((z for z, pattern in _NAMED if any(pattern.fullmatch(name) for name in names)), None)


def measure(nodes: list[PageElement]) -> int:
    """Note on every element its `text_size`: characters of its text, white space and scripts left out.

    Gives that of the whole page.
    """
    tags: list[Element] = []
    for node in nodes:
        if isinstance(node, Element):
            node.text_size = 0
            tags.append(node)
        elif type(node) is NavigableString and not node.isspace() and isinstance(node.parent, Element):
            node.parent.text_size += len(node.strip())
    whole = 0
    for tag in reversed(tags):
        if isinstance(tag.parent, Element):
            tag.parent.text_size += tag.text_size
        else:
            whole += tag.text_size
    return whole
