"""Since when pages are unchanged, over nights that did not see all of them."""

from pathlib import Path

import duckdb
import pytest

from crawler.analyse import history
from tests.crawler.analyse.facts_db import facts_db

_A, _B = ("a", "old"), ("a", "other")


def _night(folder: Path, name: str, pages: list[tuple[str, str]], outcome: str) -> Path:
    """A snapshot with these pages (url, content_hash); all else that is known had this outcome."""
    night = folder / name
    night.mkdir()
    with duckdb.connect() as db:
        db.execute("CREATE TABLE pages (url VARCHAR, content_hash VARCHAR, unchanged_since VARCHAR)")
        db.execute("CREATE TABLE resources (url VARCHAR, outcome VARCHAR)")
        for url, text in pages:
            db.execute("INSERT INTO pages VALUES (?, ?, ?)", [url, text, "first"])
        if outcome != "absent":
            db.execute("INSERT INTO resources VALUES ('a', ?)", ["fetched" if pages else outcome])
        for table in ("pages", "resources"):
            db.execute(f"COPY {table} TO '{night / table}.parquet'")
    return night


@pytest.mark.parametrize(
    ("nights", "found"),
    [
        ([], []),
        ([([_A], "")], []),  # the night before is known from `previous` alone
        ([([], "failed"), ([_A], "")], [("a", "old", "first")]),
        ([([], "rate_limited"), ([], "absent"), ([], "over_limit"), ([_A], "")], [("a", "old", "first")]),
        ([([], "server_error"), ([_B], ""), ([_A], "")], [("a", "other", "first")]),
        ([([], "client_error"), ([_A], "")], []),
        ([([], "failed"), ([], "redirect"), ([_A], "")], []),
        ([([], "failed"), ([], "failed")], []),
    ],
)
def test_a_page_is_as_it_was_seen_last(
    tmp_path: Path, nights: list[tuple[list[tuple[str, str]], str]], found: list[tuple[str, str, str]]
) -> None:
    folders = [_night(tmp_path, str(n), pages, outcome) for n, (pages, outcome) in enumerate(nights)]
    db = facts_db(crawl=[{"seed": "a"}], pages=[{"url": "a"}])
    history.run(db, folders)
    assert db.execute("SELECT * FROM earlier_pages").fetchall() == found
