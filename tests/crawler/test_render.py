"""Pages in a real Chromium over a server of this test: what is seen, and what never leaves the browser."""

import asyncio
import re
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest
from playwright.async_api import Error

from crawler import render
from crawler.fetch import Fetcher, FetchFailure, Response, Validators
from crawler.render import NotRendered, Rendered, Renderer

_TRACKER = "https://www.googletagmanager.com/gtag/js"

_MADE = """
document.title = 'Made title';
document.querySelector('link').href = '/made';
document.body.insertAdjacentHTML('beforeend', '<p>Made text</p><a href="/made-link">Made link</a>');
"""
_BUSY = """
const say = text => document.body.append(text + '. ');
addEventListener('load', async () => {
    say((await (await fetch('/data.json')).json()).word);
    say((await (await fetch('OTHER/data.json')).json()).word);
    await fetch('/post', {method: 'POST', body: 'x'}).catch(() => say('POST refused'));
    await fetch('/private/data.json').catch(() => say('robots refused'));
    await fetch('/to-tracker').catch(() => say('tracker refused'));
    await fetch('OTHER/socket', {mode: 'no-cors', keepalive: true, method: 'POST'}).catch(() => say('beacon refused'));
    new WebSocket('ws://' + location.host + '/socket').onerror = () => say('socket refused');
});
navigator.sendBeacon('/beacon', 'x');
window.open('/popup');
alert('Hello');
say('prompt ' + prompt('Name?'));
document.forms[0].submit();
"""
_SHADOW = """
customElements.define('clinic-card', class extends HTMLElement {
    connectedCallback() {
        this.attachShadow({mode: 'open'}).innerHTML = '<p>Before</p><slot></slot><p>After</p>';
    }
});
"""
_PAGES = {
    "/made": "<!DOCTYPE html><title>Raw</title><link rel=canonical href=/raw><p>Raw text</p><script src=/made.js></script>",
    "/busy": f"""<body><img src=/picture.png onload="document.body.append('picture. ')"><iframe name=inner></iframe>
        <iframe src=/frame></iframe><form method=post action=/form target=inner></form>
        <script src={_TRACKER}></script><link rel=preconnect href=OTHER><link rel=prefetch href=/prefetch>
        <script src=/busy.js></script>""",
    "/moved": "<clinic-card></clinic-card><script src=/moved.js></script>",
    "/shadow": "<clinic-card><b>Between</b></clinic-card><script src=/shadow.js></script>",
    "/away": "<p>Old</p><script>location = '/elsewhere'</script><p>Never parsed</p>",
    "/later": "<p>Whole</p><script>setTimeout(() => location = '/elsewhere', 100)</script>",
    "/blank": "<script>location = 'about:blank'</script>",
    "/bytes": "<meta charset=windows-1252><p>caf\xe9</p><script>document.body.append('\\ud800')</script>",
}
_FILES = {
    "/made.js": _MADE,
    "/busy.js": _BUSY,
    "/shadow.js": _SHADOW,
    "/data.json": '{"word": "fetched"}',
    "/private/data.json": '{"word": "private"}',
}
_REDIRECTS = {"/moved.js": "/shadow.js", "/to-tracker": _TRACKER}


