"""How a page looks in search results: its title and description, cut where a result has no more room."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.clinic import clinic_name
from dashboard.components.parts import Children, badge, facts
from dashboard.dataset import Row
from dashboard.queries import page_machine as queries
from dashboard.text import clean, cut, host_of, number, path_of
from dashboard.view import View

TITLE_PX = 600
DESCRIPTION_PX = 985
"""Width up to which a result shows a title and a description: the limits of the checks title.too_long and
description.too_long, in px."""


def result(view: View, row: Row) -> Any:
    """The page `row` as a result, and how much room its title and description take."""
    url = row["url"]
    title, lost_title = fitting(row["title"], row["title_px"], TITLE_PX)
    text, lost_text = fitting(row["meta_description"], row["meta_description_px"], DESCRIPTION_PX)
    return [
        _unseen(row),
        html.Div(
            [
                html.P(_site_name(view, url), className="result-site"),
                html.P(_crumbs(url), className="result-address"),
                html.P(title or cut(row["h1"] or path_of(url), 70), className="result-title"),
                html.P(
                    text or "Search engines choose a piece of the page's text here.",
                    className="result-text" if text else "result-text muted",
                ),
            ],
            className="result",
        ),
        facts(
            [
                ("Title", _room(row["title"], row["title_px"], TITLE_PX, lost_title)),
                ("Description", _room(row["meta_description"], row["meta_description_px"], DESCRIPTION_PX, lost_text)),
            ]
        ),
    ]  # fmt: skip


def fitting(text: str | None, width: int | None, limit: int) -> tuple[str, str]:
    """The words that fit into `limit` px, with an ellipsis where some are lost, and those that do not."""
    whole = clean(text or "")
    if not whole or not width or width <= limit:
        return whole, ""
    most = max(1, len(whole) * limit // width - 2)
    space = whole.rfind(" ", most // 2, most + 1)
    end = space if space > 0 else most
    return f"{whole[:end].rstrip(' ,;:–-|')} …", whole[end:].strip()


def _unseen(row: Row) -> Component | None:
    if row["indexable"] is not False:
        return None
    word = labels.label(labels.INDEXABILITY, row["indexability"])
    return html.P(
        [badge(labels.INDEXABILITY, row["indexability"]), f" {word.help} So it would look:"], className="says"
    )


def _site_name(view: View, url: str) -> str:
    named = [row["value"] for row in view.rows(*queries.head_tags(url)) if row["name"] == "og:site_name"]
    return cut(next((name for name in named if clean(name)), None) or clinic_name(view), 60)


def _crumbs(url: str) -> str:
    segments = [segment for segment in path_of(url).partition("?")[0].split("/") if segment]
    return cut(" › ".join([host_of(url), *segments]), 80)


def _room(text: str | None, width: int | None, limit: int, lost: str) -> Children:
    if not clean(text or ""):
        return html.Span("None", className="tone-text-error")
    if not width:
        return "Not measured"
    if width <= limit:
        return f"Fits: {number(width)} of {number(limit)} pixels"
    return [
        html.Span(f"{number(width - limit)} pixels too wide", className="tone-text-error"),
        html.Span(f" ({number(width)} of {number(limit)}). Cut off: ", className="muted"),
        f"“{cut(lost, 200)}”",
    ]
