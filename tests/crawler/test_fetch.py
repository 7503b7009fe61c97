"""What the web does comes back as a value."""

import asyncio
import random
import socket
import ssl
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
import pytest

from crawler.answer import USER_AGENT, FetchFailure, Response, Validators, user_agent
from crawler.body import MAX_BODY, MAX_FILE, is_html
from crawler.errors import OperatorError
from crawler.failures import MANY
from crawler.fetch import Fetcher

_URL = "https://clinic.example/"
_FINE = httpx.Response(200)
_T = TypeVar("_T")
_Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.fetch._FIRST_BACKOFF", 0.0)
    monkeypatch.setattr("crawler.pace._FIRST_PAUSE", 0.0)


def _with_fetcher(handler: _Handler, use: Callable[[Fetcher], Awaitable[_T]]) -> _T:
    async def run() -> _T:
        transport = httpx.MockTransport(handler)
        async with Fetcher(concurrency=1, delay=0, timeout=1, transport=transport) as fetcher:
            return await use(fetcher)

    return asyncio.run(run())


def _get(
    handler: _Handler, url: str = _URL, *, read_all: bool = False, validators: Validators | None = None
) -> Response | FetchFailure:
    return _with_fetcher(handler, lambda fetcher: fetcher.get(url, read_all=read_all, validators=validators))


def _answer(handler: _Handler, url: str = _URL, *, read_all: bool = False) -> Response:
    answer = _get(handler, url, read_all=read_all)
    assert isinstance(answer, Response)
    return answer


def test_a_page_is_read() -> None:
    answer = _answer(lambda request: httpx.Response(200, html=f"<p>{request.headers['user-agent']}"))
    assert answer.body == f"<p>{USER_AGENT}".encode()
    assert (answer.status, answer.is_html, answer.attempts, answer.method) == (200, True, 1, "GET")


def test_redirects_are_not_followed() -> None:
    answer = _answer(lambda _: httpx.Response(301, headers={"location": "/x"}))
    assert (answer.status, answer.header("location")) == (301, "/x")


def test_a_large_file_that_is_no_page_is_not_read() -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=b"x" * 100_000, headers={"content-type": "application/zip"})

    assert _answer(handler).body is None
    assert len(_answer(handler, read_all=True).body or b"") == 100_000


@pytest.mark.parametrize(
    ("read_all", "limit", "reason"),
    [(False, MAX_BODY, "the body is larger than 15 MB"), (True, MAX_FILE, "the body is larger than 50 MB")],
)
@pytest.mark.parametrize("declared", [True, False])
def test_a_body_beyond_the_limit_is_a_failure(read_all: bool, limit: int, reason: str, declared: bool) -> None:
    async def parts() -> object:
        yield b"x" * limit
        yield b"x"

    content = b"x" * (limit + 1) if declared else parts()
    failure = _get(lambda _: httpx.Response(200, content=content), read_all=read_all)  # type: ignore[arg-type]
    assert isinstance(failure, FetchFailure)
    assert (failure.reason, failure.kind, failure.attempts) == (reason, "too_large", 1)


def test_a_sitemap_may_be_larger_than_a_page() -> None:
    body = b"x" * (MAX_BODY + 1)
    assert _answer(lambda _: httpx.Response(200, content=body), read_all=True).body == body


@pytest.mark.parametrize("status", [408, 429, 430, 500, 502, 503, 504, 520])
def test_what_may_pass_is_tried_again(status: int) -> None:
    asked = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(status if len(asked) < 3 else 200, html="ok")

    answer = _answer(handler)
    assert (answer.status, answer.attempts) == (200, 3)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 501])
def test_what_will_not_pass_is_not(status: int) -> None:
    answer = _answer(lambda _: httpx.Response(status))
    assert (answer.attempts, answer.status) == (1, status)


def test_what_does_not_pass_is_the_last_answer() -> None:
    answer = _answer(lambda _: httpx.Response(500, html="sorry"))
    assert (answer.attempts, answer.status) == (8, 500)


