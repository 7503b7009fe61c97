"""Questions that people ask about any condition or treatment, and for which of them a page answers."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.briefs import brief_links
from dashboard.components.parts import fold, link, mark, page_link
from dashboard.dataset import Row
from dashboard.text import clean, number
from dashboard.view import View

_MISSING = ("none", "mentioned")


def state_word(state: str) -> Component:
    """A coverage state as its sign and its word, in its colour."""
    return html.Span(
        [mark(state), " ", labels.label(labels.COVERAGE, state).word], className=f"state-word state-{state}"
    )


def questions(view: View, rows: Sequence[Row]) -> Component:
    """One fold a question, those that are answered least first; inside, what the question is asked about."""
    asked: dict[str, list[Row]] = {}
    for row in rows:
        asked.setdefault(_parts(row)[0], []).append(row)
    ordered = sorted(asked.items(), key=lambda item: (-_share(item[1]), item[0]))
    return html.Div([_question(view, name, entries) for name, entries in ordered])


def entries(view: View, rows: Sequence[Row]) -> Component:
    """What is expected, each with its state and its best page."""
    return html.Ul([_entry(view, row, clean(row["label"])) for row in rows], className="lines")


def _parts(row: Row) -> tuple[str, str]:
    """The question and what it is asked about: `Cost: Massage` is asked about massage."""
    question, _, about = clean(row["label"]).partition(": ")
    return question, about


def _share(rows: Sequence[Row]) -> float:
    return sum(row["state"] in _MISSING for row in rows) / len(rows)


def _question(view: View, name: str, rows: list[Row]) -> Component:
    if len(rows) == 1 and not _parts(rows[0])[1]:
        return entries(view, rows)
    ordered = sorted(rows, key=lambda row: (row["score"], row["label"]))
    listed = html.Ul([_entry(view, row, _parts(row)[1] or name) for row in ordered], className="lines")
    return fold([html.Strong(name), html.Span(f" – {_verdict(rows)}", className="muted")], listed)


def _verdict(rows: Sequence[Row]) -> str:
    """For how many no answer was found; what could not be seen is neither answered nor not."""
    count = len(rows)
    missing = sum(row["state"] in _MISSING for row in rows)
    unseen = sum(row["state"] == "unknown" for row in rows)
    if not missing and not unseen:
        return f"answered for all {number(count)}"
    said = (
        f"no answer found for {number(missing)} of {number(count)}" if missing else f"{number(count)} asked about"
    )
    return f"{said}, {number(unseen)} not known" if unseen else said


def _entry(view: View, row: Row, name: str) -> Component:
    panel = view.href("/coverage", c=row["condition"], t=row["treatment"])
    shown: list[Any] = [link(name, panel) if row["condition"] or row["treatment"] else html.Span(name)]
    if row["best_url"] and row["state"] not in ("none", "unknown"):
        shown.append(page_link(view, row["best_url"]))
    else:
        shown.append(html.Span(clean(row["reasons"]), className="muted small wrap"))
    shown.append(brief_links(view, row))
    return html.Li([state_word(row["state"]), html.Div(shown, className="grow stack")])
