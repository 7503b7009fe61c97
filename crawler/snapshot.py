"""Where snapshots lie, how one is written aside, and how it is published whole.

``<data>/snapshots/<site>/<crawl-id>/`` holds a Parquet file a table and ``datapackage.json``, written last.
Folders whose names begin with a dot are work in progress; no reader looks into them.
"""

import json
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawler.errors import OperatorError
from crawler.schema import SCHEMA_VERSION

MANIFEST = "datapackage.json"
STORE = "snapshots"
OWN, COMPETITOR = "own", "competitor"
_STAMP = "%Y%m%dT%H%M%SZ"
_REPLACED = ".replaced"


def crawl_id(now: datetime) -> str:
    """UTC stamp that names a crawl; sorts by time."""
    return now.strftime(_STAMP)


def crawl_time(folder: Path) -> datetime:
    """When the crawl began that a folder, finished or not, is named after; the epoch where its name says nothing."""
    try:
        return datetime.strptime(folder.name.strip(".").split(".")[0], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def site_snapshots(site_folder: Path) -> list[Path]:
    """Published snapshots of a site, oldest first."""
    if not site_folder.is_dir():
        return []
    return sorted(p for p in site_folder.iterdir() if not p.name.startswith(".") and (p / MANIFEST).is_file())


def data_of(snapshot: Path) -> Path | None:
    """The data folder that a snapshot lies in, by its path as it was given: no link in it is followed, for the
    clinic's file lies beside the link; null: none."""
    store = Path(os.path.abspath(snapshot)).parent.parent
    return store.parent if store.name == STORE else None


def previous_snapshot(site_folder: Path, before: str) -> Path | None:
    """The newest snapshot older than crawl id `before` that this version can read and that saw a page.

    A night on which robots.txt forbade everything would make all that is found the night after look new.
    """
    return next(earlier_snapshots(site_folder, before), None)


def earlier_snapshots(site_folder: Path, before: str) -> Iterator[Path]:
    """All of these, newest first."""
    older = reversed([path for path in site_snapshots(site_folder) if path.name < before])
    return (path for path in older if _pages(path))


def open_snapshot(path: Path) -> dict[str, Any]:
    """Manifest of a snapshot; raises `OperatorError` where it is none, or of another version."""
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        if not isinstance(manifest, dict):
            raise ValueError("not an object")
    except (OSError, ValueError) as error:
        raise OperatorError(f"{path} is not a snapshot: its {MANIFEST} cannot be read.") from error
    if manifest.get("schema_version") != SCHEMA_VERSION:
        raise OperatorError(
            f"{path} was written by another version of Rounds (tables version "
            f"{manifest.get('schema_version')}, this one reads {SCHEMA_VERSION}): crawl the site again."
        )
    return manifest


def snapshot_role(path: Path) -> str:
    """Whose site a snapshot is of: own, as it is where its manifest does not say, or competitor."""
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return OWN
    return COMPETITOR if isinstance(manifest, dict) and manifest.get("role") == COMPETITOR else OWN


def _pages(path: Path) -> int:
    """Pages of a snapshot, by its manifest; none where this version cannot read it."""
    try:
        tables = open_snapshot(path).get("resources", [])
    except OperatorError:
        return 0
    return next((table["rows"] for table in tables if table["name"] == "pages"), 0)


_PARTIAL = ".partial"


def new_partial(site_folder: Path, name: str) -> Path:
    """Folder of a crawl that begins; what is left of earlier ones of this site is removed."""
    try:
        site_folder.mkdir(parents=True, exist_ok=True)
        _tidy(site_folder)
        folder = site_folder / f".{name}{_PARTIAL}"
        folder.mkdir()
    except OSError as error:
        raise OperatorError(f"{site_folder} cannot be written: {error.strerror}.") from error
    return folder


def partials(store: Path) -> list[Path]:
    """Folders of crawls that were interrupted (or still run), oldest first; `store` holds the sites' folders."""
    return sorted(store.glob(f"*/.*{_PARTIAL}"), key=lambda path: path.name)


def _tidy(site_folder: Path) -> None:
    """Remove what a crash left; a snapshot that was about to be replaced gets its name back."""
    for left in site_folder.glob(".*.*"):
        snapshot = left.with_name(left.stem.removeprefix("."))
        if left.suffix == _REPLACED and not snapshot.exists():
            left.rename(snapshot)
        else:
            shutil.rmtree(left)


def table_file(folder: Path, table: str) -> Path | None:
    """The Parquet file of a table; null where there is none."""
    path = folder / f"{table}.parquet"
    return path if path.is_file() else None


def publish(built: Path, target: Path) -> None:
    """Give a finished folder its name; a snapshot that stood there (analysed anew) gives way."""
    if not target.exists():
        built.rename(target)
        return
    replaced = target.with_name(f".{target.name}{_REPLACED}")
    shutil.rmtree(replaced, ignore_errors=True)
    try:
        target.rename(replaced)
        built.rename(target)
    except BaseException:
        if replaced.exists() and not target.exists():
            replaced.rename(target)
        raise
    shutil.rmtree(replaced)


def remove_snapshot(path: Path) -> None:
    """Remove a snapshot; no reader ever sees a part of it."""
    hidden = path.with_name(f".{path.name}.removed")
    path.rename(hidden)
    shutil.rmtree(hidden)
