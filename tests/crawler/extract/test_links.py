"""Anchors: what they are called, where they lead, and whether a crawler can follow them."""

import pytest

from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.links import links
from crawler.tables.facts import LinkRow


def _links(markup: str) -> list[LinkRow]:
    url = "https://clinic.example/a/page"
    return links(Document.of(url, "clinic.example", Decoded(markup, "utf-8", "header")))


@pytest.mark.parametrize(
    ("anchor", "text", "source", "name"),
    [
        ("<a href=x>Knee <b>pain</b></a>", "Knee pain", "text", "Knee pain"),
        ("<a href=x aria-label='Call us'>Call</a>", "Call", "text", "Call us"),
        ("<a href=x aria-label='Call us'><svg></svg></a>", "Call us", "aria-label", "Call us"),
        ("<a href=x><img alt='Our knee page' src=k.jpg></a>", "Our knee page", "alt", "Our knee page"),
        ("<a href=x><img alt='Logo' src=k.jpg> Home</a>", "Home", "text", "Logo Home"),
        ("<a href=x title='Home'><i class=icon></i></a>", "Home", "title", "Home"),
        ("<a href=x title='More'>Read</a>", "Read", "text", "Read"),
        ("<a href=x aria-labelledby='l'>More</a><p id=l>Knee pain</p>", "More", "text", "Knee pain"),
        ("<a href=x aria-labelledby='gone'>More</a>", "More", "text", "More"),
        ("<a href=x><span aria-hidden=true>★</span> Reviews</a>", "★ Reviews", "text", "Reviews"),
        ("<a href=x><svg><title>Phone</title></svg></a>", "Phone", "text", "Phone"),
        ("<a href=x><span aria-label='Open menu'>=</span></a>", "=", "text", "Open menu"),
        ("<a href=x></a>", "", "nothing", ""),
        ("<map><area href=x alt='Left knee'></map>", "Left knee", "alt", "Left knee"),
    ],
)
def test_what_a_link_is_called(anchor: str, text: str, source: str, name: str) -> None:
    row = _links(anchor)[0]
    assert (row.anchor, row.anchor_source, row.accessible_name) == (text, source, name)


@pytest.mark.parametrize(
    ("anchor", "kind", "fragment", "target"),
    [
        ("<a href='/b'>x</a>", "page", None, "https://clinic.example/b"),
        ("<a href='b#cost%20s'>x</a>", "page", "cost s", "https://clinic.example/a/b"),
        ("<a href='#cost'>x</a>", "fragment", "cost", "https://clinic.example/a/page"),
        ("<a href='#'>x</a>", "fragment", None, "https://clinic.example/a/page"),
        ("<a href=''>x</a>", "empty", None, "https://clinic.example/a/page"),
        ("<a href='  '>x</a>", "empty", None, "https://clinic.example/a/page"),
        ("<a>x</a>", "missing", None, None),
        ("<a name=x>x</a>", "missing", None, None),
        ("<a href='javascript:void(0)'>x</a>", "script", None, None),
        ("<a href=' java\nscript:alert(1)'>x</a>", "script", None, None),
        ("<a href='mailto:front@clinic.example'>x</a>", "mail", None, None),
        ("<a href='tel:+13104531234'>x</a>", "phone", None, None),
        ("<a href='SMS:+13104531234'>x</a>", "phone", None, None),
        ("<a href='ftp://clinic.example/x'>x</a>", "other", None, None),
        ("<a href='data:text/plain,x'>x</a>", "other", None, None),
        ("<a href='https://'>x</a>", "invalid", None, None),
        ("<a href='//'>x</a>", "invalid", None, None),
    ],
)
def test_what_kind_of_address_it_is(anchor: str, kind: str, fragment: str | None, target: str | None) -> None:
    [row] = _links(anchor)
    assert (row.kind, row.fragment, row.target_url) == (kind, fragment, target)


def test_where_a_link_stands_and_how_it_opens() -> None:
    markup = "<h2>Cost</h2><nav><a href=x>A</a></nav><div hidden><a href=y target=_blank rel='nofollow noopener'>B</a></div>"
    first, second = _links(markup)
    assert (first.zone, first.heading_position, first.hidden, first.opens) == ("nav", 1, None, None)
    assert (second.zone, second.hidden, second.opens, second.rel) == (
        "main",
        "hidden",
        "_blank",
        "nofollow noopener",
    )


