"""What a page is about: the outline of its headings, and the terms of the vocabulary that it names."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import keyword_labels, labels
from dashboard.components.parts import badge, link, page_link, some
from dashboard.dataset import Row
from dashboard.queries import keywords
from dashboard.queries import page as queries
from dashboard.text import clean, cut, number, plural
from dashboard.view import View

SHOWN = 24
SHOWN_TERMS = 12
"""Headings and terms shown at first; the others are folded away."""


def outline(view: View, url: str) -> Any:
    """Headings as an indented list: level, words of the section, questions, skipped levels; shared ones in grey."""
    rows = view.rows(*queries.headings(url))
    if not rows:
        return html.P("The page has no headings.", className="nothing")
    own = sum(not row["is_boilerplate"] for row in rows)
    asking = sum(bool(row["is_question"]) and not row["is_boilerplate"] for row in rows)
    says = f"{plural(own, 'heading')} of its own, {number(asking) if asking else 'none'} of them a question."
    items = [_heading(row) for row in rows]
    return [
        html.P(says, className="muted says"),
        *some(items, most=SHOWN, more="more heading", ordered=True, kind="outline"),
    ]


def _heading(row: Row) -> Component:
    text: Any = cut(row["text"], 200)
    if not text:
        text = f"{cut(row['alt_text'], 160)} (an image)" if clean(row["alt_text"] or "") else html.Em("empty")
    level = row["level"] or 2
    notes: list[Component] = []
    if row["section_words"] and not row["is_boilerplate"]:
        notes.append(html.Span(plural(row["section_words"], "word"), className="muted small"))
    if row["is_question"]:
        notes.append(html.Span("Question", className="badge tone-notice"))
    if row["skipped_levels"]:
        notes.append(html.Span(_skipped(row), className="badge tone-warning"))
    if row["hidden"]:
        notes.append(html.Span("Not visible", className="badge tone-plain"))
    if row["is_boilerplate"]:
        notes.append(html.Span("Not its own", className="small"))
    return html.Li(
        [
            html.Span(f"H{level}", className="level"),
            html.Span([html.Span(text), *[part for note in notes for part in (" ", note)]], className="grow"),
        ],
        className=f"depth-{level}{' shared' if row['is_boilerplate'] else ''}",
    )


def _skipped(row: Row) -> str:
    first, last = row["level"] - row["skipped_levels"], row["level"] - 1
    return f"Skips H{first}" if first == last else f"Skips H{first} to H{last}"


def entities(view: View, url: str) -> Any:
    """What the page is to be found for; terms of the vocabulary that it names, the best covered first."""
    rows = view.rows(*queries.entities(url))
    if not rows:
        return [*_targets(view, url), html.P("Nothing of the vocabulary was found.", className="nothing")]
    return [
        *_targets(view, url),
        *some([_entity(view, row) for row in rows], most=SHOWN_TERMS, more="more term"),
    ]


def _targets(view: View, url: str) -> list[Component]:
    rows = view.rows(*keywords.targets_of(url))
    if not rows:
        return []
    return [html.P("To be found for:", className="muted says"), html.Ul([_target(view, row) for row in rows], className="lines")]  # fmt: skip


def _target(view: View, row: Row) -> Component:
    placed = "" if row["score"] is None else f" – placed {number(row['score'])} of 100"
    stronger: list[Any] = []
    if row["strongest_url"] and row["target"] in ("contradicted", "elsewhere"):
        says = f"Better placed ({number(row['strongest_score'])}) on: "
        stronger = [html.Br(), html.Span(says, className="muted small"), page_link(view, row["strongest_url"])]
    return html.Li(
        [
            badge(keyword_labels.SOURCE, row["source"]),
            html.Span([f"“{cut(row['phrase'], 80)}”", placed, *stronger], className="grow"),
            badge(keyword_labels.TARGET, row["target"]),
        ]
    )


def _entity(view: View, row: Row) -> Component:
    name = clean(row["label"] or labels.label(labels.ENTITY, row["entity"]).word)
    key = {"condition": "c", "treatment": "t"}.get(row["kind"])
    named = (
        link(name, view.href("/coverage", **{key: row["entity"]}), kind="link grow")
        if key
        else html.Span(name, className="grow")
    )
    return html.Li([badge(labels.KIND, row["kind"]), named, html.Span(_weight(row), className="muted small")])


def _weight(row: Row) -> str:
    if row["kind"] == "intent":
        return f"answered in {plural(row['words'], 'word')}"
    return f"{plural(row['count'], 'mention')}, score {number(row['score'])}"
