"""Patterns of robots.txt against addresses: escapes, special characters, and the time it takes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.robots_rules import Rule, Rules, target_of

_HOST = "http://foo.bar"


def _rules(*patterns: str) -> Rules:
    return Rules(Rule(False, pattern.encode(), n, pattern) for n, pattern in enumerate(patterns, start=1))


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("", "/"),
        ("http://www.clinic.example", "/"),
        ("http://www.clinic.example/", "/"),
        ("http://www.clinic.example/a", "/a"),
        ("http://www.clinic.example/a/", "/a/"),
        ("http://www.clinic.example/a/b?c=http://d.e/", "/a/b?c=http://d.e/"),
        ("http://www.clinic.example/a/b?c=d&e=f#fragment", "/a/b?c=d&e=f"),
        ("clinic.example", "/"),
        ("clinic.example/", "/"),
        ("clinic.example/a", "/a"),
        ("clinic.example/a/", "/a/"),
        ("clinic.example/a/b?c=d&e=f#fragment", "/a/b?c=d&e=f"),
        ("a", "/"),
        ("a/", "/"),
        ("/a", "/a"),
        ("a/b", "/b"),
        ("clinic.example?a", "/?a"),
        ("clinic.example/a;b#c", "/a;b"),
        ("//a/b/c", "/b/c"),
        ("http://www.clinic.example#/a", "/"),
    ],
)
def test_google_matches_this_part_of_an_address(url: str, path: str) -> None:
    assert target_of(url).path == path


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        # RFC 9309, 2.2.2
        ("/foo/bar?baz=quz", "/foo/bar?baz=quz", True),
        ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar", True),
        ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", True),
        ("/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar", True),
        ("/foo/bar/ツ", "/foo/bar/%E3%83%84", True),
        ("/foo/bar/%E3%83%84", "/foo/bar/%E3%83%84", True),
        ("/foo/bar/%e3%83%84", "/foo/bar/ツ", True),
        ("/foo/bar/%62%61%7A", "/foo/bar/baz", True),
        ("/foo/bar/baz", "/foo/bar/%62%61%7a", True),
        ("/foo/bar/%62%61%7A", "/foo/bar/%62%61%7A", True),
        # RFC 9309, 2.2.3
        ("/path/file-with-a-%2A.html", "/path/file-with-a-*.html", True),
        ("/path/file-with-a-%2A.html", "/path/file-with-a-b.html", False),
        ("/path/foo-%24", "/path/foo-$", True),
        ("/path/foo-%24", "/path/foo-", False),
        ("/this/path/exactly$", "/this/path/exactly", True),
        ("/this/path/exactly$", "/this/path/exactly/", False),
        ("/this/*/exactly", "/this/path/and/exactly/so", True),
        ("/this/*/exactly", "/this/exactly", False),
        # ID_Encoding and ID_SpecialCharacters of Google's tests
        ("/foo/bar?qux=taz&baz=http://foo.bar?tar&par", "/foo/bar?qux=taz&baz=http://foo.bar?tar&par", True),
        ("/foo/*/qux", "/foo/bax/quz", False),
        ("/foo/bar$", "/foo/bar", True),
        ("/foo/bar$", "/foo/bar/qux", False),
        ("/foo/bar$", "/foo/bar/", False),
        ("/foo$bar", "/foo$bar/qux", True),
        ("/foo$bar", "/foo", False),
        ("/foo$$", "/foo$", True),
        ("/foo*$", "/foobar", True),
        ("/a%2fb", "/a%2Fb", True),
        ("/a%2Fb", "/a/b", False),
        ("/*%2Fb", "/x?y=a%2Fb", True),
        ("/*?*%2Fb", "/x?y=a/b", True),
        ("/a b{c}", "/a%20b%7Bc%7D", True),
        ("*.gif$", "/a.gif", True),
        ("*.gif$", "/a.gif?b", False),
        ("/**a**b**", "/-a-b-", True),
        ("/a*a$", "/a", False),
        ("/ab*ba$", "/aba", False),
        ("/*ab*ab$", "/abab", True),
        ("fish", "/fish", False),
        ("$", "/", False),
        ("", "/", False),
    ],
)
def test_a_pattern_matches(pattern: str, path: str, matches: bool) -> None:
    assert _rules(pattern).forbid(target_of(_HOST + path)) is matches


def test_non_ascii_octets_count_as_their_escapes() -> None:
    rules = Rules([Rule(False, "/é*b".encode(), 1, ""), Rule(True, b"/%C3%A9a*", 2, "")])
    assert not rules.forbid(target_of(_HOST + "/éab"))
    rules = Rules([Rule(False, "/éa*b".encode(), 1, ""), Rule(True, b"/%C3%A9a", 2, "")])
    assert rules.forbid(target_of(_HOST + "/éab"))


def test_the_first_of_equal_rules_is_named() -> None:
    rule = _rules("/a", "/*", "/a").deciding(target_of(_HOST + "/a"))
    assert rule is not None
    assert rule.line == 1


def _plainly(pattern: str, path: str) -> bool:
    """Google's matcher: all places that the pattern read so far may end at."""
    places = {0}
    for index, char in enumerate(pattern):
        if char == "$" and index + 1 == len(pattern):
            return len(path) in places
        if char == "*":
            places = set(range(min(places), len(path) + 1))
        else:
            places = {at + 1 for at in places if path[at : at + 1] == char}
        if not places:
            return False
    return True


@given(st.text("/ab*$?", min_size=1, max_size=10), st.text("/ab?", max_size=12))
def test_it_matches_what_googles_matcher_matches(pattern: str, path: str) -> None:
    assert _rules(pattern).forbid(target_of(f"{_HOST}/{path}")) is _plainly(pattern, f"/{path}")


@given(st.lists(st.text("/ab*$?", max_size=6), max_size=12), st.text("/ab?", max_size=10))
def test_the_longest_pattern_decides_wherever_it_stands(patterns: list[str], path: str) -> None:
    lengths = [len(p) for p in patterns if p and _plainly(p, f"/{path}")]
    rule = _rules(*patterns).deciding(target_of(f"{_HOST}/{path}"))
    assert (rule.length if rule else None) == max(lengths, default=None)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("/" + "*a" * 8000 + "b", "/" + "a" * 16000),
        ("/" + "*a" * 8000 + "$", "/" + "a" * 16000 + "b"),
        ("/*" + "a" * 8000 + "b", "/" + "a" * 16000),
        ("/" + "*ab" * 5000, "/" + "a" * 16000),
        ("/" + "*" * 16000 + "b", "/" + "a" * 16000),
    ],
)
def test_no_pattern_takes_long(pattern: str, path: str) -> None:
    started = time.process_time()
    assert not _rules(pattern).forbid(target_of(_HOST + path))
    assert time.process_time() - started < 0.5