def _caused_by(cause: Exception) -> httpx.ConnectError:
    error = httpx.ConnectError(str(cause))
    error.__cause__ = cause
    return error


def _certificate(verify_code: int) -> httpx.ConnectError:
    cause = ssl.SSLCertVerificationError("certificate verify failed")
    cause.verify_code = verify_code
    return _caused_by(cause)


_CUT = "peer closed connection without sending complete message body (received 1 bytes, expected 2)"


@pytest.mark.parametrize(
    ("error", "kind", "reason", "attempts"),
    [
        (
            _caused_by(socket.gaierror(socket.EAI_NONAME, "no such name")),
            "dns",
            "the host name is not known",
            1,
        ),
        (httpx.ConnectError("[Errno -2] Name or service not known"), "dns", "the host name is not known", 1),
        (_caused_by(socket.gaierror(socket.EAI_AGAIN, "later")), "dns", "the name server gave no answer", 4),
        (httpx.ConnectError("All connection attempts failed"), "refused", "the connection was refused", 4),
        (_caused_by(ConnectionRefusedError(111, "no")), "refused", "the connection was refused", 4),
        (_caused_by(OSError(113, "No route to host")), "refused", "the host could not be reached", 4),
        (httpx.ProxyError("502 Bad Gateway"), "refused", "the proxy turned the request away", 4),
        (_certificate(10), "tls", "the certificate has expired", 1),
        (_certificate(62), "tls", "the certificate is for another host", 1),
        (_certificate(18), "tls", "the certificate is self-signed", 1),
        (_certificate(20), "tls", "the certificate is from no known authority", 1),
        (
            _caused_by(ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number")),
            "tls",
            "the encryption could not be agreed on",
            1,
        ),
        (_caused_by(ssl.SSLEOFError(8, "EOF occurred")), "reset", "the connection broke", MANY),
        (_caused_by(ConnectionResetError(104, "reset")), "reset", "the connection broke", MANY),
        (httpx.ConnectTimeout("slow"), "timeout", "no connection in time", 4),
        (httpx.ReadTimeout("slow"), "timeout", "no answer in time", 4),
        (TimeoutError(), "timeout", "the whole answer did not come in time", 4),
        (httpx.ReadError("reset"), "reset", "the connection broke", MANY),
        (httpx.RemoteProtocolError("Server disconnected"), "reset", "the connection broke", MANY),
        (httpx.RemoteProtocolError("<StreamReset stream_id:1>"), "reset", "the connection broke", MANY),
        (httpx.RemoteProtocolError(_CUT), "truncated", "the answer was cut off", MANY),
        (httpx.RemoteProtocolError("illegal header line"), "protocol", "the answer breaks the rules of HTTP", 4),
        (httpx.DecodingError("bad gzip"), "decoding", "the answer's compression is damaged", 4),
        (httpx.InvalidURL("no"), "other", "the address cannot be requested", 1),
    ],
)
def test_reasons_are_words(error: Exception, kind: str, reason: str, attempts: int) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        raise error

    failure = _get(handler)
    assert isinstance(failure, FetchFailure)
    assert (failure.kind, failure.reason, failure.attempts) == (kind, reason, attempts)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "gopher://clinic.example/", "ftp://clinic.example/", "data:,x", "", "http://"]
)
def test_only_web_addresses_are_asked(url: str) -> None:
    failure = _get(lambda _: httpx.Response(200), url)
    assert isinstance(failure, FetchFailure)
    assert (failure.reason, failure.kind) == ("the address cannot be requested", "other")


