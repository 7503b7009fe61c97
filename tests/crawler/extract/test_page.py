"""No bytes break the extraction, and what it gives can always be stored."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.page import PageFacts, Source, extract
from crawler.schema import TABLES, arrow_table

_SITE = Path(__file__).parents[2] / "site"
_PAGES = [path.read_bytes() for path in sorted(_SITE.rglob("*.html"))]


def _extract(body: bytes) -> PageFacts:
    return extract(Source("http://a.example/", "a.example", "US", 200, body, "text/html", None, None))


def _store(facts: PageFacts) -> None:
    for table, rows in facts._asdict().items():
        assert arrow_table(TABLES[table].facts, rows).num_rows == len(rows)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(body: bytes) -> None:
    _store(_extract(body))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_PAGES), st.data())
def test_mangled_pages(body: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 300)))
    _store(_extract(body[:start] + data.draw(st.binary(max_size=20)) + body[end:]))


@pytest.mark.parametrize(
    "body",
    [
        b'<script type="application/ld+json">{"@type": "\\ud800", "name": "\\udfff"}</script>',
        b'<script type="application/ld+json">' + b"[" * 5000 + b"</script>",
        b'<script type="application/ld+json">{"a":' * 1 + b'{"a":' * 3000 + b"1" + b"}" * 3001 + b"</script>",
        b"<div>" * 10_000 + b"<h1>deep",
        b"<p>" * 50_000,
        b'<a href="' + b"x" * 1_000_000 + b'">long</a>',
        b"&#xD800;&#0;\x00<h1>\x00</h1>",
        b'<a href="tel:' + b"1" * 10_000 + b'">1</a>' + b"1 " * 5000,
    ],
)
def test_hostile_pages(body: bytes) -> None:
    _store(_extract(body))
