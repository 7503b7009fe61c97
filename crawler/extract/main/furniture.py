"""Which elements are furniture: navigation, footer, sharing, comments, cookie notices, and what stands beside an article."""

import re
from functools import lru_cache

from crawler.extract.main.cookie_notices import cookie_notices
from crawler.extract.main.outline import Outline
from crawler.extract.survey import HEADINGS
from crawler.extract.tree import Element
from crawler.tables.facts import BlockRow

_ZONES = frozenset({"nav", "footer", "sticky"})
_DOUBTFUL_ZONES = frozenset({"header", "aside"})
"""Themes put the first paragraph in a header and call a page's wrapper after the sidebar in it."""

_MODAL_PROSE = 40
"""Words of prose in a pop-up that are content (a biography); with fewer it is a notice, a form or an offer."""

_TAGS = frozenset("nav footer button select dialog figcaption menu title form option label time".split())
_NEVER = frozenset({"html", "body", "main"})

_STRANGERS = frozenset(
    "comment comments commentlist disqus livefyre respond replies cookie cookies gdpr consent ccpa".split()
)
"""What visitors or the law wrote, however much of it there is."""

_EXTRAS = frozenset(
    "share sharing sharedaddy shares social sociable addthis addtoany outbrain taboola zergnet revcontent newsletter "
    "newsletters subscribe subscription signup optin paywall ad ads advert adverts advertisement advertising "
    "advertorial adsense sponsor sponsored noprint".split()
)
_BESIDE_ARTICLE = frozenset(
    "related recommended recommendations recommend recirc popular trending teaser teasers promo promos readmore "
    "gallery slideshow lightbox embed prev previous sidebar".split()
)
"""Links to other articles; on a home page such names hold content."""

_NAVIGATION = frozenset("nav menu navigation pagination pager breadcrumb breadcrumbs crumbs toolbar toc".split())
_SMALL_PRINT = frozenset(
    "byline author authors dateline date timestamp time meta metadata tag tags caption captions credit credits "
    "copyright category categories print bio posted kicker disclaimer".split()
)
_SMALL_PRINT_WORDS = 80
_QUESTION_WORDS = 4
_MOST = 0.5
"""A name says nothing where the element holds this share of the page's prose."""

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""`mostPopular--list` is most, popular, list."""

_KINDS = (
    ("strangers", _STRANGERS),
    ("extras", _EXTRAS),
    ("beside", _BESIDE_ARTICLE),
    ("navigation", _NAVIGATION),
    ("small print", _SMALL_PRINT),
)


def furniture(outline: Outline, rows: list[BlockRow], *, is_article: bool) -> list[bool]:
    """For each element, whether its text is furniture. Beside an article, more is: bylines, captions, teasers."""
    found = [False] * len(outline.elements)
    notices = cookie_notices(outline, rows)
    most = max(1, _MOST * outline.prose[0])
    for node, element in enumerate(outline.elements):
        parent = outline.parents[node]
        if (parent >= 0 and found[parent]) or node in notices:
            found[node] = True
        elif element.name not in _NEVER and not outline.titled[node]:
            above = outline.elements[parent].zone if parent >= 0 else "main"
            has_most = outline.prose[node] >= most
            zone = element.zone if element.zone != above else ""
            if zone in _ZONES or (zone == "modal" and outline.prose[node] < _MODAL_PROSE):
                found[node] = True
            elif zone in _DOUBTFUL_ZONES or element.name in _TAGS:
                found[node] = not has_most and not _asks(element, outline.words[node])
            else:
                found[node] = _is_furniture_by_name(outline, node, is_article=is_article, has_most=has_most)
    return found


def _asks(element: Element, words: int) -> bool:
    """`element` is the button of an accordion, which holds its question or heading."""
    if element.name != "button" or "aria-expanded" not in element.attrs:
        return False
    return words >= _QUESTION_WORDS or (element.parent is not None and element.parent.name in HEADINGS)


def _is_furniture_by_name(outline: Outline, node: int, *, is_article: bool, has_most: bool) -> bool:
    element = outline.elements[node]
    kind = _kind(element)
    if kind is None:
        return is_article and element.name == "figure" and not has_most
    if kind == "strangers" or has_most:
        return kind == "strangers"
    if kind == "navigation":
        return is_article or 2 * outline.linked[node] >= outline.words[node]
    if kind == "small print":
        return is_article and outline.words[node] < _SMALL_PRINT_WORDS
    return kind == "extras" or is_article


def _kind(element: Element) -> str | None:
    attributes = element.attrs
    if "class" in attributes:
        names = tuple(attributes["class"])
        return _kind_of_names((*names, str(attributes["id"])) if "id" in attributes else names)
    return _kind_of_names((str(attributes["id"]),)) if "id" in attributes else None


@lru_cache(maxsize=8192)
def _kind_of_names(names: tuple[str, ...]) -> str | None:
    parts = {part.lower() for name in names for part in _PART.findall(name)}
    return next((kind for kind, words in _KINDS if not words.isdisjoint(parts)), None)
