"""What a crawl is asked to do, how it tells where it stands, and what it gives back."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

import httpx

from crawler.config import Crawl, SiteRole
from crawler.tables.crawl import CrawlRow


@dataclass(frozen=True)
class Progress:
    """Where a crawl stands."""

    pages: int
    done: int
    known: int
    failures: int


@dataclass(frozen=True)
class Plan:
    """What to crawl. `urls`: these alone, no link is followed; empty: the site. `name`: the clinic's, kept in the
    snapshot. `role`: whose site it is. `region` null: guessed from the first page. `workers` null: pages are
    read here."""

    seed: str
    crawl_id: str
    settings: Crawl
    urls: tuple[str, ...] = ()
    name: str | None = None
    role: SiteRole = "own"
    region: str | None = None
    workers: Executor | None = None
    on_progress: Callable[[Progress], None] = lambda _: None
    transport: httpx.AsyncBaseTransport | None = None


@dataclass(frozen=True)
class Crawled:
    """What a crawl came to; its rows are in the partial snapshot, but for the crawl's own."""

    row: CrawlRow
    region: str
