"""What a page gets for its requests, without a browser and without a net."""

import asyncio
from collections.abc import Callable

import httpx
import pytest

from crawler.fetch import Fetcher
from crawler.render_requests import Answer, Files, Visit

_URL = "https://clinic.example/"
_APP = f"{_URL}app.js"


def _visit(
    handler: Callable[[httpx.Request], httpx.Response], *asked: tuple[str, str]
) -> tuple[Visit, list[Answer | None], int]:
    """The visit of a page that asks for (address, kind), the answers it got, and the number of requests sent."""

    async def run() -> tuple[Visit, list[Answer | None], int]:
        transport = httpx.MockTransport(handler)
        async with Fetcher(concurrency=1, delay=0, timeout=1, transport=transport) as fetcher:
            visit = Visit(Files(fetcher, lambda url: "private" not in url), _URL, b"<p>Page", "text/html")
            return visit, [await visit.request(url, "GET", kind) for url, kind in asked], fetcher.requests

    return asyncio.run(run())


def _script(_: httpx.Request) -> httpx.Response:
    headers = {"content-type": "text/javascript", "set-cookie": "a=b", "x-total": "7"}
    return httpx.Response(200, content=b"1", headers=headers)


def test_a_file_is_fetched_once_without_cookies() -> None:
    _, (first, second), sent = _visit(_script, (_APP, "script"), (_APP, "script"))
    assert first is not None
    assert (first.status, first.body, sent) == (200, b"1", 1)
    assert first == second
    assert "set-cookie" not in first.headers
    assert first.headers["x-total"] == "7"


def test_the_page_itself_is_not_fetched_again() -> None:
    _, answers, sent = _visit(_script, (_URL, "fetch"), (f"{_URL}#top", "fetch"))
    assert [answer.body for answer in answers if answer] == [b"<p>Page"] * 2
    assert sent == 0


@pytest.mark.parametrize(
    "target",
    [f"{_URL}private.js", "https://www.googletagmanager.com/gtag/js", _APP, "file:///etc/passwd", f"{_URL}loop"],
)
def test_a_redirect_leads_nowhere_else(target: str) -> None:
    visit, answers, _ = _visit(lambda _: httpx.Response(302, headers={"location": target}), (_APP, "script"))
    assert (answers, visit.missing) == ([None], None)


def test_a_page_cannot_ask_without_end() -> None:
    asked = [(f"{_URL}{n}.js", "script") for n in range(310)]
    _, answers, sent = _visit(_script, *asked)
    assert (sent, answers[-10:]) == (300, [None] * 10)


@pytest.mark.parametrize(
    ("url", "kind", "missing"),
    [
        (_APP, "script", f"{_APP} answered with status 500"),
        (_APP, "fetch", f"{_APP} answered with status 500"),
        (_APP, "stylesheet", None),
        ("https://cdn.example/app.js", "script", None),
    ],
)
def test_without_its_own_scripts_a_page_was_not_seen(
    monkeypatch: pytest.MonkeyPatch, url: str, kind: str, missing: str | None
) -> None:
    monkeypatch.setattr("crawler.fetch._FIRST_BACKOFF", 0.0)
    visit, (answer,), _ = _visit(lambda _: httpx.Response(500), (url, kind))
    assert answer is not None
    assert (answer.status, visit.missing) == (500, missing)


def test_a_file_that_does_not_come_holds_up_two_pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.fetch._FIRST_BACKOFF", 0.0)

    def silent(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    _, _, once = _visit(silent, (_APP, "script"))
    visit, answers, sent = _visit(silent, *[(_APP, "script")] * 5)
    assert (answers, sent) == ([None] * 5, 2 * once)
    assert visit.missing is not None
    assert visit.missing.startswith(f"{_APP} could not be fetched: ")


def test_frames_stay_empty_and_the_page_is_opened_once() -> None:
    visit, _, _ = _visit(_script)
    assert visit.navigation("https://video.example/", "GET", inner=True) == Answer(
        200, {"content-type": "text/html"}, b""
    )
    page = visit.navigation(_URL, "GET", inner=False)
    assert page is not None
    assert page.body == b"<p>Page"
    assert visit.navigation(f"{_URL}form", "POST", inner=False) is None
    assert visit.sent_to is None
    assert visit.navigation(f"{_URL}next", "GET", inner=False) is None
    assert visit.sent_to == f"{_URL}next"
