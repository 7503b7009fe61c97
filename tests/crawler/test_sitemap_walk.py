"""Which sitemaps are read, in what order, and what is said of those that are not."""

import asyncio
from collections.abc import Mapping

import httpx
import pytest

from crawler import sitemap_walk
from crawler.fetch import Fetcher, FetchFailure, Response
from crawler.rules import Rules
from crawler.scope import Hosts
from crawler.sitemap_walk import ReadSitemap, read_sitemaps
from crawler.urls import host

_HOME = "https://clinic.example/"
_HOSTS = Hosts(frozenset({"clinic.example"}))
_NO_FILE = "answered with status 404"


class _Net:
    """Answers by URL, or by path of the home's host; a string is a body. What is not named answers 404."""

    def __init__(self, answers: Mapping[str, httpx.Response | str | httpx.UnsupportedProtocol]) -> None:
        self.answers = {
            _HOME + url.removeprefix("/") if "://" not in url else url: a for url, a in answers.items()
        }
        self.asked: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url).removeprefix(_HOME))
        answer = self.answers.get(str(request.url), httpx.Response(404))
        if isinstance(answer, httpx.UnsupportedProtocol):
            raise answer
        if isinstance(answer, str):
            return httpx.Response(200, text=answer)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


def _walk(
    net: _Net,
    *,
    hosts: Hosts = _HOSTS,
    ignored: bool = False,
    early: tuple[str, ...] = (),
    done: Mapping[str, int] | None = None,
) -> dict[str, ReadSitemap]:
    """What the walk gave, by URL without home, in order."""

    async def read() -> list[ReadSitemap]:
        transport = httpx.MockTransport(net)
        async with Fetcher(concurrency=2, delay=0.0, timeout=5.0, transport=transport) as fetcher:
            answers = [await fetcher.get(url) for url in early]
            known = [answer for answer in answers if isinstance(answer, Response)]
            rules = Rules(fetcher, ignored=ignored)
            return [s async for s in read_sitemaps(fetcher, rules, _HOME, hosts, known, done or {})]

    found = asyncio.run(read())
    assert all(s.url == s.row.url and s.found_on == s.row.found_on for s in found)
    assert len({s.url for s in found}) == len(found)
    return {s.url.removeprefix(_HOME): s for s in found}


def _problems(found: dict[str, ReadSitemap]) -> dict[str, str | None]:
    return {url: sitemap.row.problem for url, sitemap in found.items()}


def _urls(*locs: str) -> str:
    return "<urlset>" + "".join(f"<url><loc>{loc}</loc></url>" for loc in locs) + "</urlset>"


def _index(*locs: str) -> str:
    return "<sitemapindex>" + "".join(f"<sitemap><loc>{loc}</loc></sitemap>" for loc in locs) + "</sitemapindex>"


def _to(target: str) -> httpx.Response:
    return httpx.Response(301, headers={"location": target})


_LIST = _urls(f"{_HOME}a")


def test_sitemaps_of_robots_txt_and_what_their_indexes_list() -> None:
    net = _Net(
        {
            "/robots.txt": f"Sitemap: {_HOME}one.xml\nSitemap: {_HOME}all.xml\nSitemap: {_HOME}one.xml",
            "/one.xml": _LIST,
            "/all.xml": _index(f"{_HOME}two.xml", f"{_HOME}one.xml"),
            "/two.xml": _LIST,
        }
    )
    found = _walk(net)
    assert net.asked == ["robots.txt", "one.xml", "all.xml", "two.xml"]
    assert [s.found_on for s in found.values()] == ["robots.txt", "robots.txt", f"{_HOME}all.xml"]
    assert _problems(found) == {"one.xml": None, "all.xml": None, "two.xml": None}
    assert found["all.xml"].row[2:7] == (200, "index", 0, 2, len(net.answers[f"{_HOME}all.xml"]))  # type: ignore[arg-type]
    assert found["one.xml"].row[2:7] == (200, "urlset", 1, 0, len(_LIST))
    assert [(e.sitemap, e.position, e.url) for e in found["two.xml"].entries] == [
        (f"{_HOME}two.xml", 1, f"{_HOME}a")
    ]


