"""One request after another to one site, over httpx. What the web does is a value, never an exception."""

import asyncio
import random
import re
import ssl
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self

import httpx

from crawler import __version__
from crawler.pace import Pace

USER_AGENT = f"Rounds/{__version__} (nightly check of a clinic's own website)"
MAX_BODY = 15 * 1024 * 1024
"""Google reads 15 MB of a page; larger bodies are a failure with that reason."""

MAX_FILE = 50 * 1024 * 1024
"""What is read of a file asked for by `read_all`: the limit that the protocol of sitemaps sets."""

_SMALL = 64 * 1024
_ATTEMPTS = 4
_FIRST_BACKOFF = 0.25
_EMPTY = frozenset({204, 205})
_HTML = ("text/html", "application/xhtml+xml")
_REFUSALS = frozenset({429, 430})
_PASSING = frozenset({408, 500, 502, 503, 504})


@dataclass(frozen=True)
class Response:
    """An answer. `body` is null where it was not read because it is no page."""

    url: str
    status: int
    headers: httpx.Headers
    body: bytes | None
    elapsed_ms: float
    attempts: int
    fetched_at: datetime

    @property
    def content_type(self) -> str | None:
        return self.header("content-type")

    @property
    def is_html(self) -> bool:
        return is_html(self.content_type)

    @property
    def is_page(self) -> bool:
        """A page to read: HTML that came with a good status and is not declared empty."""
        return self.is_html and 200 <= self.status < 300 and self.status not in _EMPTY and self.body is not None

    def header(self, name: str) -> str | None:
        """Values of a header joined by a comma; null where there is none."""
        values = self.headers.get_list(name)
        return ", ".join(values) if values else None


@dataclass(frozen=True)
class FetchFailure:
    """No answer, or none that can be used; `reason` in words."""

    url: str
    reason: str
    elapsed_ms: float
    attempts: int


def is_html(content_type: str | None) -> bool:
    """A page, by its Content-Type; without one it is read as a page, as browsers do."""
    return media_type(content_type) in ("", *_HTML)


def media_type(content_type: str | None) -> str:
    """Type without parameters, in lower case; empty where none is given, the first where several are."""
    return re.split("[;,]", content_type or "", maxsplit=1)[0].strip().lower()


