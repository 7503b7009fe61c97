"""Which page is to be found for which phrase, which pages compete, and what titles promise."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import keyword_labels, labels
from dashboard.components.card import nothing
from dashboard.components.forms import chips
from dashboard.components.parts import badge, fold, page_link, some
from dashboard.components.table import listing_table
from dashboard.dataset import Row
from dashboard.labels import Label
from dashboard.queries import keywords as queries
from dashboard.text import clean, cut, plural
from dashboard.view import View

SHOWN_GROUPS = 8
MOST_GROUPS = 100
"""Groups of pages that are drawn; the saved table has all."""


def targets(view: View) -> Any:
    """What each page is to be found for, and whether another page is stronger there."""
    rows = view.rows(*queries.target_counts())
    if not rows:
        return html.P("No page has a phrase that it is to be found for.", className="nothing")
    by_target, by_source = _sums(rows, "target"), _sums(rows, "source")
    target, source = view.choice("target", by_target), view.choice("source", by_source)
    total = sum(by_target.values())
    wrong = by_target.get("contradicted", 0)
    says = f"For {plural(wrong, 'phrase')} that you chose a page for, another page is stronger." if wrong else None
    return [
        html.P(says) if says else None,
        chips(view, "target", choices(keyword_labels.TARGET, by_target, total), title="How it stands"),
        chips(view, "source", choices(keyword_labels.SOURCE, by_source, total), title="Who says so"),
        listing_table(
            view, "targets", asked=asked(view, target=target, source=source), clear=view.href("/keywords")
        ),
    ]


def _sums(rows: Sequence[Row], name: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows:
        found[row[name]] = found.get(row[name], 0) + row["n"]
    return found


def choices(
    words: dict[str, Label], counts: dict[str, int], total: int | None
) -> list[tuple[str | None, str, int | None]]:
    """Chips for the values that occur, in the order of `words`; those without a word come last."""
    order = [*[value for value in words if counts.get(value)], *[value for value in counts if value not in words]]
    return [(None, "All", total), *[(value, labels.label(words, value).word, counts[value]) for value in order]]


def asked(view: View, **filters: str | None) -> dict[str, str]:
    """What a list is asked for: its filters that are on, and the words of the search."""
    given = {**filters, "q": view.params.get("q")}
    return {name: value for name, value in given.items() if value}


def rivals(view: View) -> Any:
    """Groups of pages that compete with each other, by how sure that is."""
    counts = {row["grade"]: row["n"] for row in view.rows(*queries.rival_counts())}
    if not counts:
        return html.P("No pages compete with each other. That is good news.", className="nothing")
    grade = view.choice("grade", counts)
    rows = view.rows(*queries.rivals(grade, view.params.get("q")))
    groups = [list(found) for _, found in groupby(rows, key=lambda row: (row["group_id"], row["grade"]))]
    chosen = choices(keyword_labels.GRADE, counts, sum(counts.values()))
    shown = [_group(view, group) for group in groups[:MOST_GROUPS]]
    left = len(groups) - len(shown)
    return [
        chips(view, "grade", chosen, title="How sure"),
        *(
            some(shown, most=SHOWN_GROUPS, more="more group")
            if shown
            else [nothing("No group matches.", clear=view.href("/keywords"))]
        ),
        html.P(f"{plural(left, 'further group')} – save the table to see all.", className="muted")
        if left
        else None,
    ]


def _group(view: View, rows: Sequence[Row]) -> Component:
    first = rows[0]
    phrase = f"“{cut(first['phrase'], 80)}”" if clean(first["phrase"]) else "The same words"
    summary = [badge(keyword_labels.GRADE, first["grade"]), f" {phrase} – {plural(len(rows), 'page')}"]
    help_ = labels.label(keyword_labels.GRADE, first["grade"]).help
    pages = [
        html.Li(
            html.Span(
                [
                    page_link(view, row["url"], row["title"]),
                    html.Br(),
                    html.Span(cut(row["reason"], 300), className="muted small"),
                ],
                className="grow",
            )
        )
        for row in rows
    ]
    return html.Li(fold(summary, html.P(help_) if help_ else None, html.Ul(pages, className="lines")))


def promises(view: View) -> Any:
    """What titles promise, and whether the text keeps it."""
    counts = view.rows(*queries.promise_counts())[0]
    if not counts["n"]:
        return html.P("No title makes a promise that could be looked up in its text.", className="nothing")
    promise = view.choice("promise", keyword_labels.PROMISE)
    chosen = choices(keyword_labels.PROMISE, {name: counts[name] for name in keyword_labels.PROMISE}, counts["n"])
    return [
        chips(view, "promise", chosen, title="In the text"),
        listing_table(view, "title-promises", asked=asked(view, promise=promise), clear=view.href("/keywords")),
    ]
