"""By what a gap is shown: what the crawl kept as its evidence, in words, with links to the pages."""

import json
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import keyword_labels, labels
from dashboard.components.parts import Children, badge, facts, link, page_link
from dashboard.dataset import Row
from dashboard.queries import coverage
from dashboard.text import clean, cut, number, safe_link
from dashboard.view import View

_TOLD_ELSEWHERE = ("rule", "confidence", "state")
_SHOWN = 20
"""Pages, and entries of a list in the evidence, that are shown."""
_NAMES = {
    "best_url": "Best page",
    "condition_url": "Page of the condition",
    "treatment_url": "Page of the treatment",
    "urls": "Their pages",
    "queries": "Searches",
    "shown": "Pages that Google shows",
    "expected_clicks": "Clicks usual there",
    "score": "Points, of 100",
    "stronger": "Stronger page",
    "stronger_score": "Its points, of 100",
    "words": "Words",
    "wanted": "Words that are usual",
    "page_type": "Kind of page",
    "page_types": "Kinds of pages",
    "inlinks": "Links to it",
    "depth": "Clicks from home",
    "in_sitemap": "In the sitemap",
    "sources": "Pages that name it",
    "hub": "Page that lists them",
    "missing": "Left out",
    "impressions": "Times shown",
    "grade": "How sure",
}
"""What a name of the evidence is called; the others are called by themselves."""
_BADGES = {"grade": keyword_labels.GRADE, "page_type": labels.PAGE_TYPE}
_ADDRESSES = ("url", "page")
"""Names of what an entry of a list is said about."""


def evidence(view: View, row: Row) -> list[Any]:
    """Where to see it, what is known of it, and the pages that it is about."""
    parts: list[Any] = []
    asked = view.rows(*coverage.place(row["key"])) if row["kind"] in ("topic", "cell", "thin", "intent") else []
    if asked and (asked[0]["condition"] or asked[0]["treatment"]):
        where = view.href("/coverage", c=asked[0]["condition"], t=asked[0]["treatment"])
        parts.append(html.P(link("See it among conditions and treatments", where)))
    found = _read(row["evidence"])
    if check := found.pop("check", None):
        parts.append(html.P(link("See all pages with this issue", view.href("/pages", issue=check))))
    told = [
        (_words(name), _told(view, name, value)) for name, value in found.items() if name not in _TOLD_ELSEWHERE
    ]
    if found.get("state") in labels.COVERAGE:
        told.append(("How well it is answered", badge(labels.COVERAGE, found["state"])))
    parts.append(facts([(name, value) for name, value in told if value is not None]))
    pages = row["pages"] or []
    if pages:
        rows = [html.Li(page_link(view, url)) for url in pages[:_SHOWN]]
        parts += [html.H3(f"Pages that it is about: {number(len(pages))}"), html.Ul(rows, className="lines")]
    return parts


def _read(text: str | None) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _words(name: str) -> str:
    return _NAMES.get(name) or clean(name).replace("_", " ").capitalize()


def _told(view: View, name: str, value: Any) -> Children:
    """A value of the evidence for the screen: the site's own words, never anything else."""
    if value in (None, "", [], {}):
        return None
    if isinstance(value, list):
        return _list_told(view, name, value[:_SHOWN])
    if isinstance(value, dict):
        return _entry(view, value)
    if name in _BADGES:
        return badge(_BADGES[name], value)
    return page_link(view, value) if safe_link(value) else _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return number(value) if isinstance(value, int | float) else cut(value, 400)


def _list_told(view: View, name: str, values: list[Any]) -> Component:
    """A line each; what is said of every page in the same words is said once."""
    said = {_pairs(value) if isinstance(value, dict) and value.get("url") else None for value in values}
    if len(values) > 1 and len(said) == 1 and None not in said:
        items = [html.Li(said.pop()), *(html.Li(page_link(view, value["url"])) for value in values)]
    else:
        items = [html.Li(_told(view, name, value)) for value in values]
    return html.Ul(items, className="evidence-list")


def _entry(view: View, value: dict[str, Any]) -> Children:
    """A search, or what is said of a page, with a link to the page."""
    parts: list[Any] = [html.P(html.Strong(f"“{cut(value['query'], 200)}”"))] if value.get("query") else []
    parts += [html.P(page_link(view, value[name])) for name in _ADDRESSES if value.get(name)]
    return [*parts, html.P(_pairs(value))]


def _pairs(value: dict[str, Any]) -> str:
    """What an entry says of its page."""
    told = [(name, one) for name, one in value.items() if one is not None and name not in (*_ADDRESSES, "query")]
    return "; ".join(f"{_pair_words(name)}: {cut(_text(one), 300)}" for name, one in told)


def _pair_words(name: str) -> str:
    kind = labels.PAGE_TYPE.get(name)
    return kind.word if kind else _words(name)
