"""No bytes break the extraction, none of its rows breaks the contract, and its time grows with the page, no faster."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.excess import MAX_ATTRIBUTES, MAX_DEPTH, within_limits
from crawler.extract.page import PageFacts, Source, extract
from crawler.extract.tree import parse
from crawler.schema import TABLES, arrow_table
from crawler.urls import normalise
from tests.hostile import BOMBS, mangled

_URL = "https://clinic.example/page"
_PAGES = sorted((Path(__file__).parents[2] / "site").rglob("*.html"))
_LARGE = 50_000
_FRAGMENTS = (
    "<p>", "</p>", "<div class='header nav'>", "</div>", "<a href='", "'>", "<a href=tel:2125550199>", "</a>", "<h1>", "</h2>",
    "<table><tr><td>", "</table>", "<ul><li>", "<select><option>", "<svg><title>", "</svg>", "<math><mi>", "<template>",
    "<noscript>", "<base href='//x/'>", "<base href='http://[bad'>", "<meta name=robots content='", "<meta charset=", "utf-7",
    "<meta http-equiv=refresh content='0;url=", "<link rel=canonical href='", "<link rel=alternate hreflang=x href=", "<title>",
    "</title>", "<script type='application/ld+json'>", "</script>", '{"@type":"Person","name":', '"@graph":[', "]}", "null",
    "<div itemscope itemtype='https://schema.org/Physician' itemprop=x>", "<span itemprop='telephone'>", "itemref=a id=a ",
    "<div vocab='https://schema.org/' typeof='Person' property='name'>", "<time datetime='2024-13-45'>", "2024-02-30",
    "<img src='", "srcset='a 1x, b 2x'", " alt=''", "<iframe src='https://www.youtube.com/embed/", "<video><source src=x>",
    "<form action='//", "<input name=q type=", "<label for=a>", "<button>", "<address>", "By Jo Roe, MD", "Updated 5 May 2024",
    "<sup>[1]</sup>", "[1-99999]", "1. Roe J. Title. Journal. 2020;1(2):3-4. doi:10.1000/x", "call (212) 555-0199 x5",
    "+44 20 7946 0958", "1-800-FLOWERS", "we guarantee a cure.", "aria-labelledby='a b' id='b' ", "hidden style='display:none'",
    "&#0;", "&#xD800;", "&#x110000;", "\x00", "\ufffe", "\U0001f600", "\u202e", "é", "<!--", "-->", "<![CDATA[", "]]>", "<?x",
    "javascript:", "http://\u0130.example/", "http://a\\b@c:99999/", "//[::1]/", "#", "?utm_source=%zz", " ", "\n", '"', "'",
)  # fmt: skip


def _facts(body: bytes, **changed: Any) -> PageFacts:
    source = Source(_URL, "clinic.example", "US", 200, body, "text/html; charset=utf-8", None, None)
    return extract(source._replace(**changed))


def _check(facts: PageFacts) -> None:
    """The rows fit the tables, are counted from 1, and name no address but as `normalise` would write it."""
    for name, rows in facts._asdict().items():
        arrow_table(TABLES[name].facts, rows).validate(full=True)
        if rows and "position" in rows[0]._fields:
            assert [row.position for row in rows] == list(range(1, len(rows) + 1)), name
    for url in _urls(facts):
        assert normalise(url) == url


def _urls(facts: PageFacts) -> Iterable[str]:
    page = facts.pages[0]
    named = chain(
        (
            page.canonical,
            *page.canonicals,
            *page.alternates,
            page.refresh_url,
            page.rel_next,
            page.rel_prev,
            page.icon,
        ),
        (row.target_url for row in facts.head_tags),
        (row.target_url for row in facts.links),
    )
    return (url for url in named if url is not None)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_FRAGMENTS) | st.text(max_size=8), max_size=40).map("".join), st.booleans())
def test_no_markup_breaks_the_extraction(text: str, rendered: bool) -> None:
    _check(_facts(text.encode("utf-8", "surrogatepass"), rendered=rendered, region=None if rendered else "AU"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.none() | st.text(max_size=30), st.none() | st.text(max_size=30))
def test_no_bytes_or_headers_break_the_extraction(
    body: bytes, content_type: str | None, header: str | None
) -> None:
    _check(_facts(body, content_type=content_type, link_header=header, x_robots_tag=header))


@pytest.mark.parametrize("number", range(3))
def test_no_mangled_page_breaks_the_extraction(number: int) -> None:
    for page in _PAGES[number::12]:
        for body in mangled(page.read_bytes(), 2, seed=number):
            _check(_facts(body, content_type="text/html"))


@pytest.mark.parametrize("name", BOMBS)
def test_no_bomb_breaks_the_extraction(name: str) -> None:
    """How long each takes, and how that grows, is what `tests.benchmarks.hostile` prints."""
    _check(_facts(BOMBS[name](_LARGE).encode()))


def test_nesting_and_attributes_stop_at_the_limit() -> None:
    nested = parse("<div>" * 10_000 + "text" + "</div>" * 10_000 + "<p>after")
    assert len(nested.find_all("div")) == MAX_DEPTH
    after = nested.find("p")
    assert after is not None
    assert after.parent is nested.body
    crowded = parse("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">text")
    assert len(crowded.p.attrs) == MAX_ATTRIBUTES  # type: ignore[union-attr]
    assert crowded.get_text() == "text"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>text" * 5000,
        "<ul>" + "<li>entry" * 5000 + "</ul>",
        "<table>" + "<tr><td>1<td>2" * 3000 + "</table>",
        "<script>" + "if (a<b && c>d) x = y => z; " * 3000 + "</script><div>text</div>",
        "<div><br><img src=a>text</div>" * 3000,
        f'<img src="data:image/png;base64,{"A" * 50_000}"><p>text',
        f"<p title='{'<div>' * 3000}'>text",
        "<!--" + "<div>" * 3000 + "-->text",
        "<svg>" + "<path d='M0'/>" * 3000 + "</svg>",
    ],
)
def test_a_long_page_is_left_as_it_is(markup: str) -> None:
    assert within_limits(markup) == markup
