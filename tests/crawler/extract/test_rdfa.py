"""RDFa Lite: typed items, the vocabularies they are of, and what is none."""

from typing import Any

import pytest

from tests.crawler.extract.structured import read, values

_IN = 'vocab="https://schema.org/"'

_ITEMS: list[tuple[str, list[Any]]] = [
    (
        f'<div {_IN} typeof="Person"><a property="url" href="/ann"><span property="name">Ann</span></a></div>',
        [{"@type": "https://schema.org/Person", "url": "https://clinic.example/ann", "name": "Ann"}],
    ),
    (
        f'<div {_IN} typeof="Article"><div property="author" typeof="Person" resource="#ann"><b property="name">Ann</b></div>'
        '<time property="datePublished" datetime="2026-01-02">January</time><meta property="inLanguage" content="en"></div>',
        [
            {
                "@type": "https://schema.org/Article",
                "author": {
                    "@type": "https://schema.org/Person",
                    "@id": "https://clinic.example/about/page#ann",
                    "name": "Ann",
                },
                "datePublished": "2026-01-02",
                "inLanguage": "en",
            }
        ],
    ),
    (
        '<div prefix="s: http://schema.org/ dc: http://purl.org/dc/terms/" typeof="s:Thing schema:Person" about="/a">'
        '<p property="s:name dc:title">N</p></div>',
        [
            {
                "@type": ["http://schema.org/Thing", "http://schema.org/Person"],
                "@id": "https://clinic.example/a",
                "name": "N",
                "dc:title": "N",
            }
        ],
    ),
    (
        f'<div {_IN} typeof="Thing"><p typeof="Person"><i property="name">of the person</i></p></div>',
        [{"@type": "https://schema.org/Thing"}, {"@type": "https://schema.org/Person", "name": "of the person"}],
    ),
    (
        f'<div {_IN}><p typeof="Thing" resource="#t"></p><div typeof="Person"><i resource="#t"><b property="name">T</b></i>'
        '<i resource="#other"><b property="name">O</b></i></div></div>',
        [
            {"@type": "https://schema.org/Thing", "@id": "https://clinic.example/about/page#t", "name": "T"},
            {"@type": "https://schema.org/Person"},
        ],
    ),
    (
        f'<html {_IN} typeof="WebPage" prefix="og: https://ogp.me/ns#"><meta property="og:title" content="T">'
        '<meta property="fb:app_id" content="1"><p property="name">N</p></html>',
        [{"@type": "https://schema.org/WebPage", "name": "N"}],
    ),
    ('<meta property="og:title" content="T"><p property="name">N</p>', []),
    ('<div typeof="Person"><p property="name">no vocabulary</p></div>', []),
    ('<figure typeof="mw:File"></figure>', []),
]


@pytest.mark.parametrize(("markup", "expected"), _ITEMS)
def test_items(markup: str, expected: list[Any]) -> None:
    assert values(markup) == expected


def test_a_breadcrumb_trail() -> None:
    markup = f"""<ol {_IN} typeof="BreadcrumbList"><li property="itemListElement" typeof="ListItem">
      <a property="item" typeof="WebPage" href="/treatments/"><span property="name">Treatments</span></a>
      <meta property="position" content="1"></li></ol>"""
    data = read(markup)
    assert [row.syntax for row in data.rows] == ["rdfa"]
    assert [(item.path, item.type, item.properties) for item in data.items] == [
        ("", "BreadcrumbList", ["itemListElement"]),
        ("itemListElement", "ListItem", ["item", "position"]),
        ("itemListElement.item", "WebPage", ["name"]),
    ]
    assert data.items[2].item_id == "https://clinic.example/treatments/"


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        (f"<div {_IN} typeof=A property=b>" * 2000, "nested too deep to be read"),
        (f"<div {_IN} typeof=A>" + "<p property=b><i>x</i></p><div property=b>" * 4000, "overlap too much"),
    ],
)
def test_what_has_no_end_is_an_error(markup: str, error: str) -> None:
    rows = read(markup).rows
    assert len(rows) == 1
    assert error in (rows[0].error or "")


def test_prefixes_without_number_are_not_copied_without_number() -> None:
    markup = "".join(f'<div prefix="p{n}: http://x.example/" typeof="p{n}:A">' for n in range(3000))
    assert 50 < len(read(markup).rows) < 200
