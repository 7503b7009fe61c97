"""A site of a few pages, read and analysed up to its calls-to-action."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import duckdb

from crawler.analyse import blocks, page_ctas, phones
from crawler.analyse.context import Context
from crawler.config import Clinic
from crawler.extract.page import Source, extract
from tests.crawler.analyse.facts_db import facts_db

_ORIGIN = "https://clinic.example"
_PAGES = """
CREATE TABLE pages AS
SELECT p.*, coalesce(w.words, 0)::BIGINT AS word_count, t.page_type,
    'indexable' AS indexability, NULL::VARCHAR AS variant_of, 1::BIGINT AS inlinks
FROM facts.pages p
JOIN (SELECT unnest($urls) AS url, unnest($types) AS page_type) t USING (url)
LEFT JOIN (SELECT url, sum(words) AS words FROM blocks WHERE NOT is_boilerplate GROUP BY url) w USING (url)
"""


def phone_site(
    context: Context,
    pages: Mapping[str, str],
    *,
    types: Mapping[str, str] | None = None,
    clinic: Clinic | None = None,
    previous: list[dict[str, Any]] | None = None,
    variants: Mapping[str, str] | None = None,
    crawl: str = "complete",
    unread: str | None = None,
) -> duckdb.DuckDBPyConnection:
    """Tables of a site whose `pages` are bodies by path; `types`: page types by path, `other` where none;
    `variants`: paths that are other addresses of a page, and its path; `crawl`: its outcome; `unread`: the outcome
    of a page that was not read."""
    context = replace(context, clinic=clinic or Clinic())
    facts = [extract(_source(path, body, context.region)) for path, body in pages.items()]
    names = ("pages", "headings", "blocks", "structured_data", "phone_ctas", "trackers")
    tables = {name: [row._asdict() for page in facts for row in getattr(page, name)] for name in names}
    resources = [{"url": f"{_ORIGIN}/unread", "kind": "page", "outcome": unread}] if unread else []
    state = {"crawl": [{"outcome": crawl}], "resources": resources}
    db = facts_db(**tables, **state, previous_phone_numbers=previous or [])
    blocks.run(db, context)
    known = types or {}
    db.execute(
        _PAGES, {"urls": [_ORIGIN + path for path in pages], "types": [known.get(path, "other") for path in pages]}
    )
    for path, of in (variants or {}).items():
        db.execute("UPDATE pages SET variant_of = ? WHERE url = ?", [_ORIGIN + of, _ORIGIN + path])
    phones.run(db, context)
    page_ctas.run(db, context)
    return db


def ownership(db: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Ownership of every number of the site."""
    return dict(db.execute("SELECT number, ownership FROM phone_numbers ORDER BY number").fetchall())


def page(db: duckdb.DuckDBPyConnection, path: str) -> dict[str, Any]:
    """Row of `page_ctas`."""
    found = db.execute("SELECT * FROM page_ctas WHERE url = ?", [_ORIGIN + path])
    names = [column[0] for column in found.description]
    (row,) = found.fetchall()
    return dict(zip(names, row, strict=True))


def _source(path: str, body: str, region: str) -> Source:
    return Source(_ORIGIN + path, "clinic.example", region, 200, body.encode(), "text/html", None, None)
