"""How one can call from a page: every number on it in the words around it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.context import highlighted
from dashboard.components.parts import badge, facts, flag, fold, link, some
from dashboard.dataset import Row
from dashboard.queries import page as queries
from dashboard.text import clean, number
from dashboard.view import View

SCORE = (
    ("score_number", "A number of yours is on the page", 25),
    ("score_linked", "A tap calls it", 20),
    ("score_top", "It stands at the top", 15),
    ("score_body", "It stands in the text", 10),
    ("score_end", "It stands at the end", 10),
    ("score_nap", "It is the number of your settings or structured data", 10),
    ("score_verb", "Words ask for the call", 5),
    ("score_format", "The link has the country code", 3),
    ("score_name", "The link has a name", 2),
)
"""Parts of the score and the most that each brings."""
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
        if row["score_number"] is not None:
            parts.append(_score(row))
    mentions = view.rows(*queries.phone_ctas(url))
    if not mentions:
        return [*parts, html.P("The page shows no phone number.", className="nothing")]
    shown = [_mention(view, mention) for mention in mentions]
    return [*parts, *some(shown, most=SHOWN, more="more place", kind="plain-list")]


def _score(row: Row) -> Component:
    """What the score is made of."""
    lines = [html.Li(f"{word}: {number(row[column])} of {most}") for column, word, most in SCORE]
    if row["score_deduction"]:
        lines.append(html.Li(f"Taken off for wrong or conflicting numbers: {number(row['score_deduction'])}"))
    return fold("What the score is made of", html.Ul(lines, className="plain-list"))


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
    if not mention["valid"] and mention["channel"] != "image" and (mention["number"] or not mention["linked"]):
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
