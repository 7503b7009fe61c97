"""What the site itself says to crawlers: endless addresses, sitemaps, and who may read it."""

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import crawl_labels
from dashboard.components.card import nothing
from dashboard.components.parts import fold
from dashboard.components.table import listing_table, plain_table
from dashboard.dataset import Row
from dashboard.labels import Label
from dashboard.listings import LISTINGS, Listing
from dashboard.queries import crawl as queries
from dashboard.text import clean, number, plural
from dashboard.view import View


def traps(view: View) -> Any:
    """What was left out because there is no end to it."""
    found = view.rows(*queries.traps())
    known = view.rows(*queries.numbers())[0]["known"]
    if not found:
        return nothing(
            f"None was met among {plural(known, 'address', 'addresses')}." if known else "No address is known."
        )
    urls = plural(sum(row["urls"] for row in found), "address", "addresses")
    return [
        html.P(f"{urls} left out in {plural(len(found), 'place')}.", className="says"),
        listing_table(view, "traps", asked={}),
    ]


def sitemaps(view: View) -> Any:
    """Every sitemap with what is wrong with it, and its entries that are no good."""
    found = view.rows(*queries.sitemaps())
    if not found:
        return nothing("No sitemap was found: neither robots.txt nor another page of the site names one.")
    entries = sum(row["entries"] for row in found)
    bad = sum(row["bad"] for row in found)
    wrong = sum(row["problem"] is not None for row in found)
    counted = f"{plural(len(found), 'sitemap')} with {plural(entries, 'address', 'addresses')}"
    verdict = f"Nothing is wrong with {counted}."
    if wrong or bad:
        verdict = (
            f"{counted}: something is wrong with {plural(wrong, 'sitemap')} and {plural(bad, 'entry', 'entries')}."
        )
    parts = [html.P(verdict, className="says"), listing_table(view, "sitemaps", asked={})]
    if bad:
        shown = listing_table(view, "sitemap-problems", asked={})
        parts.append(fold(f"{plural(bad, 'entry', 'entries')} that search engines cannot use", shown))
    return parts


def readers(view: View) -> Any:
    """What robots.txt allows to whom, by what the programs are for."""
    found = view.rows(*queries.readers())
    if not found:
        return nothing("This check did not record what robots.txt says to other programs.")
    hidden = {"agent_class"} if len({row["url"] for row in found}) > 1 else {"agent_class", "url"}
    listing = LISTINGS["readers"]
    shown = replace(listing, fields=tuple(field for field in listing.fields if field.key not in hidden))
    return [
        _group(view, shown, word, [row for row in found if row["agent_class"] == name])
        for name, word in crawl_labels.READER_CLASS.items()
    ]


def _group(view: View, listing: Listing, word: Label, rows: list[Row]) -> Component | None:
    """Programs of one class; where none is kept from anything, who they are is folded away."""
    if not rows:
        return None
    table = plain_table(view, replace(listing, title=word.word), rows)
    kept_out = any(row["pages_blocked"] or not row["allowed"] for row in rows)
    return html.Div(
        [
            html.H3(word.word),
            html.P(word.help, className="muted"),
            html.P(_verdict(rows), className="says"),
            table if kept_out else fold("Which programs", table, kind="fold small"),
        ],
        className="finding",
    )


def _verdict(rows: list[Row]) -> str:
    """Who may not, in a sentence."""
    out = [clean(row["agent"]) for row in rows if not row["allowed"]]
    part = [clean(row["agent"]) for row in rows if row["allowed"] and row["pages_blocked"]]
    if not out and not part:
        return f"Nobody is kept out: {plural(len(rows), 'program')} may read everything that we read."
    said = [
        f"kept out: {', '.join(out)}" if out else "",
        f"kept from some pages: {', '.join(part)}" if part else "",
    ]
    return f"Of {number(len(rows))}, {'; '.join(filter(None, said))}."
