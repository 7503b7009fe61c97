from pathlib import Path

import duckdb

from crawler.analyse.pipeline import _load_previous, _take_over
from crawler.analyse.tables import write
from crawler.batches import is_in_order
from crawler.schema import TABLES, arrow_schema


def test_a_snapshot_of_an_older_version_lacks_columns(tmp_path: Path) -> None:
    db = duckdb.connect()
    db.execute(f"COPY (SELECT 'https://clinic.example/' AS url, 1 AS gone) TO '{tmp_path}/pages.parquet'")
    _load_previous(db, tmp_path)
    assert db.execute("SELECT url, title, word_count FROM previous.pages").fetchall() == [
        ("https://clinic.example/", None, None)
    ]
    assert db.execute("SELECT count(*) FROM previous.issues").fetchall() == [(0,)]


def test_what_a_snapshot_holds_in_order_is_not_sorted_again(tmp_path: Path) -> None:
    first, again = tmp_path / "first", tmp_path / "again"
    first.mkdir()
    again.mkdir()
    db = duckdb.connect()
    db.register("arriving", arrow_schema(TABLES["links"].columns).empty_table())
    assert write(db, "links", "FROM arriving", first) == 0
    assert is_in_order(first / "links.parquet")
    _take_over(first, again)
    assert (again / "links.parquet").read_bytes() == (first / "links.parquet").read_bytes()
