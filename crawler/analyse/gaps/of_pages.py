"""Gaps of single pages: calls to action, internal links, too few words."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import duckdb

from crawler.analyse.gaps.gap import Gap
from crawler.taxonomy import Taxonomy

_NO_CONTENT = ("legal", "listing")
_WEAK_CTA = 40
_DEEP = 3
_TOGETHER = "Change the template of these pages once, so that a tap on your number starts a call."
_LINK_THEM = "Link to these pages from those that name their topics, and from the lists that they belong to."
_COMMON_SHARE, _COMMON_FROM = 0.6, 5
"""What fails on this share of the pages is one gap of the site, not one of each page."""

_PAGES = """
SELECT p.url, p.title, p.h1, p.page_type, p.word_count, p.depth, p.inlinks, p.in_sitemap,
    c.state AS cta, c.score AS cta_score
FROM pages p JOIN work.page_facts f USING (url) LEFT JOIN page_ctas c USING (url)
WHERE NOT list_contains($no_content, p.page_type) AND f.indexable AND p.meta_refresh IS NULL
ORDER BY p.url
"""

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
_LINKS = {
    "orphan": (4, "No page links here", "Only the sitemap knows it: patients do not find it.", 0.9),
    "near_orphan": (
        2,
        "Only one page links here",
        "Few visitors find it; search engines may think it unimportant.",
        0.8,
    ),
    "deep": (2, "Too many clicks from the home page", "Visitors and search engines rarely get so far.", 0.8),
}


def page_gaps(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy, thin_already: Collection[str]) -> list[Gap]:
    """Gaps of the pages that search engines may show; legal texts and lists of pages have none.

    `thin_already`: pages that a gap of coverage calls thin.
    """
    cursor = db.execute(_PAGES, {"no_content": list(_NO_CONTENT)})
    names = [column[0] for column in cursor.description or ()]
    pages = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    complete = db.execute("SELECT outcome FROM crawl").fetchall() == [("complete",)]
    fewest = {kind.id: kind.min_words for kind in taxonomy.page_types}
    gaps = [gap for page in pages if (gap := _cta(page))]
    gaps += [gap for page in pages if complete and (gap := _links(page))]
    gaps = _collapsed(gaps, len(pages))
    return gaps + [g for p in pages if p["url"] not in thin_already and (g := _thin(p, fewest))]


def _cta(page: Mapping[str, object]) -> Gap | None:
    state, score = page["cta"], page["cta_score"]
    if state == "tap" and isinstance(score, int) and score < _WEAK_CTA:
        state = "weak"
    if state not in _CTA:
        return None
    severity, title, why, action = _CTA[str(state)]
    return Gap(
        kind="cta",
        rule=str(state),
        key=str(page["url"]),
        url=str(page["url"]),
        severity=severity,
        confidence=0.9,
        effort="S",
        title=f"{title}: {_name(page)}",
        why=why,
        action=action,
        evidence={"state": page["cta"], "score": score},
    )


def _links(page: Mapping[str, object]) -> Gap | None:
    inlinks, depth = page["inlinks"], page["depth"]
    if page["page_type"] == "home":
        return None
    if not inlinks and page["in_sitemap"]:
        rule = "orphan"
    elif inlinks == 1:
        rule = "near_orphan"
    elif isinstance(depth, int) and depth > _DEEP:
        rule = "deep"
    else:
        return None
    severity, title, why, confidence = _LINKS[rule]
    return Gap(
        kind="internal_link",
        rule=rule,
        key=str(page["url"]),
        url=str(page["url"]),
        severity=severity,
        confidence=confidence,
        effort="S",
        title=f"{title}: {_name(page)}",
        why=why,
        action="Link to it from the pages that name its topic, and from the list that it belongs to.",
        evidence={"inlinks": inlinks, "depth": depth, "in_sitemap": page["in_sitemap"]},
    )


def _thin(page: Mapping[str, object], fewest: Mapping[str, int]) -> Gap | None:
    words, wanted = page["word_count"], fewest.get(str(page["page_type"]), 0)
    if not isinstance(words, int) or words >= wanted:
        return None
    return Gap(
        kind="thin",
        rule="page",
        key=str(page["url"]),
        url=str(page["url"]),
        severity=2,
        confidence=0.7,
        effort="M",
        title=f"Few words: {_name(page)}",
        why=f"It has {words} words; pages of its kind need {wanted} to answer what patients ask.",
        action="Extend the page, or merge it with a page on the same topic.",
        evidence={"words": words, "wanted": wanted, "page_type": page["page_type"]},
    )


def _collapsed(gaps: Sequence[Gap], pages: int) -> list[Gap]:
    """`gaps`, where a rule that fails on most pages stands once, for the site."""
    groups: defaultdict[tuple[str, str], list[Gap]] = defaultdict(list)
    for gap in gaps:
        groups[gap.kind, gap.rule].append(gap)
    kept: list[Gap] = []
    for (_, rule), group in groups.items():
        if len(group) < _COMMON_FROM or len(group) < _COMMON_SHARE * pages:
            kept += group
            continue
        first = group[0]
        kept.append(
            replace(
                first,
                key=f"site:{rule}",
                url=None,
                title=f"{first.title.split(':', 1)[0]}: {len(group)} of {pages} pages",
                action=_TOGETHER if first.kind == "cta" else _LINK_THEM,
                evidence={"pages": len(group), "of": pages, "examples": [gap.url for gap in group[:5]]},
            )
        )
    return kept


def _name(page: Mapping[str, object]) -> str:
    path = unquote(urlsplit(str(page["url"])).path, errors="replace")
    return str(page["title"] or page["h1"] or path)
