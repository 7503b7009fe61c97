"""How much of a site is crawled: scope, patterns, lists, limits, and what is found beside links."""

import asyncio
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from crawler.errors import SeedUnreachable
from crawler.journal import Journal
from tests.crawler.reading import Reading, read, site_of

_HOME = "https://www.clinic.example/"
_BLOG = "https://blog.clinic.example/"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.fetch._FIRST_BACKOFF", 0.0)


def _links(*paths: str) -> str:
    return "".join(f"<a href='{path}'>x</a>" for path in paths)


def _net() -> httpx.MockTransport:
    pages: dict[str, httpx.Response | str] = {
        _HOME: _links("/a/", "/b/", _BLOG, "https://other.example/"),
        f"{_HOME}a/": _links("/a/1", "/b/"),
        f"{_HOME}a/1": _links("/a/2", "/"),
        f"{_HOME}a/2": "<p>deep",
        f"{_HOME}b/": _links("/b/?x=1&utm_source=mail", "/b/?x=1"),
        f"{_HOME}b/?x=1": "<p>b",
        _BLOG: _links("/post", _HOME),
        f"{_BLOG}post": "<p>post",
        f"{_BLOG}robots.txt": httpx.Response(200, text="User-agent: *\nDisallow: /secret"),
        f"{_HOME}sitemap.xml": httpx.Response(
            200, text="<urlset><url><loc>/a/1</loc></url><url><loc>/only?gclid=1</loc></url></urlset>"
        ),
        f"{_HOME}only": _links("/from-only"),
        f"{_HOME}from-only": "<p>x",
    }
    return site_of(pages)


def _pages(reading: Reading) -> set[str]:
    return {url.removeprefix(_HOME) for (url,) in reading.rows("pages", "url")}


_ALL = {"", "a/", "a/1", "a/2", "b/", "b/?x=1", "only", "from-only"}


@pytest.mark.parametrize(
    ("seed", "settings", "pages"),
    [
        (_HOME, {}, _ALL),
        (f"{_HOME}a/1", {}, _ALL),
        (_HOME, {"scope": "subdomains"}, _ALL | {_BLOG, f"{_BLOG}post"}),
        (_HOME, {"hosts": ["Blog.Clinic.example"]}, _ALL | {_BLOG, f"{_BLOG}post"}),
        (f"{_HOME}a/1", {"scope": "path"}, {"a/1", "a/2"}),
        (_HOME, {"include": ["/a/*", "/$"]}, {"", "a/", "a/1", "a/2"}),
        (_HOME, {"exclude": ["/a/", "*?x="]}, {"", "b/", "only", "from-only"}),
        (_HOME, {"max_depth": 0}, {"", "a/1", "only"}),
        (_HOME, {"max_depth": 1}, {"", "a/", "b/", "a/1", "only"}),
        (_HOME, {"sitemap_only": True}, {"a/1", "only"}),
        (_HOME, {"max_pages": 3}, None),
    ],
)
def test_how_much_is_crawled(tmp_path: Path, seed: str, settings: dict[str, Any], pages: set[str] | None) -> None:
    reading = read(seed, tmp_path, _net(), **settings)
    if pages is None:
        assert (reading.row.pages, reading.row.outcome) == (3, "limited")
    else:
        assert _pages(reading) == pages
    asked = reading.rows("resources", "url", "outcome NOT IN ('excluded', 'over_limit')")
    hosts = {httpx.URL(url).host for (url,) in asked}
    assert hosts <= {"www.clinic.example", "blog.clinic.example"}


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    reading = read(_HOME, tmp_path, _net(), exclude=["/b/"])
    rows = {
        url.removeprefix(_HOME): tuple(rest) for url, *rest in reading.rows("resources", "url, outcome, failure")
    }
    assert rows["b/"] == ("excluded", "excluded by the pattern /b/")
    assert "1 address left out by the patterns" in reading.row.note
    assert reading.row.outcome == "complete"


def test_more_clicks_than_allowed_are_over_the_limit(tmp_path: Path) -> None:
    pages = {_HOME: _links("/a"), f"{_HOME}a": _links("/b"), f"{_HOME}b": "<p>b"}
    reading = read(_HOME, tmp_path, site_of(dict(pages)), max_depth=1)
    assert reading.rows("resources", "url, failure", "outcome = 'over_limit'") == [
        (f"{_HOME}b", "more than 1 clicks from the start")
    ]
    assert reading.row.outcome == "limited"


