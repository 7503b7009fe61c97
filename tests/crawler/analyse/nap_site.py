"""A site of a few pages, read and analysed up to its names, addresses and opening hours."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import duckdb

from crawler.analyse import blocks, nap, phones
from crawler.analyse.context import Context
from crawler.config import Clinic
from crawler.extract.page import Source, extract
from tests.crawler.analyse.facts_db import facts_db

_ORIGIN = "https://clinic.example"
_TABLES = ("pages", "blocks", "structured_data", "phone_ctas", "links", "headings", "images", "nap_mentions")
_PAGES = """
CREATE TABLE pages AS
SELECT p.*, 0::BIGINT AS word_count, t.page_type, NULL::VARCHAR AS variant_of
FROM facts.pages p JOIN (SELECT unnest($urls) AS url, unnest($types) AS page_type) t USING (url)
"""


def nap_site(
    context: Context, bodies: Mapping[str, str], clinic: Clinic | None = None, frame: str = ""
) -> duckdb.DuckDBPyConnection:
    """Tables of a site whose `bodies` are by path; `/contact` is its contact page, `/` its home page, `frame` the footer of all."""
    context = replace(context, clinic=clinic or Clinic())
    footer = f"<footer>{frame}</footer>"
    facts = [extract(_source(path, body + footer, context.region)) for path, body in bodies.items()]
    tables = {name: [row._asdict() for page in facts for row in getattr(page, name)] for name in _TABLES}
    db = facts_db(**tables)
    for name in ("links", "headings", "images"):
        db.execute(f"CREATE VIEW {name} AS FROM facts.{name}")
    blocks.run(db, context)
    types = {"/": "home", "/contact": "contact"}
    db.execute(_PAGES, {"urls": [_ORIGIN + p for p in bodies], "types": [types.get(p, "other") for p in bodies]})
    phones.run(db, context)
    nap.run(db, context)
    return db


def verdicts(db: duckdb.DuckDBPyConnection, kind: str = "address") -> dict[str, tuple[str, str, str | None]]:
    """Ownership, verdict and difference by key."""
    rows = db.execute(
        "SELECT key, ownership, verdict, difference FROM nap WHERE kind = ? ORDER BY key", [kind]
    ).fetchall()
    return {key: (ownership, verdict, difference) for key, ownership, verdict, difference in rows}


def data(**item: Any) -> str:
    """A script with an item of structured data."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "MedicalClinic", **item})}</script>'


def postal(street: str, town: str = "Akron", code: str = "44302", region: str = "OH") -> dict[str, str]:
    """A PostalAddress."""
    return {
        "@type": "PostalAddress",
        "streetAddress": street,
        "addressLocality": town,
        "addressRegion": region,
        "postalCode": code,
    }


def _source(path: str, body: str, region: str) -> Source:
    page = (
        f"<!doctype html><html lang=en><body><main>{body.replace('<footer>', '</main><footer>', 1)}</body></html>"
    )
    return Source(
        _ORIGIN + path, "clinic.example", region, 200, page.encode(), "text/html; charset=utf-8", None, None
    )
