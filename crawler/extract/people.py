"""Who wrote and who reviewed a page, and when: as its structured data, metas and <time> say."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from crawler.extract.document import Document, attribute, text_of
from crawler.tables.facts import StructuredDataRow
from crawler.text import collapse


class People(NamedTuple):
    """Fields of the same names in `pages`."""

    author: str | None
    reviewer: str | None
    published: str | None
    modified: str | None


def people(document: Document, structured_data: list[StructuredDataRow]) -> People:
    """The first of each that is named: structured data, then metas, then the visible page."""
    items = [item for row in structured_data if row.data for item in _nested(json.loads(row.data))]
    metas = {
        (attribute(tag, "name") or attribute(tag, "property") or "").lower(): collapse(
            attribute(tag, "content") or ""
        )
        for tag in document.tags
        if tag.name == "meta"
    }
    return People(
        author=_name(items, "author") or metas.get("author") or _visible_author(document),
        reviewer=_name(items, "reviewedBy"),
        published=_text(items, "datePublished") or metas.get("article:published_time") or _time(document),
        modified=_text(items, "dateModified")
        or _text(items, "lastReviewed")
        or metas.get("article:modified_time")
        or None,
    )


def _nested(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value, outer ones first."""
    waiting = [value]
    while waiting:
        current = waiting.pop(0)
        if isinstance(current, dict):
            yield current
            waiting.extend(current.values())
        elif isinstance(current, list):
            waiting.extend(current)


def _name(items: list[dict[str, Any]], key: str) -> str | None:
    for item in items:
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            named = one.get("name") if isinstance(one, dict) else one
            if isinstance(named, str) and named.strip() and not named.startswith(("http", "#")):
                return collapse(named)
    return None


def _text(items: list[dict[str, Any]], key: str) -> str | None:
    values = (item.get(key) for item in items)
    return next((collapse(value) for value in values if isinstance(value, str) and value.strip()), None)


def _visible_author(document: Document) -> str | None:
    tags = (tag for tag in document.tags if tag.name == "a" and "author" in (attribute(tag, "rel") or "").split())
    return next((text_of(tag) for tag in tags), None) or None


def _time(document: Document) -> str | None:
    times = (attribute(tag, "datetime") for tag in document.tags if tag.name == "time")
    return next((collapse(value) for value in times if value), None)
