"""What keeps people with disabilities from using a page, as far as its markup shows."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import access_labels, labels
from dashboard.components.parts import fold, some
from dashboard.dataset import Row
from dashboard.queries import page_machine as queries
from dashboard.text import cut, plural
from dashboard.view import View

SHOWN = 8
"""Faults shown at first; the others are folded away."""


def accessibility(view: View, url: str) -> Any:
    """Faults with how many places and an example; null where none was found."""
    rows = view.rows(*queries.accessibility(url))
    if not rows:
        return None
    return some([_fault(row) for row in rows], most=SHOWN, more="more fault")


def _fault(row: Row) -> Component:
    word = labels.label(access_labels.RULE, row["rule"]).word.replace("-", " ")
    return html.Li(
        [
            html.Span(
                [
                    html.Span(word),
                    fold("Show the code", html.Code(cut(row["example"], 200), className="path"), kind="fold small"),
                ],
                className="grow",
            ),
            html.Span(plural(row["places"] or 0, "place"), className="share"),
        ]
    )  # fmt: skip
