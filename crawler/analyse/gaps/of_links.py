"""Gaps of internal links: pages that nothing, or too little, links to, and lists that leave a page out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import duckdb

from crawler.analyse.gaps.collapse import collapsed
from crawler.analyse.gaps.gap import MOST_PAGES, Gap
from crawler.analyse.gaps.limits import Limits
from crawler.analyse.gaps.pages import Page
from crawler.text import counted

_LINK_THEM = "Link to these pages from those that name their topics, and from the lists that they belong to; take down what is left over."
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
_CHECKS = {
    "orphan": "architecture.orphan",
    "near_orphan": "architecture.weakly_linked",
    "deep": "architecture.deep",
}

_HUBS = """
WITH listed AS (
    SELECT l.source_url AS hub, p.page_type, count(DISTINCT p.url) AS links
    FROM links l JOIN pages p ON p.url = l.target_url JOIN pages h ON h.url = l.source_url
    WHERE l.zone = 'main' AND l.source_url <> l.target_url AND h.page_type NOT IN ('home', 'article', 'legal')
        AND p.page_type IN ('condition', 'treatment', 'provider', 'location') AND p.indexable AND p.variant_of IS NULL
        AND h.indexable AND h.variant_of IS NULL AND h.page_type <> p.page_type
    GROUP BY ALL
)
SELECT page_type, hub, links FROM listed WHERE links >= $fewest
QUALIFY row_number() OVER (PARTITION BY page_type ORDER BY links DESC, length(hub), hub) = 1
ORDER BY page_type
"""
"""The page whose text lists most pages of a kind."""

_FROM_HUB = """
SELECT unnest([l.target_url, r.final_url, v.variant_of]) FROM links l LEFT JOIN resources r ON r.url = l.target_url
    LEFT JOIN pages v ON v.url = coalesce(r.final_url, l.target_url)
WHERE l.source_url = ?
"""
_FEWEST_LISTED = 3
_PLURAL = {
    "condition": "conditions",
    "treatment": "treatments",
    "provider": "doctors and therapists",
    "location": "locations",
}


def link_gaps(pages: Sequence[Page], limits: Limits) -> list[Gap]:
    """Orphans, pages with a single link, and pages too many clicks away; of a site that was read as a whole. Five of one kind
    are one piece of work."""
    found = [gap for page in pages if (gap := _link_gap(page, limits["internal_link.max_clicks"]))]
    return collapsed(found, len(pages), _LINK_THEM, share=0)


def _link_gap(page: Page, most_clicks: float) -> Gap | None:
    if page.page_type == "home" or page.is_variant:
        return None
    if not page.inlinks and page.in_sitemap:
        rule = "orphan"
    elif page.inlinks == 1:
        rule = "near_orphan"
    elif page.depth is not None and page.depth > most_clicks:
        rule = "deep"
    else:
        return None
    severity, title, why, confidence = _LINKS[rule]
    return Gap(
        kind="internal_link",
        rule=rule,
        key=page.url,
        url=page.url,
        severity=severity,
        confidence=confidence,
        effort="S",
        title=f"{title}: {page.name}",
        why=why,
        action="Link to it from the pages that name its topic, and from the list that it belongs to.",
        evidence={
            "inlinks": page.inlinks,
            "depth": page.depth,
            "in_sitemap": page.in_sitemap,
            "check": _CHECKS[rule],
        },
        pages=(page.url,),
    )


class List(NamedTuple):
    """A page that lists pages of a kind. `links`: to how many; `missing`: those that it leaves out."""

    page_type: str
    hub: str
    links: int
    missing: list[Page]


def find_lists(db: duckdb.DuckDBPyConnection, pages: Sequence[Page], limits: Limits) -> Iterator[List]:
    """For each kind of page its list; that is a page which links to half of them, three at least."""
    for page_type, hub, links in db.execute(_HUBS, {"fewest": _FEWEST_LISTED}).fetchall():
        language = next((page.lang for page in pages if page.url == hub), None)
        kin = [p for p in pages if p.page_type == page_type and not p.is_variant and language in (None, p.lang)]
        linked = {url for (url,) in db.execute(_FROM_HUB, [hub]).fetchall()}
        if links >= limits["internal_link.hub_share"] * len(kin):
            yield List(page_type, hub, links, [page for page in kin if page.url not in linked])


def hub_gaps(db: duckdb.DuckDBPyConnection, pages: Sequence[Page], limits: Limits) -> list[Gap]:
    """Pages that the list of their kind leaves out."""
    return [
        _hub_gap(found.page_type, found.hub, found.missing, found.links)
        for found in find_lists(db, pages, limits)
        if found.missing
    ]


def _hub_gap(page_type: str, hub: str, missing: Sequence[Page], links: int) -> Gap:
    named = missing[0].name if len(missing) == 1 else counted(len(missing), "page")
    return Gap(
        kind="internal_link",
        rule="hub",
        key=page_type,
        url=hub,
        severity=2,
        confidence=0.7,
        effort="S",
        title=f"Your list of {_PLURAL[page_type]} leaves out: {named}",
        why=f"The list links to {links} pages of this kind. Patients who look through it do not find the others.",
        action="Add a link to each page that the list leaves out.",
        evidence={"hub": hub, "missing": [page.url for page in missing[:20]]},
        pages=(hub, *(page.url for page in missing[: MOST_PAGES - 1])),
    )
