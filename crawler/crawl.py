"""One crawl of one site, from the seed to the fact tables of a snapshot."""

import json
from contextlib import AsyncExitStack
from datetime import UTC, datetime

from crawler import __version__
from crawler.addresses import Guard
from crawler.begin import Place, first_step
from crawler.checked import LinkChecker
from crawler.elsewhere import Elsewhere
from crawler.engine import Engine
from crawler.errands import probe, take_sitemaps
from crawler.errors import SeedUnreachable
from crawler.extract.phones.region import DEFAULT
from crawler.fetch import Fetcher, user_agent
from crawler.finish import leave_out_the_rest, write_facts
from crawler.notes import notes
from crawler.plan import Crawled, Plan
from crawler.rules import Rules
from crawler.schema import SCHEMA_VERSION
from crawler.sitemap_walk import read_sitemaps
from crawler.state import State
from crawler.tables.crawl import CrawlRow
from crawler.urls import host
from crawler.verdict import Verdict, verdict_of_row

_CHECK_SECONDS = 600.0
"""Most time for links elsewhere and assets: what is not reached then is unknown."""


async def crawl(plan: Plan, place: Place) -> Crawled:
    """Crawl `plan.seed` into the journal's folder, or go on with the crawl that is interrupted there.

    Raises `SeedUnreachable` where the first page gives no answer.
    """
    settings = plan.settings
    async with AsyncExitStack() as stack:
        guard = Guard(plan.seed, *plan.urls, *(f"http://{name}/" for name in settings.hosts))
        guard.reopen(place.interrupted.noted("opened") or () if place.interrupted else ())
        fetcher = await stack.enter_async_context(_fetcher(plan, guard))
        rules = Rules(fetcher, ignored=settings.ignore_robots)
        fetcher.allows = rules.allows
        engine = await first_step(plan, place, fetcher, rules)
        engine.state.journal.note("opened", guard.opened)
        if settings.render not in (None, "never"):
            from crawler.render import Renderer  # noqa: PLC0415 - an extra, and slow to load

            engine.renderer = await stack.enter_async_context(Renderer(fetcher, rules.allows))
        await _visit_all(engine)
        checker = await _check_elsewhere(engine)
        _must_have_answered(engine.state)
        engine.state.note_early()
        leave_out_the_rest(engine.state, rules, _limit(engine))
        write_facts(engine.state, engine.before, rules, checker.rows())
        return Crawled(_crawl_row(engine), engine.state.start.region or DEFAULT)


def _fetcher(plan: Plan, guard: Guard) -> Fetcher:
    settings = plan.settings
    return Fetcher(
        concurrency=settings.at_once,
        delay=settings.delay,
        timeout=settings.timeout,
        speed=settings.speed,
        transport=plan.transport,
        user_agent=user_agent(settings.contact),
        guard=guard,
    )


async def _visit_all(engine: Engine) -> None:
    """Visit the site; what an earlier run has done already is not done again."""
    journal, plan = engine.state.journal, engine.plan
    others = []
    if not plan.urls and not journal.noted("sitemaps"):
        hosts = engine.state.scope.hosts
        walk = read_sitemaps(
            engine.fetcher, engine.rules, engine.seed, hosts, engine.first, engine.state.sitemaps_done()
        )
        others.append(take_sitemaps(engine, walk))
    if not plan.urls and journal.noted("probes") is None:
        others.append(probe(engine))
    await engine.run(*others)


async def _check_elsewhere(engine: Engine) -> LinkChecker:
    """Check what pages name and the crawl does not read; go on where that leads back to the site."""
    state, settings = engine.state, engine.plan.settings
    checker = LinkChecker(
        engine.fetcher,
        state.scope.hosts,
        engine.rules.allows,
        max_seconds=max(0.0, min(_CHECK_SECONDS, engine.seconds_left)),
        keep=state.journal.keep_verdict,
    )
    for address, found in state.journal.verdicts():
        checker.learn(address, Verdict(*found))
    elsewhere = Elsewhere(state.journal, engine.before)
    while settings.check_links:
        for address, kind, page in elsewhere.new(state.carried):
            checker.note(address, kind, page)
        _learn_what_was_read(checker, state)
        await checker.run()
        known = len(state.frontier)
        for target, linked in checker.internal_targets():
            state.add_found(target, linked)
        if len(state.frontier) == known:
            break
        await engine.run()
    return checker


def _learn_what_was_read(checker: LinkChecker, state: State) -> None:
    """An image that is linked to, too, has been asked for."""
    for address in checker.noted():
        if address in state.log and (found := verdict_of_row(state.log[address], state.log.target(address))):
            checker.learn(address, found)


def _must_have_answered(state: State) -> None:
    """Raise where nothing came: a night that saw nothing must not take the place of one that did."""
    if state.pages:
        return
    if state.settings.sitemap_only and not state.lists_any:
        raise SeedUnreachable(f"No sitemap of {host(state.start.seed)} that lists a page could be read.")
    if state.start.seed not in state.log:
        return
    row = state.log[state.start.seed]
    if row.outcome in ("client_error", "server_error", "rate_limited"):
        raise SeedUnreachable(f"{row.url} answered with status {row.status}.")
    if row.outcome == "failed":
        raise SeedUnreachable(f"{row.url} could not be reached: {row.failure}.")


def _limit(engine: Engine) -> str:
    """The limit that ends the crawl where URLs are left."""
    settings = engine.plan.settings
    if engine.late:
        return f"the limit of {settings.max_minutes:g} minutes was reached first"
    return f"the limit of {settings.max_pages} pages was reached first"


def _crawl_row(engine: Engine) -> CrawlRow:
    state, start = engine.state, engine.state.start
    counts = state.log.counts
    return CrawlRow(
        crawl_id=start.crawl_id,
        site=host(start.seed),
        seed=start.seed,
        started_at=datetime.fromisoformat(start.started_at),
        finished_at=datetime.now(UTC),
        outcome="limited" if counts["over_limit"] or engine.cut_short else "complete",
        note=" ".join(notes(state)),
        pages=state.pages,
        requests=engine.requests,
        bytes=state.received,
        not_modified=counts["not_modified"],
        carried_over=len(state.carried & state.read),
        failures=state.log.failures,
        user_agent=user_agent(engine.plan.settings.contact),
        config=json.dumps(
            {
                "name": engine.plan.name,
                "asked": start.asked,
                "region": start.region,
                **start.settings,
                "urls": start.urls,
            }
        ),
        previous_crawl_id=None,
        tool_version=__version__,
        extractor_version=start.facts_version,
        schema_version=SCHEMA_VERSION,
        role=start.role,
    )
