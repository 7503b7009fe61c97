"""Cases of the checks that compare a page with what its scripts make of it."""

from typing import Any

from tests.crawler.checks.case import Case
from tests.crawler.checks.site import Row, page, row, url


def _rendering(path: str, failure: str | None = None, **columns: Any) -> Row:
    here = url(path)
    same = {
        "raw_title": "Knee pain",
        "rendered_title": "Knee pain",
        "raw_canonical": here,
        "rendered_canonical": here,
        "raw_words": 400,
        "rendered_words": 420,
    }
    return row("renderings", url=here, reason="always", failure=failure, **{**same, **columns})


def _failed(path: str) -> Row:
    nothing = dict.fromkeys(("rendered_title", "rendered_canonical", "rendered_words"))
    return _rendering(path, "its scripts did not come to rest within 15 seconds", **nothing)


CASES = (
    Case(
        "rendering.text_by_scripts",
        "/a /empty",
        page("/a"),
        _rendering("/a", raw_words=280, rendered_words=400),
        page("/empty"),
        _rendering("/empty", raw_words=0, rendered_words=300),
        page("/b"),
        _rendering("/b", raw_words=281, rendered_words=400),
        page("/short"),
        _rendering("/short", raw_words=11, rendered_words=40),
        page("/less"),
        _rendering("/less", raw_words=400, rendered_words=100),
        page("/nothing"),
        _rendering("/nothing", raw_words=0, rendered_words=0),
        page("/c"),
        _failed("/c"),
    ),
    Case(
        "rendering.links_by_scripts",
        "/a",
        page("/a"),
        _rendering("/a", links_by_scripts=[url("/knee")]),
        page("/b"),
        _rendering("/b", links_by_scripts=["https://other.test/"]),
        page("/c"),
        _rendering("/c"),
        page("/d"),
        _failed("/d"),
    ),
    Case(
        "rendering.title_by_scripts",
        "/a /late",
        page("/a"),
        _rendering("/a", rendered_title="Hip pain"),
        page("/late"),
        _rendering("/late", raw_title=None),
        page("/b"),
        _rendering("/b", rendered_title=" knee  Pain"),
        page("/none"),
        _rendering("/none", raw_title=None, rendered_title=""),
        page("/c"),
        _failed("/c"),
    ),
    Case(
        "rendering.canonical_by_scripts",
        "/a /late",
        page("/a"),
        _rendering("/a", rendered_canonical=url("/")),
        page("/late"),
        _rendering("/late", raw_canonical=None),
        page("/b"),
        _rendering("/b"),
        page("/none"),
        _rendering("/none", raw_canonical=None, rendered_canonical=None),
        page("/c"),
        _failed("/c"),
    ),
    Case(
        "rendering.not_run",
        "/a",
        page("/a", script_clue="<main> is empty"),
        page("/b", script_clue="<main> is empty", rendered=True),
        _rendering("/b"),
        page("/c", script_clue="<main> is empty"),
        _failed("/c"),
        page("/d"),
    ),
    Case("rendering.failed", "/a", page("/a"), _failed("/a"), page("/b"), _rendering("/b"), page("/c")),
)