@pytest.mark.parametrize(
    ("answers", "read"),
    [
        ({"/sitemap.xml": _LIST}, ["sitemap.xml", "sitemap_index.xml"]),
        ({"/wp-sitemap.xml": _LIST}, ["sitemap.xml", "sitemap_index.xml", "wp-sitemap.xml"]),
        ({"/robots.txt": f"Sitemap: {_HOME}gone.xml", "/sitemap.xml": _LIST}, ["gone.xml", "sitemap.xml", "sitemap_index.xml"]),
        ({"/robots.txt": f"Sitemap: {_HOME}sitemap.xml", "/sitemap.xml": _LIST}, ["sitemap.xml"]),
        (
            {"/robots.txt": "Sitemap: https://maps.example/m.xml", "/sitemap.xml": _LIST},
            ["https://maps.example/m.xml", "sitemap.xml", "sitemap_index.xml"],
        ),
    ],
)  # fmt: skip
def test_the_well_known_ones_where_robots_txt_names_none_that_lists_pages(
    answers: dict[str, str], read: list[str]
) -> None:
    found = _walk(_Net(answers))
    assert list(found) == read
    expected = "well-known address" if "sitemap_index.xml" in read else "robots.txt"
    assert next(s for s in found.values() if s.entries).found_on == expected


def test_what_is_not_asked_for_is_told() -> None:
    robots = f"Sitemap: https://maps.example/m.xml\nSitemap: ftp://x/\nSitemap: {_HOME}no.xml\nUser-agent: *\nDisallow: /no"
    net = _Net({"/robots.txt": robots, "/sitemap.xml": _LIST})
    found = _walk(net)
    assert _problems(found) == {
        "https://maps.example/m.xml": "on another host, which is not crawled: not asked for",
        "ftp://x/": "no http(s) address: not asked for",
        "no.xml": "robots.txt forbids it: not asked for",
        "sitemap.xml": None,
        "sitemap_index.xml": _NO_FILE,
    }
    assert [s.answer is None for s in found.values()] == [True, True, True, False, False]
    assert not any("maps" in url for url in net.asked)


def test_rules_may_be_ignored() -> None:
    net = _Net({"/robots.txt": f"Sitemap: {_HOME}no.xml\nUser-agent: *\nDisallow: /", "/no.xml": _LIST})
    assert _problems(_walk(net, ignored=True)) == {"no.xml": None}


def test_every_host_that_is_crawled_has_sitemaps_of_its_own() -> None:
    net = _Net(
        {
            "/sitemap.xml": _LIST,
            "https://b.example/robots.txt": "Sitemap: /m.xml",
            "https://b.example/m.xml": _LIST,
        }
    )
    found = _walk(net, hosts=Hosts(frozenset({"b.example", "clinic.example"})))
    assert _problems(found) == {
        "sitemap.xml": None,
        "sitemap_index.xml": _NO_FILE,
        "https://b.example/m.xml": "named without its host",
    }


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        ({"/m.xml": _to("/n.xml"), "/n.xml": _LIST}, {"m.xml": f"redirects to {_HOME}n.xml", "n.xml": None}),
        (
            {"/m.xml": _to("/n.xml"), "/n.xml": _to("/m.xml")},
            {"m.xml": f"redirects to {_HOME}n.xml", "n.xml": f"redirects in a circle, to {_HOME}m.xml"},
        ),
        (
            {"/m.xml": _to("https://away.example/")},
            {
                "m.xml": "redirects to https://away.example/",
                "https://away.example/": "on another host, which is not crawled: not asked for",
            },
        ),
        ({"/m.xml": _to("mailto:a@b.example")}, {"m.xml": "redirects to no http(s) address"}),
        ({"/m.xml": httpx.Response(403)}, {"m.xml": "answered with status 403"}),
        ({"/m.xml": "<p>Hello"}, {"m.xml": "neither a sitemap nor a feed: <p>Hello"}),
        ({"/m.xml": _index("/n.xml"), "/n.xml": _LIST}, {"m.xml": None, "n.xml": "named without its host"}),
        (
            {"/m.xml": _index(f"{_HOME}n.xml"), "/n.xml": _index(f"{_HOME}o.xml"), "/o.xml": _LIST},
            {"m.xml": None, "n.xml": "an index inside of an index", "o.xml": None},
        ),
        (
            {"/m.xml": _index("tel:1", f"{_HOME}m.xml", f"{_HOME}m.xml", "tel:2")},
            {"m.xml": "lists itself; sitemaps with no http(s) address: 2, such as “tel:1”"},
        ),
    ],
)
def test_answers_of_every_kind(answers: dict[str, httpx.Response | str], problems: dict[str, str | None]) -> None:
    found = _problems(_walk(_Net({"/robots.txt": f"Sitemap: {_HOME}m.xml", **answers})))
    assert {url: p for url, p in found.items() if "sitemap" not in url} == problems


