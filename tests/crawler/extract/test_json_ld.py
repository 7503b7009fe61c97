"""JSON-LD as websites publish it: what is forgiven and named, what is broken and where, and what never fails."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.structured.json_ld import items_of_script
from tests.crawler.extract.structured import read, script, values

_FORGIVEN = [
    ('{"name": "A"}', None),
    ('\n{"name": "A"}\r\n\t', None),
    ('<!--\n{"name": "A"}\n-->', "comment marks around it"),
    ('<![CDATA[{"name": "A"}]]>', "comment marks around it"),
    ('//<![CDATA[\n{"name": "A"}\n//]]>', "comments"),
    ('/* <![CDATA[ */{"name": "A"}/* ]]> */', "comments"),
    ('<!--//--><![CDATA[//><!--\n{"name": "A"}\n//--><!]]>', "comments, comment marks around it"),
    ('<!-- of the plugin -->{"name": "A"}', "comments"),
    ('// of the plugin\n{"name": /* ours */ "A"}', "comments"),
    ('{"name": "A", // last\n}', "comments, trailing commas"),
    ('{"name": "A",}', "trailing commas"),
    ('{"name": "A", ,}', "trailing commas"),
    ('{"name": "A"};', "stray characters"),
    ('{"name": "A"}}', "stray characters"),
    ('\ufeff{"name":\u00a0"A"}', "unusual white space"),
    ("{&quot;name&quot;: &quot;A&quot;}", "HTML entities"),
    (r'{"name": "\A"}', "faulty escapes"),
]


@pytest.mark.parametrize(("text", "repairs"), _FORGIVEN)
def test_what_is_forgiven_is_named(text: str, repairs: str | None) -> None:
    data = read(script(text))
    assert data.values == [{"name": "A"}]
    assert data.rows[0].repairs == repairs
    assert data.rows[0].error is None


_KEPT = [
    ('{"url": "http://clinic.example//a", "b": "/* no */ <!-- no --> ,}"}', None),
    ('{"text": "one\ntwo\tthree"}', "control characters in texts"),
    ('{"text": "https://clinic.example/a,}",}', "trailing commas"),
    ('{"text": "Tom &amp; Ann", "more": "say \\"no\\" // to it"}', None),
    ('{"text": "Tom &amp; Ann",}', "trailing commas"),
]


@pytest.mark.parametrize(("text", "repairs"), _KEPT)
def test_texts_stay_as_they_are(text: str, repairs: str | None) -> None:
    data = read(script(text))
    expected = json.loads(text.replace(",}", "}") if repairs == "trailing commas" else text, strict=False)
    if repairs == "trailing commas" and "/a" in text:
        expected["text"] = "https://clinic.example/a,}"
    assert data.values == [expected]
    assert data.rows[0].repairs == repairs


def test_what_json_has_no_number_for_is_no_number() -> None:
    data = read(script('{"a": NaN, "b": 1e999, "c": -Infinity, "d": ' + "9" * 5000 + "}"))
    assert data.values == [{"a": None, "b": "1e999", "c": None, "d": "9" * 5000}]
    assert data.rows[0].repairs == "NaN"


_BROKEN = [
    ("", "the script is empty", 1, 1),
    ('{"name": "A"\n "url": "/"}', "a comma is missing", 2, 2),
    ('{"name": "The "best" clinic"}', "a comma is missing here, or a quotation mark before it", 1, 16),
    ('{\n  "name": "A,\n  "url": "/"\n}', "no closing quotation mark", 2, 11),
    ('{"name": "one\ntwo" "url": "/"}', "a comma is missing", 2, 6),
    ('{"name": "A', "no closing quotation mark", 1, 10),
    ('{"name": "A"', "ends before its last bracket", 1, 13),
    ('{\n\n name: "A"}', "a name in double quotation marks", 3, 2),
    ("{'name': 'A'}", "has ' where", 1, 2),
    ('{"name": “A”}', "has “ where", 1, 10),
    ('{"name": "A", &quot;url: "/"}', "has &quot; where", 1, 15),
    ('{"name" "A"}', "a colon must stand here", 1, 9),
    ('{"name": }', "a value is missing", 1, 10),
    ('{"name": undefined}', "a value is missing here, or is not written as JSON", 1, 10),
    ('{"name": "A",, "url": "/"}', "a comma too many", 1, 14),
    ('{"name": "A"} and more', "a value is missing", 1, 15),
    ('// ours\n{"name": "A",\n /* and */ "url": oops}', "a value is missing", 3, 19),
    ("17", "no item", 1, 1),
]


@pytest.mark.parametrize(("text", "words", "line", "column"), _BROKEN)
def test_what_is_broken_says_where(text: str, words: str, line: int, column: int) -> None:
    (row,) = read(script(text)).rows
    assert row.error
    assert words in row.error
    assert f": line {line} column {column}" in row.error
    near = re.search("near “(.*)”$", row.error)
    assert near is None or near[1] in " ".join(text.split())


def test_the_text_around_is_short() -> None:
    (row,) = read(script('{"a": "' + "x" * 300 + '", oops: "' + "y" * 300 + '"}')).rows
    found = re.search("near “(.*)”$", row.error or "")
    assert found
    assert "oops" in found[1]
    assert len(found[1]) <= 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{"@type": "A"}, [{"@type": "B"}]]', ["A", "B"]),
        ('{"@graph": [{"@type": "A"}, {"@type": "B"}]}', ["A", "B"]),
        ('{"@type": "C", "@graph": {"@type": "A"}}', ["A", "C"]),
        ('{"@type": ["A", "https://schema.org/B", "schema:C", 4]}', ["A, B, C"]),
        ('{"@type": "A"}\n{"@type": "B"}', ["A", "B"]),
        ('{"@type": "A"}, {"@type": "B"}', ["A", "B"]),
        ('{"name": "untyped"}', [None]),
        ("[]", []),
        ("null", []),
    ],
)
def test_items_of_a_script(text: str, expected: list[str | None]) -> None:
    assert [row.type for row in read(script(text)).rows] == expected


def test_a_graph_is_not_repeated_in_the_item_that_holds_it() -> None:
    assert values(script('{"@type": "C", "@graph": [{"@type": "A"}]}')) == [{"@type": "A"}, {"@type": "C"}]


def test_scripts_of_other_types_are_not_read() -> None:
    markup = (
        '<script type="application/json">{"@type": "A"}</script><script type=" Application/LD+JSON; x">{}</script>'
    )
    assert values(markup) == [{}]


def test_a_page_may_change_its_values_but_not_those_of_the_next() -> None:
    markup = script('{"@type": "A", "name": "N"}')
    first = read(markup).values[0]
    assert first
    first.clear()
    assert values(markup) == [{"@type": "A", "name": "N"}]


def _items(text: str) -> list[tuple[Any, ...]]:
    return [tuple(item)[2:] for item in read(script(text)).items]


def test_items_in_items_follow_the_outer_one() -> None:
    text = """[{"@type": "Article", "headline": " A  title ", "author": [{"@type": "Person", "name": "Ann", "@id": "#ann",
      "worksFor": {"name": "Clinic"}}, {"@id": "#bo"}, {"@id": "#cy", "@type": "Person"}], "image": "", "about": []},
      {"@type": "FAQPage", "https://schema.org/mainEntity": {"@list": [{"@type": "Question", "name": {"@value": "Why?"}}]}}]"""
    assert _items(text) == [
        (1, "", "Article", None, "A title", ["headline", "author"], ["image", "about"]),
        (1, "author", "Person", "#ann", "Ann", ["name", "worksFor"], []),
        (1, "author.worksFor", None, None, "Clinic", ["name"], []),
        (2, "", "FAQPage", None, None, ["mainEntity"], []),
        (2, "mainEntity", "Question", None, "Why?", ["name"], []),
    ]


def test_an_item_of_empty_properties_is_no_value() -> None:
    text = '{"address": {"@type": "PostalAddress", "streetAddress": " "}, "audience": {"@type": "Patient"}, "geo": {}, "a": 0}'
    assert _items(text)[0][5:] == (["audience", "a"], ["address", "geo"])


def test_lone_surrogates_are_not_kept() -> None:
    data = read(script(r'{"@type": "A\ud800", "@id": "\udfff", "name": "\ud800"}'))
    assert data.items[0].name == data.items[0].item_id == "?"
    assert data.rows[0].type == "A?"


@pytest.mark.parametrize(
    "text", ["[" * 5000, '{"a":' * 5000, '{"a":' * 101 + "1" + "}" * 101, '{"@graph":[' * 150 + "]}" * 150]
)
def test_what_is_nested_without_end_is_an_error(text: str) -> None:
    (row,) = read(script(text)).rows
    assert row.error
    assert "nested too deep" in row.error


_PIECES = st.sampled_from(
    ['"', "{", "}", "[", "]", ":", ",", "\\", "//", "/*", "*/", "<!--", "-->", "]]>", "\n", "&quot;", "\\ud800", "1", " ", "@type"]
)  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=4), max_size=40).map("".join) | st.text())
def test_no_script_raises(text: str) -> None:
    for item in items_of_script(text):
        assert (item.data is None) != (item.error is None)
        (item.data or item.error or "").encode()
        assert item.data is None or isinstance(json.loads(item.data, parse_constant=pytest.fail), dict)
        for part in item.parts:
            repr(part).encode()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@settings(max_examples=50)
@given(st.dictionaries(st.text().filter(lambda key: key != "@graph"), _JSON))
def test_json_is_read_as_it_is(value: dict[str, Any]) -> None:
    (item,) = items_of_script(json.dumps(value, ensure_ascii=False))
    assert item.repairs is None
    assert json.loads(item.data or "") == json.loads(json.dumps(value).encode("utf-8", "replace"))
