"""What stands around every page: header, navigation, banners, footer."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Protocol

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.clinic import clinic_name
from dashboard.components.aria import aria
from dashboard.components.forms import picker
from dashboard.components.parts import link
from dashboard.text import clean, crawl_name, cut, moment, plural
from dashboard.view import View

STALE = timedelta(hours=36)
"""A nightly check that is older than this did not run."""
_IGNORED = {
    "site": "site",
    "snapshot": "check",
    "c": "condition",
    "t": "treatment",
    "url": "page",
    "need": "kind of page",
    "claim": "kind of promise",
    "problem": "kind of problem",
    "tracker": "kind of service",
    "mark": "kind of phrase",
    "target": "how a page stands",
    "source": "who says so",
    "grade": "how sure",
    "topic": "topic",
    "group": "kind of topic",
    "cover": "how well",
    "moved": "what moved",
    "promise": "kept or not",
    "chance": "kind of chance",
    "demand": "kind of search",
    "lacking": "kind of topic",
    "rival": "competitor",
    "saved": "note",
}

_COMPETITOR = (
    "This is a competitor's site, read to compare yours with it. Nothing here is about your own pages, and nothing that "
    "you told of your clinic applies to it."
)

_PART_OF = {"/page": "/pages"}
"""Pages that have no entry of their own in the navigation, by the one that leads to them."""


class Entry(Protocol):
    """What the navigation needs to know of a page."""

    @property
    def path(self) -> str: ...

    @property
    def name(self) -> str: ...


def header(view: View | None, entries: Sequence[Entry], path: str) -> Component:
    """Name of the clinic, when it was checked, the pickers, and the navigation."""
    name, checked = "Rounds", ""
    if view is not None:
        crawl = view.crawl()
        name = cut(clinic_name(view), 60)
        checked = f"Checked {moment(crawl.get('started_at'))} · {plural(crawl.get('pages') or 0, 'page')}"
    bar = html.Div(
        [
            dmc.Burger(id=ids.BURGER, opened=False, size="sm", hiddenFrom="md", **aria(label="Menu")),
            html.Div(
                [link(name, view.href("/") if view else "/", kind="brand"), html.P(checked, className="checked")],
                className="brand-box",
            ),
            html.Div(pickers(view) if view else [], className="pickers"),
            dmc.ColorSchemeToggle(
                id=ids.SCHEME_SWITCH,
                lightIcon=html.Span("☀", **aria(hidden="true")),
                darkIcon=html.Span("☾", **aria(hidden="true")),
                variant="subtle",
                size="lg",
                **aria(label="Switch between light and dark"),
            ),
        ],
        className="bar",
    )
    menu = dmc.Drawer(
        [
            navigation(view, entries, path, kind="drawer-nav"),
            html.Div(pickers(view) if view else [], className="drawer-pickers"),
        ],
        id=ids.DRAWER,
        opened=False,
        title="Menu",
        size="xs",
        padding="md",
        closeButtonProps={"aria-label": "Close the menu"},
    )
    return html.Header([bar, navigation(view, entries, path, kind="tabs"), menu], className="shell-header")


def navigation(view: View | None, entries: Sequence[Entry], path: str, *, kind: str) -> Component:
    """The pages, the present one marked."""
    items = [
        html.Li(
            html.A(
                entry.name,
                href=view.href(entry.path) if view else entry.path,
                className="tab",
                **aria(current="page" if entry.path == _PART_OF.get(path, path) else None),
            )
        )
        for entry in entries
    ]
    return html.Nav(html.Ul(items), className=kind, **aria(label="Pages of the dashboard"))


def pickers(view: View) -> list[Component]:
    """Choose the site and the check."""
    sites = view.store.sites()
    crawl_ids = view.store.crawl_ids(view.site)
    shown = []
    if len(sites) > 1:
        shown.append(
            picker(
                "site",
                "Site",
                [(site, _site_word(view, site)) for site in sites],
                view.site,
                drop="snapshot",
            )
        )
    if len(crawl_ids) > 1:
        choices = [
            (value, crawl_name(value) + (" (newest)" if at == 0 else "")) for at, value in enumerate(crawl_ids)
        ]
        shown.append(picker("snapshot", "Check", choices, view.crawl_id))
    return shown


def _site_word(view: View, site: str) -> str:
    host = clean(view.store.host(site))
    return f"{host} (competitor)" if view.store.is_competitor(site) else host


def banners(view: View) -> list[Component]:
    """What a reader must know before believing a number."""
    crawl = view.crawl()
    shown: list[Component] = []
    if view.is_competitor:
        own = [site for site in view.store.sites() if not view.store.is_competitor(site)]
        back = [" ", link("Show your own site", f"/?site={own[0]}" if own else "/")] if own else []
        shown.append(_banner("warning", [_COMPETITOR, *back]))
    if view.ignored:
        words = ", ".join(_IGNORED.get(name, clean(name)) for name in view.ignored)
        shown.append(
            _banner(
                "info", f"This address asks for something that is not in this check ({words}). It was left out."
            )
        )
    if crawl.get("outcome") not in ("complete", None):
        reached = plural(crawl.get("pages") or 0, "page")
        shown.append(
            _banner(
                "warning",
                f"This check is not complete. Every number is out of the {reached} that were reached; what was not seen counts nowhere.",
            )
        )
    if clean(crawl.get("note") or ""):
        shown.append(_banner("warning", clean(crawl["note"])))
    newest = view.store.crawl_ids(view.site)[:1]
    finished = crawl.get("finished_at") or crawl.get("started_at")
    if [view.crawl_id] != newest:
        shown.append(
            _banner(
                "info",
                [
                    "This is not the newest check. ",
                    link("Show the newest", view.here() if "snapshot" not in view.keep else _newest(view)),
                ],
            )
        )
    elif finished and view.now - finished > STALE:
        days = (view.now - finished).days
        age = f"{plural(days, 'day')} old" if days >= 2 else "older than 36 hours"
        shown.append(_banner("warning", f"This check is {age}. Last night's check did not run or did not finish."))
    for crawl_id, reason in list(view.store.broken(view.site).items())[:1]:
        shown.append(_banner("info", f"The check of {crawl_name(crawl_id)} cannot be shown. {clean(reason)}"))
    return shown


def _newest(view: View) -> str:
    own = {name: value for name, value in view.params.items() if name not in ("site", "snapshot")}
    keep = {name: value for name, value in view.keep.items() if name != "snapshot"}
    return type(view)(**{**vars(view), "keep": keep}).href(view.path, **own)


def newer(view: View) -> Component:
    """Says that a newer check has come while one was reading."""
    crawl_id = view.store.crawl_ids(view.site)[0]
    return _banner("info", [f"New results from {crawl_name(crawl_id)}. ", link("Show them", view.href("/"))])


def footer(view: View | None) -> Component:
    """The way to everything about the data."""
    about = view.href("/about") if view else "/about"
    evidence = f"Check {view.crawl_id} of {clean(view.host)}. " if view else ""
    return html.Footer([html.P([evidence, link("About the data", about)])], className="shell-footer")


def _banner(kind: str, text: Any) -> Component:
    return html.Div(html.P(text), className=f"banner {kind}", role="status")
