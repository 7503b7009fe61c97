"""Addresses that pages name but the crawl does not read, links elsewhere and assets: each is probed once."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from crawler.fetch import FetchFailure, Response
from crawler.host_queue import HostQueue, Wanted
from crawler.redirects import MAX_HOPS
from crawler.scope import Hosts
from crawler.tables.crawl import UNKNOWN_HOST, CheckedUrlRow
from crawler.urls import host, without_credentials
from crawler.verdict import Verdict, verdict

_AT_ONCE = 16
_SOME = 3
"""Hosts that are all unknown are no accident: it is this computer that cannot look up names."""

_NO_NAMES = "no host name can be looked up from here"
_KINDS = ("image", "script", "stylesheet", "media", "frame", "link")
"""What an address that is used in several ways counts as: the first of these."""


class Prober(Protocol):
    """The side of the fetcher that asks without downloading."""

    async def probe(self, url: str) -> Response | FetchFailure: ...


@dataclass(slots=True)
class _Noted:
    """How pages use an address. `page`: the one that named it last."""

    kind: str
    found_on: str
    page: str
    pages: int = 1


class LinkChecker:
    """Notes addresses while a crawl runs and probes each of them once.

    `hosts`: the hosts that are crawled; `allows`: what robots.txt says about an address on one of them. Addresses
    beyond `limit`, those that most pages name coming first, and what is left after `max_seconds` stay unchecked.
    `keep` is told of each answer as it comes.
    """

    def __init__(
        self,
        fetcher: Prober,
        hosts: Hosts,
        allows: Callable[[str], bool],
        *,
        limit: int = 20_000,
        max_seconds: float = 600,
        keep: Callable[[str, Verdict], None] = lambda address, found: None,
    ) -> None:
        self._fetcher = fetcher
        self._hosts = hosts
        self._allows = allows
        self._limit = limit
        self._max_seconds = max_seconds
        self._keep = keep
        self._seconds = 0.0
        self._noted: dict[str, _Noted] = {}
        self._admitted: set[str] = set()
        self._asked: set[str] = set()
        self._verdicts: dict[str, Verdict] = {}
        self._queue = HostQueue()

    def note(self, url: str, kind: str, page: str) -> None:
        """`page` names `url`, normalised, as a link, image, script, … A page's notes come all in one go."""
        noted = self._noted.get(url)
        if noted is None:
            self._noted[url] = _Noted(kind, page, page)
            return
        if kind != noted.kind:
            noted.kind = min(kind, noted.kind, key=_KINDS.index)
        if page != noted.page:
            noted.pages += 1
            noted.page = page
            noted.found_on = min(noted.found_on, page)

    def learn(self, address: str, found: Verdict) -> None:
        """What is known of an address already, so that nobody asks for it again."""
        self._verdicts[address] = found

    def noted(self) -> list[str]:
        """Every address that pages name."""
        return list(self._noted)

    async def run(self) -> None:
        """Ask for every noted address that was not asked for yet, redirects followed."""
        self._admit()
        started = time.monotonic()
        deadline = started + self._max_seconds - self._seconds
        probes: set[asyncio.Task[None]] = set()
        try:
            while (left := deadline - time.monotonic()) > 0:
                while len(probes) < _AT_ONCE and (wanted := self._queue.next()):
                    probes.add(asyncio.create_task(self._probe(wanted)))
                if not probes:
                    return
                done, probes = await asyncio.wait(probes, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                for probe in done:
                    probe.result()
        finally:
            for probe in probes:
                probe.cancel()
            await asyncio.gather(*probes, return_exceptions=True)
            self._seconds += time.monotonic() - started

    def rows(self) -> list[CheckedUrlRow]:
        """What came of every noted address, by address."""
        rows = [self._row(url, noted) for url, noted in sorted(self._noted.items())]
        unknown = {host(row.url) for row in rows if row.failure == UNKNOWN_HOST}
        if len(unknown) < _SOME or {host(row.url) for row in rows if not row.is_internal} - unknown:
            return rows
        return [
            row._replace(outcome="unchecked", failure=_NO_NAMES) if row.failure == UNKNOWN_HOST else row
            for row in rows
        ]

    def internal_targets(self) -> list[tuple[str, str]]:
        """Addresses on crawled hosts that links elsewhere redirect to, each with the address that was linked."""
        ends = ((self._chain(url)[-1], url) for url, noted in sorted(self._noted.items()) if noted.kind == "link")
        return [(end, url) for end, url in ends if end != url and self._hosts.include(end)]

    def _admit(self) -> None:
        """Line up what was noted since the last time."""
        fresh = [(-noted.pages, url) for url, noted in self._noted.items() if url not in self._admitted]
        for _, url in sorted(fresh)[: self._limit - len(self._admitted)]:
            self._admitted.add(url)
            self._follow(url)

    def _follow(self, origin: str) -> None:
        """Line up the address that the redirects of `origin` lead to so far, unless that was done before."""
        address = self._chain(origin)[-1]
        if address in self._asked or address in self._verdicts or self._is_page(address, origin):
            return
        self._asked.add(address)
        if failure := self._queue.silent(address):
            self._verdicts[address] = verdict(failure)
        elif self._hosts.include(address) and not self._allows(address):
            self._verdicts[address] = Verdict("unchecked", "robots.txt forbids it")
        else:
            self._queue.add(Wanted(address, origin))

    async def _probe(self, wanted: Wanted) -> None:
        found = await self._fetcher.probe(without_credentials(wanted.address))
        self._verdicts[wanted.address] = verdict(found)
        self._keep(wanted.address, self._verdicts[wanted.address])
        for other in self._queue.done(wanted, found):
            self._verdicts[other.address] = verdict(found)
        self._follow(wanted.origin)

    def _chain(self, origin: str) -> list[str]:
        """`origin` and where its redirects lead, as far as is known; it ends before it would close a circle."""
        chain = [origin]
        while len(chain) <= MAX_HOPS and not self._is_page(chain[-1], origin):
            answer = self._verdicts.get(chain[-1])
            if answer is None or answer.target is None or answer.target in chain:
                break
            chain.append(answer.target)
        return chain

    def _is_page(self, address: str, origin: str) -> bool:
        """`address` is the crawl's own business: a page of the site that the link `origin` leads to."""
        return self._noted[origin].kind == "link" and self._hosts.include(address)

    def _row(self, url: str, noted: _Noted) -> CheckedUrlRow:
        chain = self._chain(url)
        answer = self._answer(url, chain)
        return CheckedUrlRow(
            url=url,
            kind=noted.kind,
            is_internal=self._hosts.include(url),
            method=answer.method,
            status=answer.status,
            outcome=answer.outcome,
            failure=answer.failure,
            final_url=chain[-1],
            redirect_hops=len(chain) - 1,
            content_type=answer.content_type,
            bytes=answer.bytes,
            elapsed_ms=answer.elapsed_ms,
            pages=noted.pages,
            found_on=noted.found_on,
        )

    def _answer(self, url: str, chain: list[str]) -> Verdict:
        """What came of `url` in the end. Servers send round in circles whoever keeps no cookies, so that it may work."""
        if self._is_page(chain[-1], url):
            return Verdict("unchecked", "it leads to a page of this site, which the crawl itself reads")
        answer = self._verdicts.get(chain[-1])
        if answer is None and url not in self._admitted:
            return Verdict("unchecked", f"the limit of {self._limit:,} addresses was reached first")
        if answer is None:
            return Verdict("unchecked", f"the limit of {self._max_seconds:g} seconds was reached first")
        if answer.target is None:
            return answer
        words = "its redirects go round in a circle" if answer.target in chain else "it redirects too many times"
        return answer._replace(outcome="unverified", failure=words)
