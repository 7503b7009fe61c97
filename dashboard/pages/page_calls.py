"""How one can call from a page: every number on it in the words around it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.context import highlighted
from dashboard.components.parts import badge, facts, flag, link, some
from dashboard.dataset import Row
from dashboard.queries import page as queries
from dashboard.text import clean, number
from dashboard.view import View

SHOWN = 4
"""Places shown at first; the others are folded away."""


def calls(view: View, url: str, row: Row) -> Any:
    """The verdict on the page `row`, and its numbers in document order."""
    parts: list[Any] = []
    if row["cta_state"]:
        word = labels.label(labels.CTA, row["cta_state"])
        parts.append(html.P([badge(labels.CTA, row["cta_state"]), f" {word.help}"]))
        places = (
            ("At the top", "has_top"),
            ("In the text", "has_body"),
            ("At the end", "has_end"),
            ("Booking link", "books"),
        )
        parts.append(
            facts(
                [
                    ("Score", f"{number(row['cta_score'])} of 100"),
                    *[(name, flag(row[key])) for name, key in places],
                ]
            )
        )
    mentions = view.rows(*queries.phone_ctas(url))
    if not mentions:
        return [*parts, html.P("The page shows no phone number.", className="nothing")]
    shown = [_mention(view, mention) for mention in mentions]
    return [*parts, *some(shown, most=SHOWN, more="more place", kind="plain-list")]


def _mention(view: View, mention: Row) -> Component:
    differs = (
        mention["href_number"] and mention["shown_number"] and mention["href_number"] != mention["shown_number"]
    )
    number_ = mention["number"] or mention["shown_number"]
    notes: list[Any] = [
        badge(labels.CHANNEL, mention["channel"]),
        " ",
        badge(labels.ZONE, mention["zone"]),
        " ",
        badge(labels.OWNERSHIP, mention["ownership"]),
    ]
    if mention["is_template"]:
        notes += [" ", html.Span("On many pages", className="badge tone-plain")]
    if not mention["valid"]:
        notes += [" ", html.Span("Cannot be a number", className="badge tone-error")]
    return html.Li(
        [
            html.P(highlighted(mention["context"], mention["shown_text"]), className="context"),
            html.P(
                f"Shows {clean(mention['shown_number'])}, but dials {clean(mention['href_number'])}.",
                className="tone-text-error",
            )
            if differs
            else None,
            html.P(
                [
                    link(clean(number_), view.href("/calls", number=number_)) if number_ else "No number",
                    " ",
                    *notes,
                ]
            ),
        ]
    )
