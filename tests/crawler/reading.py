"""How the tests crawl: a crawl into a folder of the test's own, and its rows."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import httpx

from crawler.begin import Place
from crawler.config import Crawl
from crawler.crawl import crawl
from crawler.finish import write_rows
from crawler.journal import Journal
from crawler.plan import Crawled, Plan
from crawler.snapshot import new_partial, table_file

Handler = Callable[[httpx.Request], httpx.Response]


class Reading:
    """One finished crawl."""

    def __init__(self, crawled: Crawled, folder: Path) -> None:
        self.row = crawled.row
        self.region = crawled.region
        self.folder = folder

    def rows(self, table: str, columns: str, where: str = "true") -> list[tuple[Any, ...]]:
        """Rows of a fact table, ordered by all columns asked for; none where nothing was written."""
        file = table_file(self.folder, table)
        if file is None:
            return []
        query = f"SELECT {columns} FROM read_parquet($file) WHERE {where} ORDER BY ALL"
        return duckdb.connect().execute(query, {"file": str(file)}).fetchall()


def read(
    seed: str,
    folder: Path,
    transport: httpx.AsyncBaseTransport | None = None,
    *,
    previous: Path | None = None,
    urls: tuple[str, ...] = (),
    resume: Path | None = None,
    **settings: Any,
) -> Reading:
    """Crawl `seed` without politeness; nothing but facts is written. `resume`: folder of a crawl that was cut off."""
    given = Crawl(**({"delay": 0, "check_links": False} | settings))
    plan = Plan(seed, "20261122T021400Z", given, urls, transport=transport)
    opened = [Journal(resume)] if resume else []

    def open_journal(site: str) -> Journal:
        opened.append(Journal(new_partial(folder / site, plan.crawl_id)))
        return opened[0]

    try:
        crawled = asyncio.run(crawl(plan, Place(open_journal, lambda _: previous, opened[0] if resume else None)))
    finally:
        for journal in opened:
            journal.close()
    write_rows(opened[0].folder, "crawl", [crawled.row])
    return Reading(crawled, opened[0].folder)


def site_of(pages: dict[str, httpx.Response | str]) -> httpx.MockTransport:
    """A net of `pages` by URL; a string is an HTML body, what is not named answers 404."""

    def handler(request: httpx.Request) -> httpx.Response:
        answer = pages.get(str(request.url), httpx.Response(404))
        if isinstance(answer, str):
            return httpx.Response(200, html=answer)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    return httpx.MockTransport(handler)
