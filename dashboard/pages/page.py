"""Everything that is known of one page."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card, optional_card
from dashboard.components.parts import link, outside
from dashboard.components.table import listing_table
from dashboard.dataset import Row
from dashboard.pages.page_calls import calls
from dashboard.pages.page_facts import address_facts, page_facts
from dashboard.pages.page_faults import accessibility
from dashboard.pages.page_findings import findings
from dashboard.pages.page_machine import machine
from dashboard.pages.page_pictures import pictures
from dashboard.pages.page_promises import promises
from dashboard.pages.page_reading import reading
from dashboard.pages.page_result import result
from dashboard.pages.page_searches import searches
from dashboard.pages.page_topic import entities, outline
from dashboard.pages.page_trust import behind
from dashboard.pages.page_visitors import others
from dashboard.queries import page as queries
from dashboard.text import cut, path_of, plural
from dashboard.view import View


def layout(view: View) -> Component:
    """The page of the address's `url`: as a result, what to do, then all that it says to people and to machines."""
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
        *columns(
            [card("How it looks in search results", lambda: result(view, row)),
             card("Facts", lambda: page_facts(view, row))],
            [card("What to do here", lambda: findings(view, url)),
             card("How can one call from here?", lambda: calls(view, url, row))],
        ),
        *columns(
            [card("Headings", lambda: outline(view, url), lead="The outline, as search engines and screen readers hear it."),
             optional_card("How hard is it to read?", lambda: reading(row))],
            [card("What is it about?", lambda: entities(view, url)),
             optional_card("Who stands behind it, and when?", lambda: behind(view, row))],
        ),
        *columns(
            [optional_card("What does it promise?", lambda: promises(view, row)),
             optional_card("Who else is on this page?", lambda: others(view, row))],
            [card("What search engines read", lambda: machine(view, row))],
        ),
        *columns(
            [optional_card("Accessibility", lambda: accessibility(view, url), lead="What its markup shows; no full test.")],
            [optional_card("Images and videos", lambda: pictures(view, url), export=view.export("images", url=url))],
        ),
        *_lists(view, url, row),
    ]  # fmt: skip


def _lists(view: View, url: str, row: Row) -> list[Component]:
    return [
        *_shown(view, url),
        card("Phrases", lambda: listing_table(view, "page-phrases", asked={"url": url}, empty="No phrases were found."), export=view.export("page-phrases", url=url)),
        card("Pages that link here", lambda: listing_table(view, "links-in", asked={"url": url}, empty="No other page links here."), lead=f"{plural(row['inlinks'] or 0, 'page')} of the site.", export=view.export("links-in", url=url)),
        card("Where it links to", lambda: listing_table(view, "links-out", asked={"url": url}, empty="It links nowhere."), export=view.export("links-out", url=url)),
    ]  # fmt: skip


def _shown(view: View, url: str) -> list[Component]:
    """How Google shows it, as far as an import tells."""
    export = view.export("page-searches", url=url)
    found = optional_card("How does Google show it?", lambda: searches(view, url), export=export)
    return [found] if found else []


def columns(left: Sequence[Component | None], right: Sequence[Component | None]) -> list[Component]:
    """Cards in two columns side by side, those that are not there left out; one column alone takes the whole width."""
    there = [[each for each in side if each is not None] for side in (left, right)]
    if not all(there):
        return [*there[0], *there[1]]
    stacks = [html.Div(cards) if len(cards) > 1 else cards[0] for cards in there]
    return [html.Div(stacks, className="two")]


def _unknown(view: View, url: str | None) -> Component:
    text = "This check does not know that address." if url else "No page was chosen."
    return html.Div(
        [
            html.H1("No such page in this check", tabIndex=-1),
            html.P([text, " ", link("See all pages", view.href("/pages"))], className="nothing"),
            *(_shown(view, url) if url else ()),
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
        *_shown(view, url),
        card(
            "Pages that link here",
            lambda: listing_table(view, "links-in", asked={"url": url}, empty="No page links here."),
            export=view.export("links-in", url=url),
        ),
    ]
