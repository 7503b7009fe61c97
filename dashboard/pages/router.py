"""An address to a whole page; pure but for the snapshots that it reads."""

import logging
import secrets
from datetime import datetime
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.clinic import clinic_name
from dashboard.components import shell, states
from dashboard.pages import PAGES
from dashboard.store import Store
from dashboard.theme import Scheme
from dashboard.view import View, open_view, read_params

log = logging.getLogger(__name__)
MENU = tuple(page for page in PAGES if page.in_menu)


class Rendered(NamedTuple):
    """What the browser shows: header, content, the tab's title, and which check is on the screen."""

    header: Component
    content: Component
    title: str
    shown: dict[str, str]


def render(store: Store, pathname: str | None, search: str | None, *, scheme: Scheme, now: datetime) -> Rendered:
    """The page for an address. Nothing in an address makes it raise."""
    path = "/" + (pathname or "").strip("/")
    view = open_view(store, path, read_params(search), now=now, scheme=scheme)
    if view is None:
        content = states.first_run(str(store.root), store.unreadable_sites())
        return Rendered(shell.header(None, MENU, path), html.Div([content]), "Rounds", {})
    page = next((page for page in PAGES if page.path == path), None)
    name = page.name if page else "Not found"
    body = _body(view, page.layout) if page else states.not_found(path, view.href("/"))
    newest = store.crawl_ids(view.site)[0]
    return Rendered(
        shell.header(view, MENU, path),
        html.Div([*shell.banners(view), body, shell.footer(view)]),
        f"{name} · {clinic_name(view)} · Rounds",
        {"site": view.site, "newest": newest},
    )


def _body(view: View, layout: Any) -> Component:
    try:
        drawn: Component = layout(view)
    except Exception:
        error = secrets.token_hex(3)
        log.exception("Page %r could not be drawn (error %s)", view.path, error)
        return states.failed(error)
    return drawn
