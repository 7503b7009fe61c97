"""Microdata: which elements are items, which are their properties, and what these have for values."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crawler.extract.structured import read, values

_VALUES = [
    ('<meta itemprop="p" content=" a ">', "a"),
    ('<a itemprop="p" href="../b#c">text</a>', "https://clinic.example/b#c"),
    ('<a itemprop="p" href="#c">text</a>', "https://clinic.example/about/page#c"),
    ('<a itemprop="p" href="tel:+13104531234">call</a>', "tel:+13104531234"),
    ('<link itemprop="p" href="https://schema.org/InStock">', "https://schema.org/InStock"),
    ('<img itemprop="p" src="i.png" alt="x">', "https://clinic.example/about/i.png"),
    ('<iframe itemprop="p" src="//v.example/1"></iframe>', "https://v.example/1"),
    ('<object itemprop="p" data="/o"></object>', "https://clinic.example/o"),
    ('<data itemprop="p" value="7">seven</data>', "7"),
    ('<meter itemprop="p" value="0.5">half</meter>', "0.5"),
    ('<time itemprop="p" datetime="2026-01-02">January</time>', "2026-01-02"),
    ('<time itemprop="p">2026-01-02</time>', "2026-01-02"),
    ('<span itemprop="p" content="2026">this year</span>', "2026"),
    ('<span itemprop="p"> Prolo<b>therapy</b>\n clinic </span>', "Prolotherapy clinic"),
    ('<div itemprop="p"><p>One.</p><p>Two.</p>three<br>four<script>no</script></div>', "One. Two. three four"),
    ('<a itemprop="p">no address</a>', ""),
    ('<div itemprop="p"></div>', ""),
]


@pytest.mark.parametrize(("markup", "value"), _VALUES)
def test_value_by_element(markup: str, value: str) -> None:
    assert values(f"<div itemscope>{markup}</div>") == [{"p": value}]


def test_an_item_with_items() -> None:
    markup = """<div itemscope itemtype="https://schema.org/MedicalClinic https://schema.org/Physician" itemid="#c">
      <h1 itemprop="name">Harbour</h1><p itemprop="telephone faxNumber">1</p><p itemprop="telephone">2</p>
      <div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><b itemprop="postalCode">9</b></div></div>
      <p itemprop="name">of nothing</p>"""
    data = read(markup)
    assert data.values == [
        {
            "@type": ["https://schema.org/MedicalClinic", "https://schema.org/Physician"],
            "@id": "#c",
            "name": "Harbour",
            "telephone": ["1", "2"],
            "faxNumber": "1",
            "address": {"@type": "https://schema.org/PostalAddress", "postalCode": "9"},
        }
    ]
    assert [tuple(row)[1:4] for row in data.rows] == [(1, "microdata", "MedicalClinic, Physician")]
    assert [(i.path, i.type, i.name) for i in data.items] == [
        ("", "MedicalClinic, Physician", "Harbour"),
        ("address", "PostalAddress", None),
    ]


_ITEMS: list[tuple[str, list[Any]]] = [
    ("<p>nothing</p>", []),
    ("<div itemscope itemtype=P>Ann <b>Lee</b></div>", [{"@type": "P", "@text": "Ann Lee"}]),
    ("<div itemprop=a itemscope><i itemprop=n>x</i></div>", [{"n": "x"}]),
    (
        "<i itemprop=n id=n>x</i><div itemscope itemref='n gone m'><i itemprop=n>y</i></div><p id=m><i itemprop=m>z</i></p>",
        [{"n": ["x", "y"], "m": "z"}],
    ),
    (
        "<div itemscope itemref=a></div><div id=a itemprop=k itemscope itemref=b></div><div id=b itemprop=l itemscope itemref=a></div>",
        [{"k": {"l": {}}}],
    ),
    ("<div itemscope id=a itemref=a><i itemprop=n>x</i></div>", [{"n": "x"}]),
    (
        "<div itemscope itemref=a></div><div id=a itemscope><i itemprop=n>x</i></div>",
        [{"n": "x"}, {"n": "x"}],
    ),
    (
        "<div itemscope><i itemprop='@id n'>x</i><div itemscope><i itemprop=m>y</i></div></div>",
        [{"n": "x"}, {"m": "y"}],
    ),
    (
        "<form itemscope><input itemprop=query-input name=q required><input itemprop=n value=v></form>",
        [{"query-input": {"valueName": "q", "valueRequired": True}, "n": ""}],
    ),
]


@pytest.mark.parametrize(("markup", "expected"), _ITEMS)
def test_items(markup: str, expected: list[Any]) -> None:
    assert values(markup) == expected


def test_rows_stand_in_document_order_whatever_the_syntax() -> None:
    markup = """<div itemscope itemtype=A></div><script type="application/ld+json">{"@type": "B"}</script>
      <div vocab="https://schema.org/" typeof="C"></div><div itemprop=x itemscope itemtype=D></div><div itemscope itemtype=E></div>"""
    assert [row.type for row in read(markup).rows] == ["A", "B", "C", "D", "E"]


_HOSTILE = [
    "<div itemscope itemprop=a>" * 3000,
    "<div itemscope>" + "<div itemprop=a>x" * 5000,
    "<div itemscope>" * 5000,
    "".join(
        f"<p id=i{n}><b itemprop=q itemscope itemref=i{n + 1}></b><b itemprop=r itemscope itemref=i{n + 1}></b></p>"
        for n in range(100)
    )
    + "<div itemscope itemref=i0></div>",
]


@pytest.mark.parametrize("markup", _HOSTILE, ids=["items", "properties", "apart", "references"])
def test_what_overlaps_without_end_is_an_error_or_is_read(markup: str) -> None:
    errors = {row.error for row in read(markup).rows}
    assert errors <= {None, "nested too deep to be read", "its properties overlap too much to be read"}
    assert errors != {None} or markup == _HOSTILE[2]


_TAGS = st.sampled_from(
    ["<div itemscope>", "<p itemprop=a>", "<b itemprop='a b' itemscope id=x itemref='y x'>", "</div>", "</b>", "x", "<meta itemprop=m>",
     "<i id=y itemprop=c itemscope itemref=x itemtype=T>", "</i>", "<a itemprop=u href='//['>", "<div vocab=V typeof=T property=p>"]
)  # fmt: skip


@given(st.lists(_TAGS, max_size=30).map("".join))
def test_no_markup_raises(markup: str) -> None:
    read(markup)
