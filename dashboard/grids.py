"""Blocks of rows for grids that are too long to send at once. Everything that arrives here is hostile."""

from datetime import datetime
from typing import Any

from dashboard import ids
from dashboard.components.table import grid_rows
from dashboard.listings import LISTINGS
from dashboard.queries.window import counted, window
from dashboard.store import Store
from dashboard.view import open_view, read_params

MOST = 1000
"""Rows that one block may hold."""
NOTHING: dict[str, Any] = {"rowData": [], "rowCount": 0}


def grid_block(store: Store, grid: Any, asked: Any, *, now: datetime) -> dict[str, Any]:
    """Rows that a grid asks for, and how many there are; nothing for a request that makes no sense."""
    if not ids.is_grid(grid) or not isinstance(asked, dict):
        return NOTHING
    listing = LISTINGS.get(grid["listing"])
    view = open_view(store, "/", read_params(str(grid.get("query") or "")), now=now)
    start, end = _index(asked.get("startRow")), _index(asked.get("endRow"))
    if listing is None or view is None or start is None or end is None:
        return NOTHING
    query = listing.query(listing.asked(view.params))
    allowed = {field.key for field in listing.fields}
    end = min(end, start + MOST)
    rows = view.rows(*window(query, sort=_sort(asked.get("sortModel")), allowed=allowed, start=start, end=end))
    return {"rowData": grid_rows(listing, rows), "rowCount": view.rows(*counted(query))[0]["n"]}


def _index(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31 else None


def _sort(model: Any) -> list[tuple[str, str]]:
    if not isinstance(model, list):
        return []
    return [
        (term["colId"], str(term.get("sort")))
        for term in model
        if isinstance(term, dict) and isinstance(term.get("colId"), str)
    ]
