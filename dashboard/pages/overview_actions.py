"""What to do first, with what it is worth, how much is missing, and what it costs."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.parts import badge, facts, hidden, link
from dashboard.dataset import Row
from dashboard.queries import actions as queries
from dashboard.queries import overview
from dashboard.text import clean, cut, number, plural
from dashboard.view import View

_STATES = ("new", "reopened", "accepted")
"""States that a reader has to be told."""


def actions(view: View) -> Component:
    """The next steps as the crawl ranked them, each with its reasons and a link to the evidence."""
    found = view.rows(*queries.actions(queries.MOST))
    if found:
        return html.Ol([_action(view, row) for row in found], className="actions")
    numbers = view.rows(*overview.numbers())[0]
    if numbers["gaps"]:
        missing = link("what is missing", view.href("/coverage") + "#gaps")
        return html.P(["This check ranked no actions. See ", missing, "."], className="nothing")
    return html.P(
        f"Nothing to do: {plural(numbers['checks'], 'check')} ran and found nothing that costs you patients."
    )


def _action(view: View, row: Row) -> Component:
    title = cut(row["title"], 160)
    effort = labels.label(labels.EFFORT, row["effort"]).word
    put_off = row["gaps"] - row["left_over"]
    reasons: list[tuple[str, Any]] = [
        ("Why it matters", clean(row["value"])),
        ("How much", clean(row["size"]) + (f"; {number(put_off)} of it put off" if put_off else "")),
        ("Effort", [effort, html.Span(" (estimate)", className="muted")]),
    ]
    tags: list[Component] = [html.Span(labels.label(labels.THEME, row["theme"]).word, className="note")]
    if row["state"] in _STATES and (row["state"] != "new" or view.previous_id()):
        tags.append(badge(labels.STATE, row["state"]))
    words = [
        html.Div([html.H3(title), html.Span(tags, className="notes")]),
        html.P(clean(row["action"]), className="do"),
        facts(reasons),
    ]
    return html.Li(
        [html.Div(words, className="grow"), html.Div(_links(view, row, title), className="action-links")]
    )


def _links(view: View, row: Row, title: str) -> list[Component]:
    about = hidden(f": {title}")
    links = [link(["See the evidence", about], _evidence(view, row), kind="button")]
    if row["brief_kind"]:
        forms = (("docx", "Write a brief"), ("md", "… as Markdown"))
        links += [
            link([word, about], view.brief(form, row["brief_kind"], row["brief_key"]), kind="button quiet")
            for form, word in forms
        ]
    return links


def _evidence(view: View, row: Row) -> str:
    """One gap: its page. Several: their list. A check: the pages that fail it."""
    if row["check_id"]:
        return view.href("/pages", issue=row["check_id"])
    if row["gaps"] == 1:
        return view.href("/gap", id=row["gap_ids"][0])
    return view.href("/coverage", action=row["action_id"]) + "#gaps"
