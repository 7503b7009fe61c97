"""What a crawl starts from: where the seed leads, what robots.txt says, what the sitemaps list."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import NamedTuple

from crawler.errors import SeedUnreachable
from crawler.fetch import SILENT, Fetcher, FetchFailure, Response
from crawler.frontier import WELL_KNOWN
from crawler.robots import Robots
from crawler.sitemaps import Sitemap, parse_sitemap
from crawler.tables.crawl import SitemapEntryRow
from crawler.urls import host, normalise, without_credentials

_MAX_HOPS = 10
_MAX_SITEMAPS = 500
_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml")


@dataclass(frozen=True)
class Discovery:
    """`seed`: the URL that counts, behind all redirects; `answer`: what it answered, null where robots.txt
    forbids to ask; `hops`: answers that redirected there, with their targets."""

    seed: str
    answer: Response | None
    hops: tuple[tuple[Response, str], ...]
    robots: Robots
    robots_answer: Response | None


class ReadSitemap(NamedTuple):
    """A sitemap that was asked for, with its entries."""

    url: str
    found_on: str
    answer: Response | FetchFailure
    rows: list[SitemapEntryRow]


async def find_site(fetcher: Fetcher, seed: str) -> Discovery:
    """Follow the seed to the site that it stands for, asking each host's robots.txt first.

    Raises `SeedUnreachable` where no answer comes, the redirects do not end, or a failing robots.txt forbids all
    for now: a night that saw nothing must not take the place of one that did.
    """
    hops: list[tuple[Response, str]] = []
    url = seed
    robots, robots_answer = await _robots(fetcher, url)
    while len(hops) <= _MAX_HOPS:
        if robots.refusal:
            raise SeedUnreachable(f"{url} may not be read now, because {robots.refusal}: try again later.")
        if not robots.allows(url):
            return Discovery(url, None, tuple(hops), robots, robots_answer)
        asked = robots_answer if robots_answer and robots_answer.url == url else None
        answer = asked or await fetcher.get(url)
        if isinstance(answer, FetchFailure):
            raise SeedUnreachable(f"{url} could not be reached: {answer.reason}.")
        target = redirect_target(answer)
        if target is None:
            return Discovery(url, answer, tuple(hops), robots, robots_answer)
        hops.append((answer, target))
        if host(target) != host(url):
            robots, robots_answer = await _robots(fetcher, target)
        url = target
    raise SeedUnreachable(f"{seed} could not be reached: it redirects more than {_MAX_HOPS} times.")


def redirect_target(answer: Response) -> str | None:
    """Where an answer sends its reader; null where it does not, or to no http(s) address."""
    location = next(iter(answer.headers.get_list("location")), None)
    target = normalise(location, answer.url) if 300 <= answer.status < 400 and location else None
    return without_credentials(target) if target else None


async def _robots(fetcher: Fetcher, url: str) -> tuple[Robots, Response | None]:
    """Rules of the host of `url`, redirects followed; raises `SeedUnreachable` where the host is silent."""
    address = normalise("/robots.txt", url)
    for _ in range(_MAX_HOPS):
        answer = await fetcher.get(address or url, read_all=True)
        if isinstance(answer, FetchFailure):
            if answer.reason in SILENT:
                raise SeedUnreachable(f"{url} could not be reached: {answer.reason}.")
            return Robots.from_answer(None, None), None
        target = redirect_target(answer)
        if target is None:
            return Robots.from_answer(answer.status, answer.body), answer
        address = target
    return Robots.from_answer(404, None), None


async def read_sitemaps(fetcher: Fetcher, found: Discovery) -> AsyncIterator[ReadSitemap]:
    """Sitemaps that robots.txt names, else the well-known ones, and all that their indexes name.

    Only sitemaps on the seed's own host are asked for, and nothing that was asked for before.
    """
    waiting = _first_sitemaps(found)
    seen = {answer.url for answer in (found.answer, found.robots_answer) if answer and answer.is_html}
    most = len(seen) + _MAX_SITEMAPS
    while waiting and len(seen) < most:
        url, found_on = waiting.pop(0)
        if url in seen or host(url) != host(found.seed) or not found.robots.allows(url):
            continue
        seen.add(url)
        answer = await fetcher.get(url, read_all=True)
        if isinstance(answer, FetchFailure):
            yield ReadSitemap(url, found_on, answer, [])
            continue
        target = redirect_target(answer)
        if target:
            waiting.append((target, found_on))
        if answer.status != 200 or answer.body is None:
            yield ReadSitemap(url, found_on, answer, [])
            continue
        read = parse_sitemap(answer.body)
        children = (normalise(child, url) for child in read.children)
        waiting += [(child, url) for child in children if child]
        yield ReadSitemap(url, found_on, answer, _rows(url, read))


def _first_sitemaps(found: Discovery) -> list[tuple[str, str]]:
    """Sitemaps to begin with, each with what named it."""
    named = (normalise(url, found.seed) for url in found.robots.sitemaps)
    own = [(url, "robots.txt") for url in named if url and host(url) == host(found.seed)]
    return own or [(normalise(path, found.seed) or found.seed, WELL_KNOWN) for path in _SITEMAPS]


def _rows(url: str, read: Sitemap) -> list[SitemapEntryRow]:
    return [
        SitemapEntryRow(url, position, normalise(e.loc, url), e.loc, e.lastmod, e.changefreq, e.priority)
        for position, e in enumerate(read.entries, start=1)
    ]
