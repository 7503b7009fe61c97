"""The site as a whole: where on its pages one can call, how that moved, and what it publishes of itself."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import call_labels, labels
from dashboard.components.chart import chart
from dashboard.components.forms import chips
from dashboard.components.history import history
from dashboard.components.table import listing_table
from dashboard.figures.bars import shares
from dashboard.queries import calls as queries
from dashboard.text import clean, number, percent, plural
from dashboard.view import View

_PARTS = (
    ("tap", "Tap to call", "good"),
    ("text", "Text only", "warning"),
    ("missing", "No number there", "off"),
)


def zones(view: View) -> Any:
    """In which parts of the pages an own number stands, and whether a tap calls it there."""
    rows = view.rows(*queries.by_zone())
    if not rows:
        return html.P("No number of yours was found on any page.", className="nothing")
    shown = [{**row, "label": labels.label(labels.ZONE, row["zone"]).word} for row in rows]
    first = shown[0]
    total = first["tap"] + first["text"] + first["missing"]
    return chart(
        "calls-by-zone",
        shares(shown, label="label", parts=_PARTS, scheme=view.scheme),
        says=f"Share of pages with a number of yours, by part of the page; most often it stands in: {first['label'].lower()}, on {percent(first['tap'] + first['text'], total)} of pages.",
        rows=shown,
        columns=(("label", "Part of the page"), *((column, word) for column, word, _ in _PARTS)),
    )


def trend(view: View) -> Component:
    """Shares of pages from check to check."""
    lines = (
        ("tap", "Tap to call", "good"),
        ("at_end", "At the end", "series"),
        ("no_number", "None or wrong", "none"),
    )
    of = "of pages with tap-to-call, with a number at the end, and with none or a wrong one"
    return history(view, "calls-trend", queries.trend(), lines, of)


def nap(view: View) -> Any:
    """Names, addresses and hours as published."""
    counts = {row["verdict"]: row["n"] for row in view.rows(*queries.nap_verdicts())}
    if not counts:
        return html.P("No name, address or opening hours of the clinic were found.", className="nothing")
    chosen = view.choice("verdict", [verdict for verdict in call_labels.VERDICT if verdict in counts])
    choices = [
        (None, "All", sum(counts.values())),
        *[
            (verdict, word.word, counts[verdict])
            for verdict, word in call_labels.VERDICT.items()
            if verdict in counts
        ],
    ]
    return [
        chips(view, "verdict", choices, title="Compared"),
        listing_table(view, "nap", asked={"verdict": chosen} if chosen else {}, clear=view.href("/calls")),
    ]


def tracking(view: View) -> Any:
    """What call tracking does with the numbers; null where there is none."""
    vendors = view.rows(*queries.tracking_vendors())
    if not vendors:
        return None
    said = [
        f"{clean(row['vendor'])} runs on {plural(row['pages'], 'page')}; on {number(row['swaps'])} of them it can swap every number shown."
        for row in vendors
    ]
    chosen = view.choice("swap", call_labels.SWAP)
    choices = [(None, "All", None), *[(value, word.word, None) for value, word in call_labels.SWAP.items()]]
    return [
        *[html.P(text) for text in said],
        chips(view, "swap", choices, title="Call tracking"),
        listing_table(view, "tracking", asked={"swap": chosen} if chosen else {}, clear=view.href("/calls")),
    ]
