"""Invented sites, read and analysed without a server: what became of their numbers."""

import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from crawler.analyse.context import Context
from crawler.analyse.pipeline import analyse
from crawler.extract.page import Source, extract
from crawler.schema import TABLES, Column, arrow_table
from crawler.taxonomy import load_taxonomy
from tests.benchmarks.phone_sites import EVERYWHERE, JUDGED, Site

_ORIGIN = "https://clinic.example"
_TAXONOMY = Path(__file__).parents[2] / "data" / "taxonomy"
_NOW = datetime(2026, 11, 22, 2, 14, tzinfo=UTC)
_CRAWL_ID = "20261122T021400Z"


def wrong_numbers(site: Site) -> tuple[int, list[str]]:
    """How many numbers and issues of `site` were looked at, and a line for each that is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        owned, issues = _analysed(site, Path(folder))
    wanted = {
        (check, path) for check, where in site.issues for path in (site.pages if where == EVERYWHERE else [where])
    }
    lines = [
        f"{number}: {owned.get(number)} for {role}"
        for number, role in site.ownership.items()
        if owned.get(number) != role
    ]
    lines += [
        f"{number}: {role}, should not be there" for number, role in owned.items() if number not in site.ownership
    ]
    lines += [f"{check} is not raised on {path}" for check, path in sorted(wanted - issues.keys())]
    lines += [
        f"{check} on {path}: {text}"
        for (check, path), text in sorted(issues.items())
        if (check, path) not in wanted
    ]
    return len(site.ownership) + len(wanted), lines


def _analysed(site: Site, folder: Path) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Ownership by number; evidence by check and path."""
    facts, built = folder / "facts", folder / "built"
    facts.mkdir()
    for name, rows in _facts(site).items():
        pq.write_table(arrow_table(TABLES[name].facts, rows), facts / f"{name}.parquet")
    region = site.clinic.region or "US"
    taxonomy = load_taxonomy(_TAXONOMY, site.clinic.packs)
    analyse(facts, built, Context(site.clinic, taxonomy, _CRAWL_ID, "clinic.example", region, _NOW), None)
    owned = duckdb.execute(f"SELECT number, ownership FROM '{built}/phone_numbers.parquet'").fetchall()
    issues = duckdb.execute(
        f"SELECT check_id, url, evidence FROM '{built}/issues.parquet' WHERE list_contains(?, check_id)", [JUDGED]
    ).fetchall()
    return dict(owned), {(check, url.removeprefix(_ORIGIN)): evidence for check, url, evidence in issues}


def _facts(site: Site) -> dict[str, list[Any]]:
    tables: dict[str, list[Any]] = defaultdict(list)
    for path, body in site.pages.items():
        markup = f"<!doctype html><html lang='en'><title>{path.strip('/') or 'Home'} | Tarn</title><body>{body}</body></html>"
        source = Source(
            _ORIGIN + path, "clinic.example", site.clinic.region, 200, markup.encode(), "text/html", None, None
        )
        for name, rows in extract(source)._asdict().items():
            tables[name] += rows
        tables["resources"].append(
            _row("resources", url=_ORIGIN + path, kind="page", status=200, outcome="fetched")
        )
    seed = {"crawl_id": _CRAWL_ID, "site": "clinic.example", "seed": f"{_ORIGIN}/", "outcome": "complete"}
    tables["crawl"] = [_row("crawl", **seed, pages=len(site.pages))]
    return tables


def _row(table: str, **values: Any) -> tuple[Any, ...]:
    """A row of facts; what is not given is null or blank."""
    return tuple(values.get(column.name, _blank(column)) for column in TABLES[table].facts)


def _blank(column: Column) -> Any:
    if column.nullable:
        return None
    if pa.types.is_timestamp(column.type):
        return _NOW
    return {"string": "", "bool": False}.get(str(column.type), 0)
