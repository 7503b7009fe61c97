"""The manifest of a snapshot (Frictionless data package) and the data dictionary as Markdown."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from crawler import __version__
from crawler.analyse.actions.published import published_lines
from crawler.analyse.coverage.published import formula_lines
from crawler.schema import SCHEMA_VERSION, TABLES, Column, Table
from crawler.snapshot import MANIFEST

_TYPES = {
    pa.string(): "string",
    pa.int64(): "integer",
    pa.float64(): "number",
    pa.bool_(): "boolean",
    pa.timestamp("us", tz="UTC"): "datetime",
    pa.list_(pa.string()): "array",
}


def write_manifest(
    folder: Path, *, site: str, role: str, crawl_id: str, rows: Mapping[str, int], now: datetime
) -> None:
    """Write `datapackage.json` for the Parquet files of `folder`; `rows`: rows of each table."""
    manifest = {
        "name": f"rounds-{site.replace('_', '-')}-{crawl_id.lower()}",
        "title": f"Rounds of {site}, {crawl_id}",
        "profile": "tabular-data-package",
        "created": now.isoformat(timespec="seconds"),
        "tool_version": __version__,
        "schema_version": SCHEMA_VERSION,
        "site": site,
        "role": role,
        "crawl_id": crawl_id,
        "resources": [_resource(folder, table, rows[table.name]) for table in TABLES.values()],
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _resource(folder: Path, table: Table, rows: int) -> dict[str, Any]:
    path = folder / f"{table.name}.parquet"
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "name": table.name,
        "path": path.name,
        "format": "parquet",
        "description": f"A row is {table.row}.",
        "rows": rows,
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": {"primaryKey": list(table.key), "fields": [_field(c) for c in table.columns]},
    }


def _field(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.meaning,
        "constraints": {"required": not column.nullable},
    }
    if column.unit:
        described["unit"] = column.unit
    return described


def dictionary_markdown() -> str:
    """The data dictionary, as it stands in `data/README.md`."""
    return "\n".join(_dictionary_lines()) + "\n"


def _dictionary_lines() -> Iterator[str]:
    yield "# The dataset"
    yield ""
    yield "A snapshot is one crawl of one site: `snapshots/<site>/<crawl-id>/`, a Parquet file a table and"
    yield "`datapackage.json`, which repeats this dictionary with row counts and hashes. Snapshots are never"
    yield "changed by a crawl; `python run.py analyse SNAPSHOT` computes the columns marked *analysis* again."
    yield ""
    yield "URLs are absolute and normalised (WHATWG), times are UTC, text has its white space collapsed."
    yield f"Tables version {SCHEMA_VERSION}. This page is made by `python run.py dictionary`."
    for table in TABLES.values():
        yield ""
        yield f"## {table.name}"
        yield ""
        yield f"A row is {table.row}. Key: {', '.join(f'`{name}`' for name in table.key)}."
        yield ""
        yield "| column | type | unit | meaning |"
        yield "|---|---|---|---|"
        for column in table.columns:
            kind = _TYPES[column.type] + (", may be null" if column.nullable else "")
            by_analysis = " *(analysis)*" if column in table.derived and table.facts else ""
            yield f"| `{column.name}` | {kind} | {column.unit} | {column.meaning}{by_analysis} |"
    yield ""
    yield "# How coverage is counted"
    yield ""
    yield from formula_lines()
    yield ""
    yield "# How actions are ranked"
    yield ""
    yield from published_lines()
