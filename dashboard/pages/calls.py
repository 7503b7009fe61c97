"""Can a visitor call us from every page, on the right number?"""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.card import card, optional_card
from dashboard.components.chart import chart
from dashboard.components.forms import chips, filtered
from dashboard.components.issues import issue_list
from dashboard.components.kpi import kpi, kpis
from dashboard.components.table import listing_table
from dashboard.dataset import Row
from dashboard.figures.bars import shares
from dashboard.pages.calls_site import nap, tracking, trend, zones
from dashboard.queries import calls as queries
from dashboard.text import clean, number, percent, plural
from dashboard.view import View

SHOWN_ISSUES = 6


def layout(view: View) -> Component:
    """The numbers, the kinds of pages, the phone numbers found, and the pages behind them."""
    return html.Div(
        [
            html.H1("Can a visitor call us from every page?", tabIndex=-1),
            card("The numbers", lambda: _numbers(view)),
            card("By kind of page", lambda: _bars(view), lead="What a visitor can do with the number on the page. Choose a bar to see its pages."),
            html.Div([card("By part of the page", lambda: zones(view), lead="Where a number of yours stands, as a share of all pages."),
                      card("Are we getting better?", lambda: trend(view))], className="two"),
            card("Phone numbers found", lambda: _phones(view), lead="Choose a number to see every place where it stands.", export=view.export("numbers")),
            _mentions(view),
            card("Name, address and opening hours", lambda: nap(view), lead="As your pages and your structured data publish them, compared with your settings and with each other.", export=view.export("nap")),
            optional_card("Call tracking", lambda: tracking(view), lead="Whether the script of your call-tracking vendor can swap the numbers that your pages show.", export=view.export("tracking")),
            card("Problems with numbers and calls to action", lambda: _issues(view)),
            card("Pages", lambda: _pages(view), lead="Pages that need work stand on top.", export=view.export("calls"), anchor="pages"),
        ],
        className="page",
    )  # fmt: skip


def _numbers(view: View) -> Component:
    now = view.rows(*queries.states())[0]
    previous = view.previous()
    before: Row = previous.rows(*queries.states())[0] if previous else {}
    of = f"of {plural(now['pages'], 'page')}"
    cards = [
        kpi("Tap to call", now["tap"], shown=percent(now["tap"], now["pages"]), of=f"– {number(now['tap'])} {of}",
            meaning="A tap on your own number starts the call.", href=_pages_link(view, "tap"), before=before.get("tap"), tone="good"),
        kpi("Text only", now["text"], of=of, meaning="The number is there, but a tap does nothing.",
            href=_pages_link(view, "text"), before=before.get("text"), more_is_good=False, tone="warning"),
        kpi("No number", now["missing"], of=of, meaning="A visitor finds no number of yours.",
            href=_pages_link(view, "missing"), before=before.get("missing"), more_is_good=False, tone="none"),
        kpi("Wrong number", now["wrong"], of=of, meaning="A link dials something else than the number it shows.",
            href=_pages_link(view, "wrong"), before=before.get("wrong"), more_is_good=False, tone="error"),
    ]  # fmt: skip
    return kpis(cards)


def _pages_link(view: View, state: str, page_type: str | None = None) -> str:
    return view.href("/calls", state=state, type=page_type) + "#pages"


def _bars(view: View) -> Any:
    rows = view.rows(*queries.by_page_type())
    if not rows:
        return html.P("No page was checked for calls to action.", className="nothing")
    linked = [
        {
            **row,
            "label": labels.label(labels.PAGE_TYPE, row["page_type"]).word,
            "href": view.href("/calls", type=row["page_type"]) + "#pages",
            **{f"{state}_href": _pages_link(view, state, row["page_type"]) for state in labels.CTA},
        }
        for row in rows
    ]
    total, tap = sum(row["pages"] for row in rows), sum(row["tap"] for row in rows)
    parts = [(state, word.word, word.tone) for state, word in labels.CTA.items()]
    return chart(
        "calls-by-page-type",
        shares(linked, label="label", parts=parts, scheme=view.scheme),
        says=f"Share of pages by what a visitor can do with the number, by kind of page; over all, {percent(tap, total)} can be called with a tap.",
        rows=linked,
        columns=(("label", "Kind of page"), ("pages", "Pages"), *((state, word) for state, word, _ in parts)),
    )


def _phones(view: View) -> Any:
    return listing_table(view, "numbers", asked={}, empty="No phone number was found.")


def _mentions(view: View) -> Component | None:
    if not view.params.get("number"):
        return None
    known = {row["number"] for row in view.rows(*queries.numbers())}
    number_ = view.choice("number", known)
    if number_ is None:
        return None
    return card(
        f"Where {clean(number_)} stands",
        lambda: [
            filtered(view, [("number", clean(number_))]),
            listing_table(view, "mentions", asked={"number": number_}, empty="It stands nowhere."),
        ],
        export=view.export("mentions", number=number_),
        anchor="mentions",
    )


def _issues(view: View) -> Any:
    rows = view.rows(*queries.issues())
    if not rows:
        return html.P("No check of numbers and calls to action found anything.", className="nothing")
    return issue_list(view, rows, most=SHOWN_ISSUES)


def _pages(view: View) -> Any:
    total = view.rows(*queries.states())[0]
    state = view.choice("state", labels.CTA)
    types = [row["page_type"] for row in view.rows(*queries.by_page_type())]
    page_type = view.choice("type", types)
    choices = [
        (None, "All", total["pages"]),
        *[(value, word.word, total[value]) for value, word in labels.CTA.items()],
    ]
    kinds = [(None, "All", None), *[(value, labels.label(labels.PAGE_TYPE, value).word, None) for value in types]]
    asked = {name: value for name, value in (("state", state), ("type", page_type)) if value}
    return [
        chips(view, "state", choices, title="A visitor can …"),
        chips(view, "type", kinds, title="Kind of page"),
        listing_table(view, "calls", asked=asked, clear=view.href("/calls")),
    ]
