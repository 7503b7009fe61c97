"""Failed checks as jobs: what is broken for visitors or search engines, or could not be read, and has no gap."""

from collections.abc import Collection, Mapping

import duckdb

from crawler.analyse.actions.formula import MINUTES, QUICK_MINUTES, Measures, effort_of
from crawler.analyse.actions.job import FailedCheck, Job
from crawler.analyse.actions.known import Known
from crawler.analyse.actions.themes import theme_of_check

_FAILED = """
SELECT c.check_id, c.family, c.title, c.why, c.fix, c.checked, c.failed, list(DISTINCT i.url ORDER BY i.url)
FROM checks c JOIN issues i USING (check_id)
WHERE c.failed > 0 AND (c.severity = 'error' OR list_contains($unread, c.check_id))
GROUP BY ALL ORDER BY c.check_id
"""

_UNREAD = ("http.no_answer", "http.rate_limited")
"""No fault of the site as far as is known, but nobody can tell what stands there."""

_UNREAD_SEVERITY, _UNREAD_CONFIDENCE = 3, 0.5
_CONFIDENCE = 0.9
SEVERITY: Mapping[str, int] = {
    "phone": 5,
    "http": 5,
    "index": 5,
    "robots": 5,
    "security": 4,
    "link": 4,
    "redirect": 4,
    "canonical": 3,
    "title": 3,
    "content": 3,
    "heading": 2,
    "image": 2,
}
OTHER_SEVERITY = 4
"""Ours, by family: what keeps patients from calling, from the page or from finding the site weighs most."""


def check_jobs(db: duckdb.DuckDBPyConnection, said: Collection[str], known: Known) -> list[Job]:
    """A job for each such check but those in `said`, which a gap stands for."""
    rows = db.execute(_FAILED, {"unread": list(_UNREAD)}).fetchall()
    checks = (FailedCheck(*row) for row in rows)
    return [_job(check, known) for check in checks if check.check_id not in said]


def _job(check: FailedCheck, known: Known) -> Job:
    is_unread = check.check_id in _UNREAD
    findings = known.findings.get(check.check_id, 0)
    return Job(
        key=f"check:{check.check_id}",
        theme=theme_of_check(check.family),
        check=check,
        measures=Measures(
            severity=_UNREAD_SEVERITY if is_unread else SEVERITY.get(check.family, OTHER_SEVERITY),
            confidence=_UNREAD_CONFIDENCE if is_unread else _CONFIDENCE,
            demand=None,
            weight=1.0,
            is_double=not known.entrances.isdisjoint(check.pages),
            number=check.failed,
            effort="S" if is_unread else effort_of(max(MINUTES["S"], QUICK_MINUTES * findings)),
        ),
    )
