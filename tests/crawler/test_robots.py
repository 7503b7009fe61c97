"""robots.txt as the answer that brought it allows, and the decisions that Google and RFC 9309 publish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.robots import Decision, Robots

_HOST = "https://clinic.example"
_ALL_BUT = "user-agent: FooBot\ndisallow: /\nallow: "


def _robots(text: str) -> Robots:
    return Robots.from_answer(200, text.encode())


def _allowed(text: str, agent: str, *paths: str) -> set[str]:
    robots = _robots(text)
    return {path for path in paths if robots.decide(path if "://" in path else _HOST + path, agent).allowed}


_FISH = "/fish /fish.html /fish/salmon.html /fishheads /fishheads/yummy.html /fish.php?id=anything /fish.html?id=anything"
_NO_FISH = "/Fish.asp /catfish /?id=fish /desert/fish /bar /Fish.bar"


@pytest.mark.parametrize(
    ("pattern", "matching", "others"),
    [
        ("/", "/ /a /a/b.html?c=d", ""),
        ("/*", "/ /a /a/b.html?c=d", ""),
        ("/$", "/", "/page.html /a"),
        ("/fish", _FISH, _NO_FISH),
        ("/fish*", _FISH, _NO_FISH),
        (
            "/fish/",
            "/fish/ /fish/?id=anything /fish/salmon.htm /fish/salmon /fish/?salmon /fish/salmon.html",
            "/fish /fish.html /animals/fish/ /Fish/Salmon.asp /Fish/Salmon.html /bar",
        ),
        (
            "/*.php",
            "/index.php /filename.php /folder/filename.php /folder/filename.php?parameters /folder/any.php.file.html "
            "/filename.php/ //folder/any.php.file.html /index?f=filename.php/",
            "/ /windows.PHP /php/ /index?php /bar",
        ),
        (
            "/*.php$",
            "/filename.php /folder/filename.php",
            "/filename.php?parameters /filename.php/ /filename.php5 /windows.PHP //windows.PHP /php/ /filename?php "
            "/aaaphpaaa /bar",
        ),
        ("/fish*.php", "/fish.php /fishheads/catfish.php?parameters", "/Fish.PHP /bar"),
    ],
)
def test_googles_table_of_paths(pattern: str, matching: str, others: str) -> None:
    paths = f"{matching} {others}".split()
    assert _allowed(_ALL_BUT + pattern, "FooBot", *paths) == set(matching.split())
    assert _allowed(f"user-agent: *\ndisallow: {pattern}", "FooBot", *paths) == set(others.split())


@pytest.mark.parametrize(
    ("path", "allow", "disallow", "decides"),
    [
        ("/page", "/p", "/", "allow"),
        ("/folder/page", "/folder", "/folder", "allow"),
        ("/page.htm", "/page", "/*.htm", "disallow"),
        ("/page.php5", "/page", "/*.ph", "allow"),
        ("/", "/$", "/", "allow"),
        ("/page.htm", "/$", "/", "disallow"),
        # ID_LongestMatch
        ("/x/page.html", "/x/", "/x/page.html", "disallow"),
        ("/x/page.html", "/x/page.html", "/x/", "allow"),
        ("/x/", "/x/page.html", "/x/", "disallow"),
        ("/x/page.html", "/", "/", "allow"),
        ("/x", "/x/", "/x", "disallow"),
        ("/x/", "/x/", "/x", "allow"),
        ("/x/page.html", "/x/page.html", "/x/page.html", "allow"),
        ("/page.html", "/page", "/*.html", "disallow"),
        ("/page", "/page", "/*.html", "allow"),
        ("/x/page.html", "/x/page.", "/*.html", "allow"),
        ("/x/y.html", "/x/page.", "/*.html", "disallow"),
    ],
)
def test_googles_order_of_precedence(path: str, allow: str, disallow: str, decides: str) -> None:
    rules = [f"allow: {allow}", f"disallow: {disallow}"]
    for lines in (rules, rules[::-1]):
        decision = _robots("\n".join(["user-agent: *", *lines])).decide(_HOST + path)
        assert decision.allowed is (decides == "allow")
        assert decision.rule == next(line for line in lines if line.startswith(decides))
        assert decision.line == lines.index(decision.rule) + 2


_GOOGLES_AGENTS = """user-agent: googlebot-news
disallow: /group1
user-agent: *
disallow: /group2
user-agent: googlebot
disallow: /group3
"""
_GOOGLES_GROUPS = """user-agent: a
disallow: /c

