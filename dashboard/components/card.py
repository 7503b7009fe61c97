"""A card is one answer. One that fails says so itself and leaves the rest of the page alone."""

import logging
import secrets
from collections.abc import Callable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.parts import Children, link

log = logging.getLogger(__name__)


def card(
    title: str,
    body: Callable[[], Children],
    *,
    lead: Children = None,
    export: str | None = None,
    anchor: str | None = None,
) -> Component:
    """A titled card. `body` is built here, so that an error in it stays in this card; `export` is its CSV."""
    head: list[Any] = [html.Div([html.H2(title), html.P(lead, className="lead") if lead else None])]
    if export:
        head.append(csv_link(export, title))
    kind = "card"
    try:
        children = body()
    except Exception:
        error = secrets.token_hex(3)
        log.exception("Card %r could not be drawn (error %s)", title, error)
        children, kind = failure(error), "card card-failed"
    more: dict[str, Any] = {"id": anchor} if anchor else {}
    return html.Section([html.Div(head, className="card-head"), *_list(children)], className=kind, **more)


def optional_card(
    title: str, body: Callable[[], Children], *, lead: Children = None, export: str | None = None
) -> Component | None:
    """The same; null where `body` gives null because there is nothing to say."""
    said: list[bool] = []

    def kept() -> Children:
        children = body()
        said.append(children is not None)
        return children

    built = card(title, kept, lead=lead, export=export)
    return None if said == [False] else built


def csv_link(href: str, title: str) -> Component:
    """Saves a table as CSV."""
    return html.A(
        ["Save as CSV", html.Span(f": {title}", className="visually-hidden")],
        href=href,
        download="",
        className="button quiet",
    )


def failure(error: str) -> Component:
    """What stands in place of something that could not be drawn."""
    return html.P(
        f"This part could not be drawn. Reload the page; if it stays, tell your administrator error {error}.",
        className="failed",
        role="alert",
    )


def nothing(text: str, *, clear: str | None = None) -> Component:
    """An empty state in words; `clear` is the address without the filters."""
    return html.P([text, " ", link("Clear filters", clear) if clear else None], className="nothing")


def _list(children: Children) -> Sequence[Any]:
    return children if isinstance(children, list | tuple) else [children]
