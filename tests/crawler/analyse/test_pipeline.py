from pathlib import Path

import duckdb

from crawler.analyse.pipeline import _load_previous


def test_a_snapshot_of_an_older_version_lacks_columns(tmp_path: Path) -> None:
    db = duckdb.connect()
    db.execute(f"COPY (SELECT 'https://clinic.example/' AS url, 1 AS gone) TO '{tmp_path}/pages.parquet'")
    _load_previous(db, tmp_path)
    assert db.execute("SELECT url, title, word_count FROM previous.pages").fetchall() == [
        ("https://clinic.example/", None, None)
    ]
    assert db.execute("SELECT count(*) FROM previous.issues").fetchall() == [(0,)]
