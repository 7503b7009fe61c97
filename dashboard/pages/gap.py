"""One gap: why, what to do, by what evidence, and what was decided about it."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.briefs import brief_buttons
from dashboard.components.card import card
from dashboard.components.parts import badge, facts, link, page_link
from dashboard.dataset import Row
from dashboard.deciding import SNOOZE_DAYS
from dashboard.pages.gap_evidence import evidence
from dashboard.queries import coverage, gaps
from dashboard.text import clean, crawl_name, cut, day, number
from dashboard.view import View


def layout(view: View) -> Component:
    """The gap that the address names by `id`."""
    found = view.rows(*gaps.gap(view.params.get("id", "")))
    if not found:
        missing = html.P("This check knows no such gap. It may be fixed since.", className="nothing")
        return html.Div([html.H1("A gap", tabIndex=-1), missing, _back(view)], className="page")
    row = found[0]
    return html.Div(
        [
            _back(view),
            html.H1(cut(row["title"], 200), tabIndex=-1),
            card("What to do", lambda: _what(view, row)),
            card(
                "What you decide",
                lambda: _decide(view, row),
                lead="A decision stays when the site is checked again.",
            ),
            card("Evidence", lambda: evidence(view, row)),
        ],
        className="page",
    )


def _back(view: View) -> Component:
    return html.P(link("← Everything that is missing", view.href("/coverage") + "#gaps"), className="back")


def _what(view: View, row: Row) -> list[Any]:
    pairs: list[tuple[str, Any]] = [
        ("Why", clean(row["why"])),
        ("Kind", badge(labels.GAP_KIND, row["kind"])),
        ("Effort", badge(labels.EFFORT, row["effort"])),
        ("How sure", f"{number(round(100 * (row['confidence'] or 0)))} %"),
        ("Priority", [number(row["priority"]), html.Span(" (the higher, the sooner)", className="muted")]),
        ("First seen", crawl_name(row["first_seen"]) if row["first_seen"] else "–"),
    ]
    if row["demand"] is not None:
        pairs.append(("Shown in searches", f"{number(row['demand'])} times in four weeks"))
    if row["url"]:
        pairs.append(("Page to work on", page_link(view, row["url"])))
    return [html.P(html.Strong(clean(row["action"])), className="do"), facts(pairs), *_brief(view, row)]


def _brief(view: View, row: Row) -> list[Component]:
    """For a gap that a new page closes: a brief for whoever writes it."""
    found = view.rows(*coverage.row(*_page_wanted(row)))
    return brief_buttons(view, found[0]) if found else []


def _page_wanted(row: Row) -> tuple[str, str]:
    """Kind and key of the row of `coverage` that a gap is about; empty where it is about none."""
    kind, key = str(row["kind"]), str(row["key"])
    if kind == "demand":
        about, _, entity = key.partition(":")
        return about, entity
    if (kind == "page_type" and row["rule"] == "missing") or kind == "cell":
        return kind, key
    return (str(row["rule"]), key) if kind in ("topic", "thin", "competitor", "page_type") else ("", "")


def _decide(view: View, row: Row) -> list[Any]:
    """What holds now, and a form for another decision. A fixed gap needs none."""
    state = row["standing"]
    said = [badge(labels.STATE, state)]
    if state == "snoozed" and row["until"]:
        said.append(html.Span(f" until {day(row['until'])}"))
    if row["reason"] and state == "wont_do":
        said.append(html.Span(f" Reason: {cut(row['reason'], 400)}"))
    who = f"By {cut(row['decided_by'], 80)}." if row["decided_by"] else None
    parts: list[Any] = [html.P(said, className="says"), html.P(who, className="muted small") if who else None]
    if problem := view.store.decisions(view.site).problem:
        return [html.P(clean(problem), className="notice"), *parts]
    return parts if state == "fixed" else [*parts, _form(view, row, is_decided=state in gaps.DECIDED)]


def _form(view: View, row: Row, *, is_decided: bool) -> Component:
    choices = [("accepted", "Accept"), ("snoozed", f"Snooze {SNOOZE_DAYS} days"), ("wont_do", "Won’t do")]
    if is_decided:
        choices.append(("open", "Reopen"))
    return html.Form(
        [
            dcc.Input(type="hidden", name="site", value=view.site),
            dcc.Input(type="hidden", name="gap", value=row["gap_id"]),
            html.Label(["Reason, if it will not be done ", dcc.Input(type="text", name="reason", maxLength=1000)]),
            html.Label(["Your name ", dcc.Input(type="text", name="by", maxLength=100)]),
            html.P(
                [html.Button(word, type="submit", name="state", value=value, className="button") for value, word in choices],
                className="buttons",
            ),
            html.P(role="status"),
        ],
        action="/decide",
        method="post",
        className="decide",
    )  # fmt: skip