def test_nothing_that_fails_now_and_then_is_lost() -> None:
    """20 % 5xx, 10 % truncated, 10 % resets, each request on its own."""
    chance = random.Random(1)  # noqa: S311

    def handler(request: httpx.Request) -> httpx.Response:
        fault = chance.random()
        if fault < 0.1:
            raise httpx.ReadError("reset")
        if fault < 0.2:
            return httpx.Response(200, content=b"cut", headers={"content-length": "50"})
        return httpx.Response(503 if fault < 0.4 else 200, html=request.url.path)

    async def use(fetcher: Fetcher) -> list[Response | FetchFailure]:
        return [await fetcher.get(f"{_URL}{at}") for at in range(400)]

    answers = _with_fetcher(handler, use)
    assert [getattr(a, "body", None) for a in answers] == [f"/{at}".encode() for at in range(400)]
    assert 0.4**MANY < 1e-5


def test_a_dead_host_costs_little() -> None:
    asked = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        if len(asked) == 1:
            return httpx.Response(200, html="fine")
        raise httpx.ConnectError("refused")

    async def use(fetcher: Fetcher) -> list[Response | FetchFailure]:
        return [await fetcher.get(f"{_URL}{at}") for at in range(2000)]

    answers = _with_fetcher(handler, use)
    assert len(asked) < 150
    last = answers[-1]
    assert isinstance(last, FetchFailure)
    assert (last.reason, last.attempts) == ("the host stopped answering", 0)


