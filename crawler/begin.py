"""How a crawl begins, or goes on where it was interrupted."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from crawler.before import Before, facts_version
from crawler.discovery import Discovery, find_site
from crawler.engine import Engine
from crawler.errors import OperatorError
from crawler.extract.page import Source, parse_source
from crawler.extract.phones.region import region_clue
from crawler.extract.structured.data import structured_data
from crawler.fetch import Fetcher, Validators
from crawler.journal import Journal
from crawler.plan import Plan
from crawler.rules import Rules
from crawler.state import Start, State, begin, begun
from crawler.urls import host, site_folder


@dataclass(frozen=True)
class Place:
    """Where a crawl is kept. `open_journal` gives the journal of a site, by the name of its folder; `previous`: its
    newest snapshot; `interrupted`: the journal of a crawl that is to be continued."""

    open_journal: Callable[[str], Journal]
    previous: Callable[[str], Path | None]
    interrupted: Journal | None = None


async def first_step(plan: Plan, place: Place, fetcher: Fetcher, rules: Rules) -> Engine:
    """The engine of a crawl that has not begun to read, or of the one that is interrupted.

    Raises `SeedUnreachable` where the seed gives no answer, `OperatorError` where the interrupted crawl cannot be
    continued.
    """
    step = _begun if place.interrupted is None else _continued
    return await step(plan, place, fetcher, rules, _History(plan, place))


class _History:
    """The snapshots before, by site, each read once."""

    def __init__(self, plan: Plan, place: Place) -> None:
        self._plan = plan
        self._place = place
        self._read: dict[str, Before] = {}

    def before(self, url: str) -> Before:
        """What is known of the site of `url`."""
        folder = site_folder(url)
        if folder not in self._read:
            self._read[folder] = Before.of(self._place.previous(folder), partial(_facts_version, self._plan, url))
        return self._read[folder]

    def validators(self, url: str) -> Validators | None:
        return self.before(url).validators(url)


def _facts_version(plan: Plan, seed: str, region: str | None) -> str:
    return _version_of(_start(plan, seed, plan.region or region))


def _version_of(start: Start) -> str:
    return facts_version(start.region, start.hosts, str(start.options.render))


def _start(plan: Plan, seed: str, region: str | None) -> Start:
    """Without what names how its pages are read: that depends on all the rest."""
    return Start(
        crawl_id=plan.crawl_id,
        started_at=datetime.now(UTC).isoformat(),
        asked=plan.seed,
        seed=seed,
        region=region,
        facts_version="",
        settings=plan.settings.model_dump(mode="json"),
        urls=list(plan.urls),
        role=plan.role,
    )


async def _begun(plan: Plan, place: Place, fetcher: Fetcher, rules: Rules, history: _History) -> Engine:
    """A crawl at its first step: where the seed leads, what the host allows."""
    found = None if plan.urls else await find_site(fetcher, rules, plan.seed, history.validators)
    seed = found.seed if found else plan.seed
    before = history.before(seed)
    region = plan.region or _region(found, before)
    start = _start(plan, seed, region)
    version = _version_of(start)
    same = before if version == before.version else Before()
    start = replace(start, facts_version=version, previous=same.folder.name if same.folder else None)
    journal = place.open_journal(site_folder(seed))
    begin(journal, start)
    engine = Engine(plan, State(start, journal), fetcher, rules, same, until=_until(plan))
    if found is not None:
        engine.take_discovery(found)
    return engine


async def _continued(plan: Plan, place: Place, fetcher: Fetcher, rules: Rules, history: _History) -> Engine:
    """An interrupted crawl as it stood; nothing that was kept is asked for again."""
    journal = place.interrupted
    start = begun(journal) if journal else None
    if journal is None or start is None:
        raise OperatorError("The interrupted crawl had not begun to read: start it anew.")
    rules.restore(journal.noted("robots") or {})
    state = State(start, journal)
    before = history.before(start.seed)
    same = before if before.folder and before.folder.name == start.previous else Before()
    state.restore(same.leads)
    if state.carried and same.folder is None:
        raise OperatorError("The snapshot that the interrupted crawl builds on is gone: start it anew.")
    return Engine(plan, state, fetcher, rules, same, until=_until(plan), asked_before=state.requests)


def _until(plan: Plan) -> float | None:
    minutes = plan.settings.max_minutes
    return None if minutes is None else time.monotonic() + minutes * 60


def can_continue(start: Start) -> bool:
    """This version reads pages as the one that began."""
    try:
        return start.facts_version == _version_of(start)
    except ValueError:  # settings that this version does not know
        return False


def _region(found: Discovery | None, before: Before) -> str | None:
    """Country that the first page gives away; null: each page is asked for itself."""
    answer = found.answer if found else None
    if answer is not None and answer.status == 304:
        return before.region
    if answer is None or not answer.is_html or answer.body is None:
        return None
    source = Source(
        answer.url, host(answer.url), "US", answer.status, answer.body, answer.content_type, None, None
    )
    document = parse_source(source)
    return region_clue(document, structured_data(document))
