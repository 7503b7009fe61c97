"""Head tags, robots directives and the Link header."""

import pytest

from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.head import head, head_tags
from crawler.extract.link_header import link_header_entries
from crawler.extract.robots_directives import robots_directives

_URL = "https://clinic.example/a/page"


def _document(markup: str) -> Document:
    return Document.of(_URL, "clinic.example", Decoded(markup, "utf-8", "header"))


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        ("<title> Knee\npain </title>", [("title", "Knee pain", None, "head")]),
        ("<body><svg><title>Icon</title></svg>", []),
        ("<meta charset=utf-8>", [("charset", "utf-8", None, "head")]),
        ("<meta name=Description content=' a '>", [("description", "a", None, "head")]),
        ("<meta name=description>", []),
        ("<meta property=og:title name=title content=x>", [("title", "x", None, "head"), ("og:title", "x", None, "head")]),
        ("<meta http-equiv=Refresh content='5; url=/b'>", [("http-equiv:refresh", "5; url=/b", "https://clinic.example/b", "head")]),
        ("<meta property=og:image content='k.jpg'>", [("og:image", "k.jpg", "https://clinic.example/a/k.jpg", "head")]),
        ("<link rel='Shortcut ICON' href=/i.ico>", [("link:shortcut", "/i.ico", "https://clinic.example/i.ico", "head"), ("link:icon", "/i.ico", "https://clinic.example/i.ico", "head")]),
        ("<link rel=canonical href=''>", [("link:canonical", "", None, "head")]),
        ("<link rel=canonical>", []),
        ("<link rel=alternate hreflang=es>", [("link:alternate", "", None, "head")]),
        ("<link href=/x>", []),
        ("<base href=/z/>", [("base", "/z/", None, "head")]),
        ("<img><link rel=canonical href=/b>", [("link:canonical", "/b", "https://clinic.example/b", "body")]),
        ("<noscript><link rel=canonical href=/b></noscript>", [("link:canonical", "/b", "https://clinic.example/b", "body")]),
    ],
)  # fmt: skip
def test_head_tags(markup: str, rows: list[tuple[str, str, str | None, str]]) -> None:
    found = head_tags(_document(markup), None)
    assert [(row.name, row.value, row.target_url, row.place) for row in found] == rows
    assert [row.position for row in found] == list(range(1, len(rows) + 1))


def test_the_link_header_comes_last() -> None:
    header = '<https://clinic.example/b>; rel="canonical", </es>; rel=alternate; hreflang="es"'
    rows = head_tags(_document("<link rel=canonical href=/a>"), header)
    assert [(row.name, row.target_url, row.hreflang, row.place) for row in rows] == [
        ("link:canonical", "https://clinic.example/a", None, "head"),
        ("link:canonical", "https://clinic.example/b", None, "header"),
        ("link:alternate", "https://clinic.example/es", "es", "header"),
    ]
    found = head(_document(""), rows)
    assert found.canonicals == ["https://clinic.example/a", "https://clinic.example/b"]
    assert found.alternates == ["https://clinic.example/es"]


@pytest.mark.parametrize(
    ("header", "entries"),
    [
        ("", []),
        ("nonsense", []),
        ('<a>; rel="next"', [("a", ("next",))]),
        ("<a>; rel=Next ; title=x, <b>;rel=prev", [("a", ("next",)), ("b", ("prev",))]),
        ('<a,b>; title="x, <y>; rel=no"; rel="next prev"', [("a,b", ("next", "prev"))]),
        ("<a>", [("a", ())]),
        ("<a; rel=next", []),
        ("<a>; rel=one; rel=two", [("a", ("one",))]),
    ],
)
def test_link_header(header: str, entries: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(entry.target, entry.rels) for entry in link_header_entries(header)] == entries


@pytest.mark.parametrize(
    ("markup", "header", "rows"),
    [
        ("<meta name=robots content='NOINDEX, follow'>", None, [("robots", "noindex", None, "head"), ("robots", "follow", None, "head")]),
        ("<meta name=googlebot content=nosnippet>", None, [("googlebot", "nosnippet", None, "head")]),
        ("<meta name=googlebot-news content=noindex>", None, [("googlebot-news", "noindex", None, "head")]),
        ("<meta name=description content=noindex>", None, []),
        ("<img><meta name=robots content=noindex>", None, [("robots", "noindex", None, "body")]),
        ("<meta name=robots content='max-snippet:-1, max-image-preview: large'>", None, [("robots", "max-snippet", "-1", "head"), ("robots", "max-image-preview", "large", "head")]),
        ("<meta name=robots content=''>", None, []),
        ("", "noindex", [("robots", "noindex", None, "header")]),
        ("", "googlebot: noindex, nofollow, otherbot: none", [("googlebot", "noindex", None, "header"), ("googlebot", "nofollow", None, "header"), ("otherbot", "none", None, "header")]),
        ("", "max-snippet: 20", [("robots", "max-snippet", "20", "header")]),
        ("", "unavailable_after: 25 Jun 2027 15:00:00 PST", [("robots", "unavailable_after", "25 Jun 2027 15:00:00 PST", "header")]),
    ],
)  # fmt: skip
def test_robots_directives(markup: str, header: str | None, rows: list[tuple[str, str, str | None, str]]) -> None:
    found = robots_directives(_URL, head_tags(_document(markup), None), header)
    assert [(row.agent, row.directive, row.value, row.place) for row in found] == rows


@pytest.mark.parametrize(
    ("markup", "doctype", "base", "charset", "icon"),
    [
        ("<!DOCTYPE HTML><meta charset=latin1>", "html", None, "latin1", None),
        ("<p>x", None, None, None, None),
        ("<!doctype><base href=/z/><link rel=icon href=i.png>", "", "/z/", None, "https://clinic.example/z/i.png"),
    ],
)
def test_what_the_page_row_takes(
    markup: str, doctype: str | None, base: str | None, charset: str | None, icon: str | None
) -> None:
    document = _document(markup)
    found = head(document, head_tags(document, None))
    assert (found.doctype, found.base_href, found.charset_declared, found.icon) == (doctype, base, charset, icon)
