"""Finds the snapshots of all sites below a data folder and opens them; sees new ones without a restart."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.dataset import Dataset, SnapshotError, Value, read_manifest
from dashboard.decisions import Decision, decisions_file, read_decisions
from dashboard.kept_files import KeptFileError
from dashboard.text import utc_now

OPEN_DATASETS = 12
"""Datasets kept open; the one that was used longest ago is closed first."""


@dataclass(frozen=True)
class Decided:
    """What was decided about the gaps of a site, by gap id; `problem`: why the file cannot be read, in words."""

    by_gap: dict[str, Decision]
    problem: str | None = None

    def rows(self, today: str) -> tuple[tuple[Value, ...], ...]:
        """Rows of the table `decisions`; a snooze is over behind its last day."""
        fields = ("state", "at", "until", "reason", "note", "by")
        return tuple(
            (gap_id, *(decision.get(name) for name in fields), decision.get("until", today) < today)
            for gap_id, decision in self.by_gap.items()
        )


@dataclass
class _Site:
    """What a site's folder held when its time stamp was `seen`."""

    seen: int
    manifests: dict[str, dict[str, Any]] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)


class Store:
    """Snapshots under `data_dir`/snapshots/<site>/<crawl id>. Folders whose name begins with "." are not whole yet."""

    def __init__(self, data_dir: Path) -> None:
        self.data = data_dir.resolve()
        self.root = self.data / "snapshots"
        self._lock = threading.RLock()
        self._sites: dict[str, _Site] = {}
        self._open: OrderedDict[tuple[object, ...], Dataset] = OrderedDict()

    def sites(self) -> list[str]:
        """Sites that have a readable snapshot, by name; those of competitors behind all of the clinic's own."""
        names = sorted(folder.name for folder in _folders(self.root))
        return sorted((name for name in names if self.crawl_ids(name)), key=self.is_competitor)

    def is_competitor(self, site: str, crawl_id: str | None = None) -> bool:
        """Whether a snapshot of a site, else its newest one, is of a competitor's site."""
        asked = [crawl_id] if crawl_id else self.crawl_ids(site)[:1]
        return any(self.manifest(site, one).get("role") == "competitor" for one in asked)

    def crawl_ids(self, site: str) -> list[str]:
        """Readable snapshots of a site, the newest first."""
        return sorted(self._site(site).manifests, reverse=True)

    def broken(self, site: str) -> dict[str, str]:
        """Why each unreadable snapshot of a site cannot be shown, the newest first."""
        return dict(sorted(self._site(site).broken.items(), reverse=True))

    def unreadable_sites(self) -> dict[str, dict[str, str]]:
        """Sites of which no snapshot can be shown, and why."""
        names = sorted(folder.name for folder in _folders(self.root))
        return {name: self.broken(name) for name in names if not self.crawl_ids(name) and self.broken(name)}

    def manifest(self, site: str, crawl_id: str) -> dict[str, Any]:
        """The data package of a readable snapshot."""
        return self._site(site).manifests[crawl_id]

    def host(self, site: str) -> str:
        """Host, and port where there is one, that a folder of snapshots is about."""
        newest = self.crawl_ids(site)[:1]
        return str(self.manifest(site, newest[0]).get("site") or site) if newest else site

    def dataset(self, site: str, *crawl_ids: str) -> Dataset:
        """One snapshot, or several with the column `snapshot`. Raises `SnapshotError` and remembers it as broken."""
        with self._lock:
            decided = self.decisions(site).rows(utc_now().date().isoformat())
            key = (site, crawl_ids, *(self._stamp(site, crawl_id) for crawl_id in crawl_ids), decided)
            if key not in self._open:
                self._open[key] = self._opened(site, crawl_ids, decided)
            self._open.move_to_end(key)
            while len(self._open) > OPEN_DATASETS:
                self._open.popitem(last=False)
            return self._open[key]

    def decisions(self, site: str) -> Decided:
        """What was decided about the gaps of a site; nothing holds while the file cannot be read."""
        try:
            return Decided(read_decisions(decisions_file(self.data, site)))
        except KeptFileError as error:
            return Decided({}, str(error))

    def _stamp(self, site: str, crawl_id: str) -> int:
        """Changes when a snapshot was analysed again."""
        try:
            return (self.root / site / crawl_id / "datapackage.json").stat().st_mtime_ns
        except OSError:
            raise SnapshotError("It was removed.") from None

    def _opened(self, site: str, crawl_ids: tuple[str, ...], decided: tuple[tuple[Value, ...], ...]) -> Dataset:
        try:
            return Dataset({crawl_id: self.root / site / crawl_id for crawl_id in crawl_ids}, decided)
        except SnapshotError as error:
            if len(crawl_ids) == 1:
                state = self._site(site)
                state.manifests.pop(crawl_ids[0], None)
                state.broken[crawl_ids[0]] = str(error)
            raise

    def _site(self, name: str) -> _Site:
        """State of a site's folder; read again when an entry was added, renamed or removed."""
        with self._lock:
            if name not in {folder.name for folder in _folders(self.root)}:
                return _Site(0)
            seen = (self.root / name).stat().st_mtime_ns
            if name not in self._sites or self._sites[name].seen != seen:
                self._sites[name] = _scan(self.root / name, seen)
            return self._sites[name]


def _scan(folder: Path, seen: int) -> _Site:
    site = _Site(seen)
    for snapshot in _folders(folder):
        try:
            site.manifests[snapshot.name] = read_manifest(snapshot)
        except SnapshotError as error:
            site.broken[snapshot.name] = str(error)
    return site


def _folders(root: Path) -> list[Path]:
    try:
        return [entry for entry in root.iterdir() if entry.is_dir() and not entry.name.startswith(".")]
    except OSError:
        return []
