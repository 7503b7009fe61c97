"""The gaps step: the table `gaps`, with what is new since the crawl before."""

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.gaps.gap import Gap
from crawler.analyse.gaps.of_coverage import coverage_gaps
from crawler.analyse.gaps.of_pages import page_gaps
from crawler.analyse.tables import insert
from crawler.schema import TABLES
from crawler.tables.analysis import CoverageRow, GapRow

_COVERAGE = ", ".join(f'"{column.name}"' for column in TABLES["coverage"].columns)


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `gaps` from coverage, pages, page_ctas and the gaps of the crawl before."""
    rows = db.execute(f"SELECT {_COVERAGE} FROM coverage ORDER BY kind, key").fetchall()
    of_coverage = coverage_gaps([CoverageRow(*row) for row in rows], context.clinic)
    thin = {gap.url for gap in of_coverage if gap.kind == "thin" and gap.url}
    found = [*of_coverage, *page_gaps(db, context.taxonomy, thin)]
    before = dict(db.execute("SELECT gap_id, first_seen FROM previous.gaps").fetchall())
    insert(db, "gaps", [_row(gap, before.get(gap.gap_id), context.crawl_id) for gap in found])


def _row(gap: Gap, first_seen: str | None, crawl_id: str) -> GapRow:
    return GapRow(
        gap_id=gap.gap_id,
        kind=gap.kind,
        severity=gap.severity,
        key=gap.key,
        url=gap.url,
        title=gap.title,
        why=gap.why,
        action=gap.action,
        effort=gap.effort,
        priority=gap.priority,
        evidence=gap.evidence_json,
        state="open" if first_seen else "new",
        first_seen=first_seen or crawl_id,
        last_seen=crawl_id,
    )
