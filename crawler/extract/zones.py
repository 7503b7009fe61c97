"""Where on a page an element stands: sticky, header, nav, hero, main, aside or footer."""

import re
from collections.abc import Mapping
from functools import lru_cache

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from crawler.tables.facts import ZONES

_RANK = {zone: rank for rank, zone in enumerate(("sticky", "footer", "nav", "header", "hero", "aside", "main"))}
"""Of the zones that an element's ancestors open, the first one listed here counts."""

_ROLES = {"banner": "header", "navigation": "nav", "contentinfo": "footer", "complementary": "aside"}
_LANDMARKS = {"nav": "nav", "aside": "aside"}
_SCOPED_LANDMARKS = {"header": "header", "footer": "footer"}
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


def find_zones(soup: BeautifulSoup) -> Mapping[int, str]:
    """Zone of every element of `soup`, by `id()` of its `Tag`."""
    sizes = _text_sizes(soup)
    limit = _WHOLE_PAGE_SHARE * sizes.get(id(soup), 0)
    zones: dict[int, str] = {id(soup): "main"}
    sectioned: set[int] = set()
    for element in soup.descendants:
        if not isinstance(element, Tag):
            continue
        parent = id(element.parent)
        inside = parent in sectioned
        zone = zones[parent]
        opened = _opens(element, inside=inside, whole=sizes[id(element)] > limit)
        zones[id(element)] = opened if opened and _RANK[opened] < _RANK[zone] else zone
        if inside or element.name in _SECTIONING:
            sectioned.add(id(element))
    return zones


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


def _text_sizes(soup: BeautifulSoup) -> dict[int, int]:
    """Characters of text in every element, white space and scripts left out, by `id()`."""
    sizes: dict[int, int] = {id(soup): 0}
    order: list[Tag] = []
    for element in soup.descendants:
        if isinstance(element, Tag):
            sizes[id(element)] = 0
            order.append(element)
        elif type(element) is NavigableString:
            sizes[id(element.parent)] += len(element.strip())
    for tag in reversed(order):
        sizes[id(tag.parent)] += sizes[id(tag)]
    return sizes
