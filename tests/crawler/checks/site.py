"""Small literal sites for the checks: rows name only what matters, the rest is what a good page has."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import duckdb
import pyarrow as pa

from crawler.analyse.context import Context
from crawler.config import Clinic
from crawler.schema import TABLES, Column, arrow_schema
from crawler.taxonomy import Pack, PageType, Taxonomy

Row = tuple[str, dict[str, Any]]
"""A table and the columns of a row that matter."""

HOME = "https://clinic.test/"
NOW = datetime(2026, 11, 22, 2, 14, tzinfo=UTC)
CRAWL_ID = "20261122T021400Z"
_PREVIOUS = ("crawl", "pages", "issues", "gaps", "phone_numbers")

_USUAL: dict[str, dict[str, Any]] = {
    "crawl": {"crawl_id": CRAWL_ID, "site": "clinic.test", "seed": HOME, "outcome": "complete"},
    "resources": {"kind": "page", "status": 200, "outcome": "fetched", "elapsed_ms": 80.0},
    "pages": {
        "status": 200,
        "depth": 1,
        "title_px": 400,
        "titles": 1,
        "meta_description_px": 600,
        "meta_descriptions": 1,
        "h1_count": 1,
        "lang": "en-US",
        "charset_source": "header",
        "doctype": "html",
        "og_image": "https://clinic.test/knee.jpg",
        "icon": "https://clinic.test/icon.png",
        "body_kind": "html",
        "viewport": "width=device-width, initial-scale=1",
        "author": "Dr. Elin Moss",
        "published": "2026-05-01",
        "text_words": 900,
        "indexable": True,
        "indexability": "indexable",
        "word_count": 800,
        "page_type": "other",
        "in_sitemap": True,
        "inlinks": 4,
        "outlinks": 5,
    },
    "headings": {"level": 2, "zone": "main"},
    "blocks": {"tag": "p", "zone": "main"},
    "links": {"anchor": "Knee pain", "zone": "main", "is_internal": True},
    "images": {"zone": "main", "alt": "", "width": "300", "height": "200"},
    "structured_data": {"syntax": "json-ld"},
    "phone_ctas": {
        "channel": "tel",
        "valid": True,
        "linked": True,
        "zone": "main",
        "cta_class": "call",
        "ownership": "main",
        "accessible_name": "Call us",
    },
    "phone_numbers": {"ownership": "main", "ownership_source": "template", "pages": 9, "pages_linked": 9},
    "page_ctas": {"is_counted": True, "own_numbers": 1, "has_top": True, "has_body": True, "has_end": True},
}


def url(path: str) -> str:
    return path if "://" in path else HOME + path.removeprefix("/")


def row(table: str, **columns: Any) -> Row:
    return table, columns


def page(path: str = "/a", **columns: Any) -> Row:
    """A page; its canonical is itself unless it is given."""
    here = url(path)
    canonical = columns.get("canonical", here)
    own = {
        "canonical": canonical,
        "canonicals": [canonical] if canonical else [],
        "title": f"Knee pain treatment {path} in Harbor Town",
        "meta_description": f"How we treat knee pain {path}, who it helps, and how to book a first visit.",
        "h1": f"Knee pain {path}",
        "main_text": f"Knee pain {path} has many causes.",
    }
    return "pages", {"url": here, **own, **columns}


def resource(path: str, **columns: Any) -> Row:
    return "resources", {"url": url(path), "final_url": url(path), **columns}


def directive(path: str, name: str, agent: str = "robots", **columns: Any) -> Row:
    return "robots_directives", {"url": url(path), "agent": agent, "directive": name, **columns}


def said(path: str, name: str, value: str = "", **columns: Any) -> Row:
    """A tag of the head, or one that should be there."""
    return "head_tags", {"url": url(path), "name": name, "value": value, "place": "head", **columns}


def redirect(path: str, target: str, hops: int = 1, **columns: Any) -> Row:
    ends = {"status": 301, "outcome": "redirect", "final_url": url(target), "redirect_hops": hops}
    return "resources", {"url": url(path), **ends, **columns}


def link(source: str, target: str | None, **columns: Any) -> Row:
    address = url(target) if target else None
    return "links", {"source_url": url(source), "target_url": address, "href": target, **columns}


def listed(path: str, **columns: Any) -> Row:
    return "sitemap_entries", {"sitemap": url("sitemap.xml"), "url": url(path), "loc": url(path), **columns}


def phone(path: str = "/a", number: str | None = "+13104531234", **columns: Any) -> Row:
    """A tel: link that shows and dials `number`, unless columns say otherwise."""
    shown = {"href": f"tel:{number}", "shown_text": "(310) 453-1234", "href_number": number}
    return "phone_ctas", {"url": url(path), **shown, "shown_number": number, "number": number, **columns}


def shown(path: str = "/a", number: str | None = "+13104531234", **columns: Any) -> Row:
    """A number as plain text."""
    plain = {"channel": "text", "href": None, "href_number": None, "linked": False}
    plain["first_screen"] = columns.get("zone") == "header"
    return phone(path, number, **{**plain, **columns})


def known(number: str = "+13104531234", **columns: Any) -> Row:
    return "phone_numbers", {"number": number, **columns}


def offers(path: str = "/a", **columns: Any) -> Row:
    return "page_ctas", {"url": url(path), **columns}


PAGE_TYPES = tuple(
    PageType(id=kind, label=kind.title(), min_words=words)
    for kind, words in {"home": 250, "condition": 600, "contact": 30, "legal": 0, "listing": 0}.items()
)


def context(thresholds: dict[str, float] | None = None) -> Context:
    clinic = Clinic(thresholds=thresholds or {})
    taxonomy = Taxonomy(common=Pack(id="common", page_type=PAGE_TYPES), packs=())
    return Context(clinic, taxonomy, CRAWL_ID, "clinic.test", "US", NOW)


def database() -> duckdb.DuckDBPyConnection:
    """A database with every table of the analysis and of the previous snapshot, all empty."""
    db = duckdb.connect(config={"threads": 1})
    db.execute("CREATE SCHEMA previous")
    for name, table in TABLES.items():
        _create(db, f"main.{name}", table.columns, [])
    for name in _PREVIOUS:
        _create(db, f"previous.{name}", TABLES[name].columns, [])
    return db


def fill(db: duckdb.DuckDBPyConnection, rows: Iterable[Row]) -> None:
    """Let `db` hold `rows` and the crawl's own row, and nothing else."""
    given: dict[str, list[dict[str, Any]]] = {"crawl": []}
    for table, columns in rows:
        found = given.setdefault(table, [])
        place = {"position": len(found) + 1} if "position" in _names(table) else {}
        found.append({**place, **_USUAL.get(table, {}), **columns})
    if not given["crawl"]:
        given["crawl"].append({**_USUAL["crawl"], "pages": len(given.get("pages", []))})
    for name, held in given.items():
        _create(db, f"main.{name}", TABLES[name].columns, held)
    for name in _filled(db) - given.keys():
        db.execute(f"TRUNCATE main.{name}")


def _filled(db: duckdb.DuckDBPyConnection) -> set[str]:
    """Tables that hold rows."""
    sizes = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' AND NOT temporary AND estimated_size > 0"
    return {name for (name,) in db.execute(sizes).fetchall()}


def _names(table: str) -> set[str]:
    return {column.name for column in TABLES[table].columns}


def _create(
    db: duckdb.DuckDBPyConnection, name: str, columns: tuple[Column, ...], rows: list[dict[str, Any]]
) -> None:
    schema = arrow_schema(columns)
    for given in rows:
        assert given.keys() <= {c.name for c in columns}, given
    arrays = [pa.array([given.get(c.name, _empty(c)) for given in rows], type=c.type) for c in columns]
    db.register("arriving", pa.table(arrays, schema=schema))
    db.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM arriving")
    db.unregister("arriving")


def _empty(column: Column) -> Any:
    if column.nullable:
        return None
    if pa.types.is_list(column.type):
        return []
    if pa.types.is_timestamp(column.type):
        return NOW
    return {"string": "", "bool": False}.get(str(column.type), 0)