user-agent: b
disallow: /d

user-agent: e
user-agent: f
disallow: /g

user-agent: h
"""
_OTHER_LINES = "user-agent: a\nsitemap: https://example.com/sitemap.xml\n\nuser-agent: b\ndisallow: /c\n"
_MERGED = """user-agent: googlebot-news
disallow: /fish

user-agent: *
disallow: /carrots

user-agent: googlebot-news
disallow: /shrimp
"""
_ID_GROUPS = """allow: /foo/bar/

user-agent: FooBot
disallow: /
allow: /x/
user-agent: BarBot
disallow: /
allow: /y/


allow: /w/
user-agent: BazBot

user-agent: FooBot
allow: /z/
disallow: /
"""
_RFC = """User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""
_RFC_LONGEST = "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n"


@pytest.mark.parametrize(
    ("text", "agent", "paths", "forbidden"),
    [
        # Google: order of precedence for user agents
        (_GOOGLES_AGENTS, "Googlebot-News", "/group1 /group2 /group3", "/group1"),
        (_GOOGLES_AGENTS, "Googlebot", "/group1 /group2 /group3", "/group3"),
        (_GOOGLES_AGENTS, "Storebot-Google", "/group1 /group2 /group3", "/group2"),
        (_GOOGLES_AGENTS, "Otherbot", "/group1 /group2 /group3", "/group2"),
        # Google: grouping of lines and rules
        (_GOOGLES_GROUPS, "a", "/c /d /g", "/c"),
        (_GOOGLES_GROUPS, "b", "/c /d /g", "/d"),
        (_GOOGLES_GROUPS, "e", "/c /d /g", "/g"),
        (_GOOGLES_GROUPS, "f", "/c /d /g", "/g"),
        (_GOOGLES_GROUPS, "h", "/c /d /g", ""),
        (_OTHER_LINES, "a", "/c /d", "/c"),
        (_OTHER_LINES, "b", "/c /d", "/c"),
        (_MERGED, "googlebot-news", "/fish /carrots /shrimp", "/fish /shrimp"),
        (_MERGED, "Otherbot", "/fish /carrots /shrimp", "/carrots"),
        # RFC 9309, 2.2.1: merged groups, and the group of all others
        ("user-agent: ExampleBot\ndisallow: /foo\ndisallow: /bar\n\nuser-agent: ExampleBot\ndisallow: /baz\n",
         "examplebot", "/foo /bar /baz /qux", "/foo /bar /baz"),
        ("user-agent: *\ndisallow: /foo\ndisallow: /bar\n\nuser-agent: BazBot\ndisallow: /baz\n",
         "ExampleBot", "/foo /bar /baz", "/foo /bar"),
        # RFC 9309, 5.1 and 5.2
        (_RFC, "anybot", "/publications/x /example/x /a/b.gif /publications/c.gif /", "/example/x /a/b.gif"),
        (_RFC, "foobot", "/ /publications/ /example/page.html /example/allowed.gif /example/other.gif",
         "/ /publications/ /example/other.gif"),
        (_RFC, "barbot", "/ /example/page.html /example/x.gif", "/example/page.html"),
        (_RFC, "BazBot", "/ /example/page.html /example/x.gif", "/example/page.html"),
        (_RFC, "quxbot", "/ /example/page.html /example/x.gif", ""),
        (_RFC_LONGEST, "foobot", "/example/page/ /example/page/allowed.gif /example/page/disallowed.gif",
         "/example/page/disallowed.gif"),
        # ID_LineSyntax_Groups
        (_ID_GROUPS, "FooBot", "/x/b /z/d /y/c /foo/bar/", "/y/c /foo/bar/"),
        (_ID_GROUPS, "BarBot", "/y/c /w/a /z/d /foo/bar/", "/z/d /foo/bar/"),
        (_ID_GROUPS, "BazBot", "/z/d /foo/bar/", "/foo/bar/"),
        # ID_LineSyntax_Groups_OtherRules
        ("User-agent: BarBot\nSitemap: https://foo.bar/sitemap\nUser-agent: *\nDisallow: /\n", "FooBot", "/", "/"),
        ("User-agent: BarBot\nSitemap: https://foo.bar/sitemap\nUser-agent: *\nDisallow: /\n", "BarBot", "/", "/"),
        ("User-agent: FooBot\nInvalid-Unknown-Line: unknown\nUser-agent: *\nDisallow: /\n", "FooBot", "/", "/"),
        ("User-agent: FooBot\nInvalid-Unknown-Line: unknown\nUser-agent: *\nDisallow: /\n", "BarBot", "/", "/"),
        # ID_GlobalGroups_Secondary
        ("", "FooBot", "/x/y", ""),
        ("user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n", "FooBot", "/x/y", "/x/y"),
        ("user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n", "BarBot", "/x/y", ""),
        ("user-agent: FooBot\nallow: /\nuser-agent: BarBot\ndisallow: /\n", "QuxBot", "/x/y", ""),
        # ID_LongestMatch: empty patterns, and the most specific group
        ("user-agent: FooBot\ndisallow: \nallow: \n", "FooBot", "/x/page.html", ""),
        ("User-agent: *\nDisallow: /x/\nUser-agent: FooBot\nDisallow: /y/\n", "FooBot", "/x/page /y/page", "/y/page"),
        # GoogleOnly_AcceptUserAgentUpToFirstSpace
        ("User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n", "Foo", "/x/y /z", "/z"),
        ("User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n", "Foo Bar", "/x/y /z", "/x/y /z"),
        # a version is no part of the product token, on neither side
        ("User-agent: googlebot/1.2\nDisallow: /x", "Googlebot", "/x /y", "/x"),
        ("User-agent: googlebot*\nDisallow: /x", "Googlebot/2.1", "/x /y", "/x"),
        ("User-agent: * and all others\nDisallow: /x", "FooBot", "/x /y", "/x"),
        ("User-agent: *bot\nDisallow: /x", "FooBot", "/x /y", ""),
        # ID_AllowDisallow_Value_CaseSensitive
        ("user-agent: FooBot\ndisallow: /x/\n", "FooBot", "/x/y", "/x/y"),
        ("user-agent: FooBot\ndisallow: /X/\n", "FooBot", "/x/y", ""),
        # RFC 9309, 2.2.2: robots.txt itself is allowed
        ("user-agent: *\ndisallow: /\n", "FooBot", "/robots.txt /robots.txt.bak /a/robots.txt",
         "/robots.txt.bak /a/robots.txt"),
    ],
)  # fmt: skip
def test_published_decisions_about_groups(text: str, agent: str, paths: str, forbidden: str) -> None:
    assert _allowed(text, agent, *paths.split()) == set(paths.split()) - set(forbidden.split())


