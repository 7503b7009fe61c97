"""Gaps of a published snapshot, with what the clinic decided since."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb

from crawler.decisions import Decision, standing

_GAPS = """
SELECT gap_id, title, kind, priority, state, since, first_seen FROM read_parquet(?)
WHERE state <> 'fixed' ORDER BY priority DESC, gap_id
"""


class Listed(NamedTuple):
    """A gap; `standing`: its state, or what was decided about it."""

    gap_id: str
    title: str
    kind: str
    priority: float
    standing: str


def published_gaps(snapshot: Path, decisions: Mapping[str, Decision], today: str) -> list[Listed]:
    """Gaps of a snapshot that are not fixed, what to do first on top."""
    with duckdb.connect() as db:
        rows = db.execute(_GAPS, [str(snapshot / "gaps.parquet")]).fetchall()
    return [
        Listed(gap_id, title, kind, priority, standing(state, decisions.get(gap_id), today, since, first_seen))
        for gap_id, title, kind, priority, state, since, first_seen in rows
    ]
