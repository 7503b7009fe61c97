"""The tree is the browser's, and behaves as a tree of Beautiful Soup's own."""

import warnings
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype, Script, Stylesheet, Tag, TemplateString
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.tree import parse

_SITE = Path(__file__).parents[2] / "site"
_PAGES = sorted(_SITE.rglob("*.html"))

_TANGLED = [
    "<p>one<p>two<div>three</p>four",
    "<table><tr><td>a<td>b</table>after",
    "<table><p>fostered</p><tr><td>cell</table>",
    "<b>bold <i>both</b> italic</i> plain",
    "<ul><li>a<li>b<ul><li>c</ul></ul>",
    "<a href=1>one<a href=2>two",
    "<head><title>t</title><div>body starts</div><meta name=robots content=noindex>",
    "<select><option>a<option>b</select><textarea>\n<p>raw</textarea>",
    "<svg viewBox='0 0 1 1'><title>x</title><foreignObject><p>in</p></foreignObject></svg>",
    "<!-- a --><!doctype html><html lang=en><body class='a b'>x<!-- end -->",
    "<form><form><input name=q></form></form>",
    "<h1>a<h2>b</h1>c</h2>",
]


def _events(soup: BeautifulSoup) -> list[Any]:
    """Elements with their attributes, and strings; comments only as marks, the doctype left out."""
    found: list[Any] = []
    for element in soup.descendants:
        if isinstance(element, Tag):
            found.append((element.name, dict(element.attrs), len(list(element.parents))))
        elif isinstance(element, Comment):
            found.append("comment")
        elif not isinstance(element, Doctype):
            found.append(str(element))
    return found


def _html5lib(text: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return BeautifulSoup(text, "html5lib")


@pytest.mark.parametrize("text", _TANGLED)
def test_tangled_markup_gives_the_tree_of_html5lib(text: str) -> None:
    assert _events(parse(text)) == _events(_html5lib(text))


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: str(page.relative_to(_SITE)))
def test_pages_give_the_tree_of_html5lib(page: Path) -> None:
    text = page.read_bytes().decode("utf-8", "replace")
    assert _events(parse(text)) == _events(_html5lib(text))


def _check_links(soup: BeautifulSoup) -> None:
    """Every pointer of the tree agrees with every other."""
    order = list(soup.descendants)
    assert [element.previous_element for element in order] == [soup, *order[:-1]][: len(order)]
    for tag in (soup, *(element for element in order if isinstance(element, Tag))):
        before = None
        for child in tag.contents:
            assert child.parent is tag
            assert child.previous_sibling is before
            if before is not None:
                assert before.next_sibling is child
            before = child
        assert before is None or before.next_sibling is None


@pytest.mark.parametrize("text", _TANGLED)
def test_every_pointer_agrees(text: str) -> None:
    _check_links(parse(text))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="<>/ab=\"'!-&; \n\x00tdrlip1hemplas", max_size=120))
def test_no_text_breaks_the_builder(text: str) -> None:
    _check_links(parse(text))


def test_it_can_be_used_as_any_soup() -> None:
    soup = parse(
        "<p class='a b' id=x>Hi <b>there</b></p><style>s</style><script>j</script><template><i>t</i></template>"
    )
    paragraph = soup.find("p", class_="b")
    assert isinstance(paragraph, Tag)
    assert paragraph["class"] == ["a", "b"]
    assert paragraph.get_text() == "Hi there"
    assert [b.string for b in soup.select("p#x > b")] == ["there"]
    assert [type(s) for s in soup.find_all(string=True)[2:]] == [Stylesheet, Script, TemplateString]
    paragraph.b.decompose()  # type: ignore[union-attr]
    assert str(paragraph) == '<p class="a b" id="x">Hi </p>'
    paragraph.append(soup.new_tag("br"))
    assert str(paragraph) == '<p class="a b" id="x">Hi <br/></p>'


def test_deep_nesting_needs_no_recursion() -> None:
    assert len(parse("<div>" * 5000).find_all("div")) > 400


@pytest.mark.parametrize("text", ["a line without tags", "http://clinic.example/", "page.html", "", "\n", "&amp;"])
def test_text_without_tags_stays_as_it_is(text: str) -> None:
    assert _events(parse(text)) == _events(_html5lib(text))


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html>",
        "<!DOCTYPE HTML PUBLIC '-//IETF//DTD HTML 2.0//EN'><p>x",
        '<!-- a --><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"\n "http://www.w3.org/TR/xhtml1.dtd">',
        '<!DOCTYPE html PUBLIC"a""b">',
        '<!DOCTYPE html SYSTEM "about:legacy-compat" >',
        "<!-- <!doctype no> --><!DOCTYPE html SYSTEM 'b>x",
        '<!DOCTYPE html "a">',
        "<!--><!DOCTYPE a><!DOCTYPE b>",
        "<!doctype>",
    ],
)
def test_the_doctype_keeps_its_identifiers(text: str) -> None:
    ours, theirs = parse(text).contents, _html5lib(text).contents
    assert [node for node in ours if isinstance(node, Doctype)] == [
        node for node in theirs if isinstance(node, Doctype)
    ]
