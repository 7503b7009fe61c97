"""Whether a gap that was not found again is fixed: only where what it was about was seen by this crawl."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

import duckdb

from crawler.analyse.gaps.check_kinds import KINDS
from crawler.analyse.gaps.gap import MOST_PAGES
from crawler.analyse.gaps.limits import Limits
from crawler.analyse.gaps.of_links import find_lists
from crawler.analyse.gaps.pages import content_pages, is_whole
from crawler.tables.coverage import GapRow

Verdict = Literal["fixed", "unknown"]

_LACKING = ("none", "mentioned")
_LINKS = ("orphan", "near_orphan", "deep")
_OF_PAGES = frozenset(
    {
        *((("internal_link", rule)) for rule in _LINKS),
        ("thin", "page"),
        *(("cta", rule) for rule in ("wrong", "missing", "text", "weak")),
    }
)
"""Kind and rule of gaps of single pages for readers."""

_READ = "SELECT url FROM pages WHERE status BETWEEN 200 AND 299 AND error_phrase IS NULL"
_GONE = """
SELECT url FROM resources
WHERE outcome = 'redirect' OR (outcome = 'client_error' AND status IN (404, 410))
UNION
SELECT url FROM pages WHERE regexp_matches(error_phrase, 'found|404|exist|gone|removed|no longer', 'i')
"""
_KNOWN = "SELECT url FROM resources"
_COVERAGE = "SELECT kind, key, CASE WHEN offered = 'no' THEN 'no' ELSE state END FROM coverage"
_CHECKED = "SELECT check_id, checked FROM checks"


@dataclass(frozen=True)
class Seen:
    """What this crawl saw. `read`: pages that were read; `gone`: addresses that have no page any more; `known`: all
    addresses; `content`: pages for readers; `listed`: kinds of pages that have a list; `whole`: no page was left unread. `coverage`: state by kind and key, "no" where it is not offered;
    `checked`: members of each check. `unjudged`: kinds of gaps that this crawl could not tell."""

    crawl_id: str
    read: AbstractSet[str]
    gone: AbstractSet[str]
    known: AbstractSet[str]
    content: AbstractSet[str]
    listed: AbstractSet[str]
    whole: bool
    coverage: Mapping[tuple[str, str], str]
    checked: Mapping[str, int]
    unjudged: AbstractSet[str]

    def is_unread(self, url: str) -> bool:
        """Whether nothing is known of a page; one that a whole crawl came across nowhere is not there any more."""
        return url not in self.read and url not in self.gone and (url in self.known or not self.whole)


def what_was_seen(
    db: duckdb.DuckDBPyConnection, crawl_id: str, unjudged: AbstractSet[str], limits: Limits
) -> Seen:
    """What the tables tell of this crawl."""
    pages = content_pages(db)

    def urls(query: str) -> set[str]:
        return {url for (url,) in db.execute(query).fetchall()}

    return Seen(
        crawl_id=crawl_id,
        read=urls(_READ),
        gone=urls(_GONE),
        known=urls(_KNOWN),
        content={page.url for page in pages},
        listed={found.page_type for found in find_lists(db, pages, limits)},
        whole=is_whole(db),
        coverage={(kind, key): state for kind, key, state in db.execute(_COVERAGE).fetchall()},
        checked=dict(db.execute(_CHECKED).fetchall()),
        unjudged=unjudged,
    )


def verdict(old: GapRow, seen: Seen) -> Verdict | None:
    """fixed, unknown, or null where what the gap was about is not there, or not wanted, any more."""
    if old.kind in seen.unjudged or (old.rule in _LINKS and not seen.whole):
        return "unknown"
    if old.kind in ("topic", "cell", "thin", "intent", "page_type") and old.rule != "page":
        return _of_coverage(old, seen)
    if _is_unread(old, seen):
        return "unknown"
    if (old.kind, old.rule) in _OF_PAGES and old.pages and seen.content.isdisjoint(old.pages):
        return None
    if old.rule == "hub" and old.key not in seen.listed:
        return None
    if old.rule in KINDS:
        return "fixed" if seen.checked.get(old.rule) or (seen.whole and old.kind != "sitemap") else "unknown"
    if old.pages and seen.read.isdisjoint(old.pages):
        return None
    return "fixed" if old.pages or seen.whole else "unknown"


def _of_coverage(old: GapRow, seen: Seen) -> Verdict | None:
    names = (old.rule, old.kind, "condition", "treatment")
    state = next((seen.coverage[name, old.key] for name in names if (name, old.key) in seen.coverage), None)
    if state == "no":
        return None
    if state == "unknown":
        return "unknown"
    if state and state not in (("thin", *_LACKING) if old.kind == "thin" else _LACKING):
        return "fixed"
    return "unknown" if _is_unread(old, seen) or (state is None and not seen.whole) else None


def _is_unread(old: GapRow, seen: Seen) -> bool:
    many = len(old.pages) >= MOST_PAGES and not seen.whole
    return many or any(seen.is_unread(url) for url in old.pages)
