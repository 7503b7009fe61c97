"""Serves the bundled clinic's website, or any folder like it, on loopback."""

import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from crawler.demo_site import Site, answer_to, load_manifest
from crawler.errors import OperatorError


@contextmanager
def serve_site(root: Path, port: int = 0, log: list[tuple[str, int]] | None = None) -> Iterator[str]:
    """Serve `root` on 127.0.0.1 and yield its origin; every answer is added to `log` as (path, status)."""
    manifest = load_manifest(root)
    try:
        server = _Server(("127.0.0.1", port), _Handler)
    except OSError as error:
        raise OperatorError(f"Port {port} cannot be used: {error.strerror}.") from error
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    server.site, server.log = Site(root.resolve(), manifest, origin), [] if log is None else log
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield origin
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    site: Site
    log: list[tuple[str, int]]
    request_queue_size = 64

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._asked: Counter[str] = Counter()
        self._lock = threading.Lock()

    def is_first(self, path: str) -> bool:
        with self._lock:
            self._asked[path] += 1
            return self._asked[path] == 1

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error of ours."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Rounds-demo", ""
    # Header and body leave in one piece: two small packets would wait for each other (Nagle, delayed ACK).
    wbufsize = -1

    def do_GET(self) -> None:
        first = self.server.is_first(self.path.partition("?")[0])
        conditions = {name.lower(): value for name, value in self.headers.items()}
        answer = answer_to(self.server.site, self.path, first=first, conditions=conditions)
        time.sleep(answer.delay)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
        self.server.log.append((self.path, answer.status))

    do_HEAD = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the request log is `serve_site(log=…)`."""
