"""The app: layout, callbacks and server from a store. Each call gives an app of its own; there are no globals."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, MATCH, ClientsideFunction, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component
from flask import Flask

from dashboard import ids
from dashboard.brief.downloads import add_briefs
from dashboard.components import shell
from dashboard.components.states import skeleton
from dashboard.deciding import add_deciding
from dashboard.export import add_export
from dashboard.grids import grid_block
from dashboard.pages.router import MENU, render
from dashboard.security import LOOPBACK, protect
from dashboard.services_form import add_services
from dashboard.store import Store
from dashboard.text import utc_now
from dashboard.theme import MANTINE
from dashboard.view import open_view, read_params

CHECK_AGAIN_MS = 60_000
"""How often an open page asks whether a newer check has come, in ms."""
INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<title>{%title%}</title>
<script src="/assets/scheme.js"></script>
<link rel="preload" href="/assets/fonts/inter-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
{%css%}
</head>
<body>
{%app_entry%}
<noscript>The dashboard needs JavaScript.</noscript>
{%config%}
{%scripts%}
{%renderer%}
</body>
</html>"""


def create_app(
    store: Store, *, clock: Callable[[], datetime] = utc_now, trusted_hosts: list[str] | None = LOOPBACK
) -> Dash:
    """The dashboard of a store. `clock` tells the time in UTC without a zone."""
    server: Any = Flask(__package__)
    no_flicker: Any = None
    server.config.update(COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=5)
    app = Dash(
        __package__,
        server=server,
        title="Rounds",
        update_title=no_flicker,
        assets_folder=str(Path(__file__).parent / "assets"),
        assets_ignore=r"^scheme\.js$",
        index_string=INDEX,
        suppress_callback_exceptions=True,
        compress=True,
        health_endpoint="health",
        enable_mcp=False,
        meta_tags=[
            {"name": "viewport", "content": "width=device-width, initial-scale=1"},
            {"name": "robots", "content": "noindex"},
        ],
    )
    app.layout = _layout()
    _register_in_browser(app)
    _register(app, store, clock)
    add_export(app.server, store, clock)
    add_briefs(app.server, store, clock)
    add_deciding(app.server, store, clock)
    add_services(app.server, store)
    protect(
        app.server,
        trusted_hosts=trusted_hosts,
        callbacks=lambda: app.callback_map,
        script_hashes=app.csp_hashes,
    )
    return app


def _layout() -> Component:
    root: Component = dmc.MantineProvider(
        [
            dcc.Location(id=ids.LOCATION, refresh=False),
            dcc.Store(id=ids.SCHEME),
            dcc.Store(id=ids.TITLE),
            dcc.Store(id=ids.SHOWN),
            dcc.Interval(id=ids.CLOCK, interval=CHECK_AGAIN_MS),
            html.A("Skip to the content", href=f"#{ids.MAIN}", className="skip"),
            html.Div(shell.header(None, MENU, ""), id=ids.SHELL),
            html.Main(
                [html.Div(id=ids.NEWER), html.Div(skeleton(), id=ids.CONTENT, className="content")],
                id=ids.MAIN,
                tabIndex=-1,
            ),
        ],
        theme=MANTINE,
        defaultColorScheme="auto",
    )
    return root


def _register_in_browser(app: Dash) -> None:
    in_browser: Any = app.clientside_callback
    in_browser(ClientsideFunction("rounds", "scheme"), Output(ids.SCHEME, "data"), Input(ids.LOCATION, "pathname"))
    in_browser(
        ClientsideFunction("rounds", "arrived"),
        Output(ids.TITLE, "id"),
        Input(ids.TITLE, "data"),
        Input(ids.CONTENT, "children"),
    )
    in_browser(ClientsideFunction("rounds", "follow"), Output(ids.CLOCK, "id"), Input(ids.chart(ALL), "clickData"))
    in_browser(
        ClientsideFunction("rounds", "menu"),
        Output(ids.BURGER, "opened"),
        Output(ids.DRAWER, "opened"),
        Input(ids.BURGER, "opened"),
        Input(ids.DRAWER, "opened"),
        prevent_initial_call=True,
    )


def _register(app: Dash, store: Store, clock: Callable[[], datetime]) -> None:
    @app.callback(
        Output(ids.SHELL, "children"),
        Output(ids.CONTENT, "children"),
        Output(ids.TITLE, "data"),
        Output(ids.SHOWN, "data"),
        Input(ids.LOCATION, "pathname"),
        Input(ids.LOCATION, "search"),
        Input(ids.SCHEME, "data"),
    )
    def show(pathname: Any, search: Any, scheme: Any) -> tuple[Any, ...]:
        return render(
            store,
            pathname if isinstance(pathname, str) else None,
            search if isinstance(search, str) else None,
            scheme="dark" if scheme == "dark" else "light",
            now=clock(),
        )

    @app.callback(
        Output(ids.NEWER, "children"),
        Input(ids.CLOCK, "n_intervals"),
        State(ids.SHOWN, "data"),
        prevent_initial_call=True,
    )
    def ask_for_newer(_: Any, shown: Any) -> Any:
        site = shown.get("site") if isinstance(shown, dict) else None
        view = open_view(store, "/", read_params(None) | ({"site": str(site)} if site else {}), now=clock())
        if view is None or not site or shown.get("newest") == store.crawl_ids(view.site)[0]:
            return None
        return shell.newer(view)

    @app.callback(
        Output(ids.grid(MATCH, MATCH), "getRowsResponse"),
        Input(ids.grid(MATCH, MATCH), "getRowsRequest"),
        State(ids.grid(MATCH, MATCH), "id"),
        prevent_initial_call=True,
    )
    def rows(asked: Any, grid: Any) -> Any:
        return grid_block(store, grid, asked, now=clock())
