"""robots.txt of every host that is crawled, asked for once."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from crawler.fetch import Fetcher, FetchFailure, Response
from crawler.redirects import redirect_target
from crawler.robots import Robots
from crawler.robots_parser import MAX_BYTES
from crawler.urls import host, normalise

_MAX_HOPS = 5
"""RFC 9309 §2.3.1.2: at least five consecutive redirects are followed."""


@dataclass(frozen=True)
class HostRules:
    """`address` is where the rules were found; `answer`: what came, null where it was read in an earlier run."""

    robots: Robots
    address: str
    answer: Response | FetchFailure | None = None

    def why_not(self, url: str) -> str:
        """The line that forbids `url`, which they do."""
        decision = self.robots.decide(url)
        return self.robots.refusal or f"robots.txt line {decision.line}: {decision.rule}"


class Rules:
    """The rules of each host. `ignored`: they are read and kept, and nothing is forbidden."""

    def __init__(self, fetcher: Fetcher, *, ignored: bool = False) -> None:
        self._fetcher = fetcher
        self._ignored = ignored
        self._known: dict[str, HostRules] = {}
        self._asking: dict[str, asyncio.Lock] = {}
        self._texts: dict[str, tuple[str, int | None, str]] = {}

    async def of(self, url: str) -> HostRules:
        """Rules for `url`, asked for where they are not known yet."""
        name = host(url)
        async with self._asking.setdefault(name, asyncio.Lock()):
            if name not in self._known:
                self._keep(name, await self._ask(url))
        return self._known[name]

    def allows(self, url: str) -> bool:
        """`url` may be fetched, as far as its host's rules are known."""
        known = self._known.get(host(url))
        return self._ignored or known is None or known.robots.allows(url)

    def why_not(self, url: str) -> str | None:
        """Why `url` may not be fetched, as far as its host's rules are known; null: it may."""
        return None if self.allows(url) else self._known[host(url)].why_not(url)

    def known(self) -> list[HostRules]:
        """The rules that are known, by address; those that hosts share are there once."""
        return list({rules.address: rules for rules in sorted(self._known.values(), key=_address)}.values())

    def by_host(self) -> dict[str, HostRules]:
        """The rules of each host that was asked for its own, hosts that redirect to another's left out."""
        return {name: rules for name, rules in sorted(self._known.items()) if host(rules.address) == name}

    def kept(self) -> dict[str, tuple[str, int | None, str]]:
        """What `restore` needs after an interruption: address, status and body of each host's robots.txt."""
        return self._texts

    def restore(self, kept: Mapping[str, tuple[str, int | None, str]]) -> None:
        for name, (address, status, text) in kept.items():
            self._texts[name] = (address, status, text)
            self._known[name] = HostRules(Robots.from_answer(status, text.encode("latin-1")), address)
            self._set_pace(name)

    async def _ask(self, url: str) -> HostRules:
        address = start = normalise("/robots.txt", url) or url
        for _ in range(_MAX_HOPS + 1):
            answer = await self._fetcher.get(address, read_all=True)
            if isinstance(answer, FetchFailure):
                return HostRules(Robots.from_answer(None, None), address, answer)
            target = redirect_target(answer)
            if target is None:
                return HostRules(Robots.from_answer(answer.status, answer.body), address, answer)
            address = target
        return HostRules(Robots.from_answer(404, None), start)

    def _keep(self, name: str, rules: HostRules) -> None:
        answer = rules.answer
        status, body = (answer.status, answer.body or b"") if isinstance(answer, Response) else (None, b"")
        self._texts[name] = (rules.address, status, body[:MAX_BYTES].decode("latin-1"))
        self._known[name] = rules
        self._set_pace(name)

    def _set_pace(self, name: str) -> None:
        if not self._ignored:
            self._fetcher.pace(name).floor = self._known[name].robots.crawl_delay or 0.0


def _address(rules: HostRules) -> str:
    return rules.address
