"""A server that does everything wrong, on a real socket."""

import asyncio
import gzip
import shutil
import socket
import socketserver
import ssl
import struct
import subprocess
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import brotli
import pytest
import zstandard

from crawler.addresses import Guard
from crawler.answer import FetchFailure, Response, Validators
from crawler.failures import MANY
from crawler.fetch import Fetcher

_T = TypeVar("_T")
_PUBLIC = "93.184.215.14"


def _page(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    start = [f"HTTP/1.1 {status}", "Connection: close", "Content-Type: text/html"]
    lines = [*start, *headers, f"Content-Length: {length or len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


def _bomb(name: str) -> bytes:
    zeros = bytes(1024 * 1024)
    if name == "gzip":
        body = gzip.compress(zeros * 64, 9)
    elif name == "br":
        packer = brotli.Compressor(quality=5)
        body = b"".join(packer.process(zeros) for _ in range(64)) + packer.finish()
    else:
        body = zstandard.ZstdCompressor().compress(zeros * 64)
    return _page(body, f"Content-Encoding: {name}")


_CHUNKED = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
_RESET = b"RST"
_HANG = b"HANG"
_ANSWERS: dict[str, list[bytes]] = {
    "/fine": [_page(b"fine")],
    "/short": [_page(b"cut", length=50)],
    "/short-then-fine": [_page(b"cut", length=50), _page(b"cu", length=3), _page(b"fine")],
    "/chunks": [_CHUNKED],
    "/chunks-then-fine": [_CHUNKED, _CHUNKED + b"0\r\n\r\n"],
    "/reset": [_RESET],
    "/reset-in-body": [_page(b"x" * 100, length=1000) + _RESET],
    "/reset-then-fine": [_RESET, _RESET, _page(b"fine")],
    "/closed": [b""],
    "/hang": [_HANG],
    "/hang-in-body": [_page(b"x", length=100) + _HANG],
    "/hang-then-fine": [_HANG, _page(b"fine")],
    "/malformed-header": [b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n"],
    "/malformed-status": [b"HELLO\r\n\r\n"],
    "/malformed-length": [b"HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n"],
    "/two-lengths": [b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    "/endless-header": [b"HTTP/1.1 200 OK\r\nA: " + b"a" * 200_000],
    "/500-then-fine": [_page(b"no", status="500 Oops")] * 5 + [_page(b"fine")],
    "/429-then-fine": [_page(b"", "Retry-After: 1", status="429 Slow"), _page(b"fine")],
    "/gzip-cut": [_page(gzip.compress(b"fine" * 99)[:-9], "Content-Encoding: gzip")],
    "/gzip-damaged": [_page(b"no gzip", "Content-Encoding: gzip")],
    "/gzip": [_page(gzip.compress(b"fine"), "Content-Encoding: gzip")],
    "/coding": [_page(b"?", "Content-Encoding: rot13")],
    "/declared-too-large": [_page(b"x", length=10**12)],
    **{f"/bomb-{name}": [_bomb(name)] for name in ("gzip", "br", "zstd")},
    "/away": [_page(b"", "Location: http://intranet.example/secret", status="302 Found")],
}


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[bytes] = []
        self.ended = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no event here."""


class _Handler(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        head = b""
        if not isinstance(self.connection, ssl.SSLSocket) and self.rfile.peek(1)[:1] == b"\x16":  # type: ignore[attr-defined]
            self.wfile.write(_page(b"no TLS here", status="400 Bad"))
            return
        while line := self.rfile.readline():
            head += line
            if line == b"\r\n":
                self._answer(head)
                return

    def _answer(self, head: bytes) -> None:
        self.server.asked.append(head)
        path = head.split()[1].decode()
        asked = sum(other.split()[1] == path.encode() for other in self.server.asked)
        answers = _ANSWERS[path]
        answer = answers[min(asked, len(answers)) - 1]
        self.wfile.write(answer.removesuffix(_RESET).removesuffix(_HANG))
        if answer.endswith(_HANG):
            self.server.ended.wait(5)
        if answer.endswith(_RESET):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            socket.close(self.connection.detach())


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.ended.set()
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.fetch._FIRST_BACKOFF", 0.0)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def _run(use: Callable[[Fetcher], Awaitable[_T]], guard: Guard | None = None, timeout: float = 1.0) -> _T:
    async def run() -> _T:
        async with Fetcher(concurrency=4, delay=0, timeout=timeout, guard=guard) as fetcher:
            return await use(fetcher)

    return asyncio.run(run())


def _get(url: str, guard: Guard | None = None, timeout: float = 1.0) -> Response | FetchFailure:
    return _run(lambda fetcher: fetcher.get(url), guard, timeout)


@pytest.mark.parametrize(
    ("path", "kind", "reason", "attempts"),
    [
        ("/short", "truncated", "the answer was cut off", MANY),
        ("/chunks", "truncated", "the answer was cut off", MANY),
        ("/gzip-cut", "truncated", "the answer was cut off", MANY),
        ("/reset", "reset", "the connection broke", MANY),
        ("/reset-in-body", "reset", "the connection broke", MANY),
        ("/closed", "reset", "the connection broke", MANY),
        ("/hang", "timeout", "no answer in time", 4),
        ("/hang-in-body", "timeout", "no answer in time", 4),
        ("/malformed-header", "protocol", "the answer breaks the rules of HTTP", 4),
        ("/malformed-status", "protocol", "the answer breaks the rules of HTTP", 4),
        ("/malformed-length", "protocol", "the answer breaks the rules of HTTP", 4),
        ("/two-lengths", "protocol", "the answer breaks the rules of HTTP", 4),
        ("/endless-header", "protocol", "the answer breaks the rules of HTTP", 4),
        ("/gzip-damaged", "decoding", "the answer's compression is damaged", 4),
        ("/coding", "decoding", "the answer's encoding 'rot13' is not known", 4),
        ("/declared-too-large", "too_large", "the body is larger than 15 MB", 1),
        ("/bomb-gzip", "too_large", "the body unfolds to more than 15 MB", 1),
        ("/bomb-br", "too_large", "the body unfolds to more than 15 MB", 1),
        ("/bomb-zstd", "too_large", "the body unfolds to more than 15 MB", 1),
    ],
)
def test_faults_are_values(server: _Server, path: str, kind: str, reason: str, attempts: int) -> None:
    failure = _get(f"http://127.0.0.1:{server.port}{path}", timeout=0.1 if kind == "timeout" else 2.0)
    assert isinstance(failure, FetchFailure)
    assert (failure.kind, failure.reason, failure.attempts) == (kind, reason, attempts)
    assert len(server.asked) == attempts


@pytest.mark.parametrize(
    ("path", "body", "attempts"),
    [
        ("/fine", b"fine", 1),
        ("/gzip", b"fine", 1),
        ("/short-then-fine", b"fine", 3),
        ("/chunks-then-fine", b"hello", 2),
        ("/reset-then-fine", b"fine", 3),
        ("/hang-then-fine", b"fine", 2),
        ("/500-then-fine", b"fine", 6),
        ("/429-then-fine", b"fine", 2),
    ],
)
def test_what_passes_is_read(server: _Server, path: str, body: bytes, attempts: int) -> None:
    started = time.monotonic()
    answer = _get(f"http://127.0.0.1:{server.port}{path}", timeout=0.2)
    assert isinstance(answer, Response)
    assert (answer.status, answer.body, answer.attempts) == (200, body, attempts)
    assert (time.monotonic() - started >= 1.0) == (path == "/429-then-fine")


def test_what_a_server_is_told(server: _Server) -> None:
    _get(f"http://127.0.0.1:{server.port}/fine")
    head = server.asked[0].decode().lower()
    assert "accept-encoding: gzip, br, zstd\r\n" in head
    assert "user-agent: rounds/" in head
    assert "connection: keep-alive" in head


def test_a_refused_connection() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    failure = _get(f"http://127.0.0.1:{port}/")
    assert isinstance(failure, FetchFailure)
    assert (failure.kind, failure.reason, failure.attempts) == ("refused", "the connection was refused", 4)


class _Names:
    """A name server: each host has a list of answers, the last of which stays."""

    def __init__(self, **hosts: list[list[str]]) -> None:
        self._hosts = {name.replace("_", "."): answers for name, answers in hosts.items()}
        self._ask = socket.getaddrinfo

    def __call__(self, host: str, port: int, *args: Any, **options: Any) -> Any:
        if host not in self._hosts:
            if host[0].isalpha():
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
            return self._ask(host, port, *args, **options)
        answers = self._hosts[host]
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]


def test_unknown_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", _Names())
    failure = _get("http://nowhere.example/")
    assert isinstance(failure, FetchFailure)
    assert (failure.kind, failure.reason, failure.attempts) == ("dns", "the host name is not known", 1)


def test_a_redirect_into_a_private_network_is_refused(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "socket.getaddrinfo", _Names(clinic_example=[["127.0.0.1"]], intranet_example=[["10.0.0.1"]])
    )
    guard = Guard(f"http://clinic.example:{server.port}/")

    async def use(fetcher: Fetcher) -> tuple[Any, Any]:
        answer = await fetcher.get(f"http://clinic.example:{server.port}/away")
        assert isinstance(answer, Response)
        return answer, await fetcher.get(answer.headers["location"])

    answer, failure = _run(use, guard)
    assert answer.status == 302
    assert f"Host: clinic.example:{server.port}".encode() in server.asked[0]
    assert (failure.kind, failure.attempts) == ("address", 1)
    assert failure.reason == "the host leads to a private address (10.0.0.1)"


@pytest.mark.parametrize("address", ["169.254.169.254", "[::ffff:10.0.0.1]", "240.0.0.1", "2130706433", "127.1"])
def test_addresses_in_a_url_are_checked_as_well(address: str) -> None:
    failure = _get(f"http://{address}/", Guard("http://clinic.example/"))
    assert isinstance(failure, FetchFailure)
    assert failure.kind == "address"


def test_a_name_that_changes_its_address_is_caught(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    from crawler.pipes import open_stream  # noqa: PLC0415

    connected = []

    async def pretend(address: str, port: int) -> Any:
        connected.append(address)
        return await open_stream("127.0.0.1", port)

    names = _Names(clinic_example=[[_PUBLIC], ["127.0.0.1"]])
    monkeypatch.setattr("socket.getaddrinfo", names)
    monkeypatch.setattr("crawler.connect.open_stream", pretend)
    monkeypatch.setattr("crawler.connect._NAMES_KEPT", 0.0)
    url = f"http://clinic.example:{server.port}/fine"

    async def use(fetcher: Fetcher) -> list[Any]:
        return [await fetcher.get(url), await fetcher.get(url)]

    answer, failure = _run(use, Guard(url))
    assert answer.body == b"fine"
    assert (failure.kind, failure.reason) == ("address", "the host leads to a loopback address (127.0.0.1)")
    assert connected == [_PUBLIC]
    assert len(server.asked) == 1


def test_the_next_address_is_tried_and_remembered(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    from crawler.pipes import open_stream  # noqa: PLC0415

    connected = []

    async def pretend(address: str, port: int) -> Any:
        connected.append(address)
        if address == "127.0.0.2":
            raise OSError(113, "No route to host")
        return await open_stream(address, port)

    monkeypatch.setattr("socket.getaddrinfo", _Names(clinic_example=[["127.0.0.2", "127.0.0.1"]]))
    monkeypatch.setattr("crawler.connect.open_stream", pretend)
    url = f"http://clinic.example:{server.port}/fine"

    async def use(fetcher: Fetcher) -> list[Any]:
        return [await fetcher.get(url), await fetcher.get(url)]

    assert [answer.body for answer in _run(use)] == [b"fine", b"fine"]
    assert connected == ["127.0.0.2", "127.0.0.1", "127.0.0.1"]


def test_a_proxy_is_used_and_gets_no_private_address(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
    monkeypatch.setenv("no_proxy", "direct.example")
    monkeypatch.setitem(_ANSWERS, "http://clinic.example/", [_page(b"by proxy")])
    monkeypatch.setattr("socket.getaddrinfo", _Names())

    async def use(fetcher: Fetcher) -> list[Any]:
        hosts = ("clinic.example", "10.0.0.1", "localhost", "direct.example")
        return [await fetcher.get(f"http://{host}/") for host in hosts]

    answer, *failures = _run(use, Guard("http://clinic.example/"))
    assert answer.body == b"by proxy"
    assert [failure.kind for failure in failures] == ["address", "address", "dns"]
    assert len(server.asked) == 1


@pytest.fixture
def secured(tmp_path: Path, server: _Server) -> Iterator[Path]:
    """The server behind TLS, with a certificate of its own for clinic.example."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=clinic.example"
    subprocess.run(
        [*made.split(), "-addext", "subjectAltName=DNS:clinic.example", "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    plain = server.socket
    server.socket = context.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)
    yield certificate
    server.socket.close()


@pytest.mark.parametrize(
    ("host", "trusted", "outcome"),
    [
        ("clinic.example", True, "fine"),
        ("other.example", True, "the certificate is for another host"),
        ("clinic.example", False, "the certificate is self-signed"),
    ],
)
def test_certificates_are_checked_for_the_name(
    server: _Server, secured: Path, monkeypatch: pytest.MonkeyPatch, host: str, trusted: bool, outcome: str
) -> None:
    monkeypatch.setattr(
        "socket.getaddrinfo", _Names(clinic_example=[["127.0.0.1"]], other_example=[["127.0.0.1"]])
    )
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(secured))
    answer = _get(f"https://{host}:{server.port}/fine", timeout=5.0)
    if isinstance(answer, FetchFailure):
        assert (answer.kind, answer.reason, answer.attempts) == ("tls", outcome, 1)
    else:
        assert answer.body == outcome.encode()
        assert f"Host: {host}:{server.port}".encode() in server.asked[0]


def test_encryption_with_a_server_that_has_none(server: _Server) -> None:
    failure = _get(f"https://127.0.0.1:{server.port}/fine")
    assert isinstance(failure, FetchFailure)
    assert (failure.kind, failure.reason, failure.attempts) == ("tls", "the encryption could not be agreed on", 1)


def test_an_answer_without_body_leaves_the_connection_open() -> None:
    connections: list[str] = []

    class Counting(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            connections.append("new")
            while line := self.rfile.readline():
                while self.rfile.readline().strip():
                    pass
                status = b"304 Not Modified" if line.startswith(b"GET") else b"200 OK"
                self.wfile.write(b"HTTP/1.1 " + status + b'\r\nETag: "x"\r\nContent-Length: 5000\r\n\r\n')

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Counting) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_address[1]}/"

        async def ask() -> None:
            async with Fetcher(concurrency=1, delay=0, timeout=2) as fetcher:
                for _ in range(3):
                    answer = await fetcher.get(url, validators=Validators('"x"', None))
                    assert isinstance(answer, Response)
                    assert answer.status == 304
                    assert isinstance(await fetcher.probe(url), Response)

        asyncio.run(ask())
        server.shutdown()
    assert connections == ["new"]
