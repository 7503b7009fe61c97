"""What did a check see of the site, and what not?"""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import crawl_labels, labels
from dashboard.components.card import card, nothing
from dashboard.components.chart import chart
from dashboard.components.forms import chips, filtered
from dashboard.components.kpi import kpi, kpis
from dashboard.components.parts import badge
from dashboard.components.table import listing_table
from dashboard.components.tally import tally
from dashboard.dataset import Row
from dashboard.figures.bars import ranked
from dashboard.pages.crawl_beyond import links, scripts
from dashboard.pages.crawl_site import readers, sitemaps, traps
from dashboard.queries import crawl as queries
from dashboard.text import moment, number, percent, plural
from dashboard.view import View

EVERY = "all"
"""Value of `outcome` that stands for all of them; without a value: those that were not read."""


def layout(view: View) -> Component:
    """The numbers, what became of every address and how it was found, then all that limits what was seen."""
    return html.Div(
        [
            html.H1("What did we see, and what not?", tabIndex=-1),
            card("The numbers", lambda: _numbers(view)),
            html.Div([card("What became of every address", lambda: _outcomes(view), export=view.export("known-addresses", outcome=EVERY, found=None)),
                      card("How the addresses were found", lambda: _ways(view), lead="By the strongest way: an address that a link and the sitemap name counts as linked.")], className="two"),
            card(_addresses_title(view), lambda: _addresses(view), lead="What stands there was not seen, so it counts nowhere, neither as good nor as bad." if not view.params.get("outcome") else None,
                 export=view.export("known-addresses"), anchor="addresses"),
            card("Addresses without end", lambda: traps(view), lead="Calendars, filters and the like make ever new addresses of the same pages. We follow some and leave out the rest.", export=view.export("traps")),
            card("Sitemaps", lambda: sitemaps(view), lead="The lists of addresses that the site publishes for search engines.", export=view.export("sitemaps")),
            card("Who may read the site", lambda: readers(view), lead="What robots.txt says to the programs of search engines and AI services. Whether they obey it is up to them.", export=view.export("readers")),
            card("Links to elsewhere, images and other files", lambda: links(view), lead="Asked for once each, without being downloaded.", export=view.export("checked-links"), anchor="elsewhere"),
            card("Pages made by scripts", lambda: scripts(view), lead="What only a script shows in the browser is not there for every search engine and assistant.", export=view.export("scripted-pages")),
        ],
        className="page",
    )  # fmt: skip


def _numbers(view: View) -> Any:
    now = view.rows(*queries.numbers())[0]
    previous = view.previous()
    before: Row = previous.rows(*queries.numbers())[0] if previous else {}
    of = f"of {plural(now['known'], 'address', 'addresses')}"
    files = now["read"] - now["pages"]
    cards = [
        kpi("Addresses known", now["known"], of="on your site", meaning="Named by a page, a sitemap or a redirect, or where the check began.",
            href=_addresses_link(view, EVERY), compared=False),
        kpi("Read", now["read"], of=of, meaning=plural(now["pages"], "page") + (f" and {plural(files, 'other file')}, such as PDF." if files else "; there are no other files."),
            href=view.href("/pages"), before=before.get("read"), tone="good"),
        kpi("Unchanged", now["unchanged"], of=f"of {plural(now['pages'], 'page')}", meaning=_unchanged(view, now),
            href=_addresses_link(view, "not_modified") if now["not_modified"] else view.href("/pages"), compared=False),
        kpi("Not read", now["not_read"], of=of, meaning="The list below says why, address by address.",
            href=_addresses_link(view, None), before=before.get("not_read"), more_is_good=False, tone="none"),
    ]  # fmt: skip
    return [_when(view), kpis(cards)]