def test_a_list_is_all_that_is_asked_for(tmp_path: Path) -> None:
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        if request.url.path == "/moved":
            return httpx.Response(301, headers={"location": "/new"})
        return httpx.Response(404 if "gone" in request.url.path else 200, html="<a href=/more>more</a>")

    urls = (f"{_HOME}x", f"{_HOME}moved", f"{_HOME}gone", f"{_BLOG}y")
    reading = read(urls[0], tmp_path, httpx.MockTransport(handler), urls=urls)
    assert _pages(reading) == {"x", "new", f"{_BLOG}y"}
    assert sorted(asked) == sorted([*urls, f"{_HOME}new", f"{_HOME}robots.txt", f"{_BLOG}robots.txt"])
    assert reading.row.note == "Only the 4 addresses of a list were asked for; no link was followed."
    assert ("list",) in reading.rows("resources", "DISTINCT found_by")


def test_tracking_parameters_are_no_other_page(tmp_path: Path) -> None:
    reading = read(_HOME, tmp_path, _net())
    assert reading.rows("links", "target_url, href, tracking", "tracking IS NOT NULL") == [
        (f"{_HOME}b/?x=1", "/b/?x=1&utm_source=mail", "utm_source=mail")
    ]


@pytest.mark.parametrize(
    ("head", "way"),
    [
        ("<link rel=canonical href=/found>", "canonical"),
        ("<link rel=alternate hreflang=es href=/found>", "hreflang"),
        ("<link rel=next href=/found>", "pagination"),
        ("<a rel='prev nofollow' href=/found>x</a>", "link"),
        ("<meta http-equiv=refresh content=\"5; url='/found'\">", "refresh"),
        ("<meta http-equiv=refresh content='0;/found'>", "refresh"),
        ("<base href=/dir/><a href=../found>x</a>", "link"),
        ("<map><area href=/found></map>", "link"),
    ],
)
def test_what_else_leads_to_a_page(tmp_path: Path, head: str, way: str) -> None:
    reading = read(_HOME, tmp_path, site_of({_HOME: head, f"{_HOME}found": "<p>found"}))
    assert reading.rows("resources", "found_by, found_on", "url LIKE '%/found'") == [(way, _HOME)]
    assert _pages(reading) == {"", "found"}


def test_a_link_header_leads_to_a_page_too(tmp_path: Path) -> None:
    home = httpx.Response(200, html="<p>x", headers={"link": f'<{_HOME}found>; rel="canonical"'})
    reading = read(_HOME, tmp_path, site_of({_HOME: home, f"{_HOME}found": "<p>found"}))
    assert _pages(reading) == {"", "found"}


def test_robots_txt_may_be_ignored_but_not_in_silence(tmp_path: Path) -> None:
    rules = httpx.Response(200, text="User-agent: *\nDisallow: /")
    net = site_of({_HOME: _links("/a"), f"{_HOME}a": "<p>a", f"{_HOME}robots.txt": rules})
    reading = read(_HOME, tmp_path, net, ignore_robots=True)
    assert _pages(reading) == {"", "a"}
    assert "robots.txt was ignored, as the operator asked" in reading.row.note
    assert reading.rows("robots_rules", "line, directive, value") == [(1, "user-agent", "*"), (2, "disallow", "/")]
    assert reading.rows("robots_agents", "DISTINCT allowed") == [(False,)]


def test_a_failing_robots_txt_may_be_ignored(tmp_path: Path) -> None:
    net = site_of({_HOME: "<p>x", f"{_HOME}robots.txt": httpx.Response(503)})
    assert read(_HOME, tmp_path, net, ignore_robots=True).row.pages == 1


def test_every_host_has_its_own_rules(tmp_path: Path) -> None:
    net = site_of(
        {
            _HOME: _links(_BLOG, f"{_BLOG}secret"),
            _BLOG: "<p>blog",
            f"{_BLOG}secret": "<p>secret",
            f"{_BLOG}robots.txt": httpx.Response(200, text="User-agent: *\nDisallow: /secret"),
        }
    )
    reading = read(_HOME, tmp_path, net, hosts=["blog.clinic.example"])
    assert reading.rows("resources", "failure", "outcome = 'blocked_robots'") == [
        ("robots.txt line 2: Disallow: /secret",)
    ]
    assert _pages(reading) == {"", _BLOG}


