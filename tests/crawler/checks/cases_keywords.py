"""Cases of the checks that read keyphrases, targets, promises of titles and pages that compete."""

from typing import Any

from tests.crawler.checks.case import Case
from tests.crawler.checks.site import Row, page, row, url


def _target(path: str, **columns: Any) -> Row:
    usual = {"phrase": "knee pain", "key": "knee pain", "source": "manual", "score": 40}
    best = {"strongest_url": url("/best"), "strongest_score": 75, "is_contradicted": True}
    return row("targets", url=url(path), **{**usual, **best, **columns})


def _promise(path: str, *missing: str, is_kept: bool = False) -> Row:
    return row("title_promises", url=url(path), phrase="Sports massage", missing=list(missing), is_kept=is_kept)


def _competes(path: str, grade: str) -> Row:
    return row("cannibalisation", url=url(path), grade=grade, group_id=grade, phrase="knee pain", key="knee pain",
               reason="The same subject as another page")  # fmt: skip


def _used(path: str, **columns: Any) -> Row:
    usual = {"keyphrase": "knee pain", "key": "knee pain", "count": 12, "per_1000_words": 12.0}
    return row("keywords", url=url(path), **{**usual, **columns})


CASES = (
    Case(
        "keyword.target_contradicted",
        "/a",
        _target("/a"),
        _target("/b", strongest_url=url("/b"), is_contradicted=False),
        _target("/c", source="inferred", is_contradicted=False),
    ),
    Case("keyword.target_contradicted", "", _target("/unread", score=None, is_contradicted=False), page("/a")),
    Case(
        "keyword.cannibalised",
        "/a /b",
        page("/a"),
        page("/b"),
        page("/c"),
        _competes("/a", "certain"),
        _competes("/b", "likely"),
        _competes("/c", "possible"),
    ),
    Case("keyword.cannibalised_possibly", "/c", page("/b"), page("/c"), _competes("/b", "likely"), _competes("/c", "possible")),
    Case(
        "keyword.title_unkept",
        "/a",
        page("/a"),
        page("/b"),
        page("/short", word_count=40),
        page("/privacy", page_type="legal"),
        page("/contact", page_type="contact"),
        _promise("/a", "massage"),
        _promise("/b", is_kept=True),
        _promise("/short", "massage"),
        _promise("/privacy", "massage"),
        _promise("/contact", "massage"),
    ),
    Case(
        "keyword.overused",
        "/dense /headings",
        *(page(path) for path in ("/dense", "/headings", "/limit", "/few", "/five")),
        _used("/dense", per_1000_words=25.1),
        _used("/headings", headings=4, heading_share=4 / 6),
        _used("/limit", per_1000_words=25.0, headings=3, heading_share=3 / 5),
        _used("/few", count=4, per_1000_words=60.0),
        _used("/five", headings=4, heading_share=1.0),
    ),
)  # fmt: skip
