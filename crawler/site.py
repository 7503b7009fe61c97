"""One site from seed to published snapshot, and an old snapshot analysed again."""

import asyncio
import gc
import json
import os
import re
import shutil
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from crawler.analyse.competitor_snapshots import find_competitors
from crawler.analyse.context import Context
from crawler.analyse.pipeline import analyse
from crawler.checks.check import Check
from crawler.checks.custom import load_custom_checks
from crawler.config import Clinic, SiteRole
from crawler.crawl import crawl
from crawler.decisions import decisions_file
from crawler.demand.store import newest_import
from crawler.errors import OperatorError, SeedUnreachable
from crawler.extract.phones.region import DEFAULT
from crawler.finish import write_rows
from crawler.plan import Crawled
from crawler.reading import prepare
from crawler.roles import changed_role, clinic_of, nights_of
from crawler.services_file import NO_SERVICES, load_services
from crawler.snapshot import open_snapshot, publish
from crawler.tables.crawl import CrawlRow
from crawler.taxonomy import Taxonomy, load_taxonomy, pack_names, with_own
from crawler.work import Job, begin_anew, find_interrupted, lock_site

_MAX_WORKERS = 8
_MEMO = ".memo"
"""Folder of a site that keeps what its texts came to; it may be deleted at any time."""


@dataclass(frozen=True)
class Done:
    """A published snapshot and what its crawl came to."""

    path: Path
    row: CrawlRow


def crawl_site(job: Job) -> Done:
    """Crawl, analyse and publish. What was read is kept where this is interrupted or the disk is full, so that it
    can be continued; nothing is left of a site that gave no answer."""
    with workers(job.clinic.crawl.workers) as executor, ExitStack() as held, _plain_words():
        work = find_interrupted(job, held) or begin_anew(job, held)
        plan = replace(work.plan, workers=executor, on_progress=job.on_progress)
        try:
            crawled = asyncio.run(crawl(plan, work.place))
        except SeedUnreachable:
            work.discard()
            raise
        gc.collect()  # the frontier and all that was known of each URL, before the analysis needs the memory
        job.on_analysis()
        done = _finish(job, crawled, work.folder, executor)
        work.discard()
        return done


def _finish(job: Job, crawled: Crawled, facts: Path, executor: Executor | None) -> Done:
    site_folder = facts.parent
    row = crawled.row
    nights = nights_of(site_folder, row)
    previous = nights[0] if nights else None
    note = f"{row.note} {changed_role(site_folder, row)}".strip()
    row = row._replace(previous_crawl_id=previous.name if previous else None, note=note)
    write_rows(facts, "crawl", [row])
    context = _context(job.data, job.clinic, row, crawled.region, executor, site_folder, nights)
    built = facts.with_suffix(".built")
    target = site_folder / row.crawl_id
    try:
        with interrupts_kept():
            analyse(facts, built, context, previous, _checks_of(job.data, context.role))
        publish(built, target)
    finally:
        shutil.rmtree(built, ignore_errors=True)
    return Done(target, row)


def analyse_again(snapshot: Path, data: Path, clinic: Clinic) -> Path:
    """Compute every derived table of a snapshot anew and put the result in its place."""
    snapshot = snapshot.resolve()
    open_snapshot(snapshot)
    row = CrawlRow(**pq.read_table(snapshot / "crawl.parquet").to_pylist()[0])
    region = clinic.region or json.loads(row.config)["region"] or DEFAULT
    previous = snapshot.parent / row.previous_crawl_id if row.previous_crawl_id else None
    built = snapshot.with_name(f".{snapshot.name}.built")
    with (
        lock_site(snapshot.parent),
        workers(clinic.crawl.workers) as executor,
    ):
        nights = nights_of(snapshot.parent, row)
        context = _context(data, clinic, row, region, executor, snapshot.parent, nights)
        before = previous if previous and previous.is_dir() else None
        try:
            with _plain_words(), interrupts_kept():
                analyse(snapshot, built, context, before, _checks_of(data, context.role))
            publish(built, snapshot)
        finally:
            shutil.rmtree(built, ignore_errors=True)
    return snapshot


@contextmanager
def interrupts_kept() -> Iterator[None]:
    """Raise KeyboardInterrupt at the end for a Ctrl-C that was lost: DuckDB swallows one that comes as a query ends."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def note(number: int, _: object) -> None:
        came.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


@contextmanager
def _plain_words() -> Iterator[None]:
    """Say what DuckDB has its own errors for, a full disk and Ctrl-C, the way all else says it."""
    try:
        yield
    except duckdb.IOException as error:
        number = re.search(r'"errno":"(\d+)"', str(error))
        reason = os.strerror(int(number[1])) if number else str(error)
        raise OperatorError(f"The disk or a file refused: {reason}.") from error
    except BrokenProcessPool as error:
        raise OperatorError(
            "A process that reads pages was ended from outside, perhaps for want of memory: run the same command with "
            "--resume, and fewer --workers."
        ) from error
    except RuntimeError as error:
        if str(error) != "Query interrupted":
            raise
        raise KeyboardInterrupt from error


def _context(
    data: Path,
    clinic: Clinic,
    row: CrawlRow,
    region: str,
    executor: Executor | None,
    site_folder: Path,
    nights: tuple[Path, ...],
) -> Context:
    role: SiteRole = "competitor" if row.role == "competitor" else "own"
    clinic = clinic_of(role, clinic)
    return Context(
        clinic=clinic,
        taxonomy=taxonomy_for(data, clinic),
        crawl_id=row.crawl_id,
        site=row.site,
        region=region,
        now=row.finished_at,
        executor=executor,
        memo=site_folder / _MEMO,
        nights=nights,
        demand=newest_import(data, row.site) if role == "own" else None,
        role=role,
        competitors=find_competitors(data / "snapshots", clinic, row.site) if role == "own" else (),
        decisions=decisions_file(data, site_folder.name),
        services=load_services(data, site_folder.name) if role == "own" else NO_SERVICES,
    )


def _checks_of(data: Path, role: SiteRole) -> tuple[Check, ...]:
    """The clinic's own checks, which are about its own sites."""
    return own_checks(data) if role == "own" else ()


def taxonomy_for(data: Path, clinic: Clinic) -> Taxonomy:
    """The packs that the clinic's file names, else all, with what that file changes of them: the analysis then picks
    those that fit the site.

    They lie in the data folder; where it has none, beside the program.
    """
    own = data / "taxonomy"
    folder = own if own.is_dir() else Path(__file__).parents[1] / "data" / "taxonomy"
    named = "packs" in clinic.model_fields_set
    return with_own(load_taxonomy(folder, clinic.packs if named else pack_names(folder)), clinic)


def own_checks(data: Path) -> tuple[Check, ...]:
    """The checks that a clinic adds as files in the folder `checks` of its data."""
    return load_custom_checks(data / "checks")


@contextmanager
def workers(count: int | None) -> Iterator[Executor | None]:
    """Processes that read pages: as many as there are cores where `count` is null, none where it is 0."""
    count = min(os.cpu_count() or 1, _MAX_WORKERS) if count is None else count
    if count == 0:
        yield None
        return
    start = get_context("forkserver")
    start.set_forkserver_preload(["crawler.reading"])
    pool = ProcessPoolExecutor(count, mp_context=start, initializer=_begin_worker)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin_worker() -> None:
    """Interrupts are the parent's to handle, and nobody is to work on once it was killed."""
    prepare()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
