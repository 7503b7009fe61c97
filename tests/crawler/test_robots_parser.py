"""Lines of a robots.txt as published, and what is wrong with them."""

import time

import pytest

from crawler.robots import Robots

_ADDRESS = "https://clinic.example/robots.txt"

_PUBLISHED = b"""\xef\xbb\xbfAllow: /early
User-Agent: a # the first
user-agent: b

# nothing
Disallow: /x?y=1
Crawl-Delay: 5
sitemap: https://clinic.example/map.xml
User-agent: *
DISALLOW:
"""


def test_every_line_is_recorded_as_published() -> None:
    rows = Robots.from_answer(200, _PUBLISHED).rule_rows(_ADDRESS)
    assert {row.url for row in rows} == {_ADDRESS}
    assert [row[1:5] for row in rows] == [
        (1, None, "allow", "/early"),
        (2, "a, b", "user-agent", "a"),
        (3, "a, b", "user-agent", "b"),
        (6, "a, b", "disallow", "/x?y=1"),
        (7, "a, b", "crawl-delay", "5"),
        (8, None, "sitemap", "https://clinic.example/map.xml"),
        (9, "*", "user-agent", "*"),
        (10, "*", "disallow", ""),
    ]
    assert [row.problem for row in rows if row.problem] == [
        "stands above every user-agent line, so it applies to nobody"
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Disallow: /x", None),
        ("Disallow:", None),
        ("Allow: *.pdf$", None),
        ("Host: clinic.example", None),
        ("Content-Signal: search=yes, ai-train=no", None),
        ("Crawl-delay: 0.5", None),
        ("Crawl-delay: fast", "is no number of seconds"),
        ("Disallow: x", "begins with neither / nor *, so it matches nothing"),
        ("Allow: https://clinic.example/x", "begins with neither / nor *, so it matches nothing"),
        ("Disallow /x", "has no colon; some crawlers ignore it"),
        ("Disalow: /x", "is a misspelt disallow line; some crawlers ignore it"),
        ("useragent: x", "is a misspelt user-agent line; some crawlers ignore it"),
        ("User-agent:", "names no user agent"),
        ("Noindex: /x", "no such directive"),
        ("unicorns: /extinct", "no such directive"),
        ("absolutely random line", "has no colon"),
        ("Error", "has no colon"),
        ("two words", "has no colon"),
        (": /x", "names no directive before the colon"),
        ("Sitemap: https://clinic.example/map.xml", None),
        ("Sitemap: /map.xml", "is no whole address, from https:// on"),
        ("Sitemap:", "is no whole address, from https:// on"),
    ],
)
def test_what_is_wrong_with_a_line(line: str, problem: str | None) -> None:
    _, row = Robots.from_answer(200, f"User-agent: *\n{line}".encode()).rule_rows(_ADDRESS)
    assert (row.line, row.problem) == (2, problem)


def test_google_counts_lines_so() -> None:
    text = (
        "User-Agent: foo\nAllow: /some/path\nUser-Agent bar # no\nabsolutely random line\n#so comment, much wow\n\n"
        "unicorns: /extinct\nnoarchive: /some\nDisallow: /\nError #and comment\nuseragent: baz\ndisallaw: /some\n"
        "site-map: https://e/s.xml #comment\nsitemap: https://e/t.xml\nNoarchive: /someCapital\n"
    )
    rows = Robots.from_answer(200, text.encode()).rule_rows(_ADDRESS)
    assert [row.line for row in rows] == [1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15]
    assert [row.line for row in rows if row.problem is None] == [1, 2, 9, 14]
    assert [row.directive for row in rows if row.line in (4, 10)] == ["", ""]


def test_a_web_page_is_one_row_and_the_rules_in_it() -> None:
    page = (
        b"<!doctype html>\n<title>Not found</title>\n<p style='color:red'>Sorry\nUser-agent: *\nDisallow: /x\n</p>"
    )
    rows = Robots.from_answer(200, page).rule_rows(_ADDRESS)
    assert [(row.line, row.problem) for row in rows] == [
        (1, "a web page stands in place of robots.txt"),
        (4, None),
        (5, None),
    ]


@pytest.mark.parametrize(("filler", "line"), [(b"\n" * (500 * 1024), 512001), (b"#" * (500 * 1024), 1)])
def test_what_stands_beyond_the_limit_is_named_once(filler: bytes, line: int) -> None:
    (row,) = Robots.from_answer(200, filler + b"Disallow: /x\nDisallow: /y").rule_rows(_ADDRESS)
    assert (row.line, row.value) == (line, "Disallow: /x")
    assert row.problem == "ends or stands beyond the first 500 KiB, which is all that crawlers read"
    assert Robots.from_answer(200, filler + b"\n \n").rule_rows(_ADDRESS) == []


def test_a_line_that_the_limit_cuts_is_one_row() -> None:
    start = b"User-agent: *\nDisallow: /"
    rows = Robots.from_answer(200, start + b"x" * (500 * 1024)).rule_rows(_ADDRESS)
    assert [(row.line, row.problem is None) for row in rows] == [(1, True), (2, False)]


@pytest.mark.parametrize(
    "body",
    [
        b"User-agent: a\n" * 18_000 + b"Disallow: /x\n" * 20_000,
        b"User-agent: a\nCrawl-delay: 1\n" * 17_000,
        b"".join(b"user-agent:a%d\n" % n for n in range(15_000)) + b"crawl-delay:1\n" * 20_000,
        b"User-agent: *\n" + b"".join(b"Disallow: /*a%d*b\n" % n for n in range(25_000)),
        b"a\n" * 250_000,
        b":" * 500_000,
        b" " * 500_000 + b"x",
    ],
)
def test_no_file_takes_long(body: bytes) -> None:
    started = time.process_time()
    robots = Robots.from_answer(200, body)
    robots.allows("https://clinic.example/" + "a" * 2000)
    rows = robots.rule_rows(_ADDRESS)
    assert sum(len(row.agents or "") for row in rows) < 20_000_000
    assert time.process_time() - started < 5
