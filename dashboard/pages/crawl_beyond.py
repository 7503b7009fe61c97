"""What lies beyond the pages as they are sent: links to elsewhere, files, and what scripts make."""

from typing import Any

from dash import html

from dashboard import crawl_labels, labels
from dashboard.components.card import nothing
from dashboard.components.table import listing_table
from dashboard.components.tally import tally
from dashboard.queries import crawl as queries
from dashboard.text import plural
from dashboard.view import View


def links(view: View) -> Any:
    """What became of links to other sites, images, scripts and style sheets, then those that lead nowhere."""
    counts = {row["outcome"]: row["urls"] for row in view.rows(*queries.checked_outcomes())}
    total = sum(counts.values())
    if not total:
        return nothing("None was checked: the pages name none, or this check was told not to.")
    ordered = {outcome: counts[outcome] for outcome in crawl_labels.CHECKED if outcome in counts}
    chosen = view.choice("checked", crawl_labels.CHECKED)
    title = (
        f"Links and files: {labels.label(crawl_labels.CHECKED, chosen).word}"
        if chosen
        else "Those that lead nowhere"
    )
    asked = {"checked": chosen} if chosen else {}
    return [
        tally(crawl_labels.CHECKED, ordered, lambda outcome: view.href("/crawl", checked=outcome) + "#elsewhere"),
        html.H3(title, className="says"),
        listing_table(
            view,
            "checked-links",
            asked=asked,
            empty="None is like this."
            if chosen
            else f"None of {plural(total, 'link or file', 'links and files')} leads nowhere.",
            clear=view.href("/crawl") + "#elsewhere" if chosen else None,
        ),
    ]


def scripts(view: View) -> Any:
    """Pages that were run in a browser, and those that give a sign that they need one."""
    rows = view.rows(*queries.scripted())
    pages = view.rows(*queries.numbers())[0]["pages"]
    if not rows:
        return nothing(
            f"None of {plural(pages, 'page')} gives a sign that it needs scripts to show its text."
            if pages
            else "No page was read."
        )
    unseen = sum(row["state"] != "rendered" for row in rows)
    verdict = f"All {plural(len(rows), 'page')} were seen as a browser shows them."
    if unseen:
        verdict = (
            f"Of {plural(len(rows), 'page')}, {plural(unseen, 'page')} could not be seen as a browser shows them."
        )
    return [html.P(verdict, className="says"), listing_table(view, "scripted-pages", asked={})]
