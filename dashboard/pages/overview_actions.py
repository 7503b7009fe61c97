"""What to do first: the gaps and the failed checks that bring most for the least effort."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.parts import badge, hidden, link
from dashboard.queries import gaps as gap_queries
from dashboard.queries import overview as queries
from dashboard.text import clean, number, plural
from dashboard.view import View

ACTIONS = 7
_EFFORT = {"S": 1, "M": 2, "L": 4}
_GRAVITY = {"error": 5, "warning": 3}
_SAME = {
    "page_type": "topic",
    "cta": "cta",
    "phone": "cta",
    "content.thin": "thin",
    "content.short_for_type": "thin",
    "architecture": "internal_link",
    "http": "http",
    "link": "http",
    "redirect": "http",
    "trust": "trust",
}
"""Kinds of gaps, checks and families of checks that say the same to a reader."""
_ALWAYS = ("cta", "topic", "thin", "http")
"""Phone faults, missing pages, thin pages and broken pages: the best step of each stands in the list."""


def actions(view: View) -> Component:
    """The next steps in order, each with its reason, its effort and a link to the evidence."""
    found = [*_gap_actions(view), *_check_actions(view)]
    if not found:
        checks = view.rows(*queries.numbers())[0]["checks"]
        return html.P(f"Nothing to do: {plural(checks, 'check')} ran and found nothing that costs you patients.")
    return html.Ol([_action(view, action) for action in mixed(found)], className="actions")


def mixed(found: Sequence[dict[str, Any]], most: int = ACTIONS) -> list[dict[str, Any]]:
    """The best `most` in order of priority: the first of each kind that matters most, then of all that are left,
    where the second of a kind counts half, the third a third."""
    left = sorted(found, key=lambda action: -action["priority"])
    firsts = (next((action for action in left if action["kind"] == kind), None) for kind in _ALWAYS)
    chosen = [action for action in firsts if action]
    left = [action for action in left if not any(action is one for one in chosen)]
    seen = Counter(action["kind"] for action in chosen)
    while left and len(chosen) < most:
        best = max(left, key=lambda action: action["priority"] / (1 + seen[action["kind"]]))
        left.remove(best)
        chosen.append(best)
        seen[best["kind"]] += 1
    return sorted(chosen, key=lambda action: -action["priority"])


def kind_of(check_id: str, family: str) -> str:
    """Kind of a failed check among the actions; most are of the kind `page`."""
    return _SAME.get(check_id) or _SAME.get(family, "page")


def _gap_actions(view: View) -> list[dict[str, Any]]:
    return [
        {
            "title": gap["title"],
            "text": gap["action"],
            "why": gap["why"],
            "notes": [
                labels.label(labels.EFFORT, gap["effort"]).word,
                labels.label(labels.GAP_KIND, gap["kind"]).word,
            ],
            "new": gap["state"] == "new" and view.previous_id() is not None,
            "href": view.href("/gap", id=gap["gap_id"]),
            "word": "See the evidence",
            "kind": _SAME.get(gap["kind"], gap["kind"]),
            "priority": gap["priority"] or 0,
        }
        for gap in view.rows(*gap_queries.top_gaps(ACTIONS))
    ]


def _check_actions(view: View) -> list[dict[str, Any]]:
    """Failed checks; their effort is not known and taken as medium."""
    return [
        {
            "title": check["title"],
            "text": check["fix"],
            "why": check["why"],
            "notes": [
                labels.label(labels.SEVERITY, check["severity"]).word,
                f"Found in {number(check['failed'])} of {number(check['checked'])}",
            ],
            "new": False,
            "href": view.href("/pages", issue=check["check_id"]),
            "word": f"See {number(check['failed'])}",
            "kind": kind_of(check["check_id"], check["family"]),
            "priority": _GRAVITY[check["severity"]] * (1 + math.log10(max(1, check["failed"]))) / _EFFORT["M"],
        }
        for check in view.rows(*queries.gravest_checks())
    ]


def _action(view: View, action: dict[str, Any]) -> Component:
    notes: list[Component] = [html.Span(note, className="note") for note in action["notes"]]
    if action["new"]:
        notes.append(badge(labels.STATE, "new"))
    return html.Li(
        [
            html.Div(
                [
                    html.H3(clean(action["title"])),
                    html.P(clean(action["text"]), className="do"),
                    html.P([html.Span("Why: ", className="strong"), clean(action["why"])], className="why"),
                    html.P(notes, className="notes"),
                ],
                className="grow",
            ),
            link(
                [action["word"], hidden(f": {clean(action['title'])}")],
                action["href"],
                kind="button",
            ),
        ]
    )
