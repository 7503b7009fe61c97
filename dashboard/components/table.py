"""A listing as a table: a plain one where it is short, a grid where it is long."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import dash_ag_grid as dag
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.aria import aria
from dashboard.components.card import nothing
from dashboard.components.parts import Children, badge, flag, link, outside, page_link
from dashboard.dataset import Row
from dashboard.listings import LISTINGS, Field, Listing
from dashboard.queries.window import counted
from dashboard.text import clean, cut, host_of, number, path_of, plural
from dashboard.view import View

CLIENT_ROWS = 5000
"""Rows that a grid takes at once; beyond that it asks for blocks while one scrolls."""
BLOCK = 200
PLAIN_ROWS = 12
"""Rows up to which a plain table is shown instead of a grid."""
ROW_HEIGHT = 54
HEADER_HEIGHT = 48
"""Two lines of a heading, in px."""
COLUMN = {
    "sortable": True,
    "resizable": True,
    "filter": False,
    "suppressHeaderMenuButton": True,
    "wrapHeaderText": True,
}
"""What all columns of a grid have."""


def listing_table(
    view: View,
    name: str,
    *,
    asked: Mapping[str, str] | None = None,
    empty: str = "No pages match.",
    clear: str | None = None,
) -> Component:
    """A listing for what the address asks, or for `asked`."""
    listing = LISTINGS[name]
    params = listing.asked(view.params if asked is None else asked)
    query = listing.query(params)
    total = int(view.rows(*counted(query))[0]["n"])
    if not total:
        return nothing(empty, clear=clear)
    if total <= PLAIN_ROWS:
        return plain_table(view, listing, view.rows(*query))
    return html.Div(
        [html.P(plural(total, "row"), className="muted small"), _grid(view, listing, params, query, total)]
    )


def plain_table(view: View, listing: Listing, rows: Sequence[Row]) -> Component:
    """All rows as an HTML table."""
    head = html.Tr([html.Th(field.title, scope="col", className=_align(field)) for field in listing.shown])
    body = [
        html.Tr(
            [
                html.Td(_cell(view, field, row), className=_align(field), style=_width(field))
                for field in listing.shown
            ]
        )
        for row in rows
    ]
    return html.Div(
        html.Table(
            [html.Caption(listing.title, className="visually-hidden"), html.Thead(head), html.Tbody(body)],
            className="table",
        ),
        className="scroll",
        tabIndex=0,
        role="region",
        **aria(label=listing.title),
    )


def _align(field: Field) -> str | None:
    return {"number": "number", "flag": "centre"}.get(field.kind)


def _width(field: Field) -> dict[str, str]:
    return (
        {"minWidth": f"{min(field.width, 260)}px"}
        if field.kind in ("text", "page", "outside", "phrase", "topic", "gap")
        else {}
    )


def _cell(view: View, field: Field, row: Row) -> Children:
    value = row.get(field.key)
    if value is None or value == "":
        return html.Span("–", className="muted")
    if field.kind == "badge":
        return badge(field.words or {}, value)
    return _WRITERS[field.kind](view, field, row)


def _page(view: View, field: Field, row: Row) -> Children:
    return page_link(view, row[field.key], row.get(field.name) if field.name else None)


def _outside(view: View, field: Field, row: Row) -> Children:
    url = row[field.key]
    return outside(cut(path_of(url) if host_of(url) == view.host else url, 90), url)


_WRITERS: dict[str, Callable[[View, Field, Row], Children]] = {
    "text": lambda view, field, row: html.Span(cut(row[field.key], 300), title=clean(row[field.key])),
    "number": lambda view, field, row: number(row[field.key]),
    "flag": lambda view, field, row: flag(row[field.key]),
    "page": _page,
    "outside": _outside,
    "phrase": lambda view, field, row: link(
        clean(row[field.key]), view.href("/keywords", key=row["key"]) + "#phrase"
    ),
    "topic": lambda view, field, row: link(clean(row[field.key]), view.here(topic=row["key"]) + "#topic"),
    "gap": lambda view, field, row: link(cut(row[field.key], 300), view.href("/gap", id=row["gap_id"])),
    "phone": lambda view, field, row: link(
        clean(row[field.key]), view.href("/calls", number=row[field.key]) + "#mentions", kind="link nowrap"
    ),
}


def _grid(view: View, listing: Listing, params: Mapping[str, str], query: Any, total: int) -> Component:
    infinite = total > CLIENT_ROWS
    height = HEADER_HEIGHT + ROW_HEIGHT * min(total, 10) + 18
    options: dict[str, Any] = {
        "theme": {"function": GRID_THEME},
        "rowHeight": ROW_HEIGHT,
        "headerHeight": HEADER_HEIGHT,
        "suppressCellFocus": False,
        "suppressMovableColumns": True,
        "enableCellTextSelection": True,
        "tooltipShowDelay": 600,
        "animateRows": False,
    }
    if infinite:
        options |= {"cacheBlockSize": BLOCK, "maxBlocksInCache": 20}
    source: dict[str, Any] = (
        {"rowModelType": "infinite"} if infinite else {"rowData": grid_rows(listing, view.rows(*query))}
    )
    return html.Div(
        dag.AgGrid(
            id=ids.grid(listing.name, _address(view, params)),
            columnDefs=[_column(view, field) for field in listing.shown],
            defaultColDef=COLUMN,
            dashGridOptions=options,
            style={"height": f"{height}px", "width": "100%"},
            **source,
        ),
        className="grid",
        style={"minHeight": f"{height}px"},
        role="region",
        **aria(label=listing.title),
    )


GRID_THEME = (
    "themeQuartz.withParams({"
    "backgroundColor: 'var(--card)', foregroundColor: 'var(--text)', borderColor: 'var(--line)', "
    "headerBackgroundColor: 'var(--sunken)', headerTextColor: 'var(--text)', accentColor: 'var(--accent)', "
    "rowHoverColor: 'var(--hover)', oddRowBackgroundColor: 'var(--card)', fontFamily: 'inherit', fontSize: 14, "
    "headerFontWeight: 600, wrapperBorderRadius: 8, cellHorizontalPadding: 12, browserColorScheme: 'inherit'})"
)


def grid_rows(listing: Listing, rows: Sequence[Row]) -> list[Row]:
    """Rows as a grid takes them: text cleaned, addresses as they are."""
    raw = {field.key for field in listing.fields if field.kind in ("page", "outside")} | {"key", "number"}
    return [
        {key: clean(value) if isinstance(value, str) and key not in raw else value for key, value in row.items()}
        for row in rows
    ]


def _address(view: View, params: Mapping[str, str]) -> str:
    """Query string that names the evidence and the filters of a grid."""
    full = replace(view, keep={"site": view.site, "snapshot": view.crawl_id})
    return full.href("", **params)


def _column(view: View, field: Field) -> dict[str, Any]:
    column: dict[str, Any] = {"field": field.key, "headerName": field.title, "width": field.width, "minWidth": 70}
    if field.kind in ("page", "outside", "text", "phrase", "topic", "gap") and field.width >= 240:
        column |= {"flex": field.width // 80, "minWidth": min(field.width, 280)}
    if field.kind in ("number", "flag"):
        column |= {"cellClass": "number-cell" if field.kind == "number" else "centre-cell", "type": "rightAligned"}
        column["type"] = "rightAligned" if field.kind == "number" else None
        column["headerClass"] = "centre-head" if field.kind == "flag" else None
    if field.kind in ("text", "gap"):
        column |= {"tooltipField": field.key, "cellClass": "text-cell"}
    renderer = _RENDERERS.get(field.kind)
    if renderer:
        column["cellRenderer"] = renderer
    if field.kind == "badge":
        words = {value: [found.word, found.tone] for value, found in (field.words or {}).items()}
        column["cellRendererParams"] = {"words": words}
    if field.kind in ("page", "outside"):
        column["cellRendererParams"] = {"name": field.name, "host": view.host, "live": field.kind == "outside"}
    return {key: value for key, value in column.items() if value is not None}


_RENDERERS = {
    "page": "RoundsPage",
    "outside": "RoundsPage",
    "badge": "RoundsBadge",
    "flag": "RoundsFlag",
    "number": "RoundsNumber",
    "phrase": "RoundsPhrase",
    "topic": "RoundsTopic",
    "phone": "RoundsPhone",
    "gap": "RoundsGap",
}
