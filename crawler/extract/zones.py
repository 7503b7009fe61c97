"""Where on a page an element stands: sticky, header, nav, hero, main, aside or footer."""

import re
from functools import lru_cache

from bs4.element import NavigableString, PageElement, Tag

from crawler.extract.tree import Element
from crawler.tables.facts import ZONES

_RANK = {zone: rank for rank, zone in enumerate(("sticky", "footer", "nav", "header", "hero", "aside", "main"))}
"""Of the zones that an element's ancestors open, the first one listed here counts."""

_ROLES = {"banner": "header", "navigation": "nav", "contentinfo": "footer", "complementary": "aside"}
_LANDMARKS = {"nav": "nav", "aside": "aside"}
_SCOPED_LANDMARKS = {"header": "header", "footer": "footer"}
_LANDMARK_NAMES = frozenset(_LANDMARKS) | frozenset(_SCOPED_LANDMARKS)
_SECTIONING = frozenset({"article", "main", "section", "aside", "nav"})
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

assert set(_RANK) == set(ZONES)  # noqa: S101 - both lists are constants of ours


class Zones:
    """Judges the elements of a page in document order; the parent of each has been judged before it."""

    def __init__(self, nodes: list[PageElement]) -> None:
        self._sizes = _text_sizes(nodes)
        self._limit = _WHOLE_PAGE_SHARE * max(self._sizes.values(), default=0)
        self._sectioned: set[int] = set()

    def of(self, tag: Element) -> str:
        """Zone that `tag` stands in or opens."""
        parent = tag.parent
        zone = parent.zone if isinstance(parent, Element) else "main"
        inside = id(parent) in self._sectioned
        if inside or tag.name in _SECTIONING:
            self._sectioned.add(id(tag))
        if not tag.attrs and tag.name not in _LANDMARK_NAMES:
            return zone
        opened = _opens(tag, inside=inside, whole=self._sizes[id(tag)] > self._limit)
        return opened if opened and _RANK[opened] < _RANK[zone] else zone


def _opens(tag: Tag, *, inside: bool, whole: bool) -> str | None:
    """Zone that `tag` itself opens; `inside`: it stands in a sectioning element; `whole`: holds most text."""
    attributes = tag.attrs
    role = attributes.get("role")
    if role and (zone := _ROLES.get(str(role).lower())):
        return zone
    named = None if whole or not attributes else _by_name(tag)
    if named == "sticky":
        return named
    if zone := _LANDMARKS.get(tag.name):
        return zone
    if not inside and (zone := _SCOPED_LANDMARKS.get(tag.name)):
        return zone
    return None if inside and named in ("header", "footer") else named


def _by_name(tag: Tag) -> str | None:
    if tag.name not in _NAMED_MAY_BE:
        return None
    attributes = tag.attrs
    if "style" in attributes and _FIXED_STYLE.search(str(attributes["style"])):
        return "sticky"
    if "class" not in attributes and "id" not in attributes:
        return None
    names = [*attributes.get("class", ()), str(attributes.get("id", ""))]
    return _zone_of_names(tuple(names))


@lru_cache(maxsize=4096)
def _zone_of_names(names: tuple[str, ...]) -> str | None:
    return next((z for z, pattern in _NAMED if any(pattern.fullmatch(name) for name in names)), None)


def _text_sizes(nodes: list[PageElement]) -> dict[int, int]:
    """Characters of text in every element, white space and scripts left out, by `id()`."""
    sizes: dict[int, int] = {}
    order: list[Tag] = []
    for node in nodes:
        if isinstance(node, Tag):
            sizes[id(node)] = 0
            order.append(node)
        elif type(node) is NavigableString and id(node.parent) in sizes:
            sizes[id(node.parent)] += len(node.strip())
    for tag in reversed(order):
        if id(tag.parent) in sizes:
            sizes[id(tag.parent)] += sizes[id(tag)]
    return sizes
