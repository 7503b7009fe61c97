"""Snapshots of competitors with the few rows that matter, written by hand."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from crawler.analyse.competitor_snapshots import TABLES as READ
from crawler.analyse.text.tokens import stems
from crawler.schema import SCHEMA_VERSION, TABLES

NIGHT = "20261121T021400Z"
Row = Mapping[str, Any]


def snapshot(
    store: Path,
    site: str,
    rows: Mapping[str, Sequence[Row]] | None = None,
    *,
    crawl_id: str = NIGHT,
    role: str = "competitor",
    version: str = SCHEMA_VERSION,
    **crawl: Any,
) -> Path:
    """Write a snapshot of `site`; tables without rows are empty, columns that a row does not name are null."""
    folder = store / site.replace(":", "_") / crawl_id
    folder.mkdir(parents=True)
    given = {"site": site, "crawl_id": crawl_id, "pages": 3, "outcome": "complete", "config": "{}"}
    given |= {"finished_at": datetime(2026, 11, 21, 2, 20, tzinfo=UTC), "schema_version": version}
    _write(folder, "crawl", [{**given, **crawl}])
    for table in READ:
        _write(folder, table, (rows or {}).get(table, ()))
    manifest = {"site": site, "role": role, "schema_version": version, "resources": []}
    (folder / "datapackage.json").write_text(json.dumps(manifest))
    return folder


def rival(site: str, *phrases: str, page_type: str = "treatment", **more: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows of a competitor with a page for each phrase, which stands in its title and H1; `more`: further rows."""
    urls = [f"https://{site}/{phrase.replace(' ', '-')}" for phrase in phrases]
    rows: dict[str, list[Row]] = {
        "pages": [_page(url, page_type, phrase) for url, phrase in zip(urls, phrases, strict=True)],
        "keywords": [keyword(url, phrase) for url, phrase in zip(urls, phrases, strict=True)],
    }
    for table, extra in more.items():
        rows[table] = [*rows.get(table, ()), *extra]
    return rows


def keyword(url: str, phrase: str, **columns: Any) -> Row:
    usual = {"score": 100.0, "rank": 1, "in_title": True, "in_h1": True}
    return {"url": url, "keyphrase": phrase, "key": " ".join(stems(phrase)), **usual, **columns}


def _page(url: str, page_type: str, title: str) -> Row:
    return {"url": url, "title": title, "indexable": True, "page_type": page_type, "text_lang": "en"}


def _write(folder: Path, name: str, rows: Sequence[Row]) -> None:
    columns = TABLES[name].columns
    arrays = [pa.array([row.get(column.name) for row in rows], type=column.type) for column in columns]
    pq.write_table(pa.table(arrays, names=[column.name for column in columns]), folder / f"{name}.parquet")
