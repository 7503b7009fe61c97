"""Gaps of target phrases: pages that compete with each other, and a phrase that another page is stronger for."""

import duckdb

from crawler.analyse.gaps.gap import MOST_PAGES, Gap

_GROUPS = """
SELECT group_id, any_value(grade), any_value(phrase), list(url ORDER BY score DESC, url),
    list(reason ORDER BY score DESC, url)
FROM cannibalisation WHERE grade IN ('certain', 'likely') GROUP BY group_id ORDER BY group_id
"""
"""A target phrase that is only the same, grade possible, is a hint: it stays an issue."""

_GRADES = {"certain": (3, 0.9), "likely": (2, 0.7)}

_CONTRADICTED = """
SELECT url, phrase, strongest_url, score, strongest_score FROM targets
WHERE is_contradicted ORDER BY url, phrase
"""


def keyword_gaps(db: duckdb.DuckDBPyConnection) -> list[Gap]:
    """Gaps from `cannibalisation` (a group each) and `targets` (a phrase each)."""
    groups = [_competing(*row) for row in db.execute(_GROUPS).fetchall()]
    return [*groups, *(_contradicted(*row) for row in db.execute(_CONTRADICTED).fetchall())]


def _competing(group: str, grade: str, phrase: str, urls: list[str], reasons: list[str]) -> Gap:
    severity, confidence = _GRADES[grade]
    about = f"for “{phrase}”" if phrase else "with each other"
    shown = "Searches show several of them" if grade == "certain" else "They say much the same"
    return Gap(
        kind="cannibalisation",
        rule=grade,
        key=group,
        url=None,
        severity=severity,
        confidence=confidence,
        effort="M",
        title=f"{len(urls)} of your pages compete {about}",
        why=f"{shown}, so that neither becomes strong.",
        action="Choose the page that is to be found, let the others link to it, and merge what says the same.",
        evidence={
            "check": "keyword.cannibalised",
            "grade": grade,
            "pages": [{"url": url, "reason": why} for url, why in zip(urls[:20], reasons[:20], strict=True)],
        },
        pages=tuple(urls[:MOST_PAGES]),
    )


def _contradicted(url: str, phrase: str, strongest: str, score: int | None, best: int | None) -> Gap:
    return Gap(
        kind="target",
        rule="contradicted",
        key=f"{url} {phrase}",
        url=url,
        severity=3,
        confidence=0.8,
        effort="S",
        title=f"Another page is stronger for “{phrase}”",
        why=f"You chose this page for “{phrase}”, but another one of yours has it in better places.",
        action=f"Put “{phrase}” into the title and the main heading of this page, and link to it from the stronger one.",
        evidence={
            "check": "keyword.target_contradicted",
            "phrase": phrase,
            "score": score,
            "stronger": strongest,
            "stronger_score": best,
        },
        pages=(url, strongest),
    )
