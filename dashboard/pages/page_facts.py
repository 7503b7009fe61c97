"""What is known of an address: the facts of a page, or why it is none."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import crawl_labels, labels
from dashboard.components.parts import Children, badge, facts, link, page_link
from dashboard.dataset import Row
from dashboard.queries import page as queries
from dashboard.text import clean, crawl_name, cut, moment, number, plural
from dashboard.view import View


def address_facts(view: View, row: Row) -> Component:
    """What happened at an address that was not read as a page."""
    word = labels.label(labels.OUTCOME, row["outcome"])
    return facts(
        [
            ("What happened", [badge(labels.OUTCOME, row["outcome"]), f" {word.help}"]),
            ("Status", number(row["answer"])),
            ("Reason", clean(row["failure"] or "–")),
            (
                "Leads to",
                page_link(view, row["final_url"])
                if row["final_url"] and row["final_url"] != row["address"]
                else "–",
            ),
            ("Redirects", _hops(view, row["address"])),
            ("How it was found", _found(view, row)),
        ]
    )


def _hops(view: View, url: str) -> Any:
    rows = view.rows(*queries.redirects(url))
    if not rows:
        return "–"
    return html.Ol([html.Li([f"{row['status']} to ", page_link(view, row["target_url"])]) for row in rows])


def page_facts(view: View, row: Row) -> Component:
    """What a page says of itself, how it was found, and since when its text is the same."""
    return facts(
        [
            ("Kind of page", labels.label(labels.PAGE_TYPE, row["page_type"]).word),
            ("Main heading (H1)", clean(row["h1"] or "None")),
            ("Words", number(row["word_count"])),
            ("In the sitemap", "Yes" if row["in_sitemap"] else "No"),
            (
                "Clicks from the start page",
                number(row["depth"]) if row["depth"] is not None else "No link leads here",
            ),
            ("Links", f"{plural(row['inlinks'] or 0, 'page')} in, {plural(row['outlinks'] or 0, 'page')} out"),
            ("Strength by links", f"{row['link_score']:.0f} of 100" if row["link_score"] is not None else "–"),
            ("How it was found", _found(view, row)),
            ("Text unchanged since", _unchanged(row)),
            *_oddities(row),
            ("Language", clean(row["lang"] or "Not stated")),
            ("Read", moment(row["fetched_at"]) if row["fetched_at"] else "–"),
            ("Phrases", link("See this page's phrases", view.href("/keywords", url=row["url"]))),
        ]
    )


def _found(view: View, row: Row) -> Children:
    """By what, and where: null in both columns for a snapshot that does not say."""
    if not row["found_by"]:
        return page_link(view, row["found_on"]) if row["found_on"] else "–"
    way = labels.label(crawl_labels.FOUND_BY, row["found_by"])
    named = [html.Br(), "On ", page_link(view, row["found_on"])] if row["found_on"] else []
    return [html.Span(way.word, title=way.help or None), *named]


def _unchanged(row: Row) -> str:
    if not row["unchanged_since"]:
        return "–"
    told = ". The server said so, and the page was not sent again" if row["outcome"] == "not_modified" else ""
    return crawl_name(row["unchanged_since"]) + told


def _oddities(row: Row) -> list[tuple[str, Children]]:
    """What a reader of the other facts must know; nothing for most pages."""
    said: list[tuple[str, Children]] = []
    if row["rendered"]:
        said.append(("Scripts", "The page was opened in a browser; these are the facts after its scripts ran."))
    elif row["script_clue"]:
        clue = cut(row["script_clue"], 200)
        said.append(("Scripts", f"They may make what the page shows, which was not seen: {clue}."))
    if row["error_phrase"]:
        said.append(("Says of itself", f"“{cut(row['error_phrase'], 160)}”, as an error page does"))
    return said
