"""One whole crawl of the fictional clinic, for all tests that look at a finished snapshot."""

import asyncio
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

    def _crawl(self, crawl_id: str) -> Done:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("crawler.work.crawl_id", lambda _: crawl_id)
            patch.setattr("crawler.fetch._FIRST_BACKOFF", 0.0)
            patch.setattr(asyncio.BaseEventLoop, "getaddrinfo", _no_name_server)
            return crawl_site(Job(f"{self.origin}/", self.data, self.clinic))

    def rows(self, query: str, done: Done | None = None) -> list[tuple[Any, ...]]:
        """Rows of a query over the tables of a snapshot; addresses are shown without the origin."""
        with duckdb.connect() as db:
            for path in (done or self.second).path.glob("*.parquet"):
                db.execute(f"CREATE VIEW main.{path.stem} AS SELECT * FROM '{path}'")
            rows = db.execute(query).fetchall()
        return [tuple(v.replace(self.origin, "") if isinstance(v, str) else v for v in row) for row in rows]


async def _no_name_server(_: asyncio.BaseEventLoop, host: str, port: int, **__: Any) -> list[Any]:
    """What the machine's resolver says without a net: names that no one can have do not exist, others it cannot tell."""
    if host == "127.0.0.1":
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
    raise socket.gaierror(socket.EAI_NONAME if host.endswith(".example") else socket.EAI_AGAIN, host)


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    clinic = load_clinic(SITE / "clinic.toml")
    quick = clinic.crawl.model_copy(update={"delay": 0.0, "workers": 0, "concurrency": 8})
    with serve_site(SITE) as origin:
        yield Night(tmp_path_factory.mktemp("night"), origin, clinic.model_copy(update={"crawl": quick}))
