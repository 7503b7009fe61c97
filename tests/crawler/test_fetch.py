"""What the web does comes back as a value."""

import asyncio
import ssl
from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import pytest

from crawler import fetch
from crawler.fetch import MAX_BODY, MAX_FILE, Fetcher, FetchFailure, Response, is_html, retry_after
from crawler.pace import Pace

_URL = "https://clinic.example/"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_FIRST_BACKOFF", 0.0)
    monkeypatch.setattr("crawler.pace._FIRST_PAUSE", 0.0)


def _get(handler: Callable[[httpx.Request], httpx.Response], *, read_all: bool = False) -> Response | FetchFailure:
    async def run() -> Response | FetchFailure:
        transport = httpx.MockTransport(handler)
        async with Fetcher(concurrency=1, pace=Pace(delay=0), timeout=1, transport=transport) as fetcher:
            return await fetcher.get(_URL, read_all=read_all)

    return asyncio.run(run())


def test_a_page_is_read() -> None:
    answer = _get(lambda request: httpx.Response(200, html=f"<p>{request.headers['user-agent']}"))
    assert isinstance(answer, Response)
    assert answer.body is not None
    assert b"Rounds/" in answer.body
    assert (answer.status, answer.is_html, answer.attempts) == (200, True, 1)


def test_redirects_are_not_followed() -> None:
    answer = _get(lambda _: httpx.Response(301, headers={"location": "/x"}))
    assert isinstance(answer, Response)
    assert (answer.status, answer.header("location")) == (301, "/x")


def test_a_large_file_that_is_no_page_is_not_read() -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=b"x" * 100_000, headers={"content-type": "application/pdf"})

    unread, read = _get(handler), _get(handler, read_all=True)
    assert isinstance(unread, Response)
    assert isinstance(read, Response)
    assert (unread.body, len(read.body or b"")) == (None, 100_000)


def test_a_body_beyond_the_limit_is_a_failure() -> None:
    failure = _get(lambda _: httpx.Response(200, html="x" * (MAX_BODY + 1)))
    assert isinstance(failure, FetchFailure)
    assert (failure.reason, failure.attempts) == ("the body is larger than 15 MB", 1)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_may_pass_is_tried_again(status: int) -> None:
    asked = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(status if len(asked) < 3 else 200, html="ok")

    answer = _get(handler)
    assert isinstance(answer, Response)
    assert (answer.status, answer.attempts) == (200, 3)


@pytest.mark.parametrize("status", [404, 403, 410])
def test_what_will_not_pass_is_not(status: int) -> None:
    answer = _get(lambda _: httpx.Response(status))
    assert (answer.attempts, getattr(answer, "status", None)) == (1, status)


def _tls() -> httpx.ConnectError:
    error = httpx.ConnectError("handshake")
    error.__cause__ = ssl.SSLCertVerificationError("certificate has expired")
    return error


@pytest.mark.parametrize(
    ("error", "reason", "attempts"),
    [
        (httpx.ConnectError("[Errno -2] Name or service not known"), "the host name is not known", 1),
        (httpx.ConnectError("All connection attempts failed"), "the connection was refused", 4),
        (_tls(), "the certificate or the encryption was not accepted", 1),
        (httpx.ReadTimeout("slow"), "no answer in time", 4),
        (httpx.ReadError("reset"), "the connection broke", 4),
        (
            httpx.RemoteProtocolError("peer closed connection without sending complete message body"),
            "the answer was cut off",
            4,
        ),
        (httpx.DecodingError("bad gzip"), "the answer's compression is damaged", 4),
        (httpx.InvalidURL("no"), "the address cannot be requested", 1),
    ],
)
def test_reasons_are_words(error: Exception, reason: str, attempts: int) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        raise error

    failure = _get(handler)
    assert isinstance(failure, FetchFailure)
    assert (failure.reason, failure.attempts) == (reason, attempts)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("120", 120.0),
        ("Sun, 22 Nov 2026 02:00:30 GMT", 30.0),
        ("Sun, 22 Nov 2026 01:00:00 GMT", 0.0),
        ("soon", None),
        ("\u00b2", None),
        ("Sun, 22 Nov 99999999999999999999 02:00:30 GMT", None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, datetime(2026, 11, 22, 2, 0, 0, tzinfo=UTC)) == seconds


@pytest.mark.parametrize(
    ("content_type", "page"),
    [
        (None, True),
        ("", True),
        ("Text/HTML; charset=x", True),
        ("text/html, text/html", True),
        ("application/pdf", False),
        ("text/htmlx", False),
    ],
)
def test_what_is_a_page(content_type: str | None, page: bool) -> None:
    assert is_html(content_type) is page


def test_a_sitemap_may_be_larger_than_a_page() -> None:
    answer = _get(lambda _: httpx.Response(200, text="x" * (MAX_BODY + 1)), read_all=True)
    assert isinstance(answer, Response)
    failure = _get(lambda _: httpx.Response(200, text="x" * (MAX_FILE + 1)), read_all=True)
    assert isinstance(failure, FetchFailure)
    assert (failure.reason, failure.attempts) == ("the body is larger than 50 MB", 1)
