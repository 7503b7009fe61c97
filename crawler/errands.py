"""What is asked for beside the visits: sitemaps, and addresses that cannot exist."""

from collections.abc import AsyncIterator

from crawler.engine import Engine
from crawler.extract.page import extract
from crawler.fetch import FetchFailure
from crawler.probes import probe_addresses, probe_row
from crawler.redirects import MAX_HOPS, redirect_target
from crawler.sitemap_walk import ReadSitemap
from crawler.tables.crawl import ProbeRow


async def take_sitemaps(engine: Engine, sitemaps: AsyncIterator[ReadSitemap]) -> None:
    """Keep each sitemap as it is read, and crawl what it lists."""
    async for sitemap in sitemaps:
        if sitemap.answer is not None:
            engine.take_in(sitemap.answer, sitemap.found_on)
        engine.state.keep_sitemap(sitemap.row, sitemap.entries)
        engine.report()
    engine.state.journal.note("sitemaps", "read")


async def probe(engine: Engine) -> None:
    """Ask for addresses that cannot exist, to see how the site says so."""
    addresses = [url for url in probe_addresses(engine.seed) if engine.rules.allows(url)]
    engine.state.keep_probes([await _probe(engine, url) for url in addresses])


async def _probe(engine: Engine, url: str) -> ProbeRow:
    """Ask for one of them, redirects followed within the site."""
    final = url
    for _ in range(MAX_HOPS):
        answer = await engine.fetcher.get(final)
        if isinstance(answer, FetchFailure):
            return probe_row(url, None, final, None)
        target = redirect_target(answer)
        if target is None or not engine.state.scope.hosts.include(target):
            facts = await engine.work(extract, engine.source_of(answer)) if answer.is_page else None
            return probe_row(url, answer.status, target or final, facts)
        final = target
    return probe_row(url, None, final, None)
