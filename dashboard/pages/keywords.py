"""Which words is the site found for, and where do they stand?"""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.chart import chart
from dashboard.components.forms import filtered, search
from dashboard.components.parts import page_link
from dashboard.components.table import listing_table
from dashboard.figures.bars import ranked
from dashboard.queries import keywords as queries
from dashboard.text import clean, number, plural
from dashboard.view import View

TOP = 15


def layout(view: View) -> Component:
    """The top phrases, the pages of a phrase, the phrases of a page, and all phrases."""
    return html.Div(
        [
            html.H1("Which words are our pages about?", tabIndex=-1),
            _phrase(view),
            _page(view),
            card("Top phrases", lambda: _top(view), lead="The phrases that the site speaks of most, weighed by where they stand."),
            card("All phrases", lambda: _all(view), lead=_lead(view), export=view.export("phrases")),
        ],
        className="page",
    )  # fmt: skip


def _lead(view: View) -> str:
    total = view.rows(*queries.total())[0]
    return (
        f"{plural(total['phrases'], 'phrase')} on {plural(total['pages'], 'page')}. Choose one to see its pages."
    )


def _phrase(view: View) -> Component | None:
    key = view.params.get("key")
    if not key:
        return None
    rows = view.rows(*queries.pages_of(key))
    if not rows:
        view.ignored.append("key")
        return None
    phrase = clean(rows[0]["keyphrase"])
    return card(
        f"Pages about “{phrase}”",
        lambda: [filtered(view, [("key", phrase)]), html.P(_placement(rows)), listing_table(view, "phrase-pages")],
        export=view.export("phrase-pages"),
        anchor="phrase",
    )


def _placement(rows: list[dict[str, Any]]) -> str:
    titled = sum(bool(row["in_title"]) for row in rows)
    headed = sum(bool(row["in_h1"]) for row in rows)
    return f"It is strong on {plural(len(rows), 'page')}: in the title of {number(titled)} and in the H1 of {number(headed)}."


def _page(view: View) -> Component | None:
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


def _top(view: View) -> Any:
    rows = view.rows(*queries.phrases(None, TOP))
    if not rows:
        return html.P("No phrases were found.", className="nothing")
    linked = [{**row, "href": view.href("/keywords", key=row["key"]) + "#phrase"} for row in rows]
    return chart(
        "top-phrases",
        ranked(linked, label="keyphrase", value="score", scheme=view.scheme),
        says=f"The {plural(len(rows), 'phrase')} of most strength; the first is {clean(rows[0]['keyphrase'])}, on {plural(rows[0]['pages'], 'page')}.",
        rows=linked,
        columns=(
            ("keyphrase", "Phrase"),
            ("score", "Strength"),
            ("pages", "Pages"),
            ("in_title", "In titles"),
            ("in_h1", "In H1s"),
        ),
    )


def _all(view: View) -> Any:
    q = view.params.get("q")
    return [
        search(view, title="Search phrases", hint="for example: knee"),
        filtered(view, [("q", f"“{clean(q)}”")]) if q else None,
        listing_table(view, "phrases", empty="No phrase matches.", clear=view.href("/keywords")),
    ]
