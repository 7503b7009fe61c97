"""Snapshots are whole or not there."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.errors import OperatorError
from crawler.schema import SCHEMA_VERSION
from crawler.snapshot import (
    MANIFEST,
    crawl_id,
    crawl_time,
    new_partial,
    open_snapshot,
    partials,
    previous_snapshot,
    publish,
    site_snapshots,
)


def _published(site: Path, name: str, version: str = SCHEMA_VERSION, pages: int = 1) -> Path:
    folder = site / name
    folder.mkdir(parents=True)
    manifest = {"schema_version": version, "resources": [{"name": "pages", "rows": pages}]}
    (folder / MANIFEST).write_text(json.dumps(manifest))
    return folder


def test_crawl_ids_sort_by_time() -> None:
    assert crawl_id(datetime(2026, 11, 22, 2, 14, tzinfo=UTC)) == "20261122T021400Z"


def test_a_folder_tells_when_its_crawl_began() -> None:
    when = datetime(2026, 11, 22, 2, 14, tzinfo=UTC)
    assert crawl_time(Path("20261122T021400Z")) == crawl_time(Path("x/.20261122T021400Z.partial")) == when
    assert crawl_time(Path("notes")) == datetime.fromtimestamp(0, UTC)


def test_interrupted_crawls_are_found_by_time(tmp_path: Path) -> None:
    later = new_partial(tmp_path / "a.example", "20261122T021400Z")
    earlier = new_partial(tmp_path / "b.example", "20261121T021400Z")
    (tmp_path / "a.example" / ".20261120T021400Z.built").mkdir()
    assert partials(tmp_path) == [earlier, later]
    assert partials(tmp_path / "none") == []


def test_what_a_crash_left_is_removed_by_the_next_crawl(tmp_path: Path) -> None:
    left = new_partial(tmp_path, "old")
    new_partial(tmp_path, "new")
    assert not left.exists()


def test_a_snapshot_that_was_being_replaced_comes_back(tmp_path: Path) -> None:
    for name in (".20260101T000000Z.replaced", ".20260102T000000Z.replaced", "20260102T000000Z"):
        _published(tmp_path, name)
    for suffix in ("built", "removed"):
        _published(tmp_path, f".20260103T000000Z.{suffix}")
    new = new_partial(tmp_path, "new").name
    assert sorted(p.name for p in tmp_path.iterdir()) == [new, "20260101T000000Z", "20260102T000000Z"]


def test_a_replacement_that_fails_leaves_the_old_snapshot(tmp_path: Path) -> None:
    target = _published(tmp_path, "20260101T000000Z")
    with pytest.raises(FileNotFoundError):
        publish(tmp_path / ".missing.built", target)
    assert site_snapshots(tmp_path) == [target]


def test_readers_see_published_snapshots_only(tmp_path: Path) -> None:
    new_partial(tmp_path, "20260101T000000Z")
    (tmp_path / "20260102T000000Z").mkdir()
    good = _published(tmp_path, "20260103T000000Z")
    assert site_snapshots(tmp_path) == [good]
    assert site_snapshots(tmp_path / "none") == []


def test_previous_is_the_newest_older_one_that_can_be_read_and_saw_a_page(tmp_path: Path) -> None:
    good = _published(tmp_path, "20260101T000000Z")
    _published(tmp_path, "20260102T000000Z", version="0")
    _published(tmp_path, "20260102T010000Z", pages=0)
    _published(tmp_path, "20260104T000000Z")
    assert previous_snapshot(tmp_path, "20260103T000000Z") == good
    assert previous_snapshot(tmp_path, "20260101T000000Z") is None


def test_publishing_over_a_snapshot_replaces_it_whole(tmp_path: Path) -> None:
    target = _published(tmp_path, "20260101T000000Z")
    (target / "stale.parquet").touch()
    built = _published(tmp_path, ".built")
    publish(built, target)
    assert [path.name for path in target.iterdir()] == [MANIFEST]
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        (None, "is not a snapshot"),
        ("{broken", "is not a snapshot"),
        ("[]", "is not a snapshot"),
        ('{"schema_version": "0"}', "written by another version of Rounds"),
    ],
)
def test_what_is_no_snapshot_is_said(tmp_path: Path, manifest: str | None, message: str) -> None:
    if manifest is not None:
        (tmp_path / MANIFEST).write_text(manifest)
    with pytest.raises(OperatorError, match=message):
        open_snapshot(tmp_path)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OperatorError, match="cannot be written"):
        new_partial(tmp_path / "file" / "site", "x")