def _unchanged(view: View, now: Row) -> str:
    if not view.crawl().get("previous_crawl_id"):
        return "First check: there is nothing to compare with."
    told = min(now["not_modified"], now["unchanged"])
    if not now["unchanged"]:
        return "Every page came with something new since the check before."
    how = "The server said so" if told else "They came with the same content"
    if 0 < told < now["unchanged"]:
        how = f"The server said so of {number(told)}; the others came with the same content"
    return f"What the check before saw of them still holds. {how}."


def _when(view: View) -> Component:
    crawl = view.crawl()
    if not crawl.get("crawl_id"):
        return html.P("This check does not say how it was made.", className="nothing")
    text = (
        f" From {moment(crawl.get('started_at'))} to {moment(crawl.get('finished_at'))}, "
        f"with {plural(crawl.get('requests') or 0, 'request')} to the server."
    )
    return html.P([badge(labels.CRAWL_OUTCOME, crawl.get("outcome")), text], className="says")


def _addresses_link(view: View, outcome: str | None, found: str | None = None) -> str:
    return view.href("/crawl", outcome=outcome, found=found) + "#addresses"


def _outcomes(view: View) -> Any:
    counts = _counts(view)
    if not any(counts.values()):
        return nothing("No address is known.")
    return tally(labels.OUTCOME, counts, lambda outcome: _addresses_link(view, outcome))


def _counts(view: View) -> dict[str, int]:
    """Addresses by every outcome there is, also those of which there are none."""
    found = {row["outcome"]: row["urls"] for row in view.rows(*queries.outcomes())}
    return {**dict.fromkeys(labels.OUTCOME, 0), **found}


def _ways(view: View) -> Any:
    rows = [
        {
            **row,
            "label": labels.label(crawl_labels.FOUND_BY, row["found_by"]).word,
            "help": labels.label(crawl_labels.FOUND_BY, row["found_by"]).help,
            "href": _addresses_link(view, EVERY, row["found_by"]),
        }
        for row in view.rows(*queries.ways())
    ]
    if not rows:
        return nothing("This check does not say how the addresses were found.")
    total, linked = sum(row["urls"] for row in rows), sum(row["urls"] for row in rows if row["found_by"] == "link")
    says = f"{percent(linked, total)} of {plural(total, 'address', 'addresses')} were found by a link on a page."
    figure = ranked(rows, label="label", value="urls", scheme=view.scheme)
    columns = (("label", "Found by"), ("urls", "Addresses"), ("read", "Read"), ("help", "What it means"))
    return [html.P(says, className="says"), chart("found-by", figure, says=says, rows=rows, columns=columns)]


def _chosen(view: View) -> dict[str, str]:
    asked = {
        "outcome": view.choice("outcome", {*labels.OUTCOME, EVERY}),
        "found": view.choice("found", crawl_labels.FOUND_BY),
    }
    return {name: value for name, value in asked.items() if value}


def _addresses_title(view: View) -> str:
    asked = _chosen(view)
    if "outcome" not in asked:
        return "Addresses that were not read"
    if asked["outcome"] == EVERY:
        return "All addresses"
    return f"Addresses: {labels.label(labels.OUTCOME, asked['outcome']).word}"


def _addresses(view: View) -> Any:
    asked = _chosen(view)
    now = view.rows(*queries.numbers())[0]
    if not now["known"]:
        return nothing("No address is known.")
    found = asked.get("found")
    on = [("found", f"Found by: {labels.label(crawl_labels.FOUND_BY, found).word}")] if found else []
    empty = "No address is like this."
    if not asked:
        empty = f"Nothing is missing: of {plural(now['known'], 'address', 'addresses')}, {number(now['read'])} were read, the others lead to another one."
    choices = [
        (None, "Not read", now["not_read"]),
        (EVERY, "All", now["known"]),
        *[
            (outcome, labels.label(labels.OUTCOME, outcome).word, count)
            for outcome, count in _counts(view).items()
            if count
        ],
    ]
    return [
        chips(view, "outcome", choices, title="What happened"),
        filtered(view, on),
        listing_table(
            view, "known-addresses", asked=asked, empty=empty, clear=view.href("/crawl") if asked else None
        ),
    ]
