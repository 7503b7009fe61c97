"""One crawl of one site: seed, robots.txt, sitemaps, links; facts go to a partial snapshot."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from crawler import __version__
from crawler.discovery import Discovery, find_site, read_sitemaps, redirect_target
from crawler.errors import SeedUnreachable
from crawler.extract.page import PageFacts, Source, extract, parse_source
from crawler.extract.region import DEFAULT, region_clue
from crawler.fetch import USER_AGENT, Fetcher, FetchFailure, Response
from crawler.frontier import WELL_KNOWN, Frontier, Known
from crawler.notes import notes
from crawler.pace import Pace
from crawler.plan import Crawled, Plan, Progress
from crawler.resources import ResourceLog
from crawler.robots import Robots
from crawler.schema import SCHEMA_VERSION
from crawler.snapshot import Partial
from crawler.tables.crawl import CrawlRow
from crawler.urls import host, site_folder

_FORBIDDEN = "robots.txt forbids it"


@dataclass
class _Crawl:
    """The moving parts of one crawl."""

    plan: Plan
    fetcher: Fetcher
    partial: Partial
    site: str
    robots: Robots
    region: str | None
    frontier: Frontier = field(default_factory=Frontier)
    log: ResourceLog = field(default_factory=ResourceLog)
    early: dict[str, tuple[Response, str | None]] = field(default_factory=dict)
    """Answers that came out of turn and may be pages, with what led to them: nothing is asked for twice."""
    pages: int = 0
    words: int = 0
    reading: int = 0

    async def run(self) -> None:
        """Visit every URL that can be found."""
        visits: set[asyncio.Task[None]] = set()
        room = self.plan.settings.concurrency * 2
        try:
            while True:
                while len(visits) < room and (known := self._next()):
                    visits.add(asyncio.create_task(self._visit(known)))
                if not visits:
                    return
                done, visits = await asyncio.wait(visits, return_when=asyncio.FIRST_COMPLETED)
                for visit in done:
                    visit.result()
                self._report()
        finally:
            for visit in visits:
                visit.cancel()
            await asyncio.gather(*visits, return_exceptions=True)

    def _next(self) -> Known | None:
        """The next URL that may be fetched; those that robots.txt forbids are noted on the way."""
        if self.pages + self.reading >= self.plan.settings.max_pages:
            return None
        while known := self.frontier.take():
            if self.robots.allows(known.url):
                self.reading += 1
                return known
            self.log.blocked(known, _FORBIDDEN)
        return None

    async def _visit(self, known: Known) -> None:
        try:
            early, _ = self.early.pop(known.url, (None, None))
            answer = early or await self.fetcher.get(known.url)
            if isinstance(answer, FetchFailure):
                self.log.failed(known, answer)
            else:
                await self._receive(known, answer)
        finally:
            self.reading -= 1

    async def _receive(self, known: Known, answer: Response) -> None:
        if 300 <= answer.status < 400 and "location" in answer.headers:
            self._redirected(known, answer)
            return
        charset = None
        if answer.is_page:
            charset = await self._read(known, answer)
        self.log.answered(known, answer, charset)

    def _redirected(self, known: Known, answer: Response) -> None:
        target = redirect_target(answer)
        self.log.redirected(known, answer, target)
        if target and host(target) == self.site:
            self.frontier.add(target, known.found_on)

    async def _read(self, known: Known, answer: Response) -> str:
        facts = await self._extract(self._source(answer))
        self.pages += 1
        self.words += facts.pages[0].text_words
        for link in facts.links:
            if link.is_internal and link.target_url:
                self.frontier.add(link.target_url, known.url)
        for table, rows in facts._asdict().items():
            self.partial.append(table, rows)
        return facts.pages[0].charset

    def take_in(self, answer: Response | FetchFailure, found_on: str) -> None:
        """Note an answer that was asked for out of turn, so that nothing asks for it again.

        A page is kept until a link leads to it: sites redirect a missing /sitemap.xml to their first page.
        """
        if isinstance(answer, Response) and answer.is_page:
            self.early.setdefault(answer.url, (answer, found_on))
            return
        if not self.frontier.claim(answer.url):
            return
        known = self.frontier[answer.url]
        known.found_on = found_on
        if isinstance(answer, FetchFailure):
            self.log.failed(known, answer)
        elif target := redirect_target(answer):
            self.log.redirected(known, answer, target)
        else:
            self.log.answered(known, answer, None)

    def _source(self, answer: Response) -> Source:
        return Source(
            url=answer.url,
            site=self.site,
            region=self.region,
            status=answer.status,
            body=answer.body or b"",
            content_type=answer.content_type,
            link_header=answer.header("link"),
            x_robots_tag=answer.header("x-robots-tag"),
        )

    async def _extract(self, source: Source) -> PageFacts:
        if self.plan.workers is None:
            return extract(source)
        return await asyncio.get_running_loop().run_in_executor(self.plan.workers, extract, source)

    def _report(self) -> None:
        self.plan.on_progress(Progress(self.pages, len(self.log), len(self.frontier), self.log.failures))


async def crawl(plan: Plan, open_partial: Callable[[str], Partial]) -> Crawled:
    """Crawl `plan.seed`; `open_partial` makes the partial snapshot once the site's folder is known.

    Raises `SeedUnreachable` where the first page gives no answer.
    """
    started = datetime.now(UTC)
    settings = plan.settings
    pace = Pace(delay=settings.delay)
    async with Fetcher(
        concurrency=settings.concurrency, pace=pace, timeout=settings.timeout, transport=plan.transport
    ) as fetcher:
        found = await find_site(fetcher, plan.seed)
        pace.floor = found.robots.crawl_delay or 0.0
        region = plan.region or _region(found)
        partial = open_partial(site_folder(found.seed))
        state = _Crawl(plan, fetcher, partial, host(found.seed), found.robots, region)
        await _discover(state, found)
        await state.run()
        if not state.pages and found.answer is not None and found.answer.status >= 400:
            raise SeedUnreachable(f"{found.seed} answered with status {found.answer.status}.")
        _write_rows(state)
        return Crawled(_crawl_row(state, found, started), region or DEFAULT)


async def _discover(state: _Crawl, found: Discovery) -> None:
    """Tell the frontier of the seed, of what led to it, and of what the sitemaps list."""
    if found.answer is not None:
        state.early[found.seed] = (found.answer, None)
    for answer, target in found.hops:
        if answer.url == found.seed:
            continue
        state.frontier.claim(answer.url)
        state.log.redirected(state.frontier[answer.url], answer, target)
    if found.robots_answer is not None:
        state.take_in(found.robots_answer, WELL_KNOWN)
    state.frontier.add(found.seed, None)
    async for sitemap in read_sitemaps(state.fetcher, found):
        state.take_in(sitemap.answer, sitemap.found_on)
        state.partial.append("sitemap_entries", sitemap.rows)
        for row in sitemap.rows:
            if row.url and host(row.url) == state.site:
                state.frontier.add(row.url, sitemap.url, from_sitemap=True)


def _region(found: Discovery) -> str | None:
    """Country that the first page gives away; null: each page is asked for itself."""
    answer = found.answer
    if answer is None or not answer.is_html or answer.body is None:
        return None
    source = Source(
        answer.url, host(answer.url), "US", answer.status, answer.body, answer.content_type, None, None
    )
    return region_clue(parse_source(source))


def _write_rows(state: _Crawl) -> None:
    limit = f"the limit of {state.plan.settings.max_pages} pages was reached first"
    for known in state.frontier.waiting():
        if state.robots.allows(known.url):
            state.log.over_limit(known, limit)
        else:
            state.log.blocked(known, _FORBIDDEN)
    for answer, found_on in state.early.values():
        if state.frontier.claim(answer.url):
            state.frontier[answer.url].found_on = found_on
            state.log.answered(state.frontier[answer.url], answer, None)
    state.partial.append("resources", state.log.rows(state.frontier))
    state.partial.append("redirects", state.log.redirect_rows())


def _crawl_row(state: _Crawl, found: Discovery, started: datetime) -> CrawlRow:
    settings = state.plan.settings
    return CrawlRow(
        crawl_id=state.plan.crawl_id,
        site=state.site,
        seed=found.seed,
        started_at=started,
        finished_at=datetime.now(UTC),
        outcome="limited" if state.log.over_limit_count else "complete",
        note=" ".join(
            notes(
                state.plan.seed, found.seed, blocked=state.log.blocked_count, pages=state.pages, words=state.words
            )
        ),
        pages=state.pages,
        requests=state.fetcher.requests,
        bytes=state.log.bytes,
        not_modified=0,
        failures=state.log.failures,
        user_agent=USER_AGENT,
        config=json.dumps({"name": state.plan.name, "region": state.region, **settings.model_dump()}),
        previous_crawl_id=None,
        tool_version=__version__,
        schema_version=SCHEMA_VERSION,
    )
