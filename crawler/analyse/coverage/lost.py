"""Rows of coverage whose best page the crawl before read and this one could not: unknown, neither worse nor gone."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import duckdb

from crawler.analyse.coverage.entities import Site
from crawler.analyse.coverage.unseen import unread_pages
from crawler.schema import TABLES
from crawler.tables.coverage import CoverageRow

_TOPICS = ("condition", "treatment")
_NOT_REACHED = "SELECT url FROM previous.pages ANTI JOIN resources USING (url)"
_Key = tuple[str, str]


def with_lost(db: duckdb.DuckDBPyConnection, site: Site, rows: Sequence[CoverageRow]) -> list[CoverageRow]:
    """`rows`, unknown where the page that covered them best was not read; behind them, unknown, those that this crawl
    would have found on such a page."""
    unread = _unread(db, site)
    if not unread:
        return list(rows)
    before = {(row.kind, row.key): row for row in _previous(db)}
    kept = [_judged(row, before.get((row.kind, row.key)), unread) for row in rows]
    there = {(row.kind, row.key) for row in kept}
    gone = [old for name, old in before.items() if name not in there and old.offered != "no"]
    topics = [_unknown(old) for old in gone if old.best_url in unread and _is_topic(old, site)]
    known = {
        (row.kind, row.key): row.state for row in (*kept, *topics) if row.kind in _TOPICS and row.offered != "no"
    }
    return [*kept, *topics, *(_unknown(old) for old in gone if _was_lost(old, unread, known, site))]


def _unread(db: duckdb.DuckDBPyConnection, site: Site) -> set[str]:
    """Addresses that gave no page this time; of a part of a site also those that were not asked for."""
    urls = {url for url, _ in unread_pages(db)}
    return urls | {url for (url,) in db.execute(_NOT_REACHED).fetchall()} if site.unseen.everything else urls


def _previous(db: duckdb.DuckDBPyConnection) -> Iterator[CoverageRow]:
    columns = ", ".join(column.name for column in TABLES["coverage"].columns)
    for values in db.execute(f"SELECT {columns} FROM previous.coverage ORDER BY kind, key").fetchall():
        row = CoverageRow(*values)
        yield row._replace(need=row.need or "required", offered=row.offered or "yes")


def _judged(row: CoverageRow, old: CoverageRow | None, unread: AbstractSet[str]) -> CoverageRow:
    """`row`, unknown where no page that was read says as much as the unread one did."""
    if old is None or old.best_url not in unread or row.state == "unknown" or row.score > old.score:
        return row
    if row.score == old.score and old.state != "unknown":
        return row
    return row._replace(state="unknown", best_url=old.best_url, reasons=_why(old))


def _unknown(old: CoverageRow) -> CoverageRow:
    return old._replace(state="unknown", score=0, pages=0, reasons=_why(old))


def _why(old: CoverageRow) -> str:
    return f"{old.best_url} could not be read." if old.best_url else "The page about it could not be read."


def _is_topic(old: CoverageRow, site: Site) -> bool:
    """Whether a row is that of a condition or treatment which the packs still know, and nobody said no to."""
    offer = site.offers.get((old.kind, old.key))
    return offer is not None and (offer.offered != "no" or offer.source == "site")


def _was_lost(old: CoverageRow, unread: AbstractSet[str], topics: Mapping[_Key, str], site: Site) -> bool:
    """Whether a row of another kind is missing for want of a page: its own, or that of what it is about."""
    if old.kind == "provider" or (old.kind == "location" and not site.clinic.location):
        return old.best_url in unread
    if old.kind not in ("cell", "intent"):
        return False
    about = [(kind, key) for kind, key in (("condition", old.condition), ("treatment", old.treatment)) if key]
    if not all(name in topics for name in about):
        return False
    if old.kind == "intent" and old.key.split(":", 1)[0] not in {intent.id for intent in site.taxonomy.intents}:
        return False
    return old.best_url in unread or any(topics[name] == "unknown" for name in about)
