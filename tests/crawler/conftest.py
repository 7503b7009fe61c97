"""One whole crawl of the fictional clinic, for all tests that look at a finished snapshot."""

import asyncio
import fcntl
import os
import pickle
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from crawler.checks import CHECKS
from crawler.config import Clinic, load_clinic
from crawler.demo import serve_site
from crawler.site import Done, crawl_site
from crawler.work import Job

SITE = Path(__file__).parents[1] / "site"


_FEW = frozenset({"title.missing", "phone.href_mismatch"})


@pytest.fixture
def few_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of other things: all checks take half the time of a small analysis."""
    monkeypatch.setattr("crawler.checks.run.CHECKS", tuple(check for check in CHECKS if check.id in _FEW))


class Night:
    """Two crawls of the clinic, one after the other, and their rows."""

    def __init__(self, data: Path, origin: str, clinic: Clinic) -> None:
        self.data, self.origin, self.clinic = data, origin, clinic
        self.first = self._crawl("20261121T021400Z")
        self.second = self._crawl("20261122T021400Z")
        self._opened: dict[Path, duckdb.DuckDBPyConnection] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_opened": {}}

    def _crawl(self, crawl_id: str) -> Done:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("crawler.work.crawl_id", lambda _: crawl_id)
            patch.setattr("crawler.fetch._FIRST_BACKOFF", 0.0)
            patch.setattr(asyncio.BaseEventLoop, "getaddrinfo", _no_name_server)
            return crawl_site(Job(f"{self.origin}/", self.data, self.clinic))

    def rows(self, query: str, done: Done | None = None) -> list[tuple[Any, ...]]:
        """Rows of a query over the tables of a snapshot; addresses are shown without the origin."""
        rows = self._tables((done or self.second).path).execute(query).fetchall()
        return [tuple(v.replace(self.origin, "") if isinstance(v, str) else v for v in row) for row in rows]

    def _tables(self, snapshot: Path) -> duckdb.DuckDBPyConnection:
        if snapshot not in self._opened:
            db = self._opened[snapshot] = duckdb.connect()
            for path in snapshot.glob("*.parquet"):
                db.execute(f"CREATE VIEW main.{path.stem} AS SELECT * FROM '{path}'")
        return self._opened[snapshot]

    def close(self) -> None:
        for db in self._opened.values():
            db.close()


async def _no_name_server(_: asyncio.BaseEventLoop, host: str, port: int, **__: Any) -> list[Any]:
    """What the machine's resolver says without a net: names that no one can have do not exist, others it cannot tell."""
    if host == "127.0.0.1":
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
    raise socket.gaierror(socket.EAI_NONAME if host.endswith(".example") else socket.EAI_AGAIN, host)


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    """The two crawls, made by the first process of this run of the tests that wants them, for all: nobody may change them."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    made = shared / "night.pickle"
    with (shared / "night.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            made.write_bytes(pickle.dumps(_crawled(shared / "night")))
    night: Night = pickle.loads(made.read_bytes())  # noqa: S301 - written a moment ago, by these tests
    yield night
    night.close()


def _crawled(data: Path) -> Night:
    clinic = load_clinic(SITE / "clinic.toml")
    quick = clinic.crawl.model_copy(update={"delay": 0.0, "workers": 0, "concurrency": 8})
    with serve_site(SITE) as origin:
        return Night(data, origin, clinic.model_copy(update={"crawl": quick}))