@pytest.mark.parametrize(
    ("anchor", "title", "lang"),
    [
        ("<a href=x>A</a>", None, None),
        ("<a href=x title=T lang=es>A</a>", "T", "es"),
        ("<a href=x><span lang=fr>A</span></a>", None, "fr"),
        ("<a href=x>A <span lang=fr>B</span></a>", None, None),
        ("<p lang=de><b><a href=x>A</a></b>", None, "de"),
        ("<p lang=de><a href=x lang=''>A</a>", None, None),
        ("<a href=x>\n <span lang=fr>A</span>\n</a>", None, "fr"),
        ("<a href=x><b lang=es><i lang=fr>A</i></b></a>", None, "fr"),
        ("<a href=x><b lang=es>A <i lang=fr>B</i></b></a>", None, "es"),
        ("<a href=x lang=en><b lang=fr>A</b> <i lang=fr>B</i></a>", None, "fr"),
        ("<a href=x lang=en><b lang=fr>A</b> <i lang=es>B</i></a>", None, "en"),
        ("<a href=x lang=en> <b><i lang=de>A <u lang=es>B</u></i></b> <!-- C --></a>", None, "de"),
        ("<a href=x lang=en><b lang=''>A</b></a>", None, None),
        ("<a href=x><i lang=es></i><!-- icon --><img alt='' src=i><b lang=fr>A</b></a>", None, "fr"),
        ("<a href=x><script lang=js>f()</script><b lang=fr>A</b></a>", None, "fr"),
        ("<a href=x lang=en> <img alt=A src=i lang=fr> </a>", None, "fr"),
        ("<a href=x lang=en aria-label=A><i lang=fr></i></a>", None, "en"),
        ("<a href=x lang=en title=T><img alt='' src=i lang=fr></a>", "T", "en"),
    ],
)
def test_title_and_language(anchor: str, title: str | None, lang: str | None) -> None:
    [row] = _links(anchor)
    assert (row.title, row.lang) == (title, lang)


@pytest.mark.parametrize(
    ("anchor", "lang"),
    [
        ("<p xml:lang=de><a href=x>A</a>", None),
        ("<p lang=de><a href=x xml:lang=fr>A</a>", "de"),
        ("<a href=x lang=de xml:lang=fr>A</a>", "de"),
        ("<svg><a href=x>\n <circle r=2 /> <text xml:lang=de-DE>A</text>\n</a></svg>", "de-DE"),
        ("<svg><a href=x><text XML:LANG=fr>A</text></a></svg>", "fr"),
        ("<svg><a href=x lang=de><text>A</text></a></svg>", "de"),
        ("<svg><a href=x lang=de xml:lang=fr><text>A</text></a></svg>", "fr"),
        ("<svg lang=de xml:lang=''><a href=x><text>A</text></a></svg>", None),
        ("<svg xml:lang=fr><a href=x><text lang=de>A</text></a></svg>", "de"),
        ("<a href=x lang=en><svg><title xml:lang=fr>A</title></svg></a>", "fr"),
        ("<svg lang=de><foreignObject><p xml:lang=fr><a href=x>A</a></p></foreignObject></svg>", "de"),
        ("<svg xml:lang=fr><foreignObject><p><a href=x>A</a></p></foreignObject></svg>", "fr"),
        ("<select></select><template><a href=x xml:lang=fr>A</a></template>", None),
    ],
)
def test_xml_names_a_language_in_drawings_alone(anchor: str, lang: str | None) -> None:
    [row] = _links(anchor)
    assert row.lang == lang


@pytest.mark.parametrize(
    ("base", "href", "target"),
    [
        ("", "b", "https://clinic.example/a/b"),
        ("", "//other.example/x", "https://other.example/x"),
        ("", "?q=1", "https://clinic.example/a/page?q=1"),
        ("<base href='/z/'>", "b", "https://clinic.example/z/b"),
        ("<base href='https://cdn.example/z/'>", "/b", "https://cdn.example/b"),
        ("<base href='https://cdn.example/z/'>", "//clinic.example/b", "https://clinic.example/b"),
        ("<base href='https://cdn.example/z/'>", "https:/b", "https://cdn.example/b"),
        ("<base target=_blank><base href='/z/'>", "b", "https://clinic.example/z/b"),
        ("<base href='/y/'><base href='/z/'>", "b", "https://clinic.example/y/b"),
    ],
)
def test_addresses_are_resolved_as_browsers_do(base: str, href: str, target: str) -> None:
    assert [row.target_url for row in _links(f"{base}<a href='{href}'>x</a>")] == [target]
