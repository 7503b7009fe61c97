"""Snapshots are found, refused with a reason, and seen without a restart."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dashboard.dataset import SnapshotError
from dashboard.store import Store
from dashboard.view import open_view, read_params
from tests import sample
from tests.dashboard.conftest import MORNING


def test_no_folder_is_no_site(tmp_path: Path) -> None:
    assert Store(tmp_path / "missing").sites() == []


def test_new_snapshot_is_seen(tmp_path: Path) -> None:
    sample.empty(tmp_path, site="a.example", crawl_id=sample.BEFORE)
    store = Store(tmp_path)
    assert store.crawl_ids("a.example") == [sample.BEFORE]
    sample.empty(tmp_path, site="a.example", crawl_id=sample.NOW)
    assert store.crawl_ids("a.example") == [sample.NOW, sample.BEFORE]
    sample.empty(tmp_path, site="b.example")
    assert store.sites() == ["a.example", "b.example"]


def test_snapshot_in_progress_is_not_seen(tmp_path: Path) -> None:
    folder = sample.empty(tmp_path, site="a.example")
    folder.rename(folder.with_name("." + folder.name + ".partial"))
    store = Store(tmp_path)
    assert store.sites() == []
    assert store.broken("a.example") == {}


def _without_manifest(folder: Path) -> None:
    (folder / "datapackage.json").unlink()


def _torn_manifest(folder: Path) -> None:
    (folder / "datapackage.json").write_text('{"resources": [')


def _other_version(folder: Path) -> None:
    path = folder / "datapackage.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"schema_version": "99"}))


def _without_table(folder: Path) -> None:
    (folder / "pages.parquet").unlink()


def _cut_table(folder: Path) -> None:
    path = folder / "pages.parquet"
    path.write_bytes(path.read_bytes()[:-30])


def _escaping_table(folder: Path) -> None:
    path = folder / "datapackage.json"
    manifest = json.loads(path.read_text())
    manifest["resources"][0]["path"] = "../../secret.parquet"
    path.write_text(json.dumps(manifest))


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (_without_manifest, "not finished"),
        (_torn_manifest, "cannot be read"),
        (_other_version, "another version of Rounds (tables 99)"),
        (_without_table, "pages.parquet is missing"),
        (_cut_table, "pages.parquet is damaged"),
        (_escaping_table, "names a table without a file"),
    ],
)
def test_broken_snapshot_is_refused_with_a_reason(
    damage: Callable[[Path], None], reason: str, tmp_path: Path
) -> None:
    sample.empty(tmp_path, site="a.example", crawl_id=sample.BEFORE)
    damage(sample.empty(tmp_path, site="a.example", crawl_id=sample.NOW))
    store = Store(tmp_path)
    assert store.crawl_ids("a.example") == [sample.BEFORE]
    assert reason in store.broken("a.example")[sample.NOW]


def test_snapshot_whose_table_cannot_be_read_falls_back(tmp_path: Path) -> None:
    sample.empty(tmp_path, site="a.example", crawl_id=sample.BEFORE)
    folder = sample.empty(tmp_path, site="a.example", crawl_id=sample.NOW)
    path = folder / "pages.parquet"
    path.write_bytes(b"x" * path.stat().st_size)
    store = Store(tmp_path)
    view = open_view(store, "/", read_params(""), now=MORNING)
    assert view is not None
    assert view.crawl_id == sample.BEFORE
    assert "cannot be read" in store.broken("a.example")[sample.NOW]


def test_missing_table_and_column_behave_as_empty(tmp_path: Path) -> None:
    sample.sample(tmp_path)
    folder = tmp_path / "snapshots" / sample.SITE / sample.NOW
    pages = pq.read_table(folder / "pages.parquet")
    pq.write_table(pages.drop_columns(["reviewer"]), folder / "pages.parquet")
    (folder / "gaps.parquet").unlink()
    manifest = json.loads((folder / "datapackage.json").read_text())
    manifest["resources"] = [
        {**resource, "bytes": None} for resource in manifest["resources"] if resource["name"] != "gaps"
    ]
    (folder / "datapackage.json").write_text(json.dumps(manifest))
    dataset = Store(tmp_path).dataset(sample.SITE, sample.NOW)
    assert dataset.rows("SELECT count(*) AS n FROM gaps") == [{"n": 0}]
    assert dataset.rows("SELECT DISTINCT reviewer FROM pages") == [{"reviewer": None}]


def test_odd_folder_names_are_no_pattern_and_no_sql(tmp_path: Path) -> None:
    odd = tmp_path / "it's [1]* ?"
    sample.empty(odd, site="[--1]_80")
    assert Store(odd).dataset("[--1]_80", sample.NOW).rows("SELECT count(*) AS n FROM pages") == [{"n": 0}]


def test_queries_reach_no_other_file(store: Store) -> None:
    dataset = store.dataset(sample.SITE, sample.NOW)
    for sql in (
        "SELECT * FROM read_text('/etc/hostname')",
        "ATTACH 'x.db'",
        "SET enable_external_access = true",
    ):
        with pytest.raises(Exception, match=r"disabled|locked|Cannot|not allowed"):
            dataset.rows(sql)


def test_rows_are_remembered_but_not_shared(store: Store) -> None:
    dataset = store.dataset(sample.SITE, sample.NOW)
    first = dataset.rows("SELECT url FROM pages ORDER BY url")
    first.clear()
    assert dataset.rows("SELECT url FROM pages ORDER BY url")


def test_removed_snapshot_is_a_sentence(tmp_path: Path) -> None:
    folder = sample.empty(tmp_path, site="a.example")
    store = Store(tmp_path)
    shutil.rmtree(folder)
    with pytest.raises(SnapshotError, match="removed"):
        store.dataset("a.example", sample.NOW)


def test_snapshot_that_was_analysed_again_is_read_again(tmp_path: Path) -> None:
    folder = sample.empty(tmp_path, site="a.example")
    store = Store(tmp_path)
    before = store.dataset("a.example", sample.NOW)
    assert store.dataset("a.example", sample.NOW) is before
    shutil.rmtree(folder)
    sample.build(tmp_path, {"redirects": []}, site="a.example")
    assert store.dataset("a.example", sample.NOW) is not before