class _Server:
    """Serves `_FILES` and remembers what it was asked for; `other`: address that stands for OTHER in them."""

    def __init__(self, other: str = "") -> None:
        self.asked: list[str] = []
        self.other = other
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _handler(server: _Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            super().handle_one_request()
            if getattr(self, "requestline", ""):
                server.asked.append(self.requestline.removesuffix(" HTTP/1.1"))

        def do_GET(self) -> None:
            body = _FILES.get(self.path, "").replace("OTHER", server.other).encode()
            target = _REDIRECTS.get(self.path)
            self.send_response(302 if target else 200 if body else 404)
            if target:
                self.send_header("Location", target)
            self.send_header("X-Odd", "caf\xe9 \x01")
            self.send_header("Content-Type", "application/json" if "json" in self.path else "text/javascript")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


class _Fetcher(Fetcher):
    """Remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__(concurrency=4, delay=0, timeout=5)
        self.asked: list[str] = []

    async def get(
        self, url: str, *, read_all: bool = False, validators: Validators | None = None
    ) -> Response | FetchFailure:
        self.asked.append(url)
        return await super().get(url, read_all=read_all, validators=validators)


class _Visits(NamedTuple):
    """What came of `_PAGES`; what the site, the other host and the fetcher were asked for."""

    results: dict[str, Rendered | NotRendered]
    origin: str
    asked: list[str]
    other_asked: list[str]
    fetched: list[str]

    def page(self, path: str) -> Rendered:
        result = self.results[path]
        assert isinstance(result, Rendered), result
        return result

    def words(self, path: str) -> str:
        html = re.sub(r"<script.*?</script>", " ", self.page(path).html, flags=re.DOTALL)
        return " ".join(re.sub(r"<[^>]*>", " ", html).split())


async def _render_all(origin: str, other: str) -> tuple[dict[str, Rendered | NotRendered], list[str]]:
    fetcher = _Fetcher()
    async with fetcher, Renderer(fetcher, lambda url: "/private/" not in url) as renderer:
        bodies = [html.replace("OTHER", other).encode("latin-1") for html in _PAGES.values()]
        jobs = [renderer.render(origin + path, body, None) for path, body in zip(_PAGES, bodies, strict=True)]
        return dict(zip(_PAGES, await asyncio.gather(*jobs), strict=True)), fetcher.asked


@pytest.fixture(scope="module")
def visits() -> _Visits:
    other = _Server()
    site = _Server(other.origin)
    try:
        results, fetched = asyncio.run(_render_all(site.origin, other.origin))
    finally:
        site.close()
        other.close()
    return _Visits(results, site.origin, site.asked, other.asked, fetched)


def test_what_scripts_make_is_seen(visits: _Visits) -> None:
    html = visits.page("/made").html
    assert html.startswith("<!DOCTYPE html><html>")
    assert "<title>Made title</title>" in html
    assert '<link rel="canonical" href="/made">' in html
    assert '<a href="/made-link">Made link</a>' in html
    assert "Raw text" in html
    assert visits.page("/made").elapsed_ms > 500


def test_what_a_page_fetches_is_seen(visits: _Visits) -> None:
    assert visits.words("/busy").count("fetched.") == 2
    assert visits.asked.count("GET /data.json") == 1
    assert visits.other_asked == ["GET /data.json"]


@pytest.mark.parametrize(
    "said",
    [
        "POST refused",
        "robots refused",
        "tracker refused",
        "beacon refused",
        "socket refused",
        "prompt null",
        "picture",
    ],
)
def test_what_a_page_may_not_do(visits: _Visits, said: str) -> None:
    assert f"{said}." in visits.words("/busy")


def test_nothing_but_scripts_and_data_is_asked_for_and_only_by_the_fetcher(visits: _Visits) -> None:
    files = ["/busy.js", "/data.json", "/made.js", "/moved.js", "/shadow.js", "/to-tracker"]
    assert sorted(visits.asked) == [f"GET {path}" for path in files]
    assert len(visits.fetched) == len(files) + len(visits.other_asked)


def test_a_redirect_of_a_script_is_followed(visits: _Visits) -> None:
    assert visits.words("/moved") == "Before After"


def test_open_shadow_roots_are_part_of_the_page(visits: _Visits) -> None:
    assert visits.words("/shadow") == "Before Between After"


def test_a_page_that_goes_elsewhere_at_once_was_not_seen(visits: _Visits) -> None:
    target = f"{visits.origin}/elsewhere"
    reason = f"a script goes on to {target} before the page has loaded"
    assert visits.results["/away"] == NotRendered(reason, target)


def test_a_page_that_goes_elsewhere_later_stays(visits: _Visits) -> None:
    page = visits.page("/later")
    assert "Whole" in page.html
    assert (page.final_url, page.sent_to) == (f"{visits.origin}/later", f"{visits.origin}/elsewhere")


def test_a_page_that_goes_blank_was_not_seen(visits: _Visits) -> None:
    assert isinstance(visits.results["/blank"], NotRendered)


def test_the_bytes_are_read_as_browsers_do_and_the_text_can_be_stored(visits: _Visits) -> None:
    assert visits.words("/bytes") == "café ?"
    assert visits.page("/bytes").html.encode()


async def _crash() -> list[Rendered | NotRendered]:
    """A page that never rests, a crash in the middle of a page, a good page, and another crash."""
    async with _Fetcher() as fetcher, Renderer(fetcher, lambda _: True, timeout=1) as renderer:
        results = [await renderer.render("http://a.example/", b"<script>while (true) {}</script>", None)]
        for _ in range(2):
            good = asyncio.create_task(renderer.render("http://a.example/", b"<p>Good", None))
            browser = await renderer._running()
            assert browser is not None
            session = await browser.new_browser_cdp_session()
            with suppress(Error):
                await session.send("Browser.crash")
            results += [await good, await renderer.render("http://a.example/", b"<p>Good", None)]
        return results


def test_a_crash_is_a_value_and_chromium_starts_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "_MAX_STARTS", 2)
    monkeypatch.setattr(render, "_TO_SERIALISE", 0.5)
    endless, first, again, second, last = asyncio.run(_crash())
    assert endless == NotRendered("its scripts did not come to rest within 1 seconds")
    assert isinstance(first, NotRendered)
    assert isinstance(second, NotRendered)
    assert isinstance(again, Rendered)
    assert last == NotRendered("Chromium crashed 2 times in this crawl")
