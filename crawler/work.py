"""The work in hand: a crawl that begins anew, or one that was interrupted and goes on."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.begin import Place, can_continue
from crawler.config import Clinic, Crawl, Render, SiteRole
from crawler.decisions import decisions_file, read_decisions
from crawler.errors import OperatorError
from crawler.journal import Journal
from crawler.lock import only_one
from crawler.plan import Plan, Progress
from crawler.render_plan import check_renderer
from crawler.roles import check_role, clinic_of
from crawler.services_file import load_services
from crawler.snapshot import crawl_id, crawl_time, new_partial, partials, previous_snapshot
from crawler.state import Start, begun
from crawler.urls import site_folder


@dataclass(frozen=True)
class Job:
    """What the operator asked for. `seed` null: only where an interrupted crawl is to be continued. `urls`: these
    alone, no link is followed. `data`: the folder of snapshots and taxonomy; `clinic`: all settings. `resume_within`:
    go on with an interrupted crawl of the site that began less than this ago; null: begin anew. `role`: whose site it
    is; null: that of the interrupted crawl, else the clinic's own."""

    seed: str | None
    data: Path
    clinic: Clinic
    urls: tuple[str, ...] = ()
    resume_within: timedelta | None = None
    on_progress: Callable[[Progress], None] = lambda _: None
    on_analysis: Callable[[], None] = lambda: None
    role: SiteRole | None = None

    @property
    def store(self) -> Path:
        """Folder of the sites' snapshots."""
        return self.data / "snapshots"


class Work:
    """A plan, the place where its crawl is kept, and the lock on its site."""

    def __init__(self, job: Job, plan: Plan, held: ExitStack, interrupted: Journal | None = None) -> None:
        self.plan = plan
        self.journal = interrupted
        self._job = job
        self._held = held
        if interrupted is not None:
            held.callback(interrupted.close)

    @property
    def place(self) -> Place:
        return Place(self._open_journal, self._previous, self.journal)

    @property
    def folder(self) -> Path:
        """Where the facts lie, once the crawl is done."""
        if self.journal is None:
            raise RuntimeError("the crawl has not begun")
        return self.journal.folder

    def discard(self) -> None:
        """Remove what was kept of the crawl, once it is published or worth nothing."""
        if self.journal is not None:
            self.journal.close()
            shutil.rmtree(self.journal.folder, ignore_errors=True)

    def _open_journal(self, site: str) -> Journal:
        check_role(self.plan.role, site, self._job.clinic)
        self._check_kept(site)
        folder = self._job.store / site
        self._held.enter_context(lock_site(folder))
        if (folder / self.plan.crawl_id).exists():
            raise OperatorError(f"A crawl of {site} began this very second: try again.")
        self.journal = Journal(new_partial(folder, self.plan.crawl_id))
        self._held.callback(self.journal.close)
        return self.journal

    def _check_kept(self, site: str) -> None:
        """What people decided and confirmed is read behind the crawl; whether it can be is known before."""
        if self.plan.role == "own":
            load_services(self._job.data, site)
        read_decisions(decisions_file(self._job.data, site))

    def _previous(self, site: str) -> Path | None:
        return previous_snapshot(self._job.store / site, self.plan.crawl_id)


def lock_site(folder: Path) -> AbstractContextManager[None]:
    """Keep others from crawling the site of this folder; raises `OperatorError` where one does."""
    return only_one(folder / ".lock", f"{folder.name} is being crawled already.")


def begin_anew(job: Job, held: ExitStack) -> Work:
    """A crawl from the seed."""
    if job.seed is None:
        raise OperatorError(f"No interrupted crawl lies in {job.store}: name the address of a site.")
    clinic = job.clinic
    check_role(job.role or "own", job.seed, clinic)
    settings = clinic.crawl.model_copy(update={"render": _render(clinic.crawl.render)})
    plan = Plan(
        seed=job.seed,
        crawl_id=crawl_id(datetime.now(UTC)),
        settings=settings,
        urls=job.urls,
        name=clinic.name,
        role=job.role or "own",
        region=clinic.region,
    )
    return Work(job, plan, held)


def find_interrupted(job: Job, held: ExitStack) -> Work | None:
    """The newest crawl of the job's site (without a seed: of any) that was interrupted and is young enough.

    Raises `OperatorError` where it is still at work, or was begun by another version of Rounds.
    """
    if job.resume_within is None:
        return None
    now = datetime.now(UTC)
    for folder in reversed(partials(job.store)):
        if (
            now - crawl_time(folder) > job.resume_within
            or not (start := _start_of(folder))
            or not _is_of(start, job)
        ):
            continue
        try:
            held.enter_context(lock_site(folder.parent))
        except OperatorError:
            if job.seed is None:
                continue
            raise
        if can_continue(start):
            return Work(job, _plan(start, job), held, Journal(folder))
        if job.resume_within == timedelta.max:
            raise OperatorError(f"The interrupted crawl of {start.seed} was begun by another version of Rounds.")
    return None


def _start_of(folder: Path) -> Start | None:
    """What the crawl in `folder` began with; null where that cannot be read."""
    try:
        journal = Journal(folder)
    except OperatorError:
        return None
    try:
        return begun(journal)
    finally:
        journal.close()


def _is_of(start: Start, job: Job) -> bool:
    if job.role not in (None, start.role):
        return False
    return job.seed is None or job.seed == start.asked or site_folder(job.seed) == site_folder(start.seed)


def _plan(start: Start, job: Job) -> Plan:
    return Plan(
        seed=start.asked,
        crawl_id=start.crawl_id,
        settings=Crawl(**start.settings),
        urls=tuple(start.urls),
        name=clinic_of(start.role, job.clinic).name,
        role=start.role,
        region=start.region,
    )


def _render(asked: Render | None) -> Render:
    """How to render: as asked, which this machine must be able to, else as far as it is."""
    try:
        if asked != "never":
            check_renderer()
    except OperatorError:
        if asked is None:
            return "never"
        raise
    return asked or "auto"