class _Hanging(httpx.AsyncBaseTransport):
    """The first page at once, all else never."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/":
            return httpx.Response(200, html=_links("/a", "/b"), request=request)
        if request.url.path == "/robots.txt":
            return httpx.Response(404, request=request)
        await asyncio.sleep(60)
        raise AssertionError("nobody waits that long")


def test_time_is_a_limit_even_of_what_hangs(tmp_path: Path) -> None:
    started = time.monotonic()
    reading = read(_HOME, tmp_path, _Hanging(), max_minutes=0.01)
    assert time.monotonic() - started < 10
    assert (reading.row.pages, reading.row.outcome) == (1, "limited")
    assert reading.rows("resources", "url, failure", "outcome = 'over_limit'") == [
        (f"{_HOME}{path}", "the limit of 0.01 minutes was reached first") for path in "ab"
    ]


def test_redirects_without_end_are_a_trap(tmp_path: Path) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.startswith("/r/"):
            return httpx.Response(302, headers={"location": f"/r/{int(path[3:]) + 1}"})
        return httpx.Response(200 if path in ("/", "/x") else 404, html=_links("/r/1", "/x"))

    reading = read(_HOME, tmp_path, httpx.MockTransport(handler))
    assert _pages(reading) == {"", "x"}
    assert reading.rows("traps", "kind, example, urls") == [("redirects", f"{_HOME}r/12", 1)]
    assert reading.rows("resources", "failure", "outcome = 'excluded'") == [
        ("it lies behind more than 10 redirects",)
    ]


def test_no_way_but_a_redirect_keeps_tracking_parameters(tmp_path: Path) -> None:
    head = "<link rel=canonical href='/?utm_source=c'><link rel=next href='/n?gclid=1'><a href=/moved>x</a>"
    moved = httpx.Response(302, headers={"location": "/to?utm_source=r"})
    net = site_of({_HOME: head, f"{_HOME}n": "<p>n", f"{_HOME}moved": moved, f"{_HOME}to?utm_source=r": "<p>to"})
    reading = read(_HOME, tmp_path, net)
    assert _pages(reading) == {"", "n", "to?utm_source=r"}


def test_without_a_sitemap_there_is_nothing_to_read_of_sitemaps_only(tmp_path: Path) -> None:
    with pytest.raises(SeedUnreachable, match=r"No sitemap of www\.clinic\.example that lists a page"):
        read(_HOME, tmp_path, site_of({_HOME: "<p>x"}), sitemap_only=True)


def test_a_page_in_place_of_robots_txt_is_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[str] = []
    note = Journal.note

    def counted(journal: Journal, name: str, value: object) -> None:
        noted.append(name)
        note(journal, name, value)

    monkeypatch.setattr(Journal, "note", counted)
    pages = {f"{_HOME}{n}": "<p>x" for n in range(10)} | {_HOME: _links(*map(str, range(10)))}
    read(_HOME, tmp_path, site_of({**pages, f"{_HOME}robots.txt": "<p>an app"}))
    assert noted.count("robots") == 1


def test_links_elsewhere_are_checked_and_lead_back(tmp_path: Path) -> None:
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(f"{request.method} {request.url}")
        match request.url.host, request.url.path:
            case "www.clinic.example", "/":
                elsewhere = _links(
                    "http://clinic.example/hidden", "https://other.example/x", "https://dead.example/"
                )
                return httpx.Response(
                    200, html=f"{elsewhere}<img src=/no.png><img src=//t.example/p width=1 height=1>"
                )
            case "www.clinic.example", "/hidden":
                return httpx.Response(200, html="<a href=/deeper>x</a>")
            case "www.clinic.example", "/deeper":
                return httpx.Response(200, html="<a href=https://other.example/late>x</a>")
            case "clinic.example", path:
                return httpx.Response(301, headers={"location": f"https://www.clinic.example{path}"})
            case "other.example", path:
                return httpx.Response(404 if path == "/x" else 200)
            case "dead.example", _:
                raise httpx.ConnectError("[Errno -2] Name or service not known")
            case _:
                return httpx.Response(404)

    reading = read(_HOME, tmp_path, httpx.MockTransport(handler), check_links=True)
    assert _pages(reading) == {"", "hidden", "deeper"}
    assert reading.rows("resources", "found_by", "url LIKE '%/hidden'") == [("redirect",)]
    assert dict(reading.rows("checked_urls", "url, outcome")) == {
        "http://clinic.example/hidden": "unchecked",
        "https://other.example/x": "broken",
        "https://other.example/late": "ok",
        "https://dead.example/": "failed",
        f"{_HOME}no.png": "broken",
    }
    assert not [one for one in asked if "t.example" in one], "a pixel that counts visits is left alone"
    pages = [one for one in asked if one.startswith("GET") and "other.example" not in one]
    assert len(pages) == len(set(pages))
    assert not [one for one in asked if one.startswith("GET https://other.example/late")]


def test_switched_off_nothing_else_is_asked_for(tmp_path: Path) -> None:
    reading = read(_HOME, tmp_path, site_of({_HOME: _links("https://other.example/")}), check_links=False)
    assert reading.rows("checked_urls", "url") == []
