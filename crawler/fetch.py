"""Requests to the web, over httpx. What the web does is a value, never an exception."""

import asyncio
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import NamedTuple, Self

import httpx

from crawler.addresses import Guard, RefusedAddress
from crawler.answer import USER_AGENT, FetchFailure, Response, Validators, user_agent
from crawler.body import Wanted, is_pdf, read_body
from crawler.config import Speed
from crawler.connect import Transport
from crawler.cookies import Cookies
from crawler.failures import (
    FEW,
    INVALID,
    MANY,
    Failure,
    asks_to_slow_down,
    attempts_for,
    failure_of,
    is_silence,
    lasts,
    status_may_pass,
)
from crawler.pace import Pace, retry_after
from crawler.turns import Turns
from crawler.urls import host, normalise

__all__ = ["USER_AGENT", "FetchFailure", "Fetcher", "Response", "Validators", "user_agent"]

_ELSEWHERE = 16
"""Requests under way to other hosts than the site's."""

_PROBES = 2

_FIRST_BACKOFF = 0.25
_MAX_BACKOFF = 4.0
_RANGE_UNKNOWN = 416
_HEADERS = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Encoding": "gzip, br, zstd"}
_HOPELESS = frozenset({"dns", "refused", "tls", "address", "other", "rate_limited"})
"""Kinds of failures of a HEAD that a GET would share."""


class _Request(NamedTuple):
    url: str
    method: str
    headers: dict[str, str] = {}  # noqa: RUF012 - never changed
    wants: Wanted | None = None


class Fetcher:
    """Fetches URLs with retries, each host at a pace of its own.

    `concurrency`: most requests under way to a host. `delay`: seconds between requests to a host; null: as the host
    can bear, within `speed`. `timeout`: seconds a connection may be silent. `guard`: where nothing may be sent to;
    null: anywhere. `transport`: how to reach the net; tests give their own.
    """

    def __init__(
        self,
        *,
        concurrency: int,
        delay: float | None,
        timeout: float,
        speed: Speed = "normal",
        transport: httpx.AsyncBaseTransport | None = None,
        user_agent: str = USER_AGENT,
        guard: Guard | None = None,
    ) -> None:
        self.requests = 0
        self.allows: Callable[[str], bool] = lambda _: True
        """Whether a URL that a redirect leads to may be asked for on the way; who knows the rules sets this."""

        self._new_pace = partial(Pace, delay=delay, at_once=concurrency, speed=speed)
        self._hosts: dict[str, Turns] = {}
        self._timeout = timeout
        self._slots = asyncio.Semaphore(concurrency + _ELSEWHERE)
        self._cookies = Cookies()
        self._client = httpx.AsyncClient(
            transport=transport or Transport(guard, concurrency + _ELSEWHERE),
            timeout=httpx.Timeout(timeout, connect=min(timeout, 10.0), pool=None),
            headers={"User-Agent": user_agent, **_HEADERS},
            trust_env=False,
            auth=httpx.Auth(),
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            event_hooks={"response": [_put_location_aside]},
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    def pace(self, name: str) -> Pace:
        """The pace of a host, named as by `urls.host`."""
        return self._turns(name).pace

    async def get(
        self, url: str, *, read_all: bool = False, validators: Validators | None = None
    ) -> Response | FetchFailure:
        """Answer to a GET, redirects not followed, but for those that only set a cookie and lead back to `url`.

        Bodies that are no page are left unread unless `read_all`.
        """
        request = _Request(url, "GET", _conditions(validators), "all" if read_all else "page")
        answer = await self._ask(request, MANY)
        if isinstance(answer, FetchFailure) or not await self._cookies.fetch(answer, self._hop):
            return answer
        again = await self._ask(request, MANY)
        self._cookies.judge(answer, again)
        return again

    async def probe(self, url: str) -> Response | FetchFailure:
        """Whether there is something: HEAD, and where that fails or is turned away, a GET of the first byte.

        No body is read, no redirect followed.
        """
        answer = await self._ask(_Request(url, "HEAD"), _PROBES)
        if answer.kind in _HOPELESS if isinstance(answer, FetchFailure) else answer.status < 400:
            return answer
        answer = await self._ask(_Request(url, "GET", {"Range": "bytes=0-0"}), _PROBES)
        if isinstance(answer, Response) and answer.status == _RANGE_UNKNOWN:
            return await self._ask(_Request(url, "GET"), _PROBES)
        return answer

    async def _hop(self, url: str) -> Response | FetchFailure | None:
        return await self._ask(_Request(url, "GET"), FEW) if self.allows(url) else None

    def _turns(self, name: str) -> Turns:
        if name not in self._hosts:
            self._hosts[name] = Turns(self._new_pace())
        return self._hosts[name]

    async def _ask(self, request: _Request, most: int) -> Response | FetchFailure:
        """The last answer to `request`, sent up to `most` times as long as a better one may come."""
        started = time.monotonic()
        if normalise(request.url) is None:
            return _failure(request, INVALID, started, 1)
        turns, attempt = self._turns(host(request.url)), 0
        tried: list[str] = []
        while True:
            attempt += 1
            async with turns.turn():
                if turns.pace.given_up:
                    return _failure(request, turns.pace.given_up, started, attempt - 1)
                async with self._slots:
                    result = await self._once(request, turns.pace, attempt, started)
                if _is_refusal(result) and attempt < most and turns.pace.may_try(request.url, request.method):
                    attempt += 1
                    result = await self._try_alone(request, turns.pace, attempt, started)
            if self._cookies.learn(result) and attempt < most:
                continue
            worth = _worth(result, turns.pace)
            tried.append(str(result.status) if isinstance(result, Response) else result.kind)
            odd = _is_refusal(result) and turns.pace.stands_out(request.url)
            if odd or tried.count(tried[-1]) >= worth or lasts(tried) or attempt >= min(most, turns.pace.attempts):
                _note_end(result, turns.pace, passing=worth > 1)
                return result
            await asyncio.sleep(random.uniform(0, min(_MAX_BACKOFF, _FIRST_BACKOFF * 2 ** (attempt - 1))))  # noqa: S311

    async def _try_alone(
        self, request: _Request, pace: Pace, attempt: int, started: float
    ) -> Response | FetchFailure:
        """The answer of a host that has just refused `request`, which keeps its turn and is the first after the pause."""
        with pace.trial():
            while wait := pace.wait(time.monotonic()):
                await asyncio.sleep(wait)
            async with self._slots:
                result = await self._once(request, pace, attempt, started)
        if _is_refusal(result):
            pace.suspect(request.url)
        return result

    async def _once(self, request: _Request, pace: Pace, attempt: int, started: float) -> Response | FetchFailure:
        self.requests += 1
        asked = time.monotonic()
        cookie = self._cookies.header(request.url)
        headers = {**request.headers, "Cookie": cookie} if cookie else request.headers
        try:
            async with (
                asyncio.timeout(3 * self._timeout),
                self._client.stream(request.method, request.url, headers=headers) as answer,
            ):
                begun = time.monotonic() - asked
                body = await read_body(answer, request.wants)
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            httpx.StreamError,
            RefusedAddress,
            ValueError,
            OSError,
        ) as error:
            failure = failure_of(error)
            if failure.kind == "timeout":
                pace.late(time.monotonic() - asked)
            return _failure(request, failure, started, attempt)
        taken = time.monotonic() - asked
        if asks_to_slow_down(answer.status_code, answer.headers):
            pace.refused(asked + taken, retry_after(answer.headers.get("retry-after"), datetime.now(UTC)))
        else:
            pace.answered(begun if is_pdf(answer.headers.get("content-type")) else taken)
        all_headers = httpx.Headers(answer.headers.raw + answer.extensions["location"])
        at = datetime.now(UTC)
        return Response(
            request.url, answer.status_code, all_headers, body, taken * 1000, attempt, at, request.method
        )


