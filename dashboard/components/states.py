"""Whole pages that stand in for one that cannot be shown."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.aria import aria
from dashboard.text import clean, crawl_name


def first_run(data_dir: str, unreadable: dict[str, dict[str, str]]) -> Component:
    """No check has been run yet, or none can be read."""
    parts = [
        html.H1("No check has been run yet", tabIndex=-1),
        html.P("Rounds reads the pages of your website, one after the other, and shows here what is covered, what is missing and what to do first."),
        html.P("Start the first check in a terminal:"),
        html.Pre("python run.py crawl https://www.your-clinic.com", className="command"),
        html.P("A site of a few hundred pages takes some minutes. When the check has finished, reload this page; nothing needs to be restarted."),
        html.P(f"Looking in {clean(data_dir)}", className="muted small"),
    ]  # fmt: skip
    for site, reasons in unreadable.items():
        for crawl_id, reason in reasons.items():
            parts.append(
                html.P(
                    f"The check of {clean(site)} from {crawl_name(crawl_id)} cannot be shown. {clean(reason)}",
                    className="banner warning",
                )
            )
    return html.Div(parts, className="card solo")


def not_found(path: str, home: str) -> Component:
    """An address that the dashboard does not have."""
    return html.Div(
        [
            html.H1("There is no such page", tabIndex=-1),
            html.P(f"The dashboard has no page at {clean(path)[:120]}."),
            html.P(html.A("Go to the overview", href=home, className="link")),
        ],
        className="card solo",
    )


def failed(error: str) -> Component:
    """A page that could not be drawn at all."""
    return html.Div(
        [
            html.H1("This page could not be drawn", tabIndex=-1),
            html.P(f"Reload it. If it stays, tell your administrator error {error}.", role="alert"),
        ],
        className="card solo",
    )


def skeleton() -> Component:
    """Grey boxes in the shape of a page while the first answer is on its way."""
    boxes = [html.Div(className=f"skeleton {kind}") for kind in ("title", "row", "block", "block")]
    return html.Div([html.P("Loading …", className="visually-hidden"), *boxes], **aria(busy="true"))
