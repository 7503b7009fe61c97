"""Every sitemap that a site publishes: those that robots.txt names, else the well-known ones, and their children."""

from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from crawler.fetch import Fetcher, FetchFailure, Response
from crawler.frontier import WELL_KNOWN
from crawler.redirects import MAX_HOPS, redirect_target
from crawler.robots import Robots
from crawler.rules import Rules
from crawler.scope import Hosts
from crawler.sitemap_entries import ANOTHER_HOST, Listing, entry_rows, is_relative
from crawler.sitemaps import Sitemap, parse_sitemap
from crawler.tables.crawl import SitemapEntryRow, SitemapRow
from crawler.urls import host, normalise, without_credentials

NAMED = "robots.txt"
"""`found_on` of a sitemap that robots.txt names."""

NOT_ASKED = "not asked for"
"""Words in the problem of a sitemap that may list pages nobody saw."""

_MAX_SITEMAPS = 500
_USUAL = ("/sitemap.xml", "/sitemap_index.xml")
_LAST_RESORT = ("/wp-sitemap.xml",)
"""WordPress's own sitemap, which a robots.txt of the site's own does not name: asked for where nothing else is there."""


class ReadSitemap(NamedTuple):
    """A sitemap, with its entries. `answer` is null where it was not asked for."""

    url: str
    found_on: str
    answer: Response | FetchFailure | None
    row: SitemapRow
    entries: list[SitemapEntryRow]


class _Lead(NamedTuple):
    """A sitemap to read. `named`: robots.txt names it, or an index above it; `relative`: it is named without its host;
    `chain`: redirects that led to it."""

    url: str
    found_on: str
    named: bool = False
    in_index: bool = False
    relative: bool = False
    chain: tuple[str, ...] = ()


async def read_sitemaps(
    fetcher: Fetcher,
    rules: Rules,
    seed: str,
    hosts: Hosts,
    answers: Iterable[Response] = (),
    done: Mapping[str, int] = MappingProxyType({}),
) -> AsyncIterator[ReadSitemap]:
    """Every sitemap of the `hosts`, each once, as soon as it is read; `answers` came before and are not asked for again.
    `done`: sitemaps that were read before an interruption, with the number of their entries.

    Those that a robots.txt names and all that their indexes list; the well-known addresses where they list no page.
    What is not asked for is told, too: a sitemap on another host, one that robots.txt forbids, one beyond the limit.
    """
    early = {answer.url: answer for answer in answers if answer.body is not None}
    walk = _Walk(fetcher, rules, hosts, seed.startswith("https:"), early)
    for origin in _origins(seed, hosts):
        listed = 0
        for leads in (
            _named(origin, (await rules.of(origin)).robots),
            _guesses(origin, _USUAL),
            _guesses(origin, _LAST_RESORT),
        ):
            walk.waiting.extend(lead for lead in leads if walk.is_new(lead.url))
            while walk.waiting:
                lead = walk.waiting.popleft()
                if lead.url in done:
                    walk.asked += 1
                    listed += done[lead.url]
                    continue
                sitemap = await walk.read(lead)
                listed += len(sitemap.entries)
                yield sitemap
            if listed:
                break


def _origins(seed: str, hosts: Hosts) -> list[str]:
    """An address on each host that is crawled, the seed's first."""
    scheme = seed.partition(":")[0]
    others = sorted(hosts.names - {host(seed)})
    return [seed, *(f"{scheme}://{name}/" for name in others)]


def _named(origin: str, robots: Robots) -> list[_Lead]:
    urls = ((normalise(name, origin), name) for name in robots.sitemaps)
    return [
        _Lead(without_credentials(url) if url else name, NAMED, named=True, relative=is_relative(name))
        for url, name in urls
    ]


def _guesses(origin: str, paths: tuple[str, ...]) -> list[_Lead]:
    return [_Lead(normalise(path, origin) or origin, WELL_KNOWN) for path in paths]