def _spellings(*lines: str) -> list[str]:
    return [
        "\n".join(lines),
        "\n".join(lines).upper().replace("/X/", "/x/"),
        "\n".join(lines).title().replace("/X/", "/x/"),
    ]


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("user-agent: FooBot\ndisallow: /\n", ""),
        ("foo: FooBot\nbar: /\n", "/x/y /a/b"),
        ("user-agent FooBot\ndisallow /\n", ""),
        ("user-agent FooBot\ndisallow / now\n", "/x/y /a/b"),
        *((text, "/x/y") for text in _spellings("user-agent: foobot", "allow: /x/", "disallow: /")),
        *((text, "/x/y") for text in _spellings("user-agent: foobot bar", "allow: /x/", "disallow: /")),
        *((f"{name}: FooBot\ndisallow: /", "") for name in ("useragent", "user agent", "user-agents")),
        *(
            (f"user-agent: FooBot\n{name}: /x", "/a/b")
            for name in ("dissallow", "dissalow", "disalow", "diasllow", "disallaw", "disallowed", "DisAlow")
        ),
        ("user-agent: FooBot\ndisalllow: /x", "/x/y /a/b"),
        ("user-agent: FooBot\n  disallow\t:  /x  \t# all of it", "/a/b"),
        ("user-agent: FooBot # Disallow: /\n# Disallow: /\nDisallow: /x#yz\n", "/a/b"),
        ("<html><body>\nUser-agent: *\nDisallow: /x\n</body></html>", "/a/b"),
        ("user-agent: FooBot\0\ndisallow: /x\0/more", "/a/b"),
    ],
)
def test_google_forgives_these_lines(text: str, allowed: str) -> None:
    for agent in ("FooBot", "foobot"):
        assert _allowed(text, agent, "/x/y", "/a/b") == set(allowed.split())


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "allowed"),
    [
        (b"", False),
        (b"\xef\xbb\xbf", False),
        (b"\xef\xbb", False),
        (b"\xef", False),
        (b"\xef\x11\xbf", True),
        (b"\n\xef\xbb\xbf", True),
    ],
)
def test_lines_end_in_three_ways_and_a_broken_mark_is_skipped(ending: str, mark: bytes, allowed: bool) -> None:
    text = ending.join(["user-agent: foo", "allow: /some/path", "user-agent: bar", "", "", "disallow: /"])
    robots = Robots.from_answer(200, mark + text.encode())
    assert robots.decide(_HOST, "bar") == Decision(False, 6 + mark.count(b"\n"), "disallow: /", "bar")
    assert robots.decide(_HOST + "/some/path", "foo").allowed
    first = text.split(ending)[1:]
    blocked = Robots.from_answer(200, mark + ending.join(["user-agent: foo", *first[3:]]).encode())
    assert blocked.decide(_HOST, "foo").allowed is allowed


