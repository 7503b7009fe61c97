"""Gaps of single pages: calls to action, too few words."""

from collections.abc import Collection, Sequence

import duckdb

from crawler.analyse.gaps.collapse import collapsed
from crawler.analyse.gaps.gap import Gap
from crawler.analyse.gaps.limits import Limits
from crawler.analyse.gaps.pages import Page
from crawler.taxonomy import Taxonomy

_TOGETHER = "Change the template of these pages once, so that a tap on your number starts a call."
_EXTEND = "Extend these pages, those on what you most want to treat first, or merge those on the same topic."

_CTA = {
    "wrong": (
        5,
        "A wrong number to call",
        "A patient who taps it does not reach you: the link dials another number, or none.",
        "Correct the phone links so that each dials the number it shows.",
    ),
    "missing": (
        4,
        "No number to call",
        "A patient who wants to call has to search.",
        "Add your number as a link that starts a call, at the top and at the end of the page.",
    ),
    "text": (
        3,
        "A number that cannot be tapped",
        "A visitor on a phone has to copy it by hand.",
        "Turn the number into a link that starts a call (tel:).",
    ),
    "weak": (
        3,
        "Calls to action are hard to find",
        "The page asks for a call too rarely.",
        "Repeat the number at the top, in the text and at the end of the page.",
    ),
}
_CHECKS = {"missing": "cta.phone_missing", "text": "phone.unlinked", "wrong": "phone.href_mismatch"}
"""Checks that say much the same."""


_SHORT = """
SELECT url, arg_min(check_id, check_id) FROM issues WHERE check_id IN ('content.short_for_type', 'content.thin') GROUP BY url
"""


def page_gaps(
    db: duckdb.DuckDBPyConnection,
    pages: Sequence[Page],
    taxonomy: Taxonomy,
    limits: Limits,
    thin_already: Collection[str | None],
) -> list[Gap]:
    """Gaps of calls to action, and of pages with few words for their kind.

    `thin_already`: pages that a gap of coverage calls thin.
    """
    fewest = {kind.id: kind.min_words for kind in taxonomy.page_types if kind.min_words}
    ctas = [gap for page in pages if not page.is_variant and (gap := _cta(page, limits))]
    short = dict(db.execute(_SHORT).fetchall())
    texts = [p for p in pages if p.url in short and p.url not in thin_already and p.page_type in fewest]
    thin = [_thin(page, short[page.url], fewest[page.page_type]) for page in texts]
    return [*collapsed(ctas, len(pages), _TOGETHER), *collapsed(thin, len(pages), _EXTEND)]


def _cta(page: Page, limits: Limits) -> Gap | None:
    state = page.cta
    if state == "tap" and page.cta_score is not None and page.cta_score < limits["cta.min_score"]:
        state = "weak"
    if state not in _CTA:
        return None
    severity, title, why, action = _CTA[state]
    evidence: dict[str, object] = {"state": page.cta, "score": page.cta_score}
    if state in _CHECKS:
        evidence["check"] = _CHECKS[state]
    return Gap(
        kind="cta",
        rule=state,
        key=page.url,
        url=page.url,
        severity=severity,
        confidence=0.9,
        effort="S",
        title=f"{title}: {page.name}",
        why=why,
        action=action,
        evidence=evidence,
        pages=(page.url,),
    )


def _thin(page: Page, check: str, wanted: int) -> Gap:
    return Gap(
        kind="thin",
        rule="page",
        key=page.url,
        url=page.url,
        severity=2,
        confidence=0.7,
        effort="M",
        title=f"Few words: {page.name}",
        why=f"It has {page.word_count} words; pages of its kind need {wanted} to answer what patients ask.",
        action="Extend the page, or merge it with a page on the same topic.",
        evidence={
            "words": page.word_count,
            "wanted": wanted,
            "page_type": page.page_type,
            "check": check,
        },
        pages=(page.url,),
    )
