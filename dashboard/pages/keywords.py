"""Which words is the site found for, and where do they stand?"""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import keyword_labels
from dashboard.components.card import card
from dashboard.components.chart import chart
from dashboard.components.forms import chips, filtered, search
from dashboard.components.table import listing_table
from dashboard.figures.bars import ranked
from dashboard.pages.keywords_competitors import cards as competitor_cards
from dashboard.pages.keywords_demand import cards as demand_cards
from dashboard.pages.keywords_phrase import page_card, phrase_cards
from dashboard.pages.keywords_targets import asked, choices, promises, rivals, targets
from dashboard.pages.keywords_topics import FILTERS as TOPIC_FILTERS
from dashboard.pages.keywords_topics import cards as topic_cards
from dashboard.queries import keywords as queries
from dashboard.text import clean, plural
from dashboard.view import View

TOP = 15
FILTERS = (
    "key",
    "url",
    "mark",
    "target",
    "source",
    "grade",
    "promise",
    "chance",
    "demand",
    "lacking",
    "rival",
    *TOPIC_FILTERS,
)
"""Parameters that a search keeps."""


def layout(view: View) -> Component:
    """Phrases of a page and pages of a phrase, what pages are to be found for, what people search for, all phrases."""
    return html.Div(
        [
            html.H1("Which words are our pages about?", tabIndex=-1),
            _search(view),
            *phrase_cards(view),
            page_card(view),
            card("Top phrases", lambda: _top(view), lead="The phrases that the site speaks of most. Their strength is up to 100 points a page, by how often they are said and where."),
            *topic_cards(view),
            card("Which page is to be found for what?", lambda: targets(view), lead="One phrase a page, and the page that is placed best for it: 0 to 100 points for title, headings, address and links.", export=view.export("targets"), anchor="targets"),
            card("Do pages compete with each other?", lambda: rivals(view), lead="Where several pages answer the same search, they take links and clicks from each other. Choose a group to see its pages.", export=view.export("rivals"), anchor="rivals"),
            *demand_cards(view),
            *competitor_cards(view),
            card("Do the texts keep what the titles promise?", lambda: promises(view), lead="Parts of titles, and the words of them that the text of the page lacks.", export=view.export("title-promises"), anchor="promises"),
            card("All phrases", lambda: _all(view), lead=_lead(view), export=view.export("phrases"), anchor="phrases"),
        ],
        className="page",
    )  # fmt: skip


def _search(view: View) -> Component:
    q = view.params.get("q")
    found = search(view, title="Search phrases, searches and titles", hint="for example: knee", keep=FILTERS)
    return html.Div([found, filtered(view, [("q", f"“{clean(q)}”")]) if q else None])


def _lead(view: View) -> str:
    total = view.rows(*queries.total())[0]
    return (
        f"{plural(total['phrases'], 'phrase')} on {plural(total['pages'], 'page')}. Choose one to see its pages."
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
    total = view.rows(*queries.total())[0]
    mark = view.choice("mark", keyword_labels.MARK)
    counts = {name: total[name] for name in keyword_labels.MARK}
    return [
        chips(view, "mark", choices(keyword_labels.MARK, counts, total["phrases"]), title="Where it stands"),
        listing_table(view, "phrases", asked=asked(view, mark=mark), empty="No phrase matches.", clear=view.href("/keywords")),
    ]  # fmt: skip
