"""What to do first, as the crawl ranked it, without what was put off since."""

from dashboard.dataset import Query
from dashboard.queries.gaps import STANDING, TO_DO

MOST = 7


def actions(most: int | None = None) -> Query:
    """Actions of which something is left to do. `gaps`: how many each mends; `left_over`: not put off; `state`: of these
    if it is the same."""
    return Query(
        f"""
        WITH standings AS (SELECT gap_id, standing FROM {STANDING}),
        held AS (
            SELECT action_id, count(*) AS left_over, if(min(standing) = max(standing), min(standing), NULL) AS state
            FROM (SELECT action_id, unnest(gap_ids) AS gap_id FROM next_actions) JOIN standings USING (gap_id)
            WHERE {TO_DO} GROUP BY action_id
        )
        SELECT a.*, len(a.gap_ids) AS gaps, coalesce(h.left_over, 0) AS left_over, h.state
        FROM next_actions a LEFT JOIN held h USING (action_id)
        WHERE len(a.gap_ids) = 0 OR h.left_over > 0
        ORDER BY a.rank LIMIT ?
        """,
        (most,),
    )


def action(action_id: str) -> Query:
    """Title of one action."""
    return Query("SELECT title FROM next_actions WHERE action_id = ?", (action_id,))
