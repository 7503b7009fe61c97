"""How shares of the site moved from check to check."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.chart import chart
from dashboard.dataset import Query, SnapshotError
from dashboard.figures.lines import trend
from dashboard.text import crawl_name, plural
from dashboard.view import View

CHECKS = 30
"""Checks that the lines go back."""


def history(view: View, name: str, query: Query, lines: Sequence[tuple[str, str, str]], of: str) -> Component:
    """Lines of the shares that `query` gives of every snapshot; `lines` are (column, word, meaning), `of` says of what."""
    crawl_ids = [
        crawl_id
        for crawl_id in view.store.crawl_ids(view.site)
        if crawl_id <= view.crawl_id and view.store.is_competitor(view.site, crawl_id) == view.is_competitor
    ][:CHECKS]
    if len(crawl_ids) < 2:
        return html.P("This is the first check. Lines appear here after the next one.", className="nothing")
    try:
        rows = view.store.dataset(view.site, *reversed(crawl_ids)).rows(*query)
    except SnapshotError:
        return html.P("An older check cannot be read, so there is no line to draw.", className="nothing")
    table = [
        {**row, "time": crawl_name(row["snapshot"]), "href": view.href(view.path, snapshot=row["snapshot"])}
        for row in rows
    ]
    return chart(
        name,
        trend(rows, lines=lines, scheme=view.scheme),
        says=f"Shares {of} over {plural(len(rows), 'check')}.{_measured_anew(rows)}",
        rows=table,
        columns=(("time", "Check"), *((column, f"{word}, %") for column, word, _ in lines)),
    )


def _measured_anew(rows: Sequence[Mapping[str, Any]]) -> str:
    measures = {row.get("measure") for row in rows} - {None}
    if len(measures) < 2:
        return ""
    return " The vocabulary, the formula or Rounds itself changed on the way: lines break there, for that moves them, too."
