"""Kinds of issues: what, how many, why it matters, and what to do."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.aria import aria
from dashboard.components.parts import badge, fold
from dashboard.dataset import Row
from dashboard.text import clean, number, plural
from dashboard.view import View


def issue_list(view: View, rows: Sequence[Row], *, most: int, chosen: str | None = None) -> Component:
    """Failed checks as a list with bars; each leads to its pages. Those beyond `most` are folded away."""
    shown = html.Ul([_issue(view, row, chosen) for row in rows[:most]], className="issue-list")
    rest = rows[most:]
    if not rest:
        return shown
    folded = html.Ul([_issue(view, row, chosen) for row in rest], className="issue-list")
    return html.Div([shown, fold(f"{plural(len(rest), 'more kind')} of issues", folded)])


def explained(row: Row) -> Component:
    """Why a check matters and what to do about it."""
    return html.Div(
        [
            html.P([html.Strong("Why it matters. "), clean(row.get("why") or "")]),
            html.P([html.Strong("What to do. "), clean(row.get("fix") or "")]),
        ],
        className="explained",
    )


def _issue(view: View, row: Row, chosen: str | None) -> Component:
    share = 100 * row["failed"] / max(1, row["checked"])
    more = aria(current="true" if chosen == row["check_id"] else None)
    return html.Li(
        [
            html.Div(
                [
                    badge(labels.SEVERITY, row["severity"]),
                    html.A(
                        clean(row["title"]),
                        href=view.href("/pages", issue=row["check_id"]) + "#list",
                        className="link grow",
                        **more,
                    ),
                    html.Span(f"{number(row['failed'])} of {number(row['checked'])}", className="share"),
                ],
                className="issue-head",
            ),
            html.Div(
                html.Div(
                    className=f"meter-fill tone-{row['severity']}", style={"width": f"{max(1.0, share):.1f}%"}
                ),
                className="meter",
                **aria(hidden="true"),
            ),
            html.Details([html.Summary("Why, and what to do"), explained(row)], className="fold small"),
        ]
    )