def test_a_long_line_is_cut_as_google_cuts_it() -> None:
    room = 2083 * 8 - 1
    path = "/x/" + "a" * (room - len("disallow: /x/") - 1)
    robots = _robots(f"user-agent: FooBot\ndisallow: {path}/qux\n")
    assert robots.decide(f"{_HOST}/fux", "FooBot").allowed
    assert not robots.decide(f"{_HOST}{path}/fux", "FooBot").allowed
    a, b = ("/x/" + letter * (room - len("allow: /x/") - 1) for letter in "ab")
    robots = _robots(f"user-agent: FooBot\ndisallow: /\nallow: {a}/qux\nallow: {b}/qux\n")
    assert not robots.decide(f"{_HOST}/", "FooBot").allowed
    assert robots.decide(f"{_HOST}{a}/qux", "FooBot").allowed
    assert robots.decide(f"{_HOST}{b}/fux", "FooBot").allowed


def test_only_the_first_500_kib_are_read() -> None:
    filler = b"#" * (500 * 1024 - len(b"user-agent: *\n") - 1) + b"\n"
    robots = Robots.from_answer(200, b"user-agent: *\n" + filler + b"disallow: /\n")
    assert robots.allows(_HOST)
    assert not Robots.from_answer(200, b"user-agent: *\n" + filler[13:] + b"disallow: /\n").allows(_HOST)


