"""Dates: how they are written, what says their kind, and which are not dates of the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.dates.dates import dated_as
from crawler.extract.dates.text import machine_date, written_in
from tests.crawler.extract.reading import dates_in

WRITTEN = [
    ("2026-01-02T23:30:00-05:00", "2026-01-02"),
    ("2026/3/4", "2026-03-04"),
    ("20260304", "2026-03-04"),
    ("20260304T101010Z", "2026-03-04"),
    ("Tue, 03 Mar 2026 10:00:00 GMT", "2026-03-03"),
    ("March 3, 2026", "2026-03-03"),
    ("Mar. 3rd 2026", "2026-03-03"),
    ("3 March 2026", "2026-03-03"),
    ("3-Mar-2026", "2026-03-03"),
    ("3. März 2026", "2026-03-03"),
    ("1er mars 2026", "2026-03-01"),
    ("3 de marzo de 2026", "2026-03-03"),
    ("22 de outubro de 2010", "2010-10-22"),
    ("18.11.2019", "2019-11-18"),
    ("13/04/2026", "2026-04-13"),
    ("04/13/2026", "2026-04-13"),
    ("04/04/2026", "2026-04-04"),
    ("March 2026", "2026-03"),
    ("2026-03", "2026-03"),
    ("03/04/2026", None),
    ("2026-02-30", None),
    ("2026-13-01", None),
    ("1994-12-31", None),
    ("2101-01-01", None),
    ("0000-00-00", None),
    ("2026", None),
    ("Mo-Fr 08:00-17:30", None),
    ("P1D", None),
    ("İ 3, 2026", None),
]


@pytest.mark.parametrize(("text", "date"), WRITTEN)
def test_written_dates(text: str, date: str | None) -> None:
    assert machine_date(text) == date


SEEN = [
    ("<p>Published March 3, 2026</p>", [("published", "2026-03-03")]),
    ("<p>Last updated: 3 March 2026. We treat knees.</p>", [("modified", "2026-03-03")]),
    ("<p><b>Updated</b> <span>Mar 3, 2026</span></p>", [("modified", "2026-03-03")]),
    ("<p>Medically reviewed by Bo Lee, M.D., on March 3, 2026</p>", [("reviewed", "2026-03-03")]),
    ("<p>Reviewed and updated on March 3, 2026</p>", [("reviewed", "2026-03-03"), ("modified", "2026-03-03")]),
    ("<p>Last reviewed: 3 March 2024 Next review due: 3 March 2027</p>", [("reviewed", "2024-03-03")]),
    (
        "<p>Published: March 3, 2020 | Updated: Jan 4, 2021</p>",
        [("published", "2020-03-03"), ("modified", "2021-01-04")],
    ),
    ("<dl><dt>Last reviewed</dt><dd>March 2026</dd></dl>", [("reviewed", "2026-03")]),
    (
        "<p>" + "Knees hurt. " * 30 + "This page was last updated on March 3, 2026.</p>",
        [("modified", "2026-03-03")],
    ),
    ("<p>Mis à jour le 3 mars 2026</p>", [("modified", "2026-03-03")]),
    ("<p>Stand: 3. März 2026</p>", [("modified", "2026-03-03")]),
    ("<p>Actualizado el 3 de marzo de 2026</p>", [("modified", "2026-03-03")]),
    ("<p>Published 11:34 PM EST Nov 19, 2019</p>", [("published", "2019-11-19")]),
    ("<h1>Knee</h1><p>By Ann Poe | March 3, 2026 | 5 min read</p>", [("published", "2026-03-03")]),
    ("<p>March 3, 2026</p><h1>Knee</h1>", [("published", "2026-03-03")]),
    ("<html lang=en-US><p>Updated 03/04/2026</p>", [("modified", "2026-03-04")]),
    ("<html lang=en-GB><p>Updated 03/04/2026</p>", [("modified", "2026-04-03")]),
    ("<html lang=fr><p>Mis à jour : 03/04/2026</p>", [("modified", "2026-04-03")]),
    ("<p>Updated 03/04/2026</p>", []),
    ("<p>Updated 2026-02-31</p>", []),
    ("<p>Next review due: March 3, 2027</p>", []),
    ("<h1>Knee</h1><p>We opened on March 3, 2010.</p>", []),
    ("<h1>Knee</h1><p>A study published March 3, 2021 was small.</p>", []),
    ("<p>" + "Knees hurt. " * 30 + "Published March 3, 2021, the study was small.</p>", []),
    ("<h1>Events</h1><h2>Walk</h2><p>October 4, 2026</p>", []),
    ("<footer><p>© 2026 Clinic. Updated March 3, 2026</p></footer>", []),
    ("<p hidden>Updated March 3, 2026</p>", []),
    ("<h1>Blog</h1><h2><a href=/other>Other</a></h2><p>Published March 3, 2026</p>", []),
    ("<div class=related><p>Published March 3, 2026</p></div>", []),
    ("<div class=comments><p>Posted March 3, 2026</p></div>", []),
]


@pytest.mark.parametrize(("markup", "expected"), SEEN)
def test_dates_in_the_text(markup: str, expected: list[tuple[str, str]]) -> None:
    found = dates_in(markup)
    assert [(row.kind, row.date) for row in found] == expected
    assert {row.source for row in found} <= {"text"}


TIMES = [
    ("<h1>Knee</h1><p>By Ann Poe, <time datetime=2026-03-03>yesterday</time></p>", ["published"]),
    ("<p>Updated <time datetime=2026-03-03T10:00>yesterday</time></p>", ["modified"]),
    ("<p>Posted <time datetime=2026-03-03>a</time>, updated <time datetime=2026-04-03>b</time></p>", ["published", "modified"]),
    ("<div>Last reviewed</div><div><time datetime=2026-03-03>x</time></div>", ["reviewed"]),
    ("<time itemprop=dateModified datetime=2026-03-03></time>", ["modified"]),
    ("<time class='entry-date published updated' datetime=2026-03-03>x</time>", ["published"]),
    ("<time class=updated datetime=2026-03-03>x</time>", ["modified"]),
    ("<h1>Knee</h1><time datetime=2026-03-03></time>", ["published"]),
    ("<h1>Events</h1><h2>Walk</h2><time datetime=2026-10-03>x</time>", []),
    ("<h1>Hours</h1><time datetime='Mo-Fr 08:00-17:30'>x</time>", []),
    ("<h1>Blog</h1><h2><a href=/b>B</a></h2><time class=published datetime=2026-03-03>x</time>", []),
    ("<h1>Knee</h1><time datetime=2026-03-03 hidden>x</time>", []),
    ("<h1>Knee</h1><footer><time datetime=2026-03-03>x</time></footer>", []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "kinds"), TIMES)
def test_times(markup: str, kinds: list[str]) -> None:
    assert [row.kind for row in dates_in(markup) if row.source == "time"] == kinds


def _article(body: str) -> str:
    return '<script type="application/ld+json">{"@type":"Article",%s}</script>' % body  # noqa: UP031 - braces


def test_every_source_is_kept_in_order_of_trust() -> None:
    markup = (
        "<h1>Knee</h1><p>Updated March 5, 2026</p><p>Published <time datetime=2026-03-03>March 4, 2026</time></p>"
        "<meta property=article:published_time content=2026-03-02T00:00Z>"
        "<meta name=last-modified content='Wed, 04 Mar 2026 10:00:00 GMT'>"
    ) + _article('"datePublished":"2026-03-01","dateModified":["2026-03-06"],"lastReviewed":"June 1, 2026"')
    found = dates_in(markup)
    assert [(row.source, row.kind, row.date) for row in found] == [
        ("json-ld", "published", "2026-03-01"),
        ("json-ld", "modified", "2026-03-06"),
        ("json-ld", "reviewed", "2026-06-01"),
        ("meta", "published", "2026-03-02"),
        ("meta", "modified", "2026-03-04"),
        ("time", "published", "2026-03-03"),
        ("text", "modified", "2026-03-05"),
        ("text", "published", "2026-03-04"),
    ]
    assert [row.position for row in found] == list(range(1, 9))
    assert dated_as(found, "published") == "2026-03-01"
    assert dated_as([], "published") is None


@pytest.mark.parametrize(
    "body",
    [
        '"datePublished":""',
        '"datePublished":null',
        '"datePublished":{"@value":1}',
        '"datePublished":"soon"',
        '"review":{"@type":"Review","datePublished":"2026-03-01"}',
        '"video":{"@type":"VideoObject","datePublished":"2026-03-01"}',
    ],
)
def test_no_dates_of_the_page(body: str) -> None:
    assert dates_in(_article(body)) == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789-/. ,maruyTZ:ſİ\x1f"), max_size=40))
def test_any_text(text: str) -> None:
    found = machine_date(text)
    assert found is None or "1995" <= found[:4] <= "2100"
    for written in written_in(text):
        assert 0 <= written.start < written.end <= len(text)
