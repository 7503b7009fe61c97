"""Whose site is crawled: one of the clinic's own, or a competitor's, to which nothing applies that the clinic says of
itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crawler.config import Clinic, Crawl, SiteRole
from crawler.errors import OperatorError
from crawler.snapshot import earlier_snapshots, site_snapshots, snapshot_role
from crawler.tables.crawl import CrawlRow
from crawler.urls import site_name

COMPETITOR_PAGES, COMPETITOR_MINUTES = 500, 30.0
"""A competitor's server is somebody else's: enough to see what its pages are about, and no more of it (ours)."""

_KEPT = ("sites", "competitors", "region", "thresholds", "nightly", "condition", "treatment", "rename", "off")
_COMPETITOR_DELAY = 1.0
_POLITE = "a competitor's server is asked one page at a time, and one a second at most."
_WHY_NOT = {
    "--ignore-robots": "what a competitor's robots.txt forbids is never read.",
    "--check-links": "a competitor's links are the competitor's to check.",
}
_KEPT_OF_CRAWL = ("timeout", "workers", "render", "contact")


def clinic_of(role: SiteRole, clinic: Clinic) -> Clinic:
    """What of the clinic's file applies to a site of this role: to a competitor's no number, name, place, target or offer.

    The vocabulary stays, so that topics can be compared. It is crawled politely: see `_crawl_of_competitor`.
    """
    if role == "own":
        return clinic
    kept = (*_KEPT, *(name for name in ("packs",) if name in clinic.model_fields_set))
    return Clinic(**{name: getattr(clinic, name) for name in kept}, crawl=_crawl_of_competitor(clinic.crawl))


def _crawl_of_competitor(crawl: Crawl) -> Crawl:
    """One request at a time and one a second, no links of theirs checked; robots.txt is always obeyed.

    Scope, patterns and pace of the clinic's file are about its own server.
    """
    kept = {name: getattr(crawl, name) for name in _KEPT_OF_CRAWL}
    return Crawl(
        max_pages=min(COMPETITOR_PAGES, crawl.max_pages),
        max_minutes=COMPETITOR_MINUTES,
        speed="polite",
        check_links=False,
        **kept,
    )


def check_options(role: SiteRole, options: Mapping[str, Any]) -> None:
    """Raise `OperatorError` that names the option of the command line that would press a competitor's server."""
    if role == "own":
        return
    hasty = {
        "--ignore-robots": bool(options.get("ignore_robots")),
        "--fast": options.get("speed") == "fast",
        "--concurrency": (options.get("concurrency") or 1) > 1,
        "--delay": (options.get("delay") is not None) and options["delay"] < _COMPETITOR_DELAY,
        "--check-links": bool(options.get("check_links")),
    }
    for name, is_hasty in hasty.items():
        if is_hasty:
            raise OperatorError(f"{name}: {_WHY_NOT.get(name, _POLITE)}")


def check_role(role: SiteRole, site: str, clinic: Clinic) -> None:
    """Raise `OperatorError` where the clinic's file says that `site`, an address or its folder, has the other role."""
    name = site_name(site)
    if role == "competitor" and name in map(site_name, clinic.sites):
        raise OperatorError(f"{site} is one of your own sites in the clinic's file: leave out --role competitor.")
    if role == "own" and name in map(site_name, clinic.competitors):
        raise OperatorError(
            f"{site} is a competitor in the clinic's file: add --role competitor, or take it out of competitors."
        )


def nights_of(site_folder: Path, row: CrawlRow) -> tuple[Path, ...]:
    """The snapshots before, newest first, of the same role: what the clinic's file says applies to all of them or to
    none."""
    earlier = earlier_snapshots(site_folder, row.crawl_id)
    return tuple(path for path in earlier if snapshot_role(path) == (row.role or "own"))


def changed_role(site_folder: Path, row: CrawlRow) -> str:
    """What to know where the snapshot before was one of another role; empty: it was not."""
    before = [path for path in site_snapshots(site_folder) if path.name < row.crawl_id][-1:]
    if not before or snapshot_role(before[0]) == row.role:
        return ""
    kinds = {"own": "one of your own sites", "competitor": "a competitor's"}
    was, now = kinds[snapshot_role(before[0])], kinds[row.role or "own"]
    return (
        f"Until now {row.site} was crawled as {was}, from this check on as {now}: nothing is compared with before."
    )
