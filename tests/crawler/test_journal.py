"""What was kept is there after any end of the program, and a full disk is one sentence."""

import sqlite3
from pathlib import Path

import pytest

from crawler.errors import OperatorError
from crawler.journal import FILE, Journal


def test_a_visit_and_its_facts_are_kept_as_one(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.visit("/a", {"way": "link"}, {"pages": b"1", "links": b"2"}, 0.0)
    journal.visit("/b", {"way": "seed"}, {"pages": b"3"}, 0.5)
    with pytest.raises(OperatorError):
        journal.visit("/c", {}, {"pages": b"4", "no_table": b"5"}, 0.6)
    # The program ends here without a word: another connection sees what was kept.
    again = Journal(tmp_path)
    assert list(again.visits()) == [("/a", {"way": "link"}), ("/b", {"way": "seed"})]
    assert list(again.batches("pages")) == [b"1", b"3"]
    assert [batch for _, batch in again.batches_after("pages", 1)] == [b"3"]
    journal.close()
    again.close()


def test_notes_and_sitemaps_are_replaced(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    assert journal.noted("start") is None
    for value in ({"a": 1}, {"a": [1, "\ud800"]}):
        journal.note("start", value)
    assert journal.noted("start") == {"a": [1, "\ud800"]}
    for batch in (b"old", b"new", None):
        journal.replace("sitemap_entries", "/map", batch)
        assert list(journal.batches("sitemap_entries")) == ([batch] if batch else [])
    journal.close()


def test_what_a_power_cut_could_take_is_forced_to_the_disk(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    wal = tmp_path / f"{FILE}-wal"
    journal.visit("/a", {}, {}, 100.0)
    before = sqlite3.connect(f"file:{tmp_path / FILE}?mode=ro&immutable=1", uri=True)
    assert before.execute("SELECT count(*) FROM visits").fetchone() == (1,), "the first visit is forced at once"
    before.close()
    assert wal.exists()
    journal.close()


def test_a_full_disk_is_one_sentence_and_keeps_what_was_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.visit("/a", {}, {"pages": b"x"}, 0.0)
    [pages] = journal._db.execute("PRAGMA page_count").fetchone()
    journal._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(OperatorError, match="The disk or a file refused: database or disk is full"):
        journal.visit("/b", {}, {"pages": b"x" * 1_000_000}, 1.0)
    assert [url for url, _ in journal.visits()] == ["/a"]
    journal.close()


def test_a_file_that_is_no_journal_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 100)
    with pytest.raises(OperatorError, match="The disk or a file refused: file is not a database"):
        Journal(tmp_path)
