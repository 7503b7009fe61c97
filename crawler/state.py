"""What a crawl knows and what it keeps: the frontier, what came of each URL, and the journal that holds both."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from crawler.batches import pack, unpack
from crawler.config import Crawl, SiteRole
from crawler.frontier import Frontier, Known
from crawler.journal import Journal
from crawler.redirects import MAX_HOPS
from crawler.resources import ResourceLog
from crawler.scope import Hosts, Scope, directory, hosts_of
from crawler.tables.crawl import ProbeRow, ResourceRow, SitemapEntryRow, SitemapRow
from crawler.traps import Traps
from crawler.urls import host, without_credentials, without_tracking

Leads = Collection[tuple[str, str]]
"""Addresses that something leads to, each with the way."""

_AS_THEY_ARE = frozenset({"seed", "list", "redirect"})
"""Ways whose addresses keep their tracking parameters: the operator's, and a server's that may insist on them."""


@dataclass(frozen=True)
class Start:
    """What a crawl begins with. `asked`: the URL that was given, `seed`: where it leads. `urls`: these alone; empty:
    the site. `region` null: each page is asked for itself. `facts_version`: names how pages are read. `previous`: the snapshot whose facts are
    carried over. `role`: whose site it is."""

    crawl_id: str
    started_at: str
    asked: str
    seed: str
    region: str | None
    facts_version: str
    settings: dict[str, Any]
    urls: list[str]
    previous: str | None = None
    role: SiteRole = "own"

    @cached_property
    def options(self) -> Crawl:
        """`settings` as they are used; raises `ValueError` where this version does not know them."""
        return Crawl(**self.settings)

    @property
    def hosts(self) -> Hosts:
        others = [*self.options.hosts, *map(host, self.urls)]
        return hosts_of(self.seed, others, subdomains=self.options.scope == "subdomains")

    @property
    def scope(self) -> Scope:
        path = directory(self.seed) if self.options.scope == "path" else None
        return Scope(self.hosts, path, self.options.include, self.options.exclude)


@dataclass
class State:
    """A crawl as far as it has come; all but the journal can be built again from the journal."""

    start: Start
    journal: Journal
    words: int = 0
    received: int = 0
    """Bytes of bodies."""

    requests: int = 0
    read: set[str] = field(default_factory=set)
    """Pages."""

    carried: set[str] = field(default_factory=set)
    """Pages and PDFs whose facts come from the snapshot before."""

    log: ResourceLog = field(default_factory=ResourceLog)

    def __post_init__(self) -> None:
        self.settings = settings = self.start.options
        self.scope = self.start.scope
        self._early: dict[str, ResourceRow] = {}
        self._hops: dict[str, int] = {}
        self.traps = Traps(datetime.fromisoformat(self.start.started_at).date())
        self.frontier = Frontier(settings.max_depth)
        self._follows_links = not (self.start.urls or settings.sitemap_only)
        for url in self.start.urls:
            self.frontier.add(url, None, "list", 0)
        if not self.start.urls and not settings.sitemap_only:
            self.frontier.add(self.start.seed, None, "seed", 0)

    @property
    def pages(self) -> int:
        return len(self.read)

    def sitemaps_done(self) -> dict[str, int]:
        """Sitemaps of pages that were read, with the number of their entries; an index is read again for its children."""
        rows = (
            row for packed in self.journal.batches("sitemaps") for row in unpack("sitemaps", packed).to_pylist()
        )
        return {row["url"]: row["entries"] for row in rows if row["format"] not in (None, "index")}

    @property
    def lists_any(self) -> bool:
        """A sitemap lists an address of the site."""
        return any(True for _ in self.journal.batches("sitemap_entries"))

    def restore(self, leads_of: Callable[[str], Leads]) -> None:
        """Learn again from the journal what was known before an interruption. `leads_of`: of a page that was carried
        over."""
        self._early = {url: _row_of(kept) for url, kept in (self.journal.noted("early") or {}).items()}
        for packed in self.journal.batches("sitemap_entries"):
            self._list([SitemapEntryRow(**row) for row in unpack("sitemap_entries", packed).to_pylist()])
        for url, visit in self.journal.visits():
            row = _row_of(visit["row"])
            self._add(url, row.found_on, visit["way"], visit["depth"])
            self.frontier.claim(url)
            self.frontier[url].found_on = row.found_on
            self.log.restore(row, visit["target"])
            self._count(url, visit)
            self._offer(self.frontier[url], leads_of(url) if visit.get("carried") else visit["leads"])

    def keep(
        self, known: Known, leads: Leads = (), facts: Mapping[str, bytes] | None = None, **counts: Any
    ) -> None:
        """Keep what came of `known`, which the log has noted, and follow up where it leads.

        `counts`: what `_count` adds up, and `now`, any monotonic clock.
        """
        now = counts.pop("now")
        row = self.log[known.url]
        visit = {
            "row": _kept_row(row),
            "target": self.log.target(known.url),
            "way": known.way,
            "depth": known.depth,
            "leads": [] if counts.get("carried") else list(leads),
            **counts,
        }
        self.journal.visit(known.url, visit, facts or {}, now)
        self._count(known.url, visit)
        self._offer(known, leads)

    def keep_sitemap(self, row: SitemapRow, entries: list[SitemapEntryRow]) -> None:
        """Keep a sitemap that was read, and crawl what it lists."""
        self.journal.replace("sitemaps", row.url, pack("sitemaps", [row]))
        self.journal.replace("sitemap_entries", row.url, pack("sitemap_entries", entries) if entries else None)
        self._list(entries)

    def keep_early(self, row: ResourceRow) -> None:
        """Keep the answer of an address that nothing may lead to, for when nothing does."""
        self._early[row.url] = row
        self.journal.note("early", {url: _kept_row(early) for url, early in self._early.items()})

    def note_early(self) -> None:
        """Note the addresses of such answers that nothing led to."""
        for url, row in self._early.items():
            if self.frontier.claim(url):
                self.frontier[url].found_on = row.found_on
                self.log.restore(row, None)

    def keep_probes(self, rows: list[ProbeRow]) -> None:
        self.journal.note("probes", [row._asdict() for row in rows])

    @property
    def probes(self) -> list[ProbeRow]:
        """What addresses that cannot exist answered."""
        return [ProbeRow(**row) for row in self.journal.noted("probes") or ()]

    def add_found(self, url: str, found_on: str) -> None:
        """Add a URL that an address of another host redirects to."""
        self._add(url, found_on, "redirect", None)

    def _list(self, entries: Iterable[SitemapEntryRow]) -> None:
        for entry in entries:
            if entry.url and self.scope.hosts.include(entry.url):
                self._add(entry.url, entry.sitemap, "sitemap", None)

    def _offer(self, known: Known, leads: Leads) -> None:
        clicks = self._clicks_to_next(known)
        for way, url in leads:
            if url == known.url:
                continue
            if way == "redirect":
                self._redirect(known, url)
            elif self._follows_links:
                self._add(url, known.url, way, clicks if way == "link" else None)

    def _redirect(self, known: Known, target: str) -> None:
        """Follow a redirect, unless it is one of a chain without end."""
        hops = self._hops[target] = min(self._hops.get(target, MAX_HOPS + 1), self._hops.get(known.url, 0) + 1)
        new = target not in self.frontier
        self._add(target, known.found_on, "redirect", known.depth)
        if new and hops > MAX_HOPS and self.frontier.claim(target):
            reason = self.traps.redirected(target, known.found_on, hops)
            self.log.left_out(self.frontier[target], "excluded", reason)

    def _clicks_to_next(self, known: Known) -> int | None:
        """Clicks from the seed to what `known` links to. Where they are limited, nobody follows on from a page that
        no click leads to."""
        if known.depth is not None:
            return known.depth + 1
        return None if self.settings.max_depth is None else self.settings.max_depth + 1

    def _add(self, url: str, found_on: str | None, way: str, depth: int | None) -> None:
        """Put a URL into the frontier, unless it is out of scope or part of a trap: then say so."""
        url = without_credentials(url)
        if way not in _AS_THEY_ARE:
            url, _ = without_tracking(url)
        if url in self.frontier:
            self.frontier.add(url, found_on, way, depth)
            return
        if not self.scope.hosts.include(url):
            return
        self.frontier.add(url, found_on, way, depth)
        if reason := self.scope.why_not(url) or self._trap(url, found_on, way):
            self.frontier.claim(url)
            self.log.left_out(self.frontier[url], "excluded", reason)

    def _trap(self, url: str, found_on: str | None, way: str) -> str | None:
        return None if way == "sitemap" else self.traps.caught(url, found_on)

    def _count(self, url: str, visit: Mapping[str, Any]) -> None:
        if visit.get("words") is not None:
            self.read.add(url)
            self.words += visit["words"]
        if visit.get("carried"):
            self.carried.add(url)
        self.received += visit.get("received", 0)
        self.requests = max(self.requests, visit.get("requests", 0))


def begun(journal: Journal) -> Start | None:
    """What the crawl in this journal began with; null where it did not get so far."""
    kept = journal.noted("start")
    return Start(**kept) if kept and kept.keys() == Start.__dataclass_fields__.keys() else None


def begin(journal: Journal, start: Start) -> None:
    journal.note("start", asdict(start))


def _kept_row(row: ResourceRow) -> dict[str, Any]:
    """The row as JSON can hold it."""
    return row._asdict() | {"fetched_at": row.fetched_at and row.fetched_at.isoformat()}


def _row_of(kept: dict[str, Any]) -> ResourceRow:
    when = kept["fetched_at"]
    return ResourceRow(**kept | {"fetched_at": when and datetime.fromisoformat(when)})