def test_redirects_have_an_end() -> None:
    net = _Net({"/robots.txt": f"Sitemap: {_HOME}0", **{f"/{n}": _to(f"/{n + 1}") for n in range(50)}})
    found = _problems(_walk(net))
    assert found["10"] == "redirects more than 10 times"
    assert "11" not in found


def test_a_failure_gives_its_reason() -> None:
    found = _walk(_Net({"/robots.txt": f"Sitemap: {_HOME}m.xml", "/m.xml": httpx.UnsupportedProtocol("no")}))[
        "m.xml"
    ]
    assert isinstance(found.answer, FetchFailure)
    assert found.row[2:] == (None, None, 0, 0, None, found.answer.reason)


def test_more_sitemaps_than_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap_walk, "_MAX_SITEMAPS", 3)
    net = _Net(
        {"/robots.txt": f"Sitemap: {_HOME}all.xml", "/all.xml": _index(*(f"{_HOME}{n}.xml" for n in range(9)))}
    )
    net.answers |= {f"{_HOME}{n}.xml": _LIST for n in range(9)}
    found = _walk(net)
    assert list(found) == ["all.xml", "0.xml", "1.xml"]
    assert found["all.xml"].row.problem == "lists more than 3 sitemaps: 7 not asked for"
    named = _Net({**net.answers, "/robots.txt": "".join(f"Sitemap: {_HOME}{n}.xml\n" for n in range(5))})
    assert list(_problems(_walk(named)).values()) == [None] * 3 + ["more than 3 sitemaps: not asked for"] * 2


def test_what_came_before_is_not_asked_for_again() -> None:
    net = _Net({"/": httpx.Response(200, html="<html>home"), "/sitemap.xml": _to("/")})
    found = _walk(net, early=(_HOME,))
    assert net.asked.count("") == 1
    assert found[""].row.problem == "a web page, no sitemap"
    assert host(found[""].url) == "clinic.example"


def test_each_is_told_before_the_next_is_asked_for() -> None:
    net = _Net({"/robots.txt": f"Sitemap: {_HOME}1.xml\nSitemap: {_HOME}2.xml", "/1.xml": _LIST, "/2.xml": _LIST})

    async def first() -> str:
        async with Fetcher(concurrency=2, delay=0.0, timeout=5.0, transport=httpx.MockTransport(net)) as fetcher:
            async for sitemap in read_sitemaps(fetcher, Rules(fetcher), _HOME, _HOSTS):
                return sitemap.url
        return ""

    assert asyncio.run(first()) == f"{_HOME}1.xml"
    assert net.asked == ["robots.txt", "1.xml"]


def test_what_was_read_before_an_interruption_is_not_read_again() -> None:
    index = "<sitemapindex><sitemap><loc>/1.xml</loc></sitemap><sitemap><loc>/2.xml</loc></sitemap></sitemapindex>"
    page = "<urlset><url><loc>https://clinic.example/a</loc></url></urlset>"
    net = _Net({"robots.txt": f"Sitemap: {_HOME}index.xml", "index.xml": index, "1.xml": page, "2.xml": page})
    found = _walk(net, done={f"{_HOME}1.xml": 1})
    assert list(found) == ["index.xml", "2.xml"]
    assert net.asked == ["robots.txt", "index.xml", "2.xml"]
