"""What fails on most pages is one thing to do: one gap of the site, not one of each page."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from crawler.analyse.gaps.gap import MOST_PAGES, Gap

COMMON_SHARE, _COMMON_FROM = 0.6, 5
_SHOWN = 5
SITE = "site:"
"""Begins the key of such a gap."""


def collapsed(gaps: Sequence[Gap], pages: int, action: str, share: float = COMMON_SHARE) -> list[Gap]:
    """`gaps` of single pages, where a rule that fails on this share of `pages` pages, and on five at least, stands once,
    with `action`."""
    groups: defaultdict[tuple[str, str], list[Gap]] = defaultdict(list)
    for gap in gaps:
        groups[gap.kind, gap.rule].append(gap)
    kept: list[Gap] = []
    for group in groups.values():
        is_common = len(group) >= _COMMON_FROM and len(group) >= share * pages
        kept += [_together(group, pages, action)] if is_common else group
    return kept


def _together(group: Sequence[Gap], pages: int, action: str) -> Gap:
    first = group[0]
    urls = [gap.url for gap in group if gap.url]
    evidence: dict[str, object] = {"pages": len(group), "of": pages, "examples": urls[:_SHOWN]}
    if "check" in first.evidence:
        evidence["check"] = first.evidence["check"]
    return replace(
        first,
        key=f"{SITE}{first.rule}",
        url=None,
        pages=tuple(urls[:MOST_PAGES]),
        title=f"{first.title.split(':', 1)[0]}: {len(group)} of {pages} pages",
        action=action,
        evidence=evidence,
    )
