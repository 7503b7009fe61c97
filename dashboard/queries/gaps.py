"""What is missing, and what the clinic decided about it."""

from dashboard.dataset import Query

_HOLDS = "(g.since IS NULL OR g.since = g.first_seen OR regexp_replace(d.decided_at, '[-:]', '', 'g') >= g.since)"
"""What was decided before a gap was fixed and came back is decided no more."""

STANDING = f"""(
    SELECT g.*, d.until, d.reason, d.note, d.decided_by, CASE
        WHEN g.state = 'fixed' THEN g.state
        WHEN d.state IN ('accepted', 'wont_do') AND {_HOLDS} THEN d.state
        WHEN d.state = 'snoozed' AND NOT d.is_over AND {_HOLDS} THEN d.state
        WHEN d.state = 'snoozed' AND g.state <> 'unknown' THEN 'reopened'
        WHEN g.state IN ('new', 'open') AND (SELECT max(previous_crawl_id) FROM crawl) IS NULL THEN 'first'
        ELSE g.state END AS standing
    FROM gaps g LEFT JOIN decisions d USING (gap_id))"""
"""Gaps with their state, or with the decision that is in force."""

TO_DO = "standing NOT IN ('fixed', 'snoozed', 'wont_do')"
DECIDED = ("accepted", "snoozed", "wont_do", "fixed")


def gaps(
    kind: str | None = None, key: str | None = None, standing: str | None = None, action_id: str | None = None
) -> Query:
    """What is to be done, the first on top; `standing` shows one of `DECIDED` instead. `action_id`: what one action
    mends."""
    return Query(
        f"""
        SELECT gap_id, kind, severity, key, url, title, why, action, effort, confidence, demand, priority,
            standing AS state, first_seen, until, reason
        FROM {STANDING} WHERE (? IS NULL OR kind = ?) AND (? IS NULL OR key = ?)
            AND CASE WHEN ? IS NULL THEN {TO_DO} ELSE standing = ? END
            AND (? IS NULL OR gap_id IN (SELECT unnest(gap_ids) FROM next_actions WHERE action_id = ?))
        ORDER BY priority DESC, gap_id
        """,
        (kind, kind, key, key, standing, standing, action_id, action_id),
    )


def gap(gap_id: str) -> Query:
    """One gap with all that is known of it."""
    return Query(f"SELECT * EXCLUDE (state) FROM {STANDING} WHERE gap_id = ?", (gap_id,))


def gap_kinds(standing: str | None = None) -> Query:
    """How many gaps there are of each kind, of those that `gaps` shows."""
    return Query(
        f"""
        SELECT kind, count(*) AS n FROM {STANDING} WHERE CASE WHEN ? IS NULL THEN {TO_DO} ELSE standing = ? END
        GROUP BY kind ORDER BY n DESC, kind
        """,
        (standing, standing),
    )


def standings() -> Query:
    """How many gaps were decided, or are fixed."""
    return Query(f"SELECT standing, count(*) AS n FROM {STANDING} GROUP BY standing ORDER BY standing")


def of_page(url: str) -> Query:
    """What is to be done on a page."""
    return Query(
        f"""
        SELECT gap_id, kind, title, why, action, effort, standing AS state FROM {STANDING}
        WHERE url = ? AND {TO_DO} ORDER BY priority DESC, gap_id
        """,
        (url,),
    )
