"""Gaps as jobs: those that are mended in one go are one."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from crawler.analyse.actions.formula import MINUTES, QUICK_MINUTES, Measures, effort_of
from crawler.analyse.actions.job import Job
from crawler.analyse.actions.known import Known
from crawler.analyse.actions.themes import theme_of_gap
from crawler.analyse.gaps.collapse import SITE
from crawler.analyse.gaps.gap import Effort
from crawler.tables.coverage import CoverageRow, GapRow

_PRESENT = ("new", "open", "reopened")
"""States of gaps that this crawl found; one that it could not see is nothing to do."""

_QUICK = ("cta", "internal_link")
_TOGETHER: Mapping[str, Callable[[GapRow], object]] = {
    "intent": lambda gap: gap.entities,
    "cell": lambda gap: gap.entities[:1],
    "claims": lambda gap: "",
    "sitemap": lambda gap: "",
}
"""What gaps of a kind share that are one job, whatever their rule: questions about the same thing, treatments of the
same condition, sentences that somebody has to review, faults of the sitemap."""

_RULES_TOGETHER = frozenset(
    {
        *(("cta", rule) for rule in ("wrong", "missing", "text", "weak")),
        *(("internal_link", rule) for rule in ("orphan", "near_orphan", "deep", "mention")),
        *(("page_type", kind) for kind in ("location", "provider")),
        ("thin", "page"),
    }
)
"""Kind and rule of gaps of single pages that are mended in the same way."""


def gap_jobs(rows: Sequence[GapRow], known: Known) -> list[Job]:
    """Jobs of the gaps that this crawl found."""
    groups: defaultdict[str, list[GapRow]] = defaultdict(list)
    for row in rows:
        if row.state in _PRESENT:
            groups[_job_of(row)].append(row)
    return [_job(key, sorted(gaps, key=_gravest_first), known) for key, gaps in groups.items()]


def evidence_of(gap: GapRow) -> dict[str, Any]:
    """What was found, by name."""
    found: dict[str, Any] = json.loads(gap.evidence)
    return found


def coverage_of(gap: GapRow, known: Known) -> CoverageRow | None:
    """The row of coverage that a gap is about."""
    kind, _, key = gap.key.rpartition(":") if gap.kind == "demand" else (gap.kind, "", gap.key)
    names = (kind, gap.rule, "condition", "treatment")
    return next((known.coverage[name, key] for name in names if (name, key) in known.coverage), None)


def things(gap: GapRow) -> int:
    """Pages, or whatever else, that a gap counts for."""
    evidence = evidence_of(gap)
    if gap.key.startswith(SITE):
        return int(evidence["pages"])
    return int(evidence.get("failed") or len(evidence.get("missing") or ()) or 1)


def _job_of(gap: GapRow) -> str:
    if gap.kind in _TOGETHER:
        return f"{gap.kind}:{_TOGETHER[gap.kind](gap)}"
    return f"{gap.kind}:{gap.rule}" if (gap.kind, gap.rule) in _RULES_TOGETHER else gap.gap_id


def _gravest_first(gap: GapRow) -> tuple[float, str, str]:
    return (-gap.severity * gap.confidence, gap.url or gap.key, gap.gap_id)


def _job(key: str, gaps: Sequence[GapRow], known: Known) -> Job:
    first = gaps[0]
    demand = [gap.demand for gap in gaps if gap.demand is not None]
    return Job(
        key=key,
        theme=theme_of_gap(first.kind, first.rule),
        gaps=tuple(gaps),
        measures=Measures(
            severity=first.severity,
            confidence=first.confidence,
            demand=sum(demand) if demand else None,
            weight=max(gap.business_weight for gap in gaps),
            is_double=any(_is_double(gap, known) for gap in gaps),
            number=sum(map(things, gaps)),
            effort=effort_of(sum(_minutes(gap, known) for gap in gaps)),
        ),
    )


def _is_double(gap: GapRow, known: Known) -> bool:
    if gap.kind == "cta":
        return not known.entrances.isdisjoint(gap.pages)
    row = coverage_of(gap, known)
    return row is not None and row.tier == 1


def _minutes(gap: GapRow, known: Known) -> int:
    effort: Effort = gap.effort  # type: ignore[assignment]
    findings = known.findings.get(gap.rule, 0)
    if findings:
        return max(MINUTES[effort], QUICK_MINUTES * findings)
    return QUICK_MINUTES if gap.kind in _QUICK and not gap.key.startswith(SITE) else MINUTES[effort]
