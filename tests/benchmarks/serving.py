"""The test server over a folder of pages, as the benchmarks need it."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parents[3] / "shared"


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def served(root: Path, port: int, log: Path, options: Sequence[str] = ()) -> Iterator[str]:
    """Serve `root` until the block ends; gives the origin."""
    tool = SHARED / "tools" / "serve_site.py"
    command = [sys.executable, str(tool), "--root", str(root), "--port", str(port), "--log", str(log), *options]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def served_site(name: str, port: int, log: Path, options: Sequence[str] = ()) -> Iterator[str]:
    """Serve one of the shared sites as its own host did; gives the origin."""
    site = shared_sites()[name]
    own = [part for host in site["hosts"] for part in ("--rewrite-host", host)]
    own += ["--clean-urls"] if site["clean"] else []
    with served(SHARED / "sites" / name, port, log, [*own, *options]) as origin:
        yield origin


def shared_sites() -> dict[str, dict[str, Any]]:
    """What is known of each shared site, by name; none where they are not at hand."""
    path = SHARED / "sites" / "sites.json"
    return dict(json.loads(path.read_text())) if path.is_file() else {}


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"nothing listens on port {port}")
