"""Everything that is known of one page."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.card import card
from dashboard.components.parts import badge, link, outside
from dashboard.components.table import listing_table
from dashboard.dataset import Row
from dashboard.pages.page_calls import calls
from dashboard.pages.page_facts import address_facts, page_facts
from dashboard.pages.page_findings import findings
from dashboard.queries import page as queries
from dashboard.text import clean, cut, number, path_of, plural
from dashboard.view import View


def layout(view: View) -> Component:
    """Facts, issues, calls, outline, words, links, images and structured data of the address's `url`."""
    url = view.params.get("url")
    found = view.rows(*queries.facts(url)) if url else []
    if not url or not found:
        return _unknown(view, url)
    row = found[0]
    title = cut(row["title"] or path_of(url), 160)
    top = html.Div(
        [
            html.P(link("← Pages & issues", view.href("/pages")), className="back"),
            html.H1(title, tabIndex=-1),
            html.P(
                [
                    html.Span(cut(url, 160), className="muted path"),
                    outside("Open the live page", url, kind="button quiet"),
                ],
                className="page-top",
            ),
        ]
    )
    if row["url"] is None:
        return html.Div([top, *_address_cards(view, url, row)], className="page")
    return html.Div([top, *_cards(view, url, row)], className="page")


def _cards(view: View, url: str, row: Row) -> list[Component]:
    return [
        html.Div([card("Facts", lambda: page_facts(view, row)), card("What to do here", lambda: findings(view, url))], className="two"),
        html.Div([card("How can one call from here?", lambda: calls(view, url, row)), card("Headings", lambda: _headings(view, url), lead="The outline, as search engines and screen readers hear it.")], className="two"),
        html.Div([card("Phrases", lambda: listing_table(view, "page-phrases", asked={"url": url}, empty="No phrases were found."), export=view.export("page-phrases", url=url)),
                  card("What is it about?", lambda: _entities(view, url))], className="two wide-left"),
        card("Pages that link here", lambda: listing_table(view, "links-in", asked={"url": url}, empty="No other page links here."), lead=f"{plural(row['inlinks'] or 0, 'page')} of the site.", export=view.export("links-in", url=url)),
        card("Where it links to", lambda: listing_table(view, "links-out", asked={"url": url}, empty="It links nowhere."), export=view.export("links-out", url=url)),
        html.Div([card("Images without a description", lambda: _images(view, url), export=view.export("images", url=url)), card("Structured data", lambda: _structured(view, url))], className="two"),
    ]  # fmt: skip


def _unknown(view: View, url: str | None) -> Component:
    text = "This check does not know that address." if url else "No page was chosen."
    return html.Div(
        [
            html.H1("No such page in this check", tabIndex=-1),
            html.P([text, " ", link("See all pages", view.href("/pages"))], className="nothing"),
        ],
        className="page",
    )


def _address_cards(view: View, url: str, row: Row) -> list[Component]:
    """Cards of an address that was not read as a page."""
    return [
        html.Div(
            [
                card("What happened at this address", lambda: address_facts(view, row)),
                card("What to do here", lambda: findings(view, url)),
            ],
            className="two",
        ),
        card(
            "Pages that link here",
            lambda: listing_table(view, "links-in", asked={"url": url}, empty="No page links here."),
            export=view.export("links-in", url=url),
        ),
    ]


def _headings(view: View, url: str) -> Any:
    rows = view.rows(*queries.headings(url))
    if not rows:
        return html.P("The page has no headings.", className="nothing")
    return html.Ol(
        [
            html.Li(
                [html.Span(f"H{row['level']}", className="level"), cut(row["text"], 200) or html.Em("empty")],
                className=f"depth-{row['level']}",
            )
            for row in rows
        ],
        className="outline",
    )


def _entities(view: View, url: str) -> Any:
    rows = view.rows(*queries.entities(url))
    if not rows:
        return html.P("Nothing of the vocabulary was found.", className="nothing")
    return html.Ul(
        [
            html.Li(
                [
                    badge(labels.KIND, row["kind"]),
                    _entity(view, row),
                    html.Span(_weight(row), className="muted small"),
                ]
            )
            for row in rows
        ],
        className="lines",
    )


def _weight(row: Row) -> str:
    if row["kind"] == "intent":
        return f"answered in {plural(row['words'], 'word')}"
    return f"{plural(row['count'], 'mention')}, score {number(row['score'])}"


def _entity(view: View, row: Row) -> Component:
    name = clean(row["label"] or labels.label(labels.ENTITY, row["entity"]).word)
    key = {"condition": "c", "treatment": "t"}.get(row["kind"])
    return (
        link(name, view.href("/coverage", **{key: row["entity"]}), kind="link grow")
        if key
        else html.Span(name, className="grow")
    )


def _images(view: View, url: str) -> Any:
    rows = view.rows(*queries.images(url))
    without = [row for row in rows if row["alt"] is None]
    if not without:
        return html.P(
            f"None: all {plural(len(rows), 'image')} have one." if rows else "The page has no images.",
            className="nothing",
        )
    return [
        html.P(f"{number(len(without))} of {plural(len(rows), 'image')}."),
        html.Ul(
            [html.Li(html.Span(cut(row["src"] or "No address", 140), className="path")) for row in without[:40]],
            className="lines",
        ),
    ]


def _structured(view: View, url: str) -> Any:
    rows = view.rows(*queries.structured_data(url))
    if not rows:
        return html.P("The page has none.", className="nothing")
    return html.Ul(
        [
            html.Li(
                [
                    html.Span(clean(row["syntax"]), className="badge tone-plain"),
                    html.Span(cut(row["type"] or "No type", 80), className="grow"),
                    html.Span(cut(row["error"], 160), className="tone-text-error") if row["error"] else None,
                ]
            )
            for row in rows
        ],
        className="lines",
    )
