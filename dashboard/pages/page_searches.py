"""How Google shows a page: how often, at which place, and for which searches. Needs an export of Search Console."""

from typing import Any

from dash import html

from dashboard import keyword_labels
from dashboard.components.parts import badge, facts
from dashboard.components.table import listing_table
from dashboard.dataset import Row
from dashboard.queries import demand as queries
from dashboard.text import clean, number
from dashboard.view import View


def searches(view: View, url: str) -> Any:
    """What an import tells of the page; null where it does not name it."""
    found = view.rows(*queries.page_figures(url))
    if not found:
        return None
    row = found[0]
    told = "The export does not tell which searches showed it: for that, export query and page together."
    listed = (
        [html.H3("Searches that show it"), listing_table(view, "page-searches", asked={"url": url})]
        if row["queries"]
        else [html.P(told, className="muted")]
    )
    warning = html.P([html.Strong("With care: "), clean(row["warning"])]) if row["warning"] else None
    return [facts(_figures(row)), warning, *listed]


def _figures(row: Row) -> list[tuple[str, Any]]:
    shown = "–" if row["impressions"] is None else f"{number(row['impressions'])} times"
    if row["impressions_28d"] is not None:
        shown += f" (as of 28 days: {number(round(row['impressions_28d']))})"
    rate = "" if row["ctr"] is None else f" ({number(round(100 * row['ctr'], 1))} per 100 times shown)"
    return [
        ("Shown", shown),
        ("Clicks", "–" if row["clicks"] is None else f"{number(row['clicks'])}{rate}"),
        ("Position", "–" if row["position"] is None else number(round(row["position"], 1))),
        ("Days", clean(row["period"] or "Not known")),
        ("Counted by", badge(keyword_labels.TOLD, row["told_by"])),
    ]