def test_hosts_keep_a_pace_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause that one asks for does not hold the others."""
    monkeypatch.setattr("crawler.pace._MAX_PAUSE", 0.3)
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        refused = request.url.host == "busy.example" and asked.count("busy.example") == 1
        return httpx.Response(429, headers={"retry-after": "9"}) if refused else httpx.Response(200)

    async def use(fetcher: Fetcher) -> float:
        async def others() -> None:
            for at in range(20):
                await fetcher.get(f"https://other.example/{at}")

        loop = asyncio.get_running_loop()
        started = loop.time()
        await asyncio.gather(
            fetcher.get("https://busy.example/1"), fetcher.get("https://busy.example/2"), others()
        )
        return loop.time() - started

    assert _with_fetcher(handler, use) >= 0.3
    assert asked.index("busy.example") < 3
    assert asked[-2:] == ["busy.example"] * 2


def test_no_more_at_once_than_the_window() -> None:
    under_way, most = 0, 0

    async def slow(request: httpx.Request) -> httpx.Response:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.01)
        under_way -= 1
        return httpx.Response(200)

    async def run() -> None:
        transport = httpx.MockTransport(slow)
        async with Fetcher(concurrency=3, delay=0, timeout=1, transport=transport) as fetcher:
            await asyncio.gather(*(fetcher.get(f"{_URL}{at}") for at in range(12)))
            assert fetcher.requests == 12

    asyncio.run(run())
    assert most == 3


@pytest.mark.parametrize(
    ("validators", "sent"),
    [
        (None, {}),
        (Validators(None, None), {}),
        (Validators('W/"x"', None), {"if-none-match": 'W/"x"'}),
        (
            Validators('"x"', "Sat, 01 Aug 2026 00:00:00 GMT"),
            {"if-none-match": '"x"', "if-modified-since": "Sat, 01 Aug 2026 00:00:00 GMT"},
        ),
        (Validators("caf\u00e9", "a\r\nb: c"), {}),
    ],
)
def test_conditions(validators: Validators | None, sent: dict[str, str]) -> None:
    seen: dict[str, str] = {}

    def handler(request: httpx.Request) -> httpx.Response:
        seen.update({name: value for name, value in request.headers.items() if name.startswith("if-")})
        return httpx.Response(304, headers={"content-length": "1000", "content-encoding": "gzip"})

    answer = _get(handler, validators=validators)
    assert isinstance(answer, Response)
    assert (answer.status, answer.body, seen) == (304, None, sent)


_PROBES: list[tuple[dict[str, int], list[str], int, str]] = [
    ({"HEAD": 200}, ["HEAD"], 200, "HEAD"),
    ({"HEAD": 301}, ["HEAD"], 301, "HEAD"),
    ({"HEAD": 405, "GET": 206}, ["HEAD", "GET bytes=0-0"], 206, "GET"),
    ({"HEAD": 404, "GET": 404}, ["HEAD", "GET bytes=0-0"], 404, "GET"),
    ({"HEAD": 500, "GET": 200}, ["HEAD", "GET bytes=0-0"], 200, "GET"),
    ({"HEAD": 0, "GET": 200}, ["HEAD", "HEAD", "GET bytes=0-0"], 200, "GET"),
    ({"HEAD": 500, "GET": 503}, ["HEAD", "GET bytes=0-0", "GET bytes=0-0"], 503, "GET"),
    ({"HEAD": 429, "GET": 429}, ["HEAD", "GET bytes=0-0", "GET bytes=0-0"], 429, "GET"),
]


@pytest.mark.parametrize(("statuses", "asked", "status", "method"), _PROBES)
def test_probes(statuses: dict[str, int], asked: list[str], status: int, method: str) -> None:
    seen = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(f"{request.method} {request.headers.get('range', '')}".strip())
        if not statuses[request.method]:
            raise httpx.ReadError("reset")
        return httpx.Response(statuses[request.method], content=b"x" * 100)

    answer = _with_fetcher(handler, lambda fetcher: fetcher.probe(_URL))
    assert isinstance(answer, Response)
    assert (seen, answer.status, answer.method, answer.body) == (asked, status, method, None)


def test_a_range_that_an_empty_file_has_not() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.method == "HEAD":
            return httpx.Response(501)
        return httpx.Response(416 if "range" in request.headers else 200)

    answer = _with_fetcher(handler, lambda fetcher: fetcher.probe(_URL))
    assert isinstance(answer, Response)
    assert answer.status == 200


@pytest.mark.parametrize(("reason", "asked"), [("Name or service not known", 1), ("refused", 2)])
def test_probes_of_what_is_not_there(reason: str, asked: int) -> None:
    methods = []

    def handler(request: httpx.Request) -> httpx.Response:
        methods.append(request.method)
        raise httpx.ConnectError(reason)

    assert isinstance(_with_fetcher(handler, lambda fetcher: fetcher.probe(_URL)), FetchFailure)
    assert methods == ["HEAD"] * asked


def test_cookies_are_kept_where_a_host_needs_them_and_sent_nowhere_else() -> None:
    sent: list[tuple[str, str | None]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        cookie = request.headers.get("cookie")
        sent.append((request.url.host, cookie))
        if request.url.host == "clinic.example" and cookie is None:
            headers = [
                ("location", str(request.url)),
                ("set-cookie", "id=7; Path=/; Domain=example"),
                ("set-cookie", "b="),
            ]
            return httpx.Response(302, headers=headers)
        return httpx.Response(200, headers={"set-cookie": "language=de"}, html="fine")

    async def use(fetcher: Fetcher) -> list[Response | FetchFailure]:
        urls = [f"{_URL}a", f"{_URL}b", "https://www.clinic.example/", "http://clinic.example/"]
        return [await fetcher.get(url) for url in urls]

    answers = _with_fetcher(handler, use)
    assert [(getattr(a, "status", None), a.attempts) for a in answers] == [(200, 2), (200, 1), (200, 1), (200, 2)]
    assert sent == [
        ("clinic.example", None),
        ("clinic.example", "id=7; b="),
        ("clinic.example", "id=7; b="),
        ("www.clinic.example", None),
        ("clinic.example", None),
        ("clinic.example", "id=7; b="),
    ]


def test_cookies_of_redirects_that_come_back_are_kept() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/" and "seen=1" in request.headers.get("cookie", ""):
            return httpx.Response(200, html="fine")
        location, cookie = ("/set", "a=1") if request.url.path == "/" else ("/", "seen=1")
        return httpx.Response(302, headers={"location": location, "set-cookie": cookie})

    async def use(fetcher: Fetcher) -> list[Response | FetchFailure]:
        return [await fetcher.get(f"{_URL}{path}") for path in ("", "set", "")]

    answers = _with_fetcher(handler, use)
    assert [getattr(answer, "status", None) for answer in answers] == [302, 302, 200]


def test_cookies_of_redirects_that_lead_on_are_not_kept() -> None:
    sent = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers.get("cookie"))
        if request.url.path == "/":
            return httpx.Response(302, headers={"location": "/de", "set-cookie": "language=de"})
        return httpx.Response(200, html="fine", headers={"set-cookie": "basket=7"})

    async def use(fetcher: Fetcher) -> list[Response | FetchFailure]:
        return [await fetcher.get(f"{_URL}{path}") for path in ("", "de", "en")]

    _with_fetcher(handler, use)
    assert sent == [None] * 3


@pytest.mark.parametrize(
    ("detour", "asked"),
    [
        ({"/shop/a": ("/set?b=/shop/a", ""), "/set": ("/shop/a", "id=7")}, ["/shop/a", "/set", "/shop/a"]),
        (
            {"/shop/a": ("/set?b=https%3A%2F%2Fclinic.example%2Fshop%2Fa", ""), "/set": ("/shop/a", "id=7")},
            ["/shop/a", "/set", "/shop/a"],
        ),
        (
            {"/shop/a": ("/1", "id=7"), "/1": ("/2", ""), "/2": ("/shop/a", "")},
            ["/shop/a", "/1", "/2", "/shop/a"],
        ),
    ],
)
def test_a_detour_for_a_cookie_ends_in_the_page(detour: dict[str, tuple[str, str]], asked: list[str]) -> None:
    seen = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.path)
        if request.headers.get("cookie") == "id=7" and request.url.path.startswith("/shop"):
            return httpx.Response(200, html="fine")
        location, cookie = detour[request.url.path]
        headers = [("location", location), *([("set-cookie", cookie)] if cookie else [])]
        return httpx.Response(302, headers=headers)

    async def use(fetcher: Fetcher) -> list[Response | FetchFailure]:
        return [await fetcher.get(f"{_URL}shop/{name}") for name in "ab"]

    answers = _with_fetcher(handler, use)
    assert [(a.url[-1], getattr(a, "body", None)) for a in answers] == [("a", b"fine"), ("b", b"fine")]
    assert seen == [*asked, "/shop/b"]


@pytest.mark.parametrize(
    ("location", "cookie", "most"),
    [
        ("/login?next={path}", None, 3),
        ("/login?next={path}", "id={path}", 3),
        ("/new{path}", "id=7", 3),
        ("/new{path}", None, 0),
        ("/login?next=/", None, 0),
        ("https://www.clinic.example/?b=https://clinic.example{path}", "id=7", 0),
    ],
)
def test_redirects_that_lead_on_stay_redirects(location: str, cookie: str | None, most: int) -> None:
    """And cost few requests."""

    def handler(request: httpx.Request) -> httpx.Response:
        if not request.url.path.startswith("/old"):
            return httpx.Response(200, html="elsewhere")
        cookies = [("set-cookie", cookie)] if cookie else []
        return httpx.Response(302, headers=[("location", location.format(path=request.url.path)), *cookies])

    async def use(fetcher: Fetcher) -> tuple[set[int | None], int]:
        answers = [await fetcher.get(f"{_URL}old/{at}") for at in range(20)]
        return {getattr(answer, "status", None) for answer in answers}, fetcher.requests

    assert _with_fetcher(handler, use) == ({302}, 20 + most)


def test_a_detour_that_never_ends_costs_little() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        back = request.url.params.get("b") or f"/set?b={request.url.path}"
        return httpx.Response(302, headers={"location": back, "set-cookie": "id=7"})

    async def use(fetcher: Fetcher) -> tuple[set[int | None], int]:
        answers = [await fetcher.get(f"{_URL}{at}") for at in range(20)]
        return {getattr(answer, "status", None) for answer in answers}, fetcher.requests

    assert _with_fetcher(handler, use) == ({302}, 20 + 3 * 2)


def test_a_detour_is_not_taken_where_it_may_not_be() -> None:
    async def use(fetcher: Fetcher) -> tuple[Response | FetchFailure, int]:
        fetcher.allows = lambda url: "/set" not in url
        return await fetcher.get(f"{_URL}a"), fetcher.requests

    answer, requests = _with_fetcher(
        lambda _: httpx.Response(302, headers={"location": "/set?b=/a", "set-cookie": "id=7"}), use
    )
    assert (getattr(answer, "status", None), requests) == (302, 1)


async def _get_at_once(fetcher: Fetcher, urls: list[str]) -> list[Response | FetchFailure]:
    return list(await asyncio.gather(*(fetcher.get(url) for url in urls)))


@pytest.mark.parametrize("bad", [{5}, {0}, {3, 11, 20}])
def test_one_url_that_is_always_refused_does_not_hold_the_host(
    bad: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.pace._MAX_PAUSE", 0.01)
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        refused = int(request.url.path[1:]) in bad
        return httpx.Response(429, headers={"retry-after": "8"}) if refused else httpx.Response(200)

    async def use(fetcher: Fetcher) -> list[Response | FetchFailure]:
        answers = await _get_at_once(fetcher, [f"{_URL}{at}" for at in range(40)])
        return answers + [await fetcher.get(f"{_URL}{at}") for at in sorted(bad)]

    answers = _with_fetcher(handler, use)
    wanted = [429 if at in bad else 200 for at in range(40)] + [429] * len(bad)
    assert [getattr(answer, "status", None) for answer in answers] == wanted
    assert max(asked.count(f"/{at}") for at in bad) <= 3 + 1
    assert all(asked.count(f"/{at}") == 1 for at in range(40) if at not in bad)


@pytest.mark.parametrize("most", [1, 2, 5])
@pytest.mark.parametrize("says_when", [True, False])
def test_a_host_that_takes_few_requests_at_a_time_loses_no_page(
    most: int, says_when: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than `most` within 20 ms are refused."""
    monkeypatch.setattr("crawler.pace._MAX_PAUSE", 0.03)
    monkeypatch.setattr("crawler.pace._FIRST_PAUSE", 0.03)
    times: list[float] = []

    async def handler(_: httpx.Request) -> httpx.Response:
        now = time.monotonic()
        times[:] = [at for at in times if at > now - 0.02] + [now]
        refused = len(times) > most
        await asyncio.sleep(0)
        return httpx.Response(429, headers={"retry-after": "1"} if says_when else {}) if refused else _FINE

    async def run() -> list[Response | FetchFailure]:
        transport = httpx.MockTransport(handler)
        async with Fetcher(concurrency=8, delay=0, timeout=1, transport=transport) as fetcher:
            return await _get_at_once(fetcher, [f"{_URL}{at}" for at in range(40)])

    assert {getattr(answer, "status", None) for answer in asyncio.run(run())} == {200}


def test_cookies_that_change_nothing_end_in_the_redirect() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers=[("location", "/"), ("set-cookie", "id=7")])

    answer = _answer(handler)
    assert (answer.status, answer.attempts) == (302, 2)


def test_no_credentials_are_sent(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    netrc = f"{tmp_path}/netrc"
    with open(netrc, "w", encoding="ascii") as file:
        file.write("machine clinic.example login u password p\n")
    monkeypatch.setenv("NETRC", netrc)
    answer = _answer(
        lambda request: httpx.Response(200, html=request.headers.get("authorization", "none")),
        "https://user:secret@clinic.example/",
    )
    assert answer.body == b"none"


@pytest.mark.parametrize("contact", ["web@clinic.example", "https://clinic.example/robot"])
def test_the_user_agent_names_a_contact(contact: str) -> None:
    assert user_agent(contact).startswith("Rounds/")
    assert user_agent(contact).endswith(f" (+{contact})")


@pytest.mark.parametrize("contact", ["", "a b", "a\r\nX: y", "caf\u00e9@clinic.example", "a\0"])
def test_a_contact_that_no_header_holds(contact: str) -> None:
    with pytest.raises(OperatorError, match="is neither an e-mail address nor a web address"):
        user_agent(contact)


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
