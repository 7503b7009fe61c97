"""Gaps that a check has found: one for each check, however many pages fail it. The check decides, nothing else."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import duckdb

from crawler.analyse.gaps.check_kinds import KINDS
from crawler.analyse.gaps.gap import MOST_PAGES, Gap

_FAILED = """
SELECT i.check_id, c.title, c.why, c.fix, c.checked,
    list({url: i.url, evidence: i.evidence, page_type: p.page_type, name: coalesce(nullif(p.title, ''), p.h1), is_page: p.url IS NOT NULL,
        age: date_diff('month', try_cast(left(greatest(p.published, p.modified), 10) AS DATE), $today::DATE)}
        ORDER BY coalesce(p.inlinks, 0) DESC, i.url) AS issues
FROM issues i JOIN checks c USING (check_id) LEFT JOIN pages p ON p.url = i.url
WHERE list_contains($checks, i.check_id)
GROUP BY ALL ORDER BY i.check_id
"""
_SHOWN = 10
_OLD_MONTHS = 36
"""A medical page that has not been touched for three years is grave; see the domain notes on gaps."""


def check_gaps(db: duckdb.DuckDBPyConnection, today: str) -> list[Gap]:
    """A gap for each failed check of `KINDS`, from `issues` and `checks`. `today`: ISO date that ages count from."""
    rows = db.execute(_FAILED, {"checks": list(KINDS), "today": today}).fetchall()
    return [_gap(*row) for row in rows]


def _gap(check_id: str, title: str, why: str, fix: str, checked: int, issues: list[dict[str, Any]]) -> Gap:
    kind, severity, effort, confidence = KINDS[check_id]
    urls = list(dict.fromkeys(issue["url"] for issue in issues))
    if check_id == "trust.date_old" and any((issue["age"] or 0) > _OLD_MONTHS for issue in issues):
        severity += 1
    return Gap(
        kind=kind,
        rule=check_id,
        key=check_id,
        url=urls[0] if len(urls) == 1 and issues[0]["is_page"] else None,
        severity=severity,
        confidence=confidence,
        effort=effort,
        title=_title(title, issues, len(urls), checked),
        why=why,
        action=fix,
        evidence={
            "check": check_id,
            "failed": len(urls),
            "checked": checked,
            "page_types": dict(_page_types(issues)),
            "examples": [{"url": i["url"], "found": i["evidence"]} for i in issues[:_SHOWN]],
        },
        pages=tuple(urls[:MOST_PAGES]),
    )


def _title(title: str, issues: Sequence[Mapping[str, Any]], failed: int, checked: int) -> str:
    """What fails, and where: the page's name, or how many of how many."""
    if checked <= 1:
        return title
    if failed == 1:
        return f"{title}: {issues[0]['name'] or issues[0]['url']}"
    noun = "pages" if all(issue["is_page"] for issue in issues) else "addresses"
    return f"{title}: {failed} of {checked:,} {noun}"


def _page_types(issues: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, int]]:
    counts = Counter(issue["page_type"] for issue in issues if issue["page_type"])
    yield from sorted(counts.items(), key=lambda item: (-item[1], item[0]))
