"""A gap from crawl to crawl: new, open, reopened; what was there before is unknown, fixed, or no matter any more."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from crawler.analyse.gaps.collapse import SITE
from crawler.analyse.gaps.gap import RULE_VERSION, Gap
from crawler.analyse.gaps.verdict import Seen, verdict
from crawler.tables.coverage import GapRow

_KEEP_FIXED = timedelta(days=365)
"""How long a gap that is fixed is remembered, so that it is known when it comes back."""

_STAMP = "%Y%m%dT%H%M%SZ"


def with_history(found: Sequence[Gap], before: Sequence[GapRow], seen: Seen) -> list[GapRow]:
    """Rows of this crawl: what was found, and what was there `before` and is now unknown or fixed."""
    known = {row.gap_id: row for row in before}
    joint = {(row.kind, row.rule, url): row for row in before if _is_joint(row) for url in row.pages or ()}
    gaps = {gap.gap_id: gap for gap in found}
    now = _Now.of(gaps.values())
    rows = [
        _found(gap, known.get(gap_id) or joint.get((gap.kind, gap.rule, gap.url or "")), seen.crawl_id)
        for gap_id, gap in gaps.items()
    ]
    gone = (_vanished(old, now, seen) for gap_id, old in known.items() if gap_id not in gaps)
    return [*rows, *(row for row in gone if row)]


def _is_joint(row: GapRow) -> bool:
    """Whether it stood for each of its pages."""
    return row.key.startswith(SITE) and row.state != "fixed"


def _found(gap: Gap, old: GapRow | None, now: str) -> GapRow:
    if old is None:
        return _row(gap, "new", now, first_seen=now, since=now)
    if old.state == "fixed":
        return _row(gap, "reopened", now, first_seen=old.first_seen, since=now)
    return _row(gap, "open", now, first_seen=old.first_seen, since=old.since or old.first_seen)


def _row(gap: Gap, state: str, now: str, *, first_seen: str, since: str) -> GapRow:
    return GapRow(
        gap_id=gap.gap_id,
        kind=gap.kind,
        rule=gap.rule,
        severity=gap.severity,
        key=gap.key,
        entities=list(gap.entities),
        url=gap.url,
        pages=list(gap.pages),
        title=gap.title,
        why=gap.why,
        action=gap.action,
        effort=gap.effort,
        confidence=gap.confidence,
        demand=gap.demand,
        business_weight=gap.weight,
        priority=gap.priority,
        evidence=gap.evidence_json,
        rule_version=RULE_VERSION,
        state=state,
        decision=None,
        first_seen=first_seen,
        last_seen=now,
        since=since,
    )


@dataclass(frozen=True)
class _Now:
    """What is found now: `subjects` by kind and key, `rules` by kind and rule, `joint` those that stand for the site."""

    subjects: AbstractSet[tuple[str, str]]
    rules: AbstractSet[tuple[str, str]]
    joint: AbstractSet[tuple[str, str]]

    @classmethod
    def of(cls, gaps: Collection[Gap]) -> "_Now":
        return cls(
            {(gap.kind, gap.key) for gap in gaps},
            {(gap.kind, gap.rule) for gap in gaps},
            {(gap.kind, gap.rule) for gap in gaps if gap.key.startswith(SITE)},
        )

    def says_the_same(self, old: GapRow) -> bool:
        """Whether another gap now speaks of what `old` spoke of: nothing was fixed."""
        rule = (old.kind, old.rule)
        if old.key.startswith(SITE):
            return rule in self.rules
        return rule in self.joint or (old.kind, old.key) in self.subjects


def _vanished(old: GapRow, now: _Now, seen: Seen) -> GapRow | None:
    """The row of a gap that was not found; null: it is no matter any more."""
    if old.state == "fixed":
        return old if _time(seen.crawl_id) - _time(old.since or old.last_seen) < _KEEP_FIXED else None
    if old.rule_version != RULE_VERSION or now.says_the_same(old):
        return None
    state = verdict(old, seen)
    if state is None:
        return None
    return old._replace(state=state, since=seen.crawl_id if state == "fixed" else old.since, decision=None)


def _time(stamp: str) -> datetime:
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
