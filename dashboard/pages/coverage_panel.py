"""The panel beside the matrix: what is known of the box that was chosen, what to do, and a brief for the page."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.aria import aria, data
from dashboard.components.briefs import brief_buttons
from dashboard.components.card import card
from dashboard.components.parts import Children, badge, facts, link, mark, page_link
from dashboard.components.questions import entries
from dashboard.dataset import Row
from dashboard.queries import coverage as queries
from dashboard.queries import gaps as gap_queries
from dashboard.text import clean, cut, number, plural
from dashboard.view import View

_SHOWN = 12
"""Pages that are listed; the others are in the CSV."""


def panel(view: View) -> Component | None:
    """What is known of the box that was chosen."""
    condition = view.choice("c", {row["condition"] for row in view.rows(*queries.entries("condition"))})
    treatment = view.choice("t", {row["treatment"] for row in view.rows(*queries.entries("treatment"))})
    if not condition and not treatment:
        return None
    return html.Aside(
        [
            html.A([html.Span("✕", **aria(hidden="true")), html.Span("Close", className="visually-hidden")],
                   href=view.here(c=None, t=None), className="close", **data(close="true")),
            card(_about(view, condition, treatment), lambda: _details(view, condition, treatment)),
        ],
        className="panel", id="selection", tabIndex=-1, **aria(label="The chosen question"),
    )  # fmt: skip


def _about(view: View, condition: str | None, treatment: str | None) -> str:
    names = [
        row["label"]
        for kind, key in (("condition", condition), ("treatment", treatment))
        for row in view.rows(*queries.entries(kind))
        if key and row[kind] == key
    ]
    return " and ".join(cut(name, 60) for name in names)


def _details(view: View, condition: str | None, treatment: str | None) -> list[Any]:
    found = view.rows(*queries.selected(condition, treatment))
    parts: list[Any] = []
    if not found:
        parts.append(html.P("This is not a usual combination, so no page is expected."))
    elif found[0]["offered"] == "no":
        parts.append(html.P(labels.NOT_OFFERED.help))
    else:
        parts += _judgement(view, found[0])
    parts += _naming(view, condition, treatment, best=found[0]["best_url"] if found else None)
    parts += _closing_gaps(view, found)
    parts += brief_buttons(view, found[0]) if found else []
    return [*parts, *_asked_about(view, condition, treatment)]


def _naming(view: View, condition: str | None, treatment: str | None, *, best: str | None) -> list[Any]:
    """Pages that name it, but for the best one."""
    rows = [row for row in view.rows(*queries.pages_naming(condition, treatment)) if row["url"] != best]
    both = "both" if condition and treatment else "it"
    heading = html.H3(f"Other pages that name {both}" if best else f"Pages that name {both}")
    if not rows:
        return [heading, html.P("None.", className="muted")]
    listed = [
        html.Li(
            [
                page_link(view, row["url"], row["title"]),
                html.Span(plural(row["mentions"], "mention"), className="muted small"),
            ]
        )
        for row in rows[:_SHOWN]
    ]
    return [
        heading,
        html.Ul(listed, className="lines"),
        html.P(link("Save all as CSV", view.export("naming", c=condition, t=treatment))),
    ]


def _judgement(view: View, row: Row) -> list[Any]:
    word = labels.label(labels.COVERAGE, row["state"])
    best = page_link(view, row["best_url"], row["best_title"]) if row["best_url"] else "No page yet"
    return [
        html.P([mark(row["state"]), html.Strong(word.word), html.Span(word.help)], className=f"verdict state-{row['state']}"),
        facts([
            ("Why", clean(row["reasons"])),
            ("Best page", best),
            ("Score", f"{number(row['score'])} of 100"),
            ("Pages that name it", number(row["pages"])),
            ("Offered", _offered(view, row["offered"])),
        ]),
    ]  # fmt: skip


def _offered(view: View, offered: str) -> Children:
    if offered != "inferred":
        return "Yes" if offered == "yes" else clean(offered)
    return ["Seems so; confirm it under ", link("Our services", view.href("/services"))]


def _closing_gaps(view: View, found: list[Row]) -> list[Any]:
    gaps = view.rows(*gap_queries.gaps(None, found[0]["key"])) if found else []
    if not gaps:
        return []
    return [
        html.H3("What to do"),
        html.Ul(
            [
                html.Li(
                    [
                        link(html.Strong(clean(gap["action"])), view.href("/gap", id=gap["gap_id"])),
                        html.P(clean(gap["why"]), className="muted"),
                        badge(labels.EFFORT, gap["effort"]),
                    ]
                )
                for gap in gaps
            ],
            className="plain-list",
        ),
    ]


def _asked_about(view: View, condition: str | None, treatment: str | None) -> list[Any]:
    """The questions people ask about the condition or the treatment alone."""
    rows = [
        row
        for row in view.rows(*queries.entries("intent"))
        if (row["condition"], row["treatment"]) == (condition, treatment)
    ]
    return [html.H3("What people ask about it"), entries(view, rows)] if rows else []
