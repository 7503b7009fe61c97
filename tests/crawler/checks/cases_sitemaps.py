"""Cases of the checks that read sitemaps and what they list."""

from typing import Any

from crawler.frontier import WELL_KNOWN
from crawler.sitemap_body import TOO_LARGE
from crawler.sitemap_entries import ANOTHER_HOST
from crawler.sitemap_walk import NOT_ASKED
from tests.crawler.checks.case import Case
from tests.crawler.checks.site import Row, listed, page, redirect, resource, row, url


def _sitemap(path: str = "/sitemap.xml", **columns: Any) -> Row:
    """A sitemap that robots.txt names and that lists three pages, unless columns say otherwise."""
    usual = {"found_on": "robots.txt", "status": 200, "format": "urlset", "entries": 3, "bytes": 900}
    return row("sitemaps", url=url(path), **{**usual, **columns})


def _failed(path: str = "/sitemap.xml", status: int | None = 404, problem: str = "no", **columns: Any) -> Row:
    return _sitemap(path, **{"status": status, "format": None, "entries": 0, "problem": problem, **columns})


def _unseen(path: str, outcome: str) -> Row:
    return resource(path, status=None, outcome=outcome, failure="no answer", in_sitemap=True)


_GUESS: dict[str, Any] = {"found_on": WELL_KNOWN}
_FOREIGN = f"{ANOTHER_HOST}, which is not crawled: {NOT_ASKED}"
_LEFT_OUT = f"lists more than 500 sitemaps: 7 {NOT_ASKED}"
_UNSEEN = (
    _unseen("/slow-down", "rate_limited"),
    _unseen("/silent", "failed"),
    _unseen("/blocked", "blocked_robots"),
    _unseen("/left-out", "excluded"),
    _unseen("/too-many", "over_limit"),
)
_LISTED_SITE = (page("/a", in_sitemap=False), page("/b"), listed("/b"), resource("/b"))

