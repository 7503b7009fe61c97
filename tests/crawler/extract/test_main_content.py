"""The main content of a page, judged by the page alone. Whole pages are in `cases/content-*`."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.blocks import blocks
from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.main.content import content_positions, with_content

_PROSE = "<p>The ligament holds the joint together, and it heals slowly when it is torn.</p>"
_MORE = "<p>It needs rest at first, then load, and then more load over several weeks.</p>"
_DECLARED = '<script type="application/ld+json">{"@type": "Article"}</script>'
_CARD = '<div class="box"><h3><a href="/x">Elsewhere</a></h3><p>What is said of it on that other page.</p></div>'


def _content(body: str) -> list[str]:
    """First words of the blocks of `body` that are main content."""
    document = _document(body)
    found = with_content(document, blocks(document))
    return [" ".join(row.text.split()[:2]) for row in found.rows if row.is_content]


def _document(body: str) -> Document:
    markup = f"<!doctype html><html lang=en><body>{body}</body></html>"
    return Document.of("https://clinic.example/page", "clinic.example", Decoded(markup, "utf-8", "header"))


@pytest.mark.parametrize(
    ("body", "content"),
    [
        pytest.param("", [], id="an empty page"),
        pytest.param("<p>Closed</p>", ["Closed"], id="a page of one word"),
        pytest.param("<h1>Closed</h1><p>Back in May</p>", ["Back in"], id="the title is in a column of its own"),
        pytest.param("<h1>Closed</h1>", [], id="nothing but a title"),
        pytest.param("<ul><li><a href=/a>Knee</a><li><a href=/b>Hip</a></ul>", [], id="nothing but links"),
        pytest.param(f"<nav>{_PROSE}</nav><p>Closed</p>", ["Closed"], id="prose in a landmark is none"),
        pytest.param(f"<footer>{_PROSE * 9}</footer><p>Closed</p>", ["Closed"], id="however much of it there is"),
        pytest.param(
            f"<form>{_PROSE}{_MORE}</form>", ["The ligament", "It needs"], id="a form around the whole page"
        ),
        pytest.param("<p>&lt;img src='x' height='1'></p>", [], id="markup that is shown is no text"),
        pytest.param(f"{_PROSE}<p>© 2026 Clinic</p>", ["The ligament"], id="a copyright line"),
        pytest.param(f"{_PROSE}12", ["The ligament"], id="a stray number in the body"),
        pytest.param(f"{_PROSE}<h2>More</h2>", ["The ligament"], id="a heading that nothing follows"),
        pytest.param(f"<h2>What it is</h2>{_PROSE}", ["What it", "The ligament"], id="a heading over prose"),
        pytest.param(
            f"{_PROSE}{_MORE}{_CARD}", ["The ligament", "It needs", "Elsewhere", "What is"], id="a home page"
        ),
        pytest.param(
            f"{_DECLARED}<div>{_PROSE}{_MORE}</div>{_CARD}", ["The ligament", "It needs"], id="beside an article"
        ),
        pytest.param(
            f'<div itemprop="articleBody">{_PROSE}{_MORE}</div>{_CARD}',
            ["The ligament", "It needs"],
            id="microdata",
        ),
        pytest.param(
            f'<script type="application/ld+json">[{{"@type": "Article"}}, {{"@type": "Article"}}]</script>'
            f"<div>{_PROSE}{_MORE}</div>{_CARD}",
            ["The ligament", "It needs", "Elsewhere", "What is"],
            id="a list of articles is none",
        ),
        pytest.param(
            f"<div>{_PROSE * 8}</div>{_CARD}", ["The ligament"] * 8, id="an article that nothing declares"
        ),
        pytest.param(
            f"<div>{_PROSE * 12}</div><section><h2>Who we are</h2>{_MORE}</section>",
            ["The ligament"] * 12 + ["Who we", "It needs"],
            id="a section of prose beside it is content",
        ),
        pytest.param(
            f"{_PROSE}<p>Call <a href='tel:+13104531234'>310-453-1234</a></p>",
            ["The ligament", "Call 310-453-1234"],
            id="a number to call leads nowhere else",
        ),
        pytest.param(f"{_PROSE}<p>See <a href='/a'>the map</a></p>", ["The ligament"], id="a link does"),
        pytest.param(
            f'{_PROSE}<div class="team"><p class="bio">She trained in Leeds.</p></div>',
            ["The ligament", "She trained"],
            id="names of small print count beside an article only",
        ),
        pytest.param(f'<div class="x cookieBar">{_PROSE}</div>{_MORE}', ["It needs"], id="named after cookies"),
        pytest.param(
            f"<div><p>We use cookies on this site, for you.</p><a href='#'>I agree</a></div>{_MORE}",
            ["It needs"],
            id="a notice with a button of consent",
        ),
        pytest.param(
            f"<div role=dialog><p>Cookies</p>{_PROSE}</div>{_MORE}", ["It needs"], id="a dialog about cookies"
        ),
        pytest.param(
            f"{_PROSE}<h2>Cookies</h2><p>This site uses cookies to count visits.</p>",
            ["The ligament", "Cookies", "This site"],
            id="a policy speaks of cookies, too",
        ),
        pytest.param(f"<p>Skip to the text</p><h1>Knees</h1>{_PROSE}", ["The ligament"], id="above the title"),
        pytest.param(
            f"{_PROSE}{_MORE}<h1>Knees</h1>{_PROSE}",
            ["The ligament", "It needs", "The ligament"],
            id="a title below much of the text",
        ),
    ],
)
def test_content(body: str, content: list[str]) -> None:
    assert _content(body) == content


def test_the_other_columns_stay() -> None:
    document = _document(_PROSE)
    found = blocks(document)
    assert with_content(document, found).rows == [found.rows[0]._replace(is_content=True)]


_TAGS = st.sampled_from(
    ["p", "div", "h1", "h2", "a href=/x", "li", "main", "nav", "table", "td", "form", "article"]
)


@given(st.lists(st.tuples(_TAGS, st.sampled_from(["", "One", "We use cookies, and so on.", "★"])), max_size=30))
def test_any_page_can_be_judged(parts: list[tuple[str, str]]) -> None:
    document = _document("".join(f"<{tag}>{text}" for tag, text in parts))
    found = blocks(document)
    assert content_positions(document, found) <= {row.position for row in found.rows}


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>cookies and so on " * 20_000, id="nested"),
        pytest.param("<p>We use cookies.</p><button>ok</button>" * 10_000, id="notices"),
        pytest.param("<p>loading" + "!" * 300_000 + "a", id="a long label"),
        pytest.param("<li><a href=tel:1>1</a>" * 20_000, id="links"),
    ],
)
def test_time_grows_with_the_page_only(markup: str) -> None:
    document = _document(markup)
    found = blocks(document)
    started = time.process_time()
    content_positions(document, found)
    assert time.process_time() - started < 3
