"""The actions step: the table `next_actions`. It runs behind the gaps."""

import json

import duckdb

from crawler.analyse.actions.formula import order, priority
from crawler.analyse.actions.job import Job
from crawler.analyse.actions.known import Known, load_known
from crawler.analyse.actions.of_checks import check_jobs
from crawler.analyse.actions.of_gaps import coverage_of, gap_jobs
from crawler.analyse.actions.words import words_of
from crawler.analyse.context import Context
from crawler.analyse.gaps.gap import MOST_PAGES
from crawler.analyse.tables import insert
from crawler.schema import TABLES
from crawler.tables.coverage import CoverageRow, GapRow, NextActionRow
from crawler.text import short_hash

_TO_WRITE = ("topic", "cell", "demand", "competitor")
_BRIEFED = ("condition", "treatment", "cell")


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `next_actions` from gaps, coverage, checks and issues. What was decided is left to readers: it changes."""
    columns = ", ".join(column.name for column in TABLES["gaps"].columns)
    gaps = [GapRow(*row) for row in db.execute(f"SELECT {columns} FROM gaps ORDER BY gap_id").fetchall()]
    known = load_known(db)
    jobs = gap_jobs(gaps, known)
    jobs += check_jobs(db, {check for job in jobs for gap in job.gaps if (check := _check_of(gap))}, known)
    ids = [short_hash(job.key) for job in jobs]
    priorities = [priority(job.measures) for job in jobs]
    ranked = order([(job.theme, worth, name) for job, worth, name in zip(jobs, priorities, ids, strict=True)])
    rows = [_row(rank, ids[at], priorities[at], jobs[at], known) for rank, at in enumerate(ranked, start=1)]
    insert(db, "next_actions", rows)


def _check_of(gap: GapRow) -> str | None:
    check: str | None = json.loads(gap.evidence).get("check")
    return check


def _row(rank: int, action_id: str, worth: float, job: Job, known: Known) -> NextActionRow:
    words = words_of(job, known)
    briefed = _to_write(job, known)
    pages = job.check.pages if job.check else [url for gap in job.gaps for url in gap.pages]
    return NextActionRow(
        rank=rank,
        action_id=action_id,
        theme=job.theme,
        title=words.title,
        action=words.action,
        value=words.value,
        size=words.size,
        effort=job.measures.effort,
        priority=worth,
        gap_ids=[gap.gap_id for gap in job.gaps],
        check_id=job.check.check_id if job.check else None,
        pages=list(dict.fromkeys(pages))[:MOST_PAGES],
        brief_kind=briefed.kind if briefed else None,
        brief_key=briefed.key if briefed else None,
    )


def _to_write(job: Job, known: Known) -> CoverageRow | None:
    """The row of coverage that a page, or a section, is missing for; null where nothing has to be written anew."""
    first = job.gaps[0] if job.gaps else None
    if first is None or len(job.gaps) > 1 or first.kind not in _TO_WRITE or first.rule in ("hidden", "other_page"):
        return None
    row = coverage_of(first, known)
    return row if row and row.kind in _BRIEFED else None
