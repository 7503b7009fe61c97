"""The nightly job: every configured site, one run at a time, one line of summary each; competitors before, so that the
sites are compared with what is new."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import duckdb

from crawler.config import Clinic
from crawler.errors import OperatorError, RoundsError, SeedUnreachable
from crawler.lock import only_one
from crawler.roles import clinic_of
from crawler.site import Done, crawl_site
from crawler.snapshot import remove_snapshot, site_snapshots
from crawler.text import counted
from crawler.urls import seed_url
from crawler.work import Job

_REGRESSION = 1
_RESUME_WITHIN = timedelta(hours=12)
"""A crawl that a reboot interrupted goes on where it stopped; an older one would mix two days."""

_SUMMARY = """
SELECT
    (SELECT count(*) FROM read_parquet($issues) WHERE severity = 'error'),
    (SELECT count(*) FROM read_parquet($issues) WHERE state = 'new'),
    (SELECT count(*) FROM read_parquet($gaps)
        WHERE state <> 'fixed' AND coalesce(decision, '') NOT IN ('snoozed', 'wont_do'))
"""

_REGRESSIONS = """
SELECT check_id, count(*) FROM read_parquet($issues)
WHERE state = 'new' AND list_contains($fail_on, check_id) GROUP BY check_id ORDER BY check_id
"""


def run_nightly(data: Path, clinic: Clinic, say: Callable[[str], None]) -> int:
    """Crawl all sites of `clinic`; gives the exit status. A site that fails does not stop the next.

    Raises `OperatorError` where no site is configured, or another nightly run is still at work.
    """
    if not clinic.sites:
        raise OperatorError('The clinic\'s file names no sites: add sites = ["https://www.clinic.example"].')
    with only_one(data / "nightly.lock", "Another nightly run is still at work: this one stops."):
        for competitor in clinic.competitors:
            _one_competitor(competitor, data, clinic, say)
        return max(_one_site(site, data, clinic, say) for site in clinic.sites)


def _one_competitor(site: str, data: Path, clinic: Clinic, say: Callable[[str], None]) -> None:
    """Crawl a competitor; whatever comes of it, and whatever is wrong there, is no failure of the night."""
    settings = clinic_of("competitor", clinic)
    try:
        done = crawl_site(Job(seed_url(site), data, settings, resume_within=_RESUME_WITHIN, role="competitor"))
    except (RoundsError, OSError) as error:
        say(f"Competitor {site}: {error}")
        return
    _prune(done.path.parent, clinic.nightly.keep)
    row = done.row
    pages, failed = counted(row.pages, "page"), counted(row.failures, "address")
    say(
        " · ".join(filter(None, [f"Competitor {row.site}: {pages} ({row.outcome})", f"{failed} failed", row.note]))
    )


def _one_site(site: str, data: Path, clinic: Clinic, say: Callable[[str], None]) -> int:
    seed = seed_url(site)
    if seed is None:
        say(f"{site}: not a web address; see sites in the clinic's file.")
        return OperatorError.exit_status
    try:
        done = crawl_site(Job(seed, data, clinic, resume_within=_RESUME_WITHIN, role="own"))
    except RoundsError as error:
        kept = " The last snapshot stays." if isinstance(error, SeedUnreachable) else ""
        say(f"{site}: {error}{kept}")
        return error.exit_status
    _prune(done.path.parent, clinic.nightly.keep)
    regressions = _regressions(done, clinic)
    say(_line(done, regressions))
    return _REGRESSION if regressions else 0


def _prune(site_folder: Path, keep: int) -> None:
    """Remove the oldest snapshots beyond the newest `keep`."""
    for old in site_snapshots(site_folder)[:-keep]:
        remove_snapshot(old)


def _regressions(done: Done, clinic: Clinic) -> list[str]:
    """New issues of the checks that the clinic's file says to fail on, as ``check (count)``."""
    if not clinic.nightly.fail_on or done.row.previous_crawl_id is None:
        return []
    values = {"issues": str(done.path / "issues.parquet"), "fail_on": list(clinic.nightly.fail_on)}
    with duckdb.connect() as db:
        return [f"{check} ({count})" for check, count in db.execute(_REGRESSIONS, values).fetchall()]


def _line(done: Done, regressions: list[str]) -> str:
    row = done.row
    values = {name: str(done.path / f"{name}.parquet") for name in ("issues", "gaps")}
    with duckdb.connect() as db:
        errors, new, gaps = db.execute(_SUMMARY, values).fetchall()[0]
    compared = f"{new:,} new since {row.previous_crawl_id}" if row.previous_crawl_id else "first check"
    parts = [
        f"{row.site}: {counted(row.pages, 'page')} ({row.outcome})",
        f"{counted(row.failures, 'address')} failed",
        counted(errors, "error"),
        f"{compared} issues" if row.previous_crawl_id else compared,
        counted(gaps, "gap"),
    ]
    if regressions:
        parts.append(f"REGRESSION: {', '.join(regressions)}")
    return " · ".join([*parts, row.note] if row.note else parts)
