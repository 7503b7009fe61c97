"""Who stands behind a page and when, and what it rests on."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels, trust_labels
from dashboard.components.parts import badge, outside, page_link, some
from dashboard.dataset import Row
from dashboard.queries import page_trust as queries
from dashboard.text import clean, cut, day, plural
from dashboard.view import View

CLINICAL = ("condition", "treatment", "article")
"""Kinds of pages that readers, and Google, want an author, a date and sources of."""
SHOWN = 6
"""References shown at first; the others are folded away."""


def behind(view: View, row: Row) -> Any:
    """People, dates and references of the page `row`; null where it has none and needs none."""
    url, needed = row["url"], row["page_type"] in CLINICAL
    people, dates = view.rows(*queries.people(url)), view.rows(*queries.dates(url))
    references = view.rows(*queries.references(url))
    if not (people or dates or references or needed):
        return None
    return [
        html.H3("People"),
        _people(view, people) if people else _missing("Nobody is named as author or reviewer.", needed),
        html.H3("Dates"),
        *(_dates(dates) if dates else [_missing("The page states no date.", needed)]),
        html.H3("References"),
        *(_references(references) if references else [_missing("The page names no sources.", needed)]),
    ]


def _missing(text: str, needed: bool) -> Component:
    why = " Readers, and Google, look for it on pages about health." if needed else ""
    return html.P(text + why, className="nothing")


def _people(view: View, rows: Sequence[Row]) -> Component:
    """One line a person and role, however many places name them."""
    named: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        named.setdefault((row["role"], clean(row["name"]).casefold()), []).append(row)
    return html.Ul([_person(view, places) for places in named.values()], className="lines")


def _person(view: View, places: Sequence[Row]) -> Component:
    row = places[0]
    credentials = next((clean(place["credentials"]) for place in places if place["credentials"]), "")
    profile = next((place["profile_url"] for place in places if place["profile_url"]), None)
    name = cut(row["name"], 80)
    text = f"{name}, {cut(credentials, 60)}" if credentials else name
    notes: list[Any] = [] if credentials else [" ", html.Span("No credentials", className="badge tone-notice")]
    linked: list[Any] = [" · ", page_link(view, profile)] if profile else []
    return html.Li(
        [
            badge(trust_labels.ROLE, row["role"]),
            html.Span(
                [html.Span(text), *notes, *linked, html.Br(), html.Span(_named_in(places), className="muted small")],
                className="grow",
            ),
        ]
    )  # fmt: skip


def _named_in(places: Sequence[Row]) -> str:
    words = dict.fromkeys(labels.label(trust_labels.SOURCE, row["source"]).word for row in places)
    return "Named in " + " and in ".join(words)


def _dates(rows: Sequence[Row]) -> list[Component]:
    kinds: dict[str, list[Row]] = {}
    for row in rows:
        kinds.setdefault(row["kind"], []).append(row)
    shown: list[Component] = [html.Ul([_date(kind, found) for kind, found in kinds.items()], className="lines")]
    for kind, found in kinds.items():
        if disagree([row["date"] for row in found]):
            word = labels.label(trust_labels.DATE, kind).word.lower()
            text = f"The page gives different dates for “{word}”. Readers and search engines cannot tell which is right."
            shown.append(html.P(text, className="tone-text-error"))
    return shown


def _date(kind: str, rows: Sequence[Row]) -> Component:
    told: dict[str, dict[str, None]] = {}
    for row in rows:
        source = labels.label(trust_labels.SOURCE, row["source"]).word
        told.setdefault(day(row["date"]), {})[source] = None
    texts = [f"{cut(date, 40)} (in {', '.join(sources)})" for date, sources in told.items()]
    return html.Li(
        [badge(trust_labels.DATE, kind), html.Span(" · ".join(texts), className="grow")],
    )


def disagree(dates: Sequence[str]) -> bool:
    """Whether ISO dates of one kind lie more than a day apart, as far as the least exact of them tells."""
    exact = min(map(len, dates))
    distinct = sorted({value[:exact] for value in dates})
    if len(distinct) < 2:
        return False
    try:
        return (date.fromisoformat(distinct[-1]) - date.fromisoformat(distinct[0])).days > 1
    except ValueError:
        return True


def _references(rows: Sequence[Row]) -> list[Component]:
    entries = sum(row["text"] is not None for row in rows)
    missing = len(rows) - entries
    says = plural(entries, "reference") + "."
    if missing:
        cited = "one number" if missing == 1 else plural(missing, "number")
        says += f" The text cites {cited} that the list does not have."
    unmarked = entries > 0 and not any(row["markers"] for row in rows)
    if unmarked:
        says += " The text does not say which statement rests on which."
    items = [_reference(row, told=unmarked) for row in rows]
    return [html.P(says, className="muted"), *some(items, most=SHOWN, more="more reference")]


def _reference(row: Row, *, told: bool) -> Component:
    """`told`: that nothing cites it has been said for all of them."""
    number = "–" if row["number"] is None else str(row["number"])
    text = cut(row["text"], 400) if row["text"] is not None else "Cited in the text, but there is no such entry."
    return html.Li(
        [
            html.Span(number, className="level"),
            html.Span(
                [
                    html.Span(text, className="tone-text-error" if row["text"] is None else None),
                    *_look_up(row),
                    *_doubts(row, told=told),
                ],
                className="grow path",
            ),
        ]
    )


def _look_up(row: Row) -> list[Any]:
    ways = []
    if row["doi"]:
        ways.append(outside("DOI", f"https://doi.org/{row['doi']}"))
    if row["pmid"]:
        ways.append(outside("PubMed", f"https://pubmed.ncbi.nlm.nih.gov/{row['pmid']}/"))
    if row["link"] and not ways:
        ways.append(outside("Link", row["link"]))
    return [part for way in ways for part in (" ", way)]


def _doubts(row: Row, *, told: bool) -> list[Any]:
    if row["text"] is None:
        return []
    doubts = {
        "uncited": row["number"] is not None and not row["markers"] and not told,
        "no_link": not (row["doi"] or row["pmid"] or row["pmcid"] or row["link"]),
        "preprint": row["is_preprint"],
    }
    return [part for name, true in doubts.items() if true for part in (" ", badge(trust_labels.REFERENCE, name))]
