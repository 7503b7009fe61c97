"""Which pages are rendered, what they may ask for, and the comparison of a page with itself."""

import pytest

from crawler import render_plan
from crawler.errors import OperatorError
from crawler.extract.page import PageFacts, Source, extract
from crawler.render_plan import (
    Mode,
    check_renderer,
    is_asked_for,
    rendered_source,
    rendering_row,
    wants_rendering,
)

_URL = "https://clinic.example/"
_RAW = '<title>Raw</title><p>One two</p><a href="/a">A</a>'
_AFTER = '<title>After</title><link rel=canonical href="/b"><p>One two</p><p>three é</p><a href="/a">A</a><a href="/c">C</a><a href="/c#x">C</a>'


def _source(html: str) -> Source:
    return Source(_URL, "clinic.example", "US", 200, html.encode(), "text/html; charset=latin-1", None, None)


def _facts() -> tuple[PageFacts, PageFacts]:
    raw = _source(_RAW)
    return extract(raw), extract(rendered_source(raw, _AFTER))


@pytest.mark.parametrize(
    ("mode", "clue", "reason"),
    [
        ("auto", "<main> is empty", "<main> is empty"),
        ("auto", None, None),
        ("always", "<main> is empty", "<main> is empty"),
        ("always", None, "always"),
        ("never", "<main> is empty", None),
    ],
)
def test_which_pages_are_rendered(mode: Mode, clue: str | None, reason: str | None) -> None:
    assert wants_rendering(mode, clue) == reason


@pytest.mark.parametrize(
    ("method", "kind", "url", "asked_for"),
    [
        ("GET", "script", "https://clinic.example/app.js", True),
        ("GET", "fetch", "https://api.other.example/hours", True),
        ("GET", "stylesheet", "https://clinic.example/hubspot.com", True),
        ("GET", "script", "https://nothubspot.com/a.js", True),
        ("POST", "fetch", "https://clinic.example/", False),
        ("HEAD", "xhr", "https://clinic.example/", False),
        ("GET", "font", "https://clinic.example/a.woff2", False),
        ("GET", "media", "https://clinic.example/a.mp4", False),
        ("GET", "eventsource", "https://clinic.example/events", False),
        ("GET", "ping", "https://clinic.example/seen", False),
        ("GET", "script", "file:///etc/passwd", False),
        ("GET", "script", "https://js.hubspot.com/a.js", False),
        ("GET", "script", "https://hubspot.com:8443/a.js", False),
    ],
)
def test_what_a_page_may_ask_for(method: str, kind: str, url: str, asked_for: bool) -> None:
    assert is_asked_for(method, kind, url) is asked_for


def test_a_page_beside_itself_after_scripts() -> None:
    raw, after = _facts()
    row = rendering_row(_URL, "always", raw, after, None, 812.345)
    assert (row.raw_title, row.rendered_title) == ("Raw", "After")
    assert (row.raw_canonical, row.rendered_canonical) == (None, f"{_URL}b")
    assert (row.raw_words, row.rendered_words) == (3, 7)
    assert (row.raw_links, row.rendered_links, row.links_by_scripts) == (1, 2, [f"{_URL}c"])
    assert (row.raw_text, row.rendered_text) == ("One two\nA", "One two\nthree é\nA C C")
    assert (row.failure, row.elapsed_ms) == (None, 812.3)
    assert [page.rendered for page in (*raw.pages, *after.pages)] == [False, True]


def test_a_page_that_could_not_be_rendered() -> None:
    raw, _ = _facts()
    row = rendering_row(_URL, "always", raw, None, "the browser gave up", None)
    assert (row.failure, row.raw_words, row.rendered_words, row.rendered_text) == (
        "the browser gave up",
        3,
        None,
        None,
    )
    assert (row.rendered_links, row.links_by_scripts) == (None, [])


def test_long_text_is_cut() -> None:
    raw = extract(_source("<p>" + "word " * 30_000))
    assert len(rendering_row(_URL, "always", raw, None, "", None).raw_text) == 100_000


@pytest.mark.parametrize(
    ("missing", "told"), [("find_spec", "clinic-rounds"), ("which", "apt-get install chromium")]
)
def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, missing: str, told: str) -> None:
    check_renderer()
    monkeypatch.setattr(render_plan, missing, lambda _: None)
    with pytest.raises(OperatorError, match=told):
        check_renderer()
