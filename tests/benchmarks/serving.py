"""The test server over a folder of pages, as the benchmarks need it."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

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


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"nothing listens on port {port}")