CASES = (
    Case("sitemap.missing", "/", page("/"), _failed(**_GUESS)),
    Case("sitemap.missing", "/", page("/"), _failed(), _sitemap("/s.xml", entries=0, problem="lists nothing")),
    Case("sitemap.missing", "", page("/"), _failed(**_GUESS), _failed("/s.xml", 503)),
    Case("sitemap.missing", "", page("/"), _failed(**_GUESS), _failed("/s.xml", None)),
    Case("sitemap.missing", "", page("/"), _failed(**_GUESS), listed("/"), _sitemap("/s.xml")),
    Case("sitemap.missing", "", page("/")),
    Case(
        "sitemap.unreachable",
        "/gone.xml /forbidden.xml /circle.xml",
        _failed("/gone.xml"),
        resource("/gone.xml", status=404, outcome="client_error"),
        _failed("/forbidden.xml", None, f"robots.txt forbids it: {NOT_ASKED}"),
        _failed("/circle.xml", 301, "redirects in a circle, to x"),
        _failed("/moved.xml", 301, "redirects to x"),
        _failed("/silent.xml", None, "no answer in time"),
        resource("/silent.xml", status=None, outcome="failed"),
        _failed("/secret.xml", 403),
        resource("/secret.xml", status=403, outcome="client_error"),
        _failed("/guess.xml", **_GUESS),
        resource("/guess.xml", status=404, outcome="client_error"),
        _failed("https://maps.test/m.xml", None, _FOREIGN),
        _sitemap("/fine.xml"),
        resource("/fine.xml"),
    ),
    Case(
        "sitemap.invalid",
        "/broken.xml /page.xml /guess.xml",
        _sitemap("/broken.xml", problem="not valid XML in line 3: mismatched tag"),
        _failed("/page.xml", 200, "a web page, no sitemap"),
        _failed("/soft-404.xml", 200, "a web page, no sitemap", **_GUESS),
        _sitemap("/guess.xml", problem="lists itself", **_GUESS),
        _sitemap("/long.xml", problem="lists 60,000 addresses: those after the first 50,000 are left out"),
        _sitemap("/large.xml", problem=TOO_LARGE),
        _sitemap("/index.xml", format="index", problem=_LEFT_OUT),
        _failed("/moved.xml", 301, "redirects to x"),
        _sitemap("/fine.xml"),
    ),
    Case(
        "sitemap.not_in_robots",
        "/sitemap.xml /index.xml",
        _sitemap(**_GUESS),
        _sitemap("/index.xml", format="index", entries=0, children=2, **_GUESS),
        _sitemap("/child.xml", found_on=url("/index.xml")),
        _sitemap("/named.xml"),
        _sitemap("/empty.xml", entries=0, problem="lists nothing", **_GUESS),
    ),
    Case(
        "sitemap.too_many",
        "/long.xml /index.xml /large.xml /endless.xml",
        _sitemap("/long.xml", entries=50_001),
        _sitemap("/index.xml", format="index", entries=0, children=50_001),
        _sitemap("/large.xml", bytes=52_428_801),
        _failed("/endless.xml", None, "the body is larger than 50 MB", bytes=None),
        _sitemap("/fine.xml", entries=50_000, bytes=52_428_800),
    ),
    Case(
        "sitemap.bad_address",
        "/sitemap.xml",
        listed("/a", url=None, loc="clinic:a", problem="no http(s) address"),
        listed("/b"),
        listed("/b", sitemap=url("/two.xml")),
        listed("/b", sitemap=url("/two.xml"), problem="has a fragment"),
    ),
    Case("sitemap.bad_address", "/sitemap.xml", listed("/a", problem="relative; has a fragment")),
    Case("sitemap.bad_address", "/sitemap.xml", listed("https://b.test/", problem=f"{ANOTHER_HOST}: b.test")),
    Case(
        "sitemap.faulty_entry",
        "/a",
        listed("/a", problem="has a fragment"),
        listed("/a", problem="listed before, as entry 1"),
        listed("/b"),
        listed("/c", problem="relative"),
        listed("/d", url=None, problem="no http(s) address"),
    ),
    Case(
        "sitemap.broken_url",
        "/gone",
        listed("/gone"),
        resource("/gone", status=404, outcome="client_error"),
        listed("/a"),
        resource("/a"),
        *(listed(r[1]["url"]) for r in _UNSEEN),
        *_UNSEEN,
    ),
    Case("sitemap.redirect", "/old", listed("/old"), redirect("/old", "/a"), listed("/a"), resource("/a")),
    Case(
        "sitemap.noindex",
        "/a",
        listed("/a"),
        resource("/a"),
        page("/a", indexable=False, indexability="noindex", robots_all="noindex"),
        listed("/b"),
        resource("/b"),
        page("/b"),
    ),
    Case("sitemap.blocked", "/blocked", listed("/blocked"), listed("/a"), resource("/a"), *_UNSEEN),
    Case(
        "sitemap.canonicalised",
        "/a",
        listed("/a"),
        resource("/a"),
        page("/a", canonical=url("/b"), indexable=False, indexability="canonicalised"),
        listed("/b"),
        resource("/b"),
        page("/b"),
    ),
    Case(
        "sitemap.page_missing",
        "/a",
        *_LISTED_SITE,
        page("/privacy", page_type="legal", in_sitemap=False),
        _sitemap(),
        _failed("/gone.xml"),
        _failed("/moved.xml", 301, "redirects to x"),
    ),
    Case("sitemap.page_missing", "", *_LISTED_SITE, _failed("/two.xml", 500)),
    Case("sitemap.page_missing", "", *_LISTED_SITE, _failed("/two.xml", None, "no answer in time")),
    Case(
        "sitemap.page_missing",
        "",
        *_LISTED_SITE,
        _sitemap(problem=_LEFT_OUT),
    ),
)
