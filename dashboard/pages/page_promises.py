"""What a page promises, for a clinician or counsel to review."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import trust_labels
from dashboard.components.context import highlighted
from dashboard.components.parts import badge, some
from dashboard.dataset import Row
from dashboard.pages.page_trust import CLINICAL
from dashboard.queries import page_trust as queries
from dashboard.text import cut, plural
from dashboard.view import View

SHOWN = 6
"""Promises shown at first; the others are folded away."""


def promises(view: View, row: Row) -> Any:
    """Sentences of the page `row` that promise, by class; null where there are none and none would matter."""
    rows = view.rows(*queries.claims(row["url"]))
    if not rows:
        good = "No promises were found. That is good news."
        return html.P(good, className="nothing") if row["page_type"] in CLINICAL else None
    order = list(trust_labels.CLAIM)
    rows.sort(key=lambda claim: order.index(claim["claim_class"]) if claim["claim_class"] in order else len(order))
    says = f"{plural(len(rows), 'sentence')} to review with a clinician or counsel. These are hints, not verdicts."
    return [
        html.P(says, className="muted"),
        *some([_claim(claim) for claim in rows], most=SHOWN, more="more promise"),
    ]


def _claim(row: Row) -> Component:
    cited: list[Any] = [" ", html.Span("With a source", className="badge tone-good")] if row["is_cited"] else []
    return html.Li(
        [
            html.Span([badge(trust_labels.CLAIM, row["claim_class"]), *cited]),
            html.Span(highlighted(cut(row["sentence"], 500), row["phrase"]), className="context grow"),
        ],
        className="stacked",
    )
