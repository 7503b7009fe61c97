"""A phrase with its pages and its searches, and a page with its phrases."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.forms import filtered
from dashboard.components.parts import page_link
from dashboard.components.table import listing_table
from dashboard.queries import demand
from dashboard.queries import keywords as queries
from dashboard.text import clean, number, plural
from dashboard.view import View


def phrase_cards(view: View) -> list[Component]:
    """Pages of the phrase that the address names by `key`, and the searches that hold its words; else nothing."""
    key = view.params.get("key")
    if not key:
        return []
    rows = view.rows(*queries.pages_of(key))
    if not rows:
        view.ignored.append("key")
        return []
    phrase = clean(rows[0]["keyphrase"])
    pages = card(
        f"Pages about “{phrase}”",
        lambda: [filtered(view, [("key", phrase)]), html.P(_placement(rows)), listing_table(view, "phrase-pages")],
        export=view.export("phrase-pages"),
        anchor="phrase",
    )
    return [pages, *_searches(view, key, phrase)]


def _searches(view: View, key: str, phrase: str) -> list[Component]:
    """What people search for with the words of the phrase; nothing where no search can be relied on."""
    if not view.rows(*demand.counted())[0]["n"]:
        return []
    return [
        card(
            f"Searches that say “{phrase}”",
            lambda: listing_table(view, "phrase-searches", empty="No search that showed your site says it."),
            lead="Searches on Google that showed your pages, whatever the endings of its words.",
            export=view.export("phrase-searches"),
            anchor="phrase-searches",
        )
    ]


def _placement(rows: list[dict[str, Any]]) -> str:
    titled = sum(bool(row["in_title"]) for row in rows)
    headed = sum(bool(row["in_h1"]) for row in rows)
    return f"It is strong on {plural(len(rows), 'page')}: in the title of {number(titled)} and in the H1 of {number(headed)}."


def page_card(view: View) -> Component | None:
    """Phrases of the page that the address names by `url`; else nothing."""
    url = view.params.get("url")
    if not url:
        return None
    if not view.rows(*queries.phrases_of(url)):
        view.ignored.append("url")
        return None
    title = view.rows("SELECT title FROM pages WHERE url = ?", (url,))
    return card(
        "Phrases of one page",
        lambda: [
            filtered(view, [("url", "one page")]),
            page_link(view, url, title[0]["title"] if title else None),
            listing_table(view, "page-phrases"),
        ],
        export=view.export("page-phrases"),
        anchor="one-page",
    )
