"""Where snapshots lie, how one is written aside, and how it is published whole.

``<data>/snapshots/<site>/<crawl-id>/`` holds a Parquet file a table and ``datapackage.json``, written last.
Folders whose names begin with a dot are work in progress; no reader looks into them.
"""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from crawler.errors import OperatorError
from crawler.schema import SCHEMA_VERSION, TABLES, arrow_table

MANIFEST = "datapackage.json"
_PART_ROWS = 20_000
_REPLACED = ".replaced"


def crawl_id(now: datetime) -> str:
    """UTC stamp that names a crawl; sorts by time."""
    return now.strftime("%Y%m%dT%H%M%SZ")


def site_snapshots(site_folder: Path) -> list[Path]:
    """Published snapshots of a site, oldest first."""
    if not site_folder.is_dir():
        return []
    return sorted(p for p in site_folder.iterdir() if not p.name.startswith(".") and (p / MANIFEST).is_file())


def previous_snapshot(site_folder: Path, before: str) -> Path | None:
    """The newest snapshot older than crawl id `before` that this version can read and that saw a page.

    A night on which robots.txt forbade everything would make all that is found the night after look new.
    """
    older = reversed([path for path in site_snapshots(site_folder) if path.name < before])
    return next((path for path in older if _pages(path)), None)


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


def _pages(path: Path) -> int:
    """Pages of a snapshot, by its manifest; none where this version cannot read it."""
    try:
        tables = open_snapshot(path).get("resources", [])
    except OperatorError:
        return 0
    return next((table["rows"] for table in tables if table["name"] == "pages"), 0)


@dataclass
class Partial:
    """A crawl being written: rows go to Parquet parts, so that memory does not grow with the site."""

    folder: Path
    _waiting: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    _parts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def create(cls, site_folder: Path, name: str) -> "Partial":
        """Start one; what a crash left behind of earlier crawls of this site is removed."""
        try:
            site_folder.mkdir(parents=True, exist_ok=True)
            _tidy(site_folder)
            folder = site_folder / f".{name}.partial"
            folder.mkdir()
        except OSError as error:
            raise OperatorError(f"{site_folder} cannot be written: {error.strerror}.") from error
        return cls(folder)

    def append(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Add fact rows to a table."""
        waiting = self._waiting.setdefault(table, [])
        waiting.extend(rows)
        if len(waiting) >= _PART_ROWS:
            self._flush(table)

    def close(self) -> None:
        for table in self._waiting:
            self._flush(table)

    def discard(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def _flush(self, table: str) -> None:
        rows = self._waiting[table]
        if not rows:
            return
        number = self._parts[table] = self._parts.get(table, 0) + 1
        arrow = arrow_table(TABLES[table].facts, rows)
        pq.write_table(arrow, self.folder / f"{table}.{number:05}.parquet", compression="zstd")
        rows.clear()


def _tidy(site_folder: Path) -> None:
    """Remove what a crash left; a snapshot that was about to be replaced gets its name back."""
    for left in site_folder.glob(".*.*"):
        snapshot = left.with_name(left.stem.removeprefix("."))
        if left.suffix == _REPLACED and not snapshot.exists():
            left.rename(snapshot)
        else:
            shutil.rmtree(left)


def fact_files(folder: Path, table: str) -> list[str]:
    """Parquet files of a table: one in a snapshot, any number of parts in a crawl being written."""
    whole = folder / f"{table}.parquet"
    return [str(whole)] if whole.is_file() else sorted(map(str, folder.glob(f"{table}.[0-9]*.parquet")))


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
