"""What search engines read on a page: instructions, the original, other languages, and structured data."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.parts import Children, badge, facts, page_link, some
from dashboard.dataset import Row
from dashboard.queries import page_machine as queries
from dashboard.text import clean, cut, path_of, plural
from dashboard.view import View

SHOWN = 8
"""Items and languages shown at first; the others are folded away."""
DIRECTIVE = {
    "noindex": "do not show the page",
    "nofollow": "do not follow its links",
    "none": "neither show it nor follow its links",
    "nosnippet": "show no piece of its text",
    "noarchive": "show no stored copy",
    "noimageindex": "do not show its images",
    "notranslate": "offer no translation",
    "max-snippet": "longest piece of text to show",
    "max-image-preview": "largest picture to show",
    "max-video-preview": "longest piece of video to show",
    "unavailable_after": "do not show it after this date",
    "indexifembedded": "show it where it is embedded",
    "index": "show the page",
    "follow": "follow its links",
    "all": "no limits",
}
"""What directives ask for; https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag"""


def machine(view: View, row: Row) -> Any:
    """What the page `row` tells search engines and services where its link is shared."""
    url = row["url"]
    tags = view.rows(*queries.head_tags(url))
    return [
        facts(
            [
                ("In search results", badge(labels.INDEXABILITY, row["indexability"])),
                ("Instructions", _directives(view.rows(*queries.directives(url)))),
                ("Original (canonical)", _canonical(view, row)),
                *_languages(view, tags),
                *_shared(row, tags),
            ]
        ),
        html.H3("Structured data"),
        *_structured(view, url),
    ]


def _directives(rows: Sequence[Row]) -> Children:
    if not rows:
        return "None: everything is allowed"
    return html.Ul([html.Li(_directive(row)) for row in rows[:SHOWN]])


def _directive(row: Row) -> str:
    who = "All" if row["agent"] == "robots" else cut(row["agent"], 30)
    value = f":{cut(row['value'], 40)}" if row["value"] else ""
    meaning = DIRECTIVE.get(row["directive"])
    place = {"header": "; sent by the server", "body": "; stands in the body"}.get(row["place"], "")
    return f"{who}: {cut(row['directive'], 40)}{value}" + (f" – {meaning}" if meaning else "") + place


def _canonical(view: View, row: Row) -> Children:
    if not row["canonical"]:
        return "Not named"
    return "This page" if row["canonical"] == row["url"] else page_link(view, row["canonical"])


def _languages(view: View, tags: Sequence[Row]) -> list[tuple[str, Children]]:
    rows = [tag for tag in tags if tag["name"] == "link:alternate" and tag["hreflang"]]
    if not rows:
        return []
    lines = [
        html.Li([html.Span(cut(tag["hreflang"], 20), className="level"), " ", _version(view, tag)]) for tag in rows
    ]
    return [("Language versions", some(lines, most=SHOWN, more="more version", kind="stack"))]


def _version(view: View, tag: Row) -> Component:
    return page_link(view, tag["target_url"]) if tag["target_url"] else html.Span(cut(tag["value"], 80))


def _shared(row: Row, tags: Sequence[Row]) -> list[tuple[str, Children]]:
    """Picture and title that go with a shared link. The picture is named, never loaded."""
    pictures = [row["og_image"], *(tag["value"] for tag in tags if tag["name"] == "twitter:image")]
    picture = next((value for value in pictures if clean(value or "")), None)
    named: Children = "None: a link to the page stands there without one"
    if picture:
        named = html.Span(cut(path_of(picture), 120), className="path")
    shown = [("Picture when shared", named)]
    if clean(row["og_title"] or "") and clean(row["og_title"]) != clean(row["title"] or ""):
        shown.append(("Title when shared", cut(row["og_title"], 160)))
    return shown


def _structured(view: View, url: str) -> list[Component]:
    blocks, items = view.rows(*queries.structured_data(url)), view.rows(*queries.structured_items(url))
    if not blocks and not items:
        return [html.P("None. It could tell search engines what the page is and whose.", className="nothing")]
    broken = [row for row in blocks if row["error"]]
    forgiven = [row for row in blocks if row["repairs"]]
    shown: list[Component] = [
        *[html.P(_broken(row), className="tone-text-error") for row in broken],
        *[html.P(_forgiven(row), className="muted") for row in forgiven],
        *[
            html.P([badge(labels.SEVERITY, row["severity"]), f" {cut(row['evidence'], 300)}"])
            for row in view.rows(*queries.structured_issues(url))
        ],
    ]
    lines = [_item(row) for row in items] or [_block(row) for row in blocks if not row["error"]]
    return [*shown, *some(lines, most=SHOWN, more="more item")]


def _broken(row: Row) -> str:
    return f"Block {row['position']} ({clean(row['syntax'])}) cannot be read: {cut(row['error'], 200)}"


def _forgiven(row: Row) -> str:
    return f"Block {row['position']} ({clean(row['syntax'])}) was read although it is not correct: {cut(row['repairs'], 200)}"


def _block(row: Row) -> Component:
    return html.Li(
        [html.Span(clean(row["syntax"]), className="badge tone-plain"), cut(row["type"] or "No type", 80)]
    )


def _item(row: Row) -> Component:
    empty = [cut(name, 40) for name in row["empty_properties"] or []]
    inside = f"as {cut(row['path'], 60)}" if row["path"] else ""
    filled = plural(len(row["properties"] or []), "property", "properties")
    return html.Li(
        [
            html.Span(cut(row["type"] or "No type", 60), className="badge tone-plain"),
            html.Span(
                [
                    html.Span(cut(row["name"], 120) if row["name"] else html.Span("No name", className="muted")),
                    html.Span(f" {inside}" if inside else "", className="muted small"),
                    html.Br(),
                    html.Span(filled + (f"; empty: {', '.join(empty[:6])}" if empty else ""), className="muted small"),
                ],
                className="grow",
            ),
        ]
    )  # fmt: skip
