"""Competitors' newest snapshots in the data folder, and why one of them cannot be used."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from crawler.config import Clinic
from crawler.schema import SCHEMA_VERSION
from crawler.snapshot import COMPETITOR, MANIFEST, site_snapshots, snapshot_role, table_file
from crawler.urls import seed_url, site_folder, site_name

TABLES = ("pages", "keywords", "targets", "entities", "coverage", "nap", "nap_mentions", "people")
"""What is read of a competitor's snapshot."""

_NEVER = "It was not crawled yet: python run.py crawl --role competitor {}"
_OWN = "It was crawled as one of your own sites: crawl it with --role competitor."
_UNREADABLE = "{} cannot be read: crawl it again."
_OTHER_VERSION = "{} was made by another version of Rounds (tables {}): crawl it again."
_NO_PAGES = "In {} no page was read."


@dataclass(frozen=True)
class Competitor:
    """A competitor and its newest snapshot that can be used; `folder` null: there is none, and `problem` says why.

    A problem beside a folder is that of a newer snapshot.
    """

    site: str
    folder: Path | None = None
    problem: str = ""
    crawl_id: str | None = None
    crawled_at: datetime | None = None
    pages: int | None = None
    outcome: str | None = None
    schema_version: str | None = None
    asked: str | None = None


def find_competitors(store: Path, clinic: Clinic, site: str) -> tuple[Competitor, ...]:
    """Those that the clinic's file names, else all in `store`, by name; never `site` itself or another own one."""
    own = {site_name(url) for url in (site, *clinic.sites)}
    known = _newest_of_each(_in_store(store))
    if not clinic.competitors:
        return tuple(found for name, found in sorted(known.items()) if name not in own)
    chosen = {url: _named(url, known, store) for url in clinic.competitors if site_name(url) not in own}
    return tuple(sorted(_newest_of_each(chosen.values()).values(), key=lambda found: found.site))


def _in_store(store: Path) -> Iterator[Competitor]:
    """A competitor for each folder whose newest snapshot is one's."""
    for folder in sorted(path for path in store.glob("*") if path.is_dir() and not path.name.startswith(".")):
        snapshots = site_snapshots(folder)
        if snapshots and snapshot_role(snapshots[-1]) == COMPETITOR:
            yield _of(snapshots, folder.name)


def _newest_of_each(found: Iterable[Competitor]) -> dict[str, Competitor]:
    """One competitor a name: with and without `www.` it is the same."""
    best: dict[str, Competitor] = {}
    for one in found:
        name = site_name(one.site) or one.site
        best[name] = max(best.get(name, one), one, key=lambda found: found.crawl_id or "")
    return best


def _named(url: str, known: dict[str, Competitor], store: Path) -> Competitor:
    """The competitor that `url` names, or that it led to when it was crawled."""
    if site_name(url) in known:
        return known[site_name(url)]
    led = [found for found in known.values() if found.asked and site_name(found.asked) == site_name(url)]
    if led:
        return led[0]
    is_own = any(site_snapshots(store / folder) for folder in _folders(url))
    return Competitor(site_name(url), problem=_OWN if is_own else _NEVER.format(url))


def _folders(url: str) -> tuple[str, str]:
    name = site_folder(seed_url(url) or url)
    return name, f"www.{name}"


def _of(snapshots: list[Path], name: str) -> Competitor:
    """The newest of a competitor's snapshots, oldest first, that can be used."""
    first_problem = ""
    for path in reversed(snapshots):
        if snapshot_role(path) != COMPETITOR:
            break
        found = _read(path, name)
        if found.folder is not None:
            return replace(found, problem=first_problem)
        first_problem = first_problem or found.problem
    return Competitor(name, problem=first_problem, schema_version=_version(snapshots[-1]))


def _version(path: Path) -> str | None:
    manifest = _manifest(path)
    return str(manifest.get("schema_version")) if manifest else None


def _read(path: Path, name: str) -> Competitor:
    """A snapshot, without a folder where it cannot be used."""
    manifest = _manifest(path)
    if manifest is None:
        return Competitor(name, problem=_UNREADABLE.format(path.name))
    if manifest.get("schema_version") != SCHEMA_VERSION:
        return Competitor(name, problem=_OTHER_VERSION.format(path.name, manifest.get("schema_version")))
    try:
        [row] = pq.read_table(path / "crawl.parquet").to_pylist()
        asked = json.loads(row["config"]).get("asked")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, pa.ArrowException):
        return Competitor(name, problem=_UNREADABLE.format(path.name))
    if not all(table_file(path, table) for table in TABLES):
        return Competitor(name, problem=_UNREADABLE.format(path.name))
    return Competitor(
        site=str(row["site"]),
        folder=path if row["pages"] else None,
        problem="" if row["pages"] else _NO_PAGES.format(path.name),
        crawl_id=row["crawl_id"],
        crawled_at=row["finished_at"],
        pages=row["pages"],
        outcome=row["outcome"],
        schema_version=row["schema_version"],
        asked=asked,
    )


def _manifest(path: Path) -> dict[str, Any] | None:
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return manifest if isinstance(manifest, dict) else None
