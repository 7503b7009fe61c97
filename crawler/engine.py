"""The engine of a crawl: URLs are visited a few at a time, and what came of each is kept as it ends."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from crawler.before import Before, Earlier
from crawler.discovery import Discovery
from crawler.extract.page import Source
from crawler.fetch import Fetcher, FetchFailure, Response
from crawler.frontier import WELL_KNOWN, Known
from crawler.plan import Plan, Progress
from crawler.reading import ReadPage, body_hash, read_page, read_pdf, read_rendered
from crawler.redirects import redirect_target
from crawler.render_plan import wants_rendering
from crawler.resources import answer_row
from crawler.rules import Rules
from crawler.state import State
from crawler.urls import host

if TYPE_CHECKING:
    from crawler.render import Renderer

T = TypeVar("T")

_MOST_VISITS = 64
_LOOK_EVERY = 0.25
_IN_HAND = 2
"""Pages that may wait to be read: more of them would be asked for again after an interruption."""

_NOTHING_NEW = "the server says that nothing changed, but was not asked that"


@dataclass
class Engine:
    """The moving parts of one crawl: what `state` knows is asked for with the `fetcher`, as the `rules` allow.

    `before`: what need not be read again; `until`: when to stop, on the loop's clock.
    """

    plan: Plan
    state: State
    fetcher: Fetcher
    rules: Rules
    before: Before
    until: float | None = None
    renderer: "Renderer | None" = None
    early: dict[str, Response] = field(default_factory=dict)
    """Answers that came out of turn and may be pages: nothing is asked for twice."""

    reading: int = 0
    """Visits under way."""

    cut_short: bool = False
    """The time was over before all was done."""

    asked_before: int = 0
    """Requests of the runs before an interruption."""

    first: list[Response] = field(default_factory=list)
    """Answers that came before all others, and that nobody is to ask for again."""

    _kept_rules: set[str] = field(default_factory=set)

    @property
    def seed(self) -> str:
        return self.state.start.seed

    @property
    def requests(self) -> int:
        return self.asked_before + self.fetcher.requests

    async def run(self, *others: Awaitable[None]) -> None:
        """Visit every URL that can be found, while `others` find more."""
        helpers = {asyncio.ensure_future(other) for other in others}
        visits: set[asyncio.Future[None]] = set()
        room = min(_MOST_VISITS, (self.plan.settings.at_once + _IN_HAND) * len(self.state.scope.hosts.names))
        try:
            while True:
                while len(visits) < room and (known := self._next()):
                    visits.add(asyncio.create_task(self._visit(known)))
                if not visits and not helpers:
                    return
                if self.late:
                    self.cut_short = True
                    return
                done, _ = await asyncio.wait(
                    visits | helpers,
                    timeout=self._patience(helped=bool(helpers)),
                    return_when=asyncio.FIRST_COMPLETED,
                )
                for ended in done:
                    ended.result()
                visits -= done
                helpers -= done
                self.report()
        finally:
            for task in visits | helpers:
                task.cancel()
            await asyncio.gather(*visits, *helpers, return_exceptions=True)

    def _patience(self, *, helped: bool) -> float | None:
        """Seconds until there may be something to do, though no visit ended: a limit, or what others found."""
        look = _LOOK_EVERY if helped else math.inf
        return None if math.isinf(left := min(look, max(0.0, self.seconds_left))) else left

    def _next(self) -> Known | None:
        """The next URL to visit; null where none waits or a limit is reached."""
        if self.late or self.state.pages + self.reading >= self.plan.settings.max_pages:
            return None
        known = self.state.frontier.take()
        self.reading += known is not None
        return known

    @property
    def seconds_left(self) -> float:
        """Of the time that the crawl was given."""
        return self.until - time.monotonic() if self.until is not None else math.inf

    @property
    def late(self) -> bool:
        """The time that the crawl was given is over."""
        return self.seconds_left <= 0

    async def _visit(self, known: Known) -> None:
        visited = False
        try:
            await self._ask(known)
            visited = True
        finally:
            self.reading -= 1
            self.state.frontier.done(known, visited=visited)

    async def _ask(self, known: Known) -> None:
        await self.know_rules(known.url)
        if why_not := self.rules.why_not(known.url):
            self.state.log.left_out(known, "blocked_robots", why_not)
            return
        early = self.early.pop(known.url, None)
        answer = early or await self.fetcher.get(known.url, validators=self.before.validators(known.url))
        await self._receive(known, answer)

    async def _receive(self, known: Known, answer: Response | FetchFailure) -> None:
        if isinstance(answer, FetchFailure):
            self.state.log.failed(known, answer)
            self._keep(known)
        elif 300 <= answer.status < 400 and "location" in answer.headers:
            self._redirected(known, answer)
        elif answer.status == 304:
            await self._unchanged(known, answer)
        elif answer.is_page:
            await self._read(known, answer)
        elif answer.is_pdf:
            await self._read_pdf(known, answer)
        else:
            self.state.log.answered(known, answer, None)
            self._keep(known, received=_size(answer))

    def _redirected(self, known: Known, answer: Response) -> None:
        target = redirect_target(answer)
        self.state.log.redirected(known, answer, target)
        self._keep(known, [("redirect", target)] if target else [])

    async def _unchanged(self, known: Known, answer: Response) -> None:
        """Carry the page over, unless the answer itself says that its facts changed."""
        earlier = self.before.get(known.url)
        tag = answer.header("x-robots-tag")
        if earlier is not None and (earlier.is_pdf or tag in (None, earlier.x_robots_tag)):
            self._carry(known, answer, earlier)
            return
        again = await self.fetcher.get(known.url)
        if isinstance(again, Response) and again.status == 304:
            again = FetchFailure(known.url, _NOTHING_NEW, answer.elapsed_ms, answer.attempts, "protocol")
        await self._receive(known, again)

    def _carry(self, known: Known, answer: Response, earlier: Earlier) -> None:
        self.state.log.unchanged(known, answer, earlier)
        self._keep(known, self.before.leads(known.url), words=earlier.words, carried=True, received=_size(answer))

    async def _read(self, known: Known, answer: Response) -> None:
        body = answer.body or b""
        source = self.source_of(answer)
        name = body_hash(body, source.content_type, source.link_header, source.x_robots_tag, str(source.status))
        earlier = self.before.get(known.url)
        if earlier is not None and earlier.body_hash == name:
            self._carry(known, answer, earlier)
            return
        page = await self.work(read_page, source)
        reason = wants_rendering(self.plan.settings.render or "never", page.script_clue)
        if reason is not None and self.renderer is not None:
            shown = await self.renderer.render(answer.url, body, answer.content_type)
            page = await self.work(read_rendered, source, reason, *shown.outcome)
            page.leads.extend([("link", shown.sent_to)] if shown.sent_to else [])
        self.state.log.answered(known, answer, page.charset, name)
        self._keep(known, page=page, received=_size(answer))

    async def _read_pdf(self, known: Known, answer: Response) -> None:
        name = body_hash(answer.body) if answer.body is not None else None
        earlier = self.before.get(known.url)
        if earlier is not None and earlier.body_hash == name:
            self._carry(known, answer, earlier)
            return
        facts = await self.work(read_pdf, answer.url, answer.body, answer.declared_size)
        self.state.log.answered(known, answer, None, name)
        self._keep(known, facts=facts, received=_size(answer))

    def _keep(
        self,
        known: Known,
        leads: list[tuple[str, str]] | None = None,
        page: ReadPage | None = None,
        facts: dict[str, bytes] | None = None,
        **counts: int | None,
    ) -> None:
        if page is not None:
            leads, facts, counts = page.leads, page.facts, counts | {"words": page.words}
        counts["requests"] = self.requests
        self.state.keep(known, leads or [], facts, now=time.monotonic(), **counts)

    def take_in(self, answer: Response | FetchFailure, found_on: str | None) -> None:
        """Note an answer that was asked for out of turn, so that nothing asks for it again.

        A page is kept until a link leads to it: sites redirect a missing /sitemap.xml to their first page.
        """
        if isinstance(answer, Response) and answer.is_page:
            self._set_aside(answer, found_on)
            return
        if not self.state.frontier.claim(answer.url):
            return
        known = self.state.frontier[answer.url]
        known.found_on = found_on
        if isinstance(answer, FetchFailure):
            self.state.log.failed(known, answer)
        elif target := redirect_target(answer):
            self.state.log.redirected(known, answer, target)
        else:
            self.state.log.answered(known, answer, None)
        self._keep(known)

    def take_discovery(self, found: Discovery) -> None:
        """Note what led to the seed, and keep its answer for its turn."""
        answers = (found.answer, found.rules.answer)
        self.first = [answer for answer in answers if isinstance(answer, Response)]
        if found.answer is not None:
            self._set_aside(found.answer, None)
        for answer, _ in found.hops:
            if answer.url != found.seed:
                self.take_in(answer, None)

    def _set_aside(self, answer: Response, found_on: str | None) -> None:
        """Keep an answer for the turn of its URL, which may never come."""
        self.early.setdefault(answer.url, answer)
        self.state.keep_early(answer_row(Known(answer.url, found_on, "well-known"), answer))

    async def know_rules(self, url: str) -> None:
        """Ask for the rules of the host of `url`, where that was not done, and keep them."""
        rules = await self.rules.of(url)
        if rules.address not in self._kept_rules and rules.answer is not None:
            self._kept_rules.add(rules.address)
            self.take_in(rules.answer, WELL_KNOWN)
            self.state.journal.note("robots", self.rules.kept())

    def source_of(self, answer: Response) -> Source:
        """The answer as the extraction takes it."""
        return Source(
            url=answer.url,
            site=host(self.seed),
            region=self.state.start.region,
            status=answer.status,
            body=answer.body or b"",
            content_type=answer.content_type,
            link_header=answer.header("link"),
            x_robots_tag=answer.header("x-robots-tag"),
            hosts=self.state.scope.hosts,
        )

    async def work(self, function: Callable[..., T], *values: object) -> T:
        """Run `function` in a worker, where there are any."""
        if self.plan.workers is None:
            return function(*values)
        return await asyncio.get_running_loop().run_in_executor(self.plan.workers, function, *values)

    def report(self) -> None:
        """Tell where the crawl stands."""
        log = self.state.log
        self.plan.on_progress(Progress(self.state.pages, len(log), len(self.state.frontier), log.failures))


def _size(answer: Response) -> int:
    return len(answer.body or b"")
