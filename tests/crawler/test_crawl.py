"""A crawl over a net of our own: what is found, what is left out, what is said."""

from pathlib import Path

import httpx
import pytest

from crawler import fetch
from crawler.errors import SeedUnreachable
from tests.crawler.reading import read, site_of

_HOME = "https://clinic.example/"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_FIRST_BACKOFF", 0.0)
    monkeypatch.setattr("crawler.pace._FIRST_PAUSE", 0.0)


def _redirect(to: str, status: int = 301) -> httpx.Response:
    return httpx.Response(status, headers={"location": to})


def test_links_and_sitemaps_lead_to_every_page(tmp_path: Path) -> None:
    net = site_of(
        {
            _HOME: "<a href=/a>a</a><a href=/a#part>a</a><a href=https://other.example/>away</a>",
            f"{_HOME}a": "<a href=/>home</a><a rel=nofollow href=/b?x=1&amp;y=2>b</a><area href=/area>",
            f"{_HOME}b?x=1&y=2": "<p>end",
            f"{_HOME}area": "<p>area",
            f"{_HOME}orphan": "<p>orphan",
            f"{_HOME}robots.txt": httpx.Response(200, text=f"Sitemap: {_HOME}map.xml"),
            f"{_HOME}map.xml": httpx.Response(200, text="<urlset><url><loc>/orphan</loc></url></urlset>"),
        }
    )
    reading = read(_HOME, tmp_path, net)
    urls = [url.removeprefix(_HOME) for (url,) in reading.rows("pages", "url")]
    assert urls == ["", "a", "area", "b?x=1&y=2", "orphan"]
    assert reading.rows("resources", "url", "in_sitemap") == [(f"{_HOME}orphan",)]
    assert reading.rows("sitemap_entries", "position, url") == [(1, f"{_HOME}orphan")]
    assert (reading.row.outcome, reading.row.pages, reading.row.note) == ("complete", 5, "")


def test_nothing_is_asked_for_twice_or_elsewhere(tmp_path: Path) -> None:
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        links = "".join(f"<a href=/{n}>x</a><a href='/{n}#f'>x</a>" for n in range(20))
        return httpx.Response(200, html=links + "<a href=/sitemap.xml><a href=https://away.example/>")

    read(_HOME, tmp_path, httpx.MockTransport(handler), concurrency=8)
    assert len(asked) == len(set(asked))
    assert {httpx.URL(url).host for url in asked} == {"clinic.example"}


def test_every_kind_of_answer_is_a_row(tmp_path: Path) -> None:
    net = site_of(
        {
            _HOME: "".join(f"<a href=/{n}>x</a>" for n in "gone down slow hop loop out file odd none".split()),
            f"{_HOME}gone": httpx.Response(410),
            f"{_HOME}down": httpx.Response(500),
            f"{_HOME}slow": httpx.Response(429, headers={"retry-after": "0"}),
            f"{_HOME}hop": _redirect("/hop2", 302),
            f"{_HOME}hop2": _redirect("/end"),
            f"{_HOME}end": "<p>end",
            f"{_HOME}loop": _redirect("/loop"),
            f"{_HOME}out": _redirect("https://other.example/"),
            f"{_HOME}file": httpx.Response(200, content=b"%PDF", headers={"content-type": "application/pdf"}),
            f"{_HOME}odd": _redirect("mailto:a@b.example"),
            f"{_HOME}none": httpx.Response(204),
        }
    )
    reading = read(_HOME, tmp_path, net)
    rows = reading.rows("resources", "url, outcome, kind, status, redirect_hops", "url not like '%map%'")
    assert {url.removeprefix(_HOME): tuple(rest) for url, *rest in rows} == {
        "": ("fetched", "page", 200, 0),
        "robots.txt": ("client_error", "other", 404, 0),
        "gone": ("client_error", "page", 410, 0),
        "down": ("server_error", "page", 500, 0),
        "slow": ("rate_limited", "page", 429, 0),
        "hop": ("redirect", "page", 302, 2),
        "hop2": ("redirect", "page", 301, 1),
        "end": ("fetched", "page", 200, 0),
        "loop": ("redirect", "page", 301, 1),
        "out": ("redirect", "page", 301, 1),
        "file": ("fetched", "pdf", 200, 0),
        "odd": ("redirect", "page", 301, 0),
        "none": ("fetched", "page", 204, 0),
    }
    assert [url for (url,) in reading.rows("pages", "url")] == [_HOME, f"{_HOME}end"]
    hops = reading.rows("redirects", "hop, source_url, target_url", f"url = '{_HOME}hop'")
    assert hops == [(1, f"{_HOME}hop", f"{_HOME}hop2"), (2, f"{_HOME}hop2", f"{_HOME}end")]


