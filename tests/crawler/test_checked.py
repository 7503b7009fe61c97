"""Links elsewhere and assets: each is probed once, and only what is surely gone is called broken."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from crawler.checked import LinkChecker, Prober
from crawler.fetch import Fetcher, FetchFailure, Response
from crawler.scope import Hosts
from crawler.tables.crawl import UNKNOWN_HOST, CheckedUrlRow

_HOSTS = Hosts(frozenset({"clinic.example"}))
_HOME = "https://clinic.example/"
_OTHER = "https://other.example/"

Said = int | str | tuple[int, dict[str, str]]
"""What a fake address says: a status, a kind of failure, an address to go to, or a status with headers."""


def _answer(url: str, said: Said) -> Response | FetchFailure:
    if isinstance(said, str) and "/" not in said:
        return FetchFailure(url, f"it was {said}", 12.34, 1, said)
    if isinstance(said, str):
        said = (301, {"location": said})
    status, headers = (said, {}) if isinstance(said, int) else said
    now = datetime(2026, 11, 22, 2, 14, tzinfo=UTC)
    return Response(url, status, httpx.Headers(headers), None, 12.34, 1, now, "HEAD")


class _Web:
    """A fetcher without a net: `said` by address; all others are there. Keeps what was asked, and how many at once."""

    def __init__(self, said: Mapping[str, Said] | None = None, seconds: float = 0) -> None:
        self.said = said or {}
        self.seconds = seconds
        self.asked: list[str] = []
        self.most: dict[str, int] = {}
        self._now: dict[str, int] = {}

    async def probe(self, url: str) -> Response | FetchFailure:
        self.asked.append(url)
        for name in (httpx.URL(url).host, "all"):
            self._now[name] = self._now.get(name, 0) + 1
            self.most[name] = max(self.most.get(name, 0), self._now[name])
        await asyncio.sleep(self.seconds)
        for name in (httpx.URL(url).host, "all"):
            self._now[name] -= 1
        said = self.said.get(url, self.said.get(httpx.URL(url).host, 200))
        return _answer(url, said)


def _checker(web: Prober, allows: Callable[[str], bool] = lambda _: True, **limits: Any) -> LinkChecker:
    return LinkChecker(web, _HOSTS, allows, **limits)


def _checked(web: Prober, *urls: str, kind: str = "link", **options: Any) -> dict[str, CheckedUrlRow]:
    checker = _checker(web, **options)
    for url in urls:
        checker.note(url, kind, _HOME)
    asyncio.run(checker.run())
    return {row.url: row for row in checker.rows()}


@pytest.mark.parametrize(
    ("said", "outcome", "failure"),
    [
        (200, "ok", None),
        (204, "ok", None),
        (206, "ok", None),
        (404, "broken", "not there (status 404)"),
        (410, "broken", "not there (status 410)"),
        (400, "broken", "the server refuses the address (status 400)"),
        (500, "broken", "the server failed (status 500)"),
        (503, "broken", "the server failed (status 503)"),
        ((503, {"server": "cloudflare"}), "unverified", "the server may only turn programs away (status 503)"),
        (
            (404, {"cf-mitigated": "challenge"}),
            "unverified",
            "the server may only turn programs away (status 404)",
        ),
        ((503, {"retry-after": "60"}), "rate_limited", "the server asked to slow down (status 503)"),
        (429, "rate_limited", "the server asked to slow down (status 429)"),
        (430, "rate_limited", "the server asked to slow down (status 430)"),
        (401, "unverified", "the server may only turn programs away (status 401)"),
        (403, "unverified", "the server may only turn programs away (status 403)"),
        (405, "unverified", "the server may only turn programs away (status 405)"),
        (406, "unverified", "the server may only turn programs away (status 406)"),
        (451, "unverified", "the server may only turn programs away (status 451)"),
        (999, "unverified", "the server may only turn programs away (status 999)"),
        (302, "unverified", "it redirects to no web address (status 302)"),
        ((302, {"location": "intent://x"}), "unverified", "it redirects to no web address (status 302)"),
        ("dns", "failed", "it was dns"),
        ("rate_limited", "rate_limited", "it was rate_limited"),
        ("timeout", "failed", "it was timeout"),
        ("tls", "failed", "it was tls"),
        ("address", "refused", "it was address"),
    ],
)
def test_outcomes(said: Said, outcome: str, failure: str | None) -> None:
    row = _checked(_Web({_OTHER: said}), _OTHER)[_OTHER]
    assert (row.outcome, row.failure) == (outcome, failure)
    assert (row.method, row.status is None) == ((None, True) if isinstance(said, str) else ("HEAD", False))


def test_a_row_tells_what_was_found_and_who_names_it() -> None:
    checker = _checker(_Web({_OTHER: (200, {"content-type": "image/png", "content-length": "1234"})}))
    for page in ("b", "b", "a", "c"):
        checker.note(_OTHER, "link", _HOME + page)
    checker.note(_OTHER, "image", _HOME + "c")
    asyncio.run(checker.run())
    assert checker.rows() == [
        CheckedUrlRow(
            _OTHER, "image", False, "HEAD", 200, "ok", None, _OTHER, 0, "image/png", 1234, 12.3, 3, _HOME + "a"
        )
    ]


@pytest.mark.parametrize(
    ("status", "headers", "size"),
    [
        (200, {}, None),
        (200, {"content-length": "12, 12"}, None),
        (200, {"content-length": "9" * 30}, None),
        (206, {"content-length": "1", "content-range": "bytes 0-0/70000"}, 70_000),
        (206, {"content-length": "1", "content-range": "bytes 0-0/*"}, None),
    ],
)
def test_size_of_the_whole_file(status: int, headers: dict[str, str], size: int | None) -> None:
    assert _checked(_Web({_OTHER: (status, headers)}), _OTHER)[_OTHER].bytes == size


def test_redirects_are_followed_and_shared_ones_asked_once() -> None:
    web = _Web(
        {
            _OTHER + "1": "/3",
            _OTHER + "2": "/3",
            _OTHER + "3": "https://new.example/",
            "https://new.example/": 404,
        }
    )
    rows = _checked(web, *(_OTHER + path for path in "123"))
    ends = [(row.outcome, row.status, row.final_url, row.redirect_hops) for row in rows.values()]
    assert ends == [("broken", 404, "https://new.example/", hops) for hops in (2, 2, 1)]
    assert sorted(web.asked) == [
        "https://new.example/",
        *(_OTHER + path for path in "123"),
    ]


def test_a_circle_of_redirects_is_no_proof() -> None:
    web = _Web({_OTHER + "1": "/2", _OTHER + "2": "/1", _OTHER + "3": "/3"})
    rows = _checked(web, _OTHER + "1", _OTHER + "3")
    assert {(row.outcome, row.failure) for row in rows.values()} == {
        ("unverified", "its redirects go round in a circle")
    }
    assert len(web.asked) == 3


@pytest.mark.parametrize(("hops", "outcome"), [(10, "ok"), (11, "unverified")])
def test_ten_redirects_are_followed(hops: int, outcome: str) -> None:
    web = _Web({f"{_OTHER}{hop}": f"/{hop + 1}" for hop in range(hops)})
    row = _checked(web, _OTHER + "0")[_OTHER + "0"]
    assert (row.outcome, row.redirect_hops, len(web.asked)) == (outcome, 10, 11)


def test_no_password_is_sent() -> None:
    web = _Web()
    assert _checked(web, "https://me:secret@other.example/")["https://me:secret@other.example/"].outcome == "ok"
    assert web.asked == [_OTHER]


@pytest.mark.parametrize("kind", ["dns", "refused", "tls", "address"])
def test_a_host_that_is_not_there_is_asked_once(kind: str) -> None:
    web = _Web({"other.example": kind, "www.moved.example": _OTHER + "x"})
    urls = [f"{_OTHER}{n}" for n in range(50)]
    rows = _checked(web, *urls, "https://www.moved.example/")
    assert len({(row.outcome, row.failure) for row in rows.values()}) == 1
    assert web.asked.count(_OTHER + "0") == 1
    assert sorted(web.asked)[1:] == ["https://www.moved.example/"]


def test_a_host_that_stays_silent_is_given_up() -> None:
    web = _Web({"other.example": "timeout"})
    rows = _checked(web, *(f"{_OTHER}{n}" for n in range(50)))
    assert {row.outcome for row in rows.values()} == {"failed"}
    assert len(web.asked) <= 4


def test_a_few_late_answers_are_no_silence() -> None:
    web = _Web({f"{_OTHER}{n}": "timeout" for n in range(0, 50, 3)})
    rows = _checked(web, *(f"{_OTHER}{n}" for n in range(50)))
    assert len(web.asked) == 50
    assert [row.outcome for row in rows.values()].count("failed") == 17


def test_few_at_once_and_two_of_a_host() -> None:
    web = _Web(seconds=0.001)
    _checked(web, *(f"https://h{host}.example/{n}" for host in range(30) for n in range(5)))
    assert len(set(web.asked)) == len(web.asked) == 150
    assert web.most.pop("all") == 16
    assert max(web.most.values()) == 2


def test_running_again_asks_only_for_what_is_new() -> None:
    web = _Web({_OTHER + "new": "/old"})
    checker = _checker(web)
    checker.note(_OTHER + "old", "link", _HOME)
    asyncio.run(checker.run())
    checker.note(_OTHER + "new", "link", _HOME)
    asyncio.run(checker.run())
    assert web.asked == [_OTHER + "old", _OTHER + "new"]
    assert {row.final_url for row in checker.rows()} == {_OTHER + "old"}


def test_beyond_the_limit_the_least_named_are_left_out() -> None:
    web = _Web()
    checker = _checker(web, limit=2)
    for page, names in {"a": "123", "b": "23"}.items():
        for name in names:
            checker.note(_OTHER + name, "link", _HOME + page)
    asyncio.run(checker.run())
    assert sorted(web.asked) == [_OTHER + "2", _OTHER + "3"]
    left = checker.rows()[0]
    assert (left.outcome, left.failure) == ("unchecked", "the limit of 2 addresses was reached first")


def test_the_time_is_limited_over_all_runs() -> None:
    web = _Web(seconds=30)
    checker = _checker(web, max_seconds=0.05)
    checker.note(_OTHER, "link", _HOME)
    asyncio.run(checker.run())
    checker.note(_OTHER + "late", "link", _HOME)
    asyncio.run(checker.run())
    assert web.asked == [_OTHER]
    assert {(row.outcome, row.failure) for row in checker.rows()} == {
        ("unchecked", "the limit of 0.05 seconds was reached first")
    }


def test_own_assets_obey_robots() -> None:
    web = _Web({_HOME + "moved.js": "/private/menu.js"})
    urls = [_HOME + "menu.js", _HOME + "private/menu.js", _HOME + "moved.js"]
    rows = _checked(web, *urls, kind="script", allows=lambda url: "/private/" not in url)
    assert [row.is_internal for row in rows.values()] == [True] * 3
    assert {row.url: row.failure for row in rows.values() if row.outcome == "unchecked"} == dict.fromkeys(
        urls[1:], "robots.txt forbids it"
    )
    assert sorted(web.asked) == [_HOME + "menu.js", _HOME + "moved.js"]


def test_pages_of_the_site_are_handed_to_the_crawl() -> None:
    twin = "https://www.clinic.example/knee"
    web = _Web({twin: _HOME + "knee", _OTHER: "https://third.example/"})
    checker = _checker(web)
    for url in (twin, _OTHER):
        checker.note(url, "link", _HOME)
    asyncio.run(checker.run())
    row = checker.rows()[1]
    assert checker.internal_targets() == [(_HOME + "knee", twin)]
    assert (row.outcome, row.final_url, row.redirect_hops) == ("unchecked", _HOME + "knee", 1)
    assert _HOME + "knee" not in web.asked


def test_an_image_elsewhere_may_lie_on_the_site() -> None:
    web = _Web({_OTHER: _HOME + "knee.jpg", _HOME + "knee.jpg": 404})
    assert _checked(web, _OTHER, kind="image")[_OTHER].outcome == "broken"


def test_a_fault_of_the_program_is_no_finding() -> None:
    class _Faulty:
        async def probe(self, url: str) -> Response | FetchFailure:
            raise KeyError(url)

    with pytest.raises(KeyError):
        _checked(_Faulty(), _OTHER)


def test_over_the_real_fetcher() -> None:
    asked: list[tuple[str, str]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append((request.method, request.url.path))
        if request.url.host == "dead.example":
            raise httpx.ConnectError("[Errno -2] Name or service not known")
        if request.url.path == "/no-head" and request.method == "HEAD":
            return httpx.Response(405)
        if request.url.path == "/moved":
            return httpx.Response(308, headers={"location": "/no-head"})
        return httpx.Response(404 if request.url.path == "/gone" else 200)

    async def run() -> list[CheckedUrlRow]:
        transport = httpx.MockTransport(handler)
        async with Fetcher(concurrency=2, delay=0, timeout=1, transport=transport) as fetcher:
            checker = _checker(fetcher)
            for path in ("gone", "moved"):
                checker.note(_OTHER + path, "link", _HOME)
            checker.note("https://dead.example/", "link", _HOME)
            await checker.run()
            return checker.rows()

    rows = asyncio.run(run())
    dead, gone, moved = rows
    assert (dead.outcome, dead.failure) == ("failed", UNKNOWN_HOST)
    assert (gone.outcome, gone.status) == ("broken", 404)
    assert (moved.outcome, moved.status, moved.redirect_hops, moved.method) == ("ok", 200, 1, "GET")
    assert asked.count(("HEAD", "/no-head")) == asked.count(("GET", "/no-head")) == 1


@pytest.mark.parametrize(("hosts", "outcome"), [(2, "failed"), (3, "unchecked")])
def test_where_no_name_is_known_it_is_this_computer(hosts: int, outcome: str) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("[Errno -2] Name or service not known")

    async def run() -> list[CheckedUrlRow]:
        async with Fetcher(concurrency=2, delay=0, timeout=1, transport=httpx.MockTransport(handler)) as fetcher:
            checker = _checker(fetcher)
            for number in range(hosts):
                checker.note(f"https://{number}.example/", "link", _HOME)
            await checker.run()
            return checker.rows()

    assert {row.outcome for row in asyncio.run(run())} == {outcome}