class Fetcher:
    """Fetches URLs with retries, at the `pace` that operator and server agree on.

    `timeout`: seconds a connection may be silent. `transport`: how to reach the net; tests give their own.
    """

    def __init__(
        self,
        *,
        concurrency: int,
        pace: Pace,
        timeout: float,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.pace = pace
        self.requests = 0
        self._timeout = timeout
        self._slots = asyncio.Semaphore(concurrency)
        self._client = httpx.AsyncClient(
            transport=transport,
            http2=transport is None,
            timeout=httpx.Timeout(timeout, connect=min(timeout, 10.0)),
            limits=httpx.Limits(max_connections=concurrency, max_keepalive_connections=concurrency),
            headers={"User-Agent": USER_AGENT, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"},
            trust_env=transport is None,
            event_hooks={"response": [_put_location_aside]},
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def get(self, url: str, *, read_all: bool = False) -> Response | FetchFailure:
        """Answer to a GET, redirects not followed. Bodies that are no page are left unread unless `read_all`."""
        started = time.monotonic()
        attempt = 0
        while True:
            attempt += 1
            async with self._slots:
                await asyncio.sleep(self.pace.reserve(time.monotonic()))
                result = await self._once(url, attempt, started, read_all=read_all)
            if attempt == _ATTEMPTS or not self._may_pass(result):
                return result
            await asyncio.sleep(_FIRST_BACKOFF * 2 ** (attempt - 1) * random.uniform(0.5, 1.5))  # noqa: S311

    def _may_pass(self, result: Response | FetchFailure) -> bool:
        if isinstance(result, FetchFailure):
            return result.reason not in _FINAL
        return result.status in _REFUSALS or result.status in _PASSING

    async def _once(self, url: str, attempt: int, started: float, *, read_all: bool) -> Response | FetchFailure:
        self.requests += 1
        asked = time.monotonic()
        try:
            async with asyncio.timeout(3 * self._timeout), self._client.stream("GET", url) as answer:
                body = await _body(answer, read_all=read_all)
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            httpx.StreamError,
            TimeoutError,
            ValueError,
            OSError,
        ) as error:
            elapsed = (time.monotonic() - started) * 1000
            return FetchFailure(url, _reason(error), elapsed, attempt)
        now = time.monotonic()
        if answer.status_code in _REFUSALS or (answer.status_code == 503 and "retry-after" in answer.headers):
            self.pace.refused(now, retry_after(answer.headers.get("retry-after"), datetime.now(UTC)))
        else:
            self.pace.answered(now - asked)
        elapsed = (now - asked) * 1000
        headers = httpx.Headers(answer.headers.raw + answer.extensions["location"])
        return Response(url, answer.status_code, headers, body, elapsed, attempt, datetime.now(UTC))


async def _put_location_aside(answer: httpx.Response) -> None:
    """httpx reads Location even where it is not to follow it, and raises where it is no http(s) address."""
    answer.extensions["location"] = [item for item in answer.headers.raw if item[0].lower() == b"location"]
    answer.headers.pop("location", None)


async def _body(answer: httpx.Response, *, read_all: bool) -> bytes | None:
    wanted = read_all or (answer.is_success and is_html(answer.headers.get("content-type")))
    size = answer.headers.get("content-length", "")
    if not wanted and not (size.isdigit() and int(size) <= _SMALL):
        return None
    most = MAX_FILE if read_all else MAX_BODY
    chunks = bytearray()
    async for chunk in answer.aiter_bytes():
        chunks += chunk
        if len(chunks) > most:
            raise _TooLarge(_too_large(most))
    return bytes(chunks)


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, in either of its forms; null where it says nothing."""
    if value is None:
        return None
    if re.fullmatch(r"\s*[0-9]+\s*", value):
        return float(value)
    try:
        at = parsedate_to_datetime(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return max(0.0, (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() - now.timestamp())


class _TooLarge(ValueError):
    """A body beyond the limit; its text is the reason."""


def _too_large(most: int) -> str:
    return f"the body is larger than {most // 1024 // 1024} MB"


_NO_NAME = "the host name is not known"
_LATE = "no answer in time"
_REFUSED = "the connection was refused"
_TLS = "the certificate or the encryption was not accepted"
SILENT = frozenset({_NO_NAME, _REFUSED, _TLS, _LATE})
"""Reasons that say the host as a whole does not answer."""

_FINAL = frozenset({_too_large(MAX_BODY), _too_large(MAX_FILE), _NO_NAME, _TLS, "the address cannot be requested"})


def _reason(error: BaseException) -> str:
    """Why there is no answer, in words; a cause deep in the chain says more than the outermost error."""
    causes: list[BaseException] = []
    while error is not None and error not in causes:
        causes.append(error)
        error = error.__cause__ or error.__context__  # type: ignore[assignment]
    text = " ".join(str(cause) for cause in causes).lower()
    if isinstance(causes[0], _TooLarge):
        return str(causes[0])
    if any(isinstance(cause, ssl.SSLError) for cause in causes) or "certificate" in text:
        return _TLS
    if "name or service not known" in text or "getaddrinfo" in text or "name resolution" in text:
        return _NO_NAME
    if any(isinstance(cause, TimeoutError | httpx.TimeoutException) for cause in causes):
        return _LATE
    if "refused" in text or "all connection attempts failed" in text:
        return _REFUSED
    if "incomplete" in text or "without sending complete message" in text:
        return "the answer was cut off"
    if isinstance(causes[0], httpx.DecodingError):
        return "the answer's compression is damaged"
    if isinstance(causes[0], httpx.InvalidURL | httpx.UnsupportedProtocol):
        return "the address cannot be requested"
    return "the connection broke"