@dataclass
class _Walk:
    """What waits to be read, and what is known already. `secure`: the site is https; `early`: answers that came before."""

    fetcher: Fetcher
    rules: Rules
    hosts: Hosts
    secure: bool
    early: dict[str, Response]
    waiting: deque[_Lead] = field(default_factory=deque)
    known: set[str] = field(default_factory=set)
    asked: int = 0

    def is_new(self, url: str) -> bool:
        """`url` was not known before; now it is."""
        new = url not in self.known
        self.known.add(url)
        return new

    async def read(self, lead: _Lead) -> ReadSitemap:
        """What came of one sitemap."""
        if reason := await self._refusal(lead):
            return _told(lead, None, reason)
        self.asked += 1
        answer = self.early.get(lead.url) or await self.fetcher.get(lead.url, read_all=True)
        if isinstance(answer, FetchFailure):
            return _told(lead, answer, answer.reason)
        if 300 <= answer.status < 400:
            return _told(lead, answer, self._follow(lead, redirect_target(answer)))
        if answer.status != 200 or answer.body is None:
            return _told(lead, answer, f"answered with status {answer.status}")
        return self._parsed(lead, answer, parse_sitemap(answer.body))

    async def _refusal(self, lead: _Lead) -> str | None:
        """Why `lead` is not asked for; null: it is."""
        if normalise(lead.url) is None:
            return f"no http(s) address: {NOT_ASKED}"
        if not self.hosts.include(lead.url):
            return f"{ANOTHER_HOST}, which is not crawled: {NOT_ASKED}"
        rules = await self.rules.of(lead.url)
        if not self.rules.allows(lead.url):
            return f"{rules.robots.refusal or 'robots.txt forbids it'}: {NOT_ASKED}"
        if self.asked >= _MAX_SITEMAPS:
            return f"more than {_MAX_SITEMAPS} sitemaps: {NOT_ASKED}"
        return None

    def _follow(self, lead: _Lead, target: str | None) -> str:
        """Let the target of a redirect wait; what there is to say of it."""
        if target is None:
            return "redirects to no http(s) address"
        chain = (*lead.chain, lead.url)
        if target in chain:
            return f"redirects in a circle, to {target}"
        if len(chain) > MAX_HOPS:
            return f"redirects more than {MAX_HOPS} times"
        if self.is_new(target):
            self.waiting.appendleft(lead._replace(url=target, chain=chain))
        return f"redirects to {target}"

    def _parsed(self, lead: _Lead, answer: Response, read: Sitemap) -> ReadSitemap:
        problems = ["named without its host"] if lead.relative else []
        problems += [*read.problems, *dict.fromkeys(self._let_children_wait(lead, read))]
        if lead.in_index and read.format == "index":
            problems.append("an index inside of an index")
        entries = entry_rows(read, Listing(lead.url, self.hosts, self.secure, lead.named, answer.fetched_at))
        row = SitemapRow(
            url=lead.url,
            found_on=lead.found_on,
            status=answer.status,
            format=read.format,
            entries=read.listed,
            children=read.sitemaps,
            bytes=read.bytes,
            problem="; ".join(problems) or None,
        )
        return ReadSitemap(lead.url, lead.found_on, answer, row, entries)

    def _let_children_wait(self, lead: _Lead, read: Sitemap) -> Iterator[str]:
        """Queue what an index lists, as far as there is room; yields what is wrong with it."""
        left_out, unreadable = 0, []
        for loc in read.children:
            address = normalise(loc, lead.url)
            url = without_credentials(address) if address else None
            if url is None:
                unreadable.append(loc)
            elif url == lead.url:
                yield "lists itself"
            elif len(self.known) >= _MAX_SITEMAPS:
                left_out += url not in self.known
            elif self.is_new(url):
                self.waiting.append(_Lead(url, lead.url, lead.named, in_index=True, relative=is_relative(loc)))
        if unreadable:
            yield f"sitemaps with no http(s) address: {len(unreadable):,}, such as “{unreadable[0][:60]}”"
        if left_out:
            yield f"lists more than {_MAX_SITEMAPS} sitemaps: {left_out:,} {NOT_ASKED}"


def _told(lead: _Lead, answer: Response | FetchFailure | None, problem: str) -> ReadSitemap:
    """A sitemap of which only a problem is known."""
    status = answer.status if isinstance(answer, Response) else None
    size = len(answer.body) if isinstance(answer, Response) and answer.body is not None else None
    row = SitemapRow(lead.url, lead.found_on, status, None, 0, 0, size, problem)
    return ReadSitemap(lead.url, lead.found_on, answer, row, [])
