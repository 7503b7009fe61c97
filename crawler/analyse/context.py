"""What every step of the analysis may need to know beside the tables."""

from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crawler.analyse.competitor_snapshots import Competitor
from crawler.config import Clinic, SiteRole
from crawler.services_file import NO_SERVICES, Services
from crawler.taxonomy import Taxonomy


@dataclass(frozen=True)
class Context:
    """`taxonomy`: of all packs named until the pages are known, then of those that fit. `region`: ISO country of the site; `executor` null: text is analysed in this process.

    `memo`: a folder of the site that keeps what its texts came to; null: nothing is kept. `nights`: the snapshots before, newest first. `built`: the folder
    of the snapshot, for tables that are too large for memory; null: they stay in memory. `demand`: file of the newest
    import of search demand; null: there is none. `role`: whose site it is; `competitors`: what an own site is compared
    with. `decisions`: file of what the clinic decided about its gaps; null: there is none. `services`: what was
    confirmed and struck in the dashboard.
    """

    clinic: Clinic
    taxonomy: Taxonomy
    crawl_id: str
    site: str
    region: str
    now: datetime
    executor: Executor | None = None
    memo: Path | None = None
    nights: tuple[Path, ...] = ()
    built: Path | None = None
    demand: Path | None = None
    role: SiteRole = "own"
    competitors: tuple[Competitor, ...] = ()
    decisions: Path | None = None
    services: Services = NO_SERVICES
