"""Serves the app with waitress. On loopback only, unless somebody says that a proxy asks for a login."""

import errno
import ipaddress
import logging
import socket
from collections.abc import Callable
from pathlib import Path

from waitress.server import create_server

from dashboard.app import create_app
from dashboard.security import LOOPBACK
from dashboard.store import Store

THREADS = 6


class ServerError(Exception):
    """The server cannot start; the message is one sentence for the operator."""


def serve(
    data_dir: Path, *, host: str, port: int, behind_proxy: bool = False, announce: Callable[[str], None]
) -> None:
    """Serve the snapshots below `data_dir` until interrupted; `announce` gets the address once it answers.

    Raises `ServerError` where the address is not allowed or not free.
    """
    check_host(host, behind_proxy=behind_proxy)
    if not data_dir.is_dir():
        raise ServerError(f"There is no folder {data_dir}. Name the one that holds snapshots/ with --data.")
    listener = listen(host, port)
    app = create_app(Store(data_dir), trusted_hosts=None if behind_proxy else LOOPBACK)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(app.server, sockets=[listener], threads=THREADS, ident="rounds")
    shown = f"[{host}]" if ":" in host else host
    announce(f"http://{shown}:{listener.getsockname()[1]}/")
    try:
        server.run()
    finally:
        server.close()


def check_host(host: str, *, behind_proxy: bool) -> None:
    """Refuse an address that others can reach, unless a proxy stands in front: the dashboard has no login."""
    if behind_proxy or host == "localhost":
        return
    try:
        loopback = ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise ServerError(
            f"{host} can be reached by others and the dashboard has no login. "
            "Put a proxy with a login in front and add --i-have-a-proxy, or listen on 127.0.0.1."
        )


def listen(host: str, port: int) -> socket.socket:
    """A bound socket; raises `ServerError` where the port is taken or the address is not ours."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise ServerError(f"Cannot listen on {host}: {error.strerror}.") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise ServerError(f"Port {port} is in use. Choose another one with --port.") from error
        raise ServerError(f"Cannot listen on {host}:{port}: {error.strerror}.") from error
    return listener
