"""The way to the net: names resolved here, every address checked, then connected to and to no other."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Iterable
from typing import Any, cast
from urllib.request import getproxies, proxy_bypass

import h2.exceptions
import httpcore
import httpx

from crawler.addresses import Guard, literal
from crawler.errors import OperatorError
from crawler.pipes import open_stream

_NAMES_KEPT = 60.0


class Transport(httpx.AsyncBaseTransport):
    """Sends requests over connections to addresses that `guard` admits, or through the proxy of the environment.

    A proxy resolves names itself, so of what goes through it only addresses that stand in the URL are checked.
    """

    def __init__(self, guard: Guard | None, connections: int) -> None:
        self._guard = guard
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=15.0,
            http1=True,
            http2=True,
            network_backend=Connector(guard),
        )
        self._proxies = _proxies(connections)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all")
        if proxy and not proxy_bypass(url.host):
            if self._guard and (address := literal(url.host)):
                self._guard.admit(url.host, [address])
            return await proxy.handle_async_request(request)
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        sent = httpcore.Request(request.method, target, headers=request.headers.raw, extensions=request.extensions)
        try:
            answer = await self._pool.handle_async_request(sent)
        except (*_OF_HTTPCORE, h2.exceptions.H2Error) as error:
            raise _of_httpx(error) from error
        stream = _Body(cast("httpx.AsyncByteStream", answer.stream))
        return httpx.Response(answer.status, headers=answer.headers, stream=stream, extensions=answer.extensions)

    async def aclose(self) -> None:
        await self._pool.aclose()
        for proxy in self._proxies.values():
            await proxy.aclose()


class Connector(httpcore.AsyncNetworkBackend):
    """Opens connections for httpcore. A host's addresses are tried in turn, one that worked first."""

    def __init__(self, guard: Guard | None) -> None:
        self._guard = guard
        self._names: dict[str, tuple[float, list[str]]] = {}

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to one of the host's addresses.

        Raises `RefusedAddress` where the guard admits none, else httpcore's errors.
        """
        try:
            async with asyncio.timeout(timeout):
                addresses = await self._resolve(host, port)
                each = timeout / len(addresses) if timeout else None
                return await self._first(host, addresses, port, each)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout("no connection in time") from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error

    async def _first(
        self, host: str, addresses: list[str], port: int, timeout: float | None
    ) -> httpcore.AsyncNetworkStream:
        failure: OSError | None = None
        for address in addresses:
            try:
                async with asyncio.timeout(timeout):
                    stream = await open_stream(address, port)
            except OSError as error:
                failure = failure or error
                continue
            rest = [other for other in addresses if other != address]
            self._names[host] = (self._names[host][0], [address, *rest])
            return stream
        self._names.pop(host, None)
        raise failure or OSError("no address")

    async def _resolve(self, host: str, port: int) -> list[str]:
        """Admitted addresses of `host`, as many as the guard sees now or saw within the last minute."""
        until, known = self._names.get(host, (0.0, []))
        if time.monotonic() < until:
            return known
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        if self._guard:
            addresses = self._guard.admit(host, addresses)
        self._names[host] = (time.monotonic() + _NAMES_KEPT, addresses)
        return addresses


class _Body(httpx.AsyncByteStream):
    """A body whose errors are those of httpx."""

    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for part in self._stream:
                yield part
        except (*_OF_HTTPCORE, h2.exceptions.H2Error) as error:
            raise _of_httpx(error) from error

    async def aclose(self) -> None:
        await self._stream.aclose()


_OF_HTTPCORE = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
)


def _of_httpx(error: Exception) -> httpx.TransportError:
    """The error of httpx by the same name; httpx keeps its own table to itself."""
    kind = getattr(httpx, type(error).__name__, httpx.RemoteProtocolError)
    return cast("httpx.TransportError", kind(str(error)))


def _proxies(connections: int) -> dict[str, httpx.AsyncHTTPTransport]:
    """A way through each proxy that the environment names, by scheme."""
    limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
    made = {}
    for scheme, address in getproxies().items():
        if scheme in ("http", "https", "all"):
            url = address if "://" in address else f"http://{address}"
            try:
                made[scheme] = httpx.AsyncHTTPTransport(http2=True, limits=limits, proxy=url)
            except (ImportError, ValueError, httpx.InvalidURL) as error:
                raise OperatorError(
                    f"The proxy for {scheme} that the environment names cannot be used."
                ) from error
    return made