def _conditions(validators: Validators | None) -> dict[str, str]:
    names = {"If-None-Match": 0, "If-Modified-Since": 1}
    found = {name: validators[at] for name, at in names.items()} if validators else {}
    return {name: value for name, value in found.items() if value and value.isascii() and value.isprintable()}


def _failure(request: _Request, failure: Failure, started: float, attempts: int) -> FetchFailure:
    elapsed = (time.monotonic() - started) * 1000
    return FetchFailure(request.url, failure.reason, elapsed, attempts, failure.kind)


def _worth(result: Response | FetchFailure, pace: Pace) -> int:
    """How many requests an answer like this is worth; 1: no better one will come."""
    if isinstance(result, FetchFailure):
        return attempts_for(Failure(result.kind, result.reason), host_known=pace.known)
    return MANY if status_may_pass(result.status) and result.method != "HEAD" else 1


def _is_refusal(result: Response | FetchFailure) -> bool:
    return isinstance(result, Response) and asks_to_slow_down(result.status, result.headers)


def _note_end(result: Response | FetchFailure, pace: Pace, *, passing: bool) -> None:
    if passing:
        pace.failed(time.monotonic(), silent=isinstance(result, FetchFailure) and is_silence(result.kind))
    else:
        pace.served(retried=result.attempts > 1)


async def _put_location_aside(answer: httpx.Response) -> None:
    """httpx reads Location even where it is not to follow it, and raises where it is no http(s) address."""
    answer.extensions["location"] = [item for item in answer.headers.raw if item[0].lower() == b"location"]
    answer.headers.pop("location", None)
