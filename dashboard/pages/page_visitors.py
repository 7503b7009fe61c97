"""Who else is on a page, and what its forms ask of visitors."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import trust_labels
from dashboard.components.parts import badge, page_link
from dashboard.dataset import Row
from dashboard.queries import page_trust as queries
from dashboard.text import cut, host_of, plural
from dashboard.view import View


def others(view: View, row: Row) -> Any:
    """Services of others by class, then forms and booking; null where there is nothing of the kind."""
    trackers, forms = view.rows(*queries.trackers(row["url"])), view.rows(*queries.forms(row["url"]))
    if not (trackers or forms or row["booking_link"]):
        return None
    shown: list[Any] = []
    if _is_watched(row, trackers, forms):
        shown.append(html.P("An ad pixel or session recorder runs where visitors look up a condition or tell something about themselves. Review it with counsel.", className="banner warning"))  # fmt: skip
    if trackers:
        shown.append(html.Ul([_trackers(name, trackers) for name in _classes(trackers)], className="lines"))
    if any(tracker["tracker_class"] == "tag_manager" for tracker in trackers):
        shown.append(html.P("A tag manager may add more than the page's source shows.", className="muted small"))
    if forms or row["booking_link"]:
        shown.append(html.H3("Forms and booking"))
    if forms:
        shown.append(html.Ul([_form(view, form) for form in forms], className="lines"))
    if row["booking_link"]:
        shown.append(html.P(["Appointments are booked at ", page_link(view, row["booking_link"])]))
    return shown


def _is_watched(row: Row, trackers: Sequence[Row], forms: Sequence[Row]) -> bool:
    delicate = row["page_type"] in trust_labels.DELICATE or any(
        form["purpose"] in trust_labels.TELLING for form in forms
    )
    return delicate and any(tracker["tracker_class"] in trust_labels.WATCHING for tracker in trackers)


def _classes(trackers: Sequence[Row]) -> list[str]:
    """Classes that are there, those that watch most first."""
    found = dict.fromkeys(tracker["tracker_class"] for tracker in trackers)
    return sorted(
        found, key=lambda name: list(trust_labels.TRACKER).index(name) if name in trust_labels.TRACKER else 99
    )


def _trackers(name: str, trackers: Sequence[Row]) -> Component:
    texts = []
    for tracker in trackers:
        if tracker["tracker_class"] == name:
            account = f" ({cut(tracker['account'], 40)})" if tracker["account"] else ""
            texts.append(cut(tracker["vendor"], 60) + account)
    return html.Li([badge(trust_labels.TRACKER, name), html.Span(", ".join(texts), className="grow")])


def _form(view: View, form: Row) -> Component:
    fields = ", ".join(cut(name, 40) for name in form["fields"] or []) or "something that we do not know"
    asks = "Searches the site" if form["purpose"] == "search" else f"Asks for {fields}"
    host = host_of(form["action"]) if host_of(form["action"]) != view.host else ""
    sent = f" Sent to {cut(form['vendor'] or host, 60)}." if form["vendor"] or host else ""
    unlabelled = form["unlabelled"] or 0
    fault = f" {plural(unlabelled, 'field')} without a label." if unlabelled else ""
    return html.Li(
        [
            badge(trust_labels.FORM, form["purpose"]),
            html.Span([f"{asks}.{sent}", html.Span(fault, className="tone-text-error")], className="grow"),
        ]
    )
