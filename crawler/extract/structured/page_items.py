"""Items of a page's structured data that speak of the page itself, not of its comments, sources or other articles."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from crawler.extract.document import Document
from crawler.extract.structured.data import StructuredData, types
from crawler.text import collapse

Item = Mapping[str, Any]

_TRUST = {"json-ld": 0, "microdata": 1, "rdfa": 2}
_MOST_NODES = 5000
_LONGEST = 500
_OF_OTHERS = frozenset(
    """
    review reviews comment comments citation isBasedOn mentions itemListElement blogPost blogPosts hasPart isPartOf
    subjectOf relatedLink image video audio logo publisher author creator contributor editor reviewedBy acceptedAnswer
    suggestedAnswer exampleOfWork workExample potentialAction offers event events member employee
    """.split()
)
"""Properties whose values have authors and dates of their own."""

_OTHER_TYPES = frozenset(
    """
    Review UserReview EmployerReview CriticReview ClaimReview Comment Answer Question Quotation ImageObject VideoObject
    AudioObject MediaObject WebSite SearchAction Product Event JobPosting Dataset Person Organization Offer
    AggregateRating Rating
    """.split()
)


class PageItems(NamedTuple):
    """`items` with the syntax of each, JSON-LD first; `by_id`: all objects of the page that have an @id."""

    items: list[tuple[str, Item]]
    by_id: dict[str, Item]


def page_items(document: Document, data: StructuredData) -> PageItems:
    """Items that may name authors, reviewers and dates of this page."""
    roots = [(row.syntax, value) for row, value in zip(data.rows, data.values, strict=False) if value]
    items: list[tuple[str, Item]] = []
    by_id: dict[str, Item] = {}
    for syntax, item, is_own in _walk(sorted(roots, key=lambda root: _TRUST.get(root[0], len(_TRUST)))):
        name = item.get("@id")
        if isinstance(name, str) and len(item) > len(by_id.get(name, ())):
            by_id[name] = item
        if is_own and not _OTHER_TYPES.intersection(types(dict(item))):
            items.append((syntax, item))
    return PageItems(_of_this_page(document, items), by_id)


def as_list(value: Any) -> list[Any]:
    """`value` where it is a list, else a list of it alone; nothing for null."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text_value(value: Any) -> str | None:
    """A string or number as text, white space collapsed, without lone surrogates; null where it is neither or empty."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    return collapse(str(value)[:_LONGEST]).encode("utf-8", "replace").decode("utf-8") or None


def _walk(roots: list[tuple[str, Any]]) -> Iterator[tuple[str, Item, bool]]:
    """Objects below `roots`, outer ones first, and whether none of the properties that lead there is of others."""
    waiting = deque((syntax, value, True) for syntax, value in roots)
    seen = 0
    while waiting and seen < _MOST_NODES:
        syntax, value, is_own = waiting.popleft()
        seen += 1
        if isinstance(value, list):
            waiting.extend((syntax, member, is_own) for member in value if isinstance(member, dict | list))
        elif isinstance(value, dict):
            yield syntax, value, is_own
            waiting.extend(
                (syntax, member, is_own and key not in _OF_OTHERS)
                for key, member in value.items()
                if isinstance(member, dict | list)
            )


def _of_this_page(document: Document, items: list[tuple[str, Item]]) -> list[tuple[str, Item]]:
    """`items` without those whose address is another page's, where several addresses are named."""
    addresses = [_address(item) for _, item in items]
    if len({address for address in addresses if address}) < 2:
        return items
    here = _comparable(document.url)
    return [item for item, address in zip(items, addresses, strict=True) if address in (None, here)]


def _address(item: Item) -> str | None:
    """Path that an article or page says it has; null where it says none."""
    if not any("Page" in name or "Article" in name or "Posting" in name for name in types(dict(item))):
        return None
    for key in ("url", "mainEntityOfPage", "@id"):
        for value in as_list(item.get(key)):
            address = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            if isinstance(address, str) and address.startswith(("http://", "https://")):
                return _comparable(address)
    return None


def _comparable(url: str) -> str:
    """Path and query of an address: a copy of a site on another host keeps them."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return parts.path.rstrip("/") + ("?" + parts.query if parts.query else "")
