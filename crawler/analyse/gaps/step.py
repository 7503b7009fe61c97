"""The gaps step: the table `gaps`, with what became of those of the crawl before. It runs behind the checks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.gaps.gap import Gap
from crawler.analyse.gaps.lifecycle import with_history
from crawler.analyse.gaps.limits import Limits
from crawler.analyse.gaps.mentions import mention_gaps
from crawler.analyse.gaps.of_checks import check_gaps
from crawler.analyse.gaps.of_competitors import Rivals, competitor_gaps, rivals
from crawler.analyse.gaps.of_coverage import coverage_gaps
from crawler.analyse.gaps.of_demand import chance_gaps, demand_gaps
from crawler.analyse.gaps.of_keywords import keyword_gaps
from crawler.analyse.gaps.of_links import hub_gaps, link_gaps
from crawler.analyse.gaps.of_pages import page_gaps
from crawler.analyse.gaps.pages import content_pages, is_whole
from crawler.analyse.gaps.searches import Searches, listed, load_searches
from crawler.analyse.gaps.verdict import what_was_seen
from crawler.analyse.tables import insert
from crawler.decisions import in_force, read_decisions
from crawler.schema import TABLES
from crawler.tables.coverage import CoverageRow, GapRow

_COMPARED = "SELECT count(*) FILTER (is_used) >= 2 FROM competitors"


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `gaps` from coverage, pages, issues and the rest, and from the gaps of the crawl before."""
    rows = [CoverageRow(*row) for row in _table(db, "coverage", "kind, key")]
    limits = Limits(context.clinic.thresholds)
    searches = load_searches(db, context.taxonomy)
    [[compared]] = db.execute(_COMPARED).fetchall()
    unjudged = {"demand", "striking", "ctr"} if not searches.rows else set()
    seen = what_was_seen(db, context.crawl_id, unjudged if compared else {*unjudged, "competitor"}, limits)
    gaps = [
        *_of_coverage(db, context, rows, searches, limits),
        *_of_pages(db, context, rows, searches, limits),
        *check_gaps(db, context.now.date().isoformat()),
        *keyword_gaps(db),
        *chance_gaps(searches, limits),
    ]
    before = [GapRow(*row) for row in _table(db, "gaps", "gap_id", "previous.")]
    insert(db, "gaps", _decided(with_history(gaps, before, seen), context))


def _table(db: duckdb.DuckDBPyConnection, name: str, order: str, schema: str = "") -> list[tuple[Any, ...]]:
    columns = ", ".join(f'"{column.name}"' for column in TABLES[name].columns)
    return db.execute(f"SELECT {columns} FROM {schema}{name} ORDER BY {order}").fetchall()


def _of_coverage(
    db: duckdb.DuckDBPyConnection,
    context: Context,
    rows: Sequence[CoverageRow],
    searches: Searches,
    limits: Limits,
) -> list[Gap]:
    """What is missing, with the demand for it; searches and competitors that no such gap stands for have their own."""
    shared = rivals(db, limits)
    gaps = [_enriched(gap, searches, shared) for gap in coverage_gaps(rows, context.clinic)]
    topics = [gap for gap in gaps if gap.kind in ("topic", "cell")]
    known = {entity for gap in topics if gap.kind == "topic" for entity in gap.entities}
    subjects = {_subject(gap) for gap in topics}
    return [
        *gaps,
        *demand_gaps(db, searches, rows, known, limits),
        *competitor_gaps(shared, rows, context.clinic, subjects),
    ]


def _enriched(gap: Gap, searches: Searches, shared: Rivals) -> Gap:
    """`gap` with its demand, the searches for it, and the competitors that have a page for it."""
    if gap.kind == "intent" or not gap.entities:
        return gap
    evidence = dict(gap.evidence)
    if found := searches.naming(*gap.entities):
        evidence["queries"] = listed(found)
    if rival := shared.get(_subject(gap)):
        evidence["competitors"] = rival["urls"]
    return replace(gap, demand=searches.demand(*gap.entities), evidence=evidence)


def _subject(gap: Gap) -> tuple[str, str]:
    """Kind and key of the row of coverage that a gap with entities is about."""
    return "cell" if gap.kind == "cell" else gap.entities[0].partition(":")[0], gap.key


def _of_pages(
    db: duckdb.DuckDBPyConnection,
    context: Context,
    rows: Sequence[CoverageRow],
    searches: Searches,
    limits: Limits,
) -> list[Gap]:
    pages = content_pages(db)
    thin = {row.best_url for row in rows if row.kind in ("condition", "treatment") and row.state == "thin"}
    return [
        *page_gaps(db, pages, context.taxonomy, limits, thin),
        *(link_gaps(pages, limits) if is_whole(db) else ()),
        *hub_gaps(db, pages, limits),
        *mention_gaps(db, pages, rows, context.taxonomy),
    ]


def _decided(rows: Sequence[GapRow], context: Context) -> list[GapRow]:
    """`rows` with what the clinic had decided about each."""
    decisions = read_decisions(context.decisions) if context.decisions else {}
    today = context.now.date().isoformat()
    return [
        row._replace(decision=in_force(decisions.get(row.gap_id), today, row.since, row.first_seen))
        for row in rows
    ]
