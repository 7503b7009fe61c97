"""What to do first of a published snapshot, without what the clinic put off since."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from crawler.analyse.gaps.published import published_gaps
from crawler.decisions import Decision
from crawler.errors import OperatorError
from crawler.tables.coverage import NextActionRow

MOST = 7
_PUT_OFF = ("snoozed", "wont_do")


def first_actions(snapshot: Path, decisions: Mapping[str, Decision], today: str) -> list[NextActionRow]:
    """The first seven of which something is left to do; `today`: ISO date that snoozes are held against.

    Raises `OperatorError` where the snapshot is of a time before actions were ranked.
    """
    file = snapshot / "next_actions.parquet"
    if not file.exists():
        raise OperatorError(f"{snapshot} ranks no actions yet: run `analyse {snapshot}` first.")
    query = f"SELECT {', '.join(NextActionRow._fields)} FROM read_parquet(?) ORDER BY rank"
    with duckdb.connect() as db:
        rows = [NextActionRow(*row) for row in db.execute(query, [str(file)]).fetchall()]
    left = {gap.gap_id for gap in published_gaps(snapshot, decisions, today) if gap.standing not in _PUT_OFF}
    return [row for row in rows if not row.gap_ids or not left.isdisjoint(row.gap_ids)][:MOST]
