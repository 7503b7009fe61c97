"""Tables as CSV, as the address filters them. No cell can become a formula."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from datetime import datetime

from flask import Flask, Response, abort, request

from dashboard import labels
from dashboard.dataset import Row
from dashboard.listings import LISTINGS, Field, Listing
from dashboard.store import Store
from dashboard.text import csv_safe
from dashboard.view import View, open_view, read_params


def add_export(server: Flask, store: Store, clock: Callable[[], datetime]) -> None:
    """Serve /export/<name>.csv for every listing."""

    def export(name: str) -> Response:
        listing = LISTINGS.get(name)
        params = read_params(request.query_string.decode("utf-8", "replace"))
        view = open_view(store, f"/export/{name}.csv", params, now=clock())
        if listing is None or view is None:
            abort(404)
        if {"site", "snapshot"} & set(view.ignored):
            abort(404)
        return Response(_lines(listing, view), mimetype="text/csv", headers=_headers(listing, view))

    server.add_url_rule("/export/<name>.csv", "export", export, methods=["GET"])


def csv_rows(listing: Listing, rows: list[Row]) -> Iterator[list[str]]:
    """Header and cells as text; a page is its title, where one is known, and its address."""
    names = [field.name for field in listing.fields if field.name]
    yield [*("Page title" for _ in names), *(field.title for field in listing.fields)]
    for row in rows:
        yield [
            *(csv_safe(row[name]) for name in names),
            *(_cell(field, row.get(field.key)) for field in listing.fields),
        ]


def _cell(field: Field, value: object) -> str:
    if field.kind == "badge" and value is not None:
        return csv_safe(labels.label(field.words or {}, value).word)
    return csv_safe(value)


def _lines(listing: Listing, view: View) -> Iterator[str]:
    rows = view.rows(*listing.query(listing.asked(view.params)))
    yield "\ufeff"
    for cells in csv_rows(listing, rows):
        line = io.StringIO()
        csv.writer(line).writerow(cells)
        yield line.getvalue()


def _headers(listing: Listing, view: View) -> dict[str, str]:
    site = re.sub(r"[^A-Za-z0-9.-]+", "-", view.site)
    return {"Content-Disposition": f'attachment; filename="{site}-{view.crawl_id[:8]}-{listing.name}.csv"'}