def test_a_decision_names_its_line_and_its_group() -> None:
    robots = _robots("User-agent: *\nDisallow:\n\nUser-agent: Rounds/1.0\nDisallow: /a # private\nDisallow: /a\n")
    assert robots.decide(f"{_HOST}/a/b?c#d") == Decision(False, 5, "Disallow: /a", "Rounds/1.0")
    assert robots.decide(f"{_HOST}/b") == Decision(True, None, None, "Rounds/1.0")
    assert robots.decide(f"{_HOST}/a", "Other") == Decision(True, None, None, "*")
    assert _robots("").decide(_HOST) == Decision(True, None, None, None)
    assert robots.decide(f"{_HOST}/a", "Other", "rounds").line == 5


@pytest.mark.parametrize(
    ("status", "allowed", "refused"),
    [
        (200, False, False),
        (204, False, False),
        (301, True, False),
        (403, True, False),
        (404, True, False),
        (429, False, True),
        (500, False, True),
        (503, False, True),
    ],
)
def test_status_decides_first(status: int, allowed: bool, refused: bool) -> None:
    robots = Robots.from_answer(status, b"User-agent: *\nDisallow: /")
    assert robots.allows(f"{_HOST}/") is allowed
    assert robots.refusal == (f"robots.txt answered with status {status}" if refused else None)


def test_silence_forbids_for_now() -> None:
    robots = Robots.from_answer(None, None)
    assert robots.refusal == "robots.txt could not be fetched"
    assert robots.decide(_HOST) == Decision(False, None, None, None)


def test_an_operator_may_ignore_it() -> None:
    robots = Robots.allow_all()
    assert robots.allows(_HOST)
    assert (robots.refusal, robots.crawl_delay, robots.sitemaps, robots.rule_rows(_HOST)) == (None, None, [], [])


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 2", 2.0),
        ("User-agent: *\nCrawl-delay: 2\n\nUser-agent: Rounds\nDisallow: /x\nCrawl-delay: 0.5", 0.5),
        ("User-agent: *\nCrawl-delay: 2\nDisallow: /x\n\nUser-agent: rounds\nDisallow: /x", None),
        ("User-agent: Other\nCrawl-delay: 10\n\nUser-agent: *\nDisallow: /x", None),
        ("User-agent: Other\nUser-agent: *\nCrawl-delay: 10", 10.0),
        ("User-agent: *\nCrawl-delay: soon\nCrawl-delay: 3", 3.0),
        ("Crawl-delay: 3", None),
        ("User-agent: *\nCrawl-delay: 86400", 60.0),
        ("User-agent: *\nCrawl-delay: inf", None),
        ("User-agent: *\nCrawl-delay: nan", None),
        ("User-agent: *\nCrawl-delay: -3", None),
    ],
)
def test_the_delay_of_the_group_that_applies(text: str, delay: float | None) -> None:
    assert _robots(text).crawl_delay == delay


def test_sitemaps_stand_anywhere() -> None:
    text = (
        "Sitemap: https://clinic.example/a.xml\nUser-agent: foo\nsite-map:/b.xml\nAllow: /\nSITEMAP: \nSitemap: c"
    )
    assert _robots(text).sitemaps == ["https://clinic.example/a.xml", "/b.xml", "c"]


_RULE = st.builds(
    "{}: {}".format,
    st.sampled_from(["user-agent", "disallow", "allow", "crawl-delay", "x"]),
    st.text("/*$?%a2fé ", max_size=12) | st.sampled_from(["*", "rounds", "other"]),
)


@given(
    st.binary(max_size=300) | st.lists(_RULE, max_size=30).map(lambda lines: "\n".join(lines).encode()), st.text()
)
def test_no_bytes_break_it(body: bytes, path: str) -> None:
    robots = Robots.from_answer(200, body)
    decision = robots.decide(f"{_HOST}/{path}")
    assert decision == Robots.from_answer(200, body).decide(f"{_HOST}/{path}")
    assert robots.allows(f"{_HOST}/{path}") is decision.allowed
    assert isinstance(robots.decide(path).allowed, bool)
    rows = robots.rule_rows(f"{_HOST}/robots.txt")
    assert len({row.line for row in rows}) == len(rows)
    assert decision.line is None or decision.line in {row.line for row in rows}
