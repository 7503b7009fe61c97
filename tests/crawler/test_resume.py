"""A crawl that was cut off at any request and continued is the crawl that nobody cut off."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from crawler.begin import Place
from crawler.config import Crawl
from crawler.crawl import crawl
from crawler.errors import OperatorError
from crawler.finish import write_rows
from crawler.journal import Journal
from crawler.plan import Plan
from crawler.snapshot import new_partial
from tests.crawler.reading import Handler, Reading

_HOME = "https://clinic.example/"
_TABLES = (
    "resources pages headings blocks links images phone_ctas redirects sitemaps sitemap_entries robots_rules "
    "robots_agents traps probes checked_urls"
).split()
_VOLATILE = {"resources": "elapsed_ms, fetched_at, found_on", "checked_urls": "elapsed_ms"}


class _Killed(BaseException):
    """The program ends here."""


def _site(request: httpx.Request) -> httpx.Response:
    path = str(request.url).removeprefix(_HOME)
    match path:
        case "robots.txt":
            return httpx.Response(200, text=f"User-agent: *\nDisallow: /no\nSitemap: {_HOME}map.xml")
        case "map.xml":
            locs = "".join(f"<url><loc>{_HOME}listed/{n}</loc></url>" for n in range(4))
            return httpx.Response(200, text=f"<urlset>{locs}</urlset>")
        case "" | "a" | "b" | "c":
            links = "".join(f"<a href=/{p}>{p}</a>" for p in ("a", "b", "c", "no", "gone", "moved", f"{path}x/1"))
            return httpx.Response(
                200, html=f"<title>{path}</title><h1>Page {path}</h1>{links}<a href=//x.example/>x</a>"
            )
        case "moved":
            return httpx.Response(302, headers={"location": "/end"})
        case "end":
            return httpx.Response(200, html="<p>Call (212) 736-5000.")
        case _ if path.startswith(("listed/", "x/", "ax/")):
            return httpx.Response(200, html=f"<h2>{path}</h2><a href='/cal/2026/01'>calendar</a>")
    return httpx.Response(404)


def _crawl(folder: Path, handler: Handler, *, go_on: bool, **settings: Any) -> Reading:
    plan = Plan(
        _HOME,
        "20261122T021400Z",
        Crawl(**({"delay": 0, "concurrency": 2} | settings)),
        region="US",
        transport=httpx.MockTransport(handler),
    )
    partial = folder / "clinic.example" / ".20261122T021400Z.partial"
    interrupted = Journal(partial) if go_on and partial.exists() else None
    opened = [interrupted] if interrupted else []

    def open_journal(site: str) -> Journal:
        opened.append(Journal(new_partial(folder / site, plan.crawl_id)))
        return opened[-1]

    try:
        crawled = asyncio.run(crawl(plan, Place(open_journal, lambda _: None, interrupted)))
    finally:
        for journal in opened:
            journal.close()
    write_rows(partial, "crawl", [crawled.row])
    return Reading(crawled, partial)


def _rows(reading: Reading) -> dict[str, list[tuple[Any, ...]]]:
    columns = {table: f"* EXCLUDE ({_VOLATILE[table]})" if table in _VOLATILE else "*" for table in _TABLES}
    return {table: reading.rows(table, columns[table]) for table in _TABLES}


def _all_requests(folder: Path) -> tuple[Reading, list[str]]:
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(f"{request.method} {request.url}")
        return _site(request)

    return _crawl(folder, handler, go_on=False), asked


_REQUESTS = 22


@pytest.mark.parametrize("end", range(1, _REQUESTS + 1, 2))
def test_cut_off_at_any_request(tmp_path: Path, end: int) -> None:
    whole, asked = _all_requests(tmp_path / "whole")
    assert len(asked) == _REQUESTS
    seen: list[str] = []

    def ends(request: httpx.Request) -> httpx.Response:
        seen.append(f"{request.method} {request.url}")
        if len(seen) == end:
            raise _Killed
        return _site(request)

    def goes_on(request: httpx.Request) -> httpx.Response:
        seen.append(f"{request.method} {request.url}")
        return _site(request)

    with pytest.raises(_Killed):
        _crawl(tmp_path / "cut", ends, go_on=False)
    continued = _crawl(tmp_path / "cut", goes_on, go_on=True)
    assert _rows(continued) == _rows(whole)
    assert set(seen) == set(asked)
    assert len(seen) - len(asked) <= 5, "what was in flight, robots.txt and the sitemap that was read"
    assert continued.row.requests <= len(seen)
    assert continued.row.pages == whole.row.pages


def test_what_had_not_begun_cannot_go_on(tmp_path: Path) -> None:
    journal = Journal(new_partial(tmp_path / "clinic.example", "20261122T021400Z"))
    journal.close()
    with pytest.raises(OperatorError, match="had not begun to read"):
        _crawl(tmp_path, _site, go_on=True)
