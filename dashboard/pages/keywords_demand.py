"""What people search for, and where clicks are to be won. Needs an export of Search Console."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import keyword_labels
from dashboard.components.card import card
from dashboard.components.forms import chips
from dashboard.components.parts import some
from dashboard.components.table import listing_table
from dashboard.dataset import Row
from dashboard.pages.keywords_targets import asked, choices
from dashboard.queries import demand as queries
from dashboard.text import clean, cut, number, plural
from dashboard.view import View

SHOWN_WARNINGS = 3
COMMAND = "python run.py demand FILE"
"""What takes up an export of Search Console."""


def cards(view: View) -> list[Component]:
    """Chances, what people search for, and pages that are shown; where nothing was imported one sentence on how to."""
    totals = view.rows(*queries.totals())[0]
    shown = view.rows(*queries.page_totals())[0]
    if not totals["n"] and not shown["n"]:
        return [card("What do people search for?", _how_to, anchor="searches")]
    return [
        *(_of_searches(view, totals) if totals["n"] else ()),
        *([card("Which pages does Google show?", lambda: _pages(view), lead=_shown(shown), export=view.export("shown-pages"), anchor="shown-pages")] if shown["n"] else ()),
    ]  # fmt: skip


def _how_to() -> Component:
    words = "No searches were imported yet. To see them, export “Performance” from Google Search Console, and run "
    return html.P([words, html.Code(COMMAND), ". The next check has them."], className="nothing")


def _of_searches(view: View, totals: Row) -> list[Component]:
    return [
        card("Where are clicks to be won?", lambda: _chances(view, totals), lead="Searches that do not name you, by the newest days whose numbers can be relied on.", export=view.export("chances"), anchor="chances"),
        card("What do people search for?", lambda: _searches(view, totals), lead=_lead(totals), export=view.export("searches"), anchor="searches"),
    ]  # fmt: skip


def _shown(row: Row) -> str:
    unseen = f" This check did not read {number(row['unseen'])} of them." if row["unseen"] else ""
    return f"{plural(row['n'], 'page')} that Google showed, searches by your name included.{unseen}"


def _pages(view: View) -> Any:
    return listing_table(
        view, "shown-pages", asked=asked(view), empty="No page matches.", clear=view.href("/keywords")
    )


def _lead(totals: Row) -> str:
    return (
        f"{plural(totals['queries'], 'search', 'searches')} on Google that showed your pages, as Search Console "
        "counted them. CTR is clicks per 100 times shown. Days that overlap count once."
    )


def _chances(view: View, totals: Row) -> Any:
    if not totals["counted"]:
        text = "That cannot be told from these days: it takes 28 days or more, which Google counted rightly."
        return html.P(text, className="nothing")
    counts = {row["chance"]: row["n"] for row in view.rows(*queries.chance_counts())}
    if not counts:
        return html.P("No search stands out: what is shown often is clicked as usual.", className="nothing")
    chance = view.choice("chance", keyword_labels.CHANCE)
    return [
        html.Ul(className="stack says", children=[html.Li([html.B(keyword_labels.CHANCE[kind].word), f": {keyword_labels.CHANCE[kind].help}"]) for kind in keyword_labels.CHANCE if kind in counts]),
        chips(view, "chance", choices(keyword_labels.CHANCE, counts, sum(counts.values())), title="Chance"),
        listing_table(view, "chances", asked=asked(view, chance=chance), empty="No search matches.", clear=view.href("/keywords")),
    ]  # fmt: skip


def _searches(view: View, totals: Row) -> Any:
    demand = view.choice("demand", keyword_labels.DEMAND)
    counts = {name: totals[name] for name in keyword_labels.DEMAND}
    return [
        *_warnings(view),
        chips(view, "demand", choices(keyword_labels.DEMAND, counts, totals["n"]), title="Searches"),
        listing_table(view, "searches", asked=asked(view, demand=demand), empty="No search matches.", clear=view.href("/keywords")),
    ]  # fmt: skip


def _warnings(view: View) -> list[Component]:
    """What to know of the numbers, in words, with the days and how much it is about."""
    items = [
        html.Li(
            html.Span(
                [
                    html.Strong("With care: "),
                    cut(row["warning"], 400),
                    html.Span(f" ({_of(row)})", className="muted small"),
                ],
                className="grow",
            )
        )
        for row in view.rows(*queries.warnings())
    ]
    return some(items, most=SHOWN_WARNINGS, more="more note") if items else []


def _of(row: Row) -> str:
    rows = f"{number(row['n'])} of the rows below"
    return f"{clean(row['period'])}, {rows}" if row["period"] else rows
