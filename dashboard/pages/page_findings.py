"""What fails on a page, what is missing on it, and what to do."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.issues import explained
from dashboard.components.parts import badge, fold, link
from dashboard.dataset import Row
from dashboard.queries import gaps as gap_queries
from dashboard.queries import page as queries
from dashboard.text import clean, cut
from dashboard.view import View

SHOWN = 6
"""Findings shown at first; the others are folded away."""


def findings(view: View, url: str) -> Any:
    """Gaps that this page is to close, then its issues with their evidence."""
    issues = view.rows(*queries.issues(url))
    gaps = view.rows(*gap_queries.of_page(url))
    if not issues and not gaps:
        return html.P("Nothing: no check found anything on this page.", className="nothing")
    found = [
        *[
            html.Div(
                [
                    html.H3(link(clean(gap["title"]), view.href("/gap", id=gap["gap_id"]))),
                    html.P(clean(gap["action"])),
                    html.P(clean(gap["why"]), className="muted"),
                    html.P([badge(labels.GAP_KIND, gap["kind"]), " ", badge(labels.EFFORT, gap["effort"])]),
                ],
                className="finding",
            )
            for gap in gaps
        ],
        *[_issue(view, issue) for issue in issues],
    ]
    rest = found[SHOWN:]
    return [*found[:SHOWN], fold(f"{len(rest)} more", *rest) if rest else None]


def _issue(view: View, issue: Row) -> Component:
    new: list[str | Component] = [" ", badge(labels.STATE, "new")] if issue["state"] == "new" else []
    return html.Div(
        [
            html.H3(
                [
                    badge(labels.SEVERITY, issue["severity"]),
                    " ",
                    link(clean(issue["title"] or issue["check_id"]), view.href("/pages", issue=issue["check_id"])),
                    *new,
                ]
            ),
            html.P(cut(issue["evidence"], 600), className="evidence"),
            fold("Why, and what to do", explained(issue), kind="fold small"),
        ],
        className="finding",
    )