def test_a_seed_that_moved_is_followed_and_said(tmp_path: Path) -> None:
    net = site_of(
        {
            "http://clinic.example/": _redirect("https://www.clinic.example/"),
            "https://www.clinic.example/": "<a href=/a>a</a><a href=http://clinic.example/b>b</a>",
            "https://www.clinic.example/a": "<p>a",
        }
    )
    reading = read("http://clinic.example/", tmp_path, net)
    assert (reading.row.site, reading.row.seed) == ("www.clinic.example", "https://www.clinic.example/")
    assert "www.clinic.example was crawled as the site" in reading.row.note
    assert len(reading.rows("pages", "url")) == 2
    assert reading.rows("resources", "outcome, final_url", "url = 'http://clinic.example/'") == [
        ("redirect", "https://www.clinic.example/")
    ]


def test_a_site_that_forbids_everything_gives_an_honest_empty_snapshot(tmp_path: Path) -> None:
    net = site_of({_HOME: "<p>x", f"{_HOME}robots.txt": httpx.Response(200, text="User-agent: *\nDisallow: /")})
    reading = read(_HOME, tmp_path, net)
    assert reading.row.pages == 0
    assert "robots.txt forbids" in reading.row.note
    assert reading.rows("resources", "url, outcome", "outcome = 'blocked_robots'") == [(_HOME, "blocked_robots")]


def test_a_failing_robots_txt_means_not_now(tmp_path: Path) -> None:
    net = site_of({_HOME: "<p>x", f"{_HOME}robots.txt": httpx.Response(503)})
    with pytest.raises(SeedUnreachable, match="answered with status 503: try again later"):
        read(_HOME, tmp_path, net)
    assert list(tmp_path.iterdir()) == []


def test_a_forbidden_part_is_left_alone(tmp_path: Path) -> None:
    net = site_of(
        {
            _HOME: "<a href=/private/x>x</a><a href=/open>y</a>",
            f"{_HOME}open": "<p>y",
            f"{_HOME}robots.txt": httpx.Response(200, text="User-agent: *\nDisallow: /private"),
        }
    )
    reading = read(_HOME, tmp_path, net)
    assert reading.row.note == ""
    assert reading.rows("resources", "url", "outcome = 'blocked_robots'") == [(f"{_HOME}private/x",)]


def test_an_empty_site_is_one_page(tmp_path: Path) -> None:
    reading = read(_HOME, tmp_path, site_of({_HOME: ""}))
    assert (reading.row.pages, reading.row.outcome, reading.row.failures) == (1, "complete", 0)
    assert reading.row.note == "The site is empty: none of its pages has any text without scripts."


def test_the_limit_of_pages_is_kept(tmp_path: Path) -> None:
    pages: dict[str, httpx.Response | str] = {f"{_HOME}{n}": "<p>x" for n in range(30)}
    pages[_HOME] = "".join(f"<a href=/{n}>x</a>" for n in range(30))
    reading = read(_HOME, tmp_path, site_of(pages), max_pages=7, concurrency=8)
    assert (reading.row.pages, reading.row.outcome) == (7, "limited")
    assert len(reading.rows("resources", "url", "outcome = 'over_limit'")) == 24


@pytest.mark.parametrize("status", [404, 500])
def test_a_seed_without_a_page_is_unreachable(tmp_path: Path, status: int) -> None:
    with pytest.raises(SeedUnreachable, match=f"answered with status {status}"):
        read(_HOME, tmp_path, site_of({_HOME: httpx.Response(status)}))


def test_endless_redirects_are_unreachable(tmp_path: Path) -> None:
    with pytest.raises(SeedUnreachable, match="redirects more than 10 times"):
        read(_HOME, tmp_path, site_of({_HOME: _redirect("/")}))


def test_a_silent_host_is_unreachable(tmp_path: Path) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("All connection attempts failed")

    with pytest.raises(SeedUnreachable, match="the connection was refused"):
        read(_HOME, tmp_path, httpx.MockTransport(handler))


def test_the_sitemap_counts_where_the_start_page_is_gone(tmp_path: Path) -> None:
    net = site_of(
        {
            f"{_HOME}sitemap.xml": httpx.Response(200, text="<urlset><url><loc>/a</loc></url></urlset>"),
            f"{_HOME}a": "<p>a",
        }
    )
    assert read(_HOME, tmp_path, net).row.pages == 1


