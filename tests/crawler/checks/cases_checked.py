"""Cases of the checks that read how addresses elsewhere and assets answered."""

from typing import Any

from crawler.tables.crawl import UNKNOWN_HOST
from tests.crawler.checks.case import Case
from tests.crawler.checks.site import Row, link, page, row, url

_OTHER = "https://other.test/"


def _checked(path: str, outcome: str, failure: str | None = "not there (status 404)", **columns: Any) -> Row:
    address = url(path)
    known = {"final_url": address, "pages": 2, "kind": "link", "outcome": outcome, "failure": failure}
    return row("checked_urls", url=address, **{**known, **columns})


def _away(path: str, target: str) -> Row:
    return link(path, _OTHER + target, is_internal=False)


def _image(path: str, src: str) -> Row:
    return row("images", url=url(path), src=url(src))


def _asset(path: str, kind: str, src: str) -> Row:
    return row("assets", url=url(path), kind=kind, src=url(src))


_UNKNOWN = tuple(
    _checked(_OTHER + outcome, outcome, "the server may only turn programs away (status 403)")
    for outcome in ("unverified", "rate_limited", "refused", "unchecked")
)
_PAGES_OF_UNKNOWN = tuple(
    made
    for outcome in ("unverified", "rate_limited", "refused", "unchecked")
    for made in (page(f"/{outcome}"), _away(f"/{outcome}", outcome), _image(f"/{outcome}", _OTHER + outcome))
)
_NOT_SEEN = (*_UNKNOWN, *_PAGES_OF_UNKNOWN)
_ELSEWHERE = (
    *_NOT_SEEN,
    page("/a"),
    _away("/a", "gone"),
    _away("/a", "fine"),
    page("/b"),
    _away("/b", "moved"),
    page("/c"),
    _away("/c", "fine"),
    page("/d"),
    _away("/d", "dead"),
    page("/e"),
    _away("/e", "silent"),
    _checked(_OTHER + "gone", "broken"),
    _checked(_OTHER + "moved", "broken", final_url=_OTHER + "gone"),
    _checked(_OTHER + "fine", "ok", None),
    _checked(_OTHER + "dead", "failed", UNKNOWN_HOST),
    _checked(_OTHER + "silent", "failed", "no answer in time"),
)

CASES = (
    Case("link.external_broken", "/a /b", *_ELSEWHERE),
    Case("link.dead_domain", "/d", *_ELSEWHERE),
    Case("link.external_failed", "/e", *_ELSEWHERE),
    Case("link.external_broken", "", page("/a"), _away("/a", "never-asked")),
    Case(
        "image.broken",
        "/a",
        *_NOT_SEEN,
        page("/a"),
        _image("/a", "/knee.jpg"),
        page("/b"),
        _image("/b", "/foot.jpg"),
        _checked("/knee.jpg", "broken", kind="image"),
        _checked("/foot.jpg", "ok", None, kind="image"),
        _checked("/old.jpg", "broken", kind="image"),
    ),
    Case(
        "image.too_large",
        "/a",
        page("/a"),
        _image("/a", "/knee.jpg"),
        page("/b"),
        _image("/b", "/foot.jpg"),
        page("/c"),
        _image("/c", "/hand.jpg"),
        _checked("/knee.jpg", "ok", None, bytes=500_001),
        _checked("/foot.jpg", "ok", None, bytes=500_000),
        _checked("/hand.jpg", "ok", None, bytes=None),
    ),
    Case(
        "asset.broken",
        "/a /b",
        page("/a"),
        _asset("/a", "script", "/menu.js"),
        page("/b"),
        _asset("/b", "stylesheet", "/site.css"),
        page("/c"),
        _asset("/c", "script", "/fine.js"),
        page("/d"),
        _asset("/d", "frame", "/map"),
        _checked("/menu.js", "broken"),
        _checked("/site.css", "broken"),
        _checked("/fine.js", "ok", None),
        _checked("/map", "broken"),
    ),
)