def test_broken_bodies_are_failures(tmp_path: Path) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/cut":
            raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")
        return httpx.Response(200, html="<a href=/cut>x</a>")

    reading = read(_HOME, tmp_path, httpx.MockTransport(handler))
    assert reading.rows("resources", "outcome, failure, attempts > 4", "url like '%/cut'") == [
        ("failed", "the answer was cut off", True)
    ]


@pytest.mark.parametrize(
    "odd",
    [
        {"sitemap.xml": _redirect("/")},
        {"sitemap.xml": _redirect("/a")},
        {"robots.txt": _redirect("/")},
        {"sitemap.xml": "<p>a soft 404", "robots.txt": "<p>a soft 404"},
    ],
    ids=str,
)
def test_a_page_in_place_of_a_sitemap_is_still_a_page(
    tmp_path: Path, odd: dict[str, httpx.Response | str]
) -> None:
    pages: dict[str, httpx.Response | str] = {_HOME: "<a href=/a>a</a>", f"{_HOME}a": "<p>a"}
    asked: list[str] = []
    net = site_of(pages | {f"{_HOME}{name}": answer for name, answer in odd.items()})

    def noted(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return net.handle_request(request)

    reading = read(_HOME, tmp_path, httpx.MockTransport(noted))
    assert reading.rows("pages", "url") == [(_HOME,), (f"{_HOME}a",)]
    assert len(asked) == len(set(asked))
    assert len(reading.rows("resources", "url")) == len(reading.rows("resources", "DISTINCT url"))


def test_a_page_at_the_address_of_a_sitemap_is_read_where_a_link_leads_to_it(tmp_path: Path) -> None:
    net = site_of(
        {
            _HOME: "<a href=/sitemap.xml>all</a>",
            f"{_HOME}sitemap.xml": "<a href=/b>b</a>",
            f"{_HOME}b": "<p>b",
        }
    )
    assert read(_HOME, tmp_path, net).row.pages == 3


def test_a_seed_that_leads_back_to_itself_with_a_cookie_is_read(tmp_path: Path) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        match request.url.path:
            case "/" if "seen=1" in request.headers.get("cookie", ""):
                return httpx.Response(200, html="<a href=/a>a</a>")
            case "/":
                return _redirect("/set", 302)
            case "/set":
                return httpx.Response(302, headers={"location": "/", "set-cookie": "seen=1; path=/"})
            case path:
                return httpx.Response(200 if path == "/a" else 404, html="<p>a")

    reading = read(_HOME, tmp_path, httpx.MockTransport(handler))
    assert reading.rows("pages", "url") == [(_HOME,), (f"{_HOME}a",)]
    assert reading.rows("resources", "outcome", f"url = '{_HOME}'") == [("fetched",)]


@pytest.mark.parametrize(
    ("named", "path"), [("/map.xml", "map.xml"), ("https://other.example/map.xml", "sitemap.xml")]
)
def test_sitemaps_that_robots_txt_names_oddly(tmp_path: Path, named: str, path: str) -> None:
    net = site_of(
        {
            _HOME: "<p>home",
            f"{_HOME}robots.txt": httpx.Response(200, text=f"Sitemap: {named}"),
            f"{_HOME}{path}": httpx.Response(200, text="<urlset><url><loc>/orphan</loc></url></urlset>"),
            f"{_HOME}orphan": "<p>orphan",
        }
    )
    assert read(_HOME, tmp_path, net).row.pages == 2


def test_what_is_forbidden_is_not_over_the_limit(tmp_path: Path) -> None:
    net = site_of(
        {
            _HOME: "<a href=/a>a</a><a href=/p>p</a>",
            f"{_HOME}a": "<p>a",
            f"{_HOME}robots.txt": httpx.Response(200, text="User-agent: *\nDisallow: /p"),
        }
    )
    reading = read(_HOME, tmp_path, net, max_pages=2)
    assert reading.row.outcome == "complete"
    assert reading.rows("resources", "outcome", "url like '%/p'") == [("blocked_robots",)]


def test_passwords_in_addresses_are_neither_sent_nor_kept(tmp_path: Path) -> None:
    net = site_of({_HOME: "<a href=https://u:p@clinic.example/a>a</a><a href=/a>", f"{_HOME}a": "<p>a"})
    reading = read(_HOME, tmp_path, net)
    assert reading.row.pages == 2
    assert reading.rows("resources", "url", "contains(url, '@')") == []


def test_of_two_locations_the_first_counts(tmp_path: Path) -> None:
    twice = httpx.Response(301, headers=[("location", "/a"), ("location", "/b")])
    reading = read(_HOME, tmp_path, site_of({_HOME: twice, f"{_HOME}a": "<p>a"}))
    assert reading.row.seed == f"{_HOME}a"
