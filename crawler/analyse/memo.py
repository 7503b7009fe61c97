"""What the texts of a site came to, kept from crawl to crawl: a page that did not change is not analysed again.

Rows are kept under a hash of all that they were computed from, so they are the same whether kept or computed.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from crawler.fingerprint import fingerprint

_SOURCES = ("analyse/**/*.py", "taxonomy/*.py", "function_words.py", "language.py", "sentences.py", "text.py")
_LIBRARIES = ("snowballstemmer", "wordfreq")

_UNREADABLE = (duckdb.IOException, duckdb.InvalidInputException, duckdb.OutOfMemoryException)

_GROUP = 2048
"""Rows that are packed together; a page's row may hold thousands of numbers, and all of a group are unpacked at once."""


def text_version() -> str:
    """Names the analysis as it is: its source files, and what reads words for it."""
    return fingerprint(_SOURCES, _LIBRARIES)


@dataclass(frozen=True)
class Memo:
    """Results of one pass over the pages, or over what else is the `subject`.

    `folder`: of the site's memos; null: nothing is kept. `keys`: a table (subject, key) of all that there is.
    `tables`: the results, which have a column of that name, too.
    """

    folder: Path | None
    keys: str
    tables: Sequence[str]
    subject: str = "url"

    def recall(self, db: duckdb.DuckDBPyConnection) -> list[str]:
        """Fill the empty tables with the rows of subjects whose key is known; gives the other subjects in order."""
        db.execute(f"CREATE OR REPLACE TEMP TABLE same ({self.subject} VARCHAR)")
        if self.folder is not None:
            try:
                self._fill(db, self.folder / self.keys)
            except _UNREADABLE:
                shutil.rmtree(self.folder / self.keys)
                for table in ("same", *self.tables):
                    db.execute(f"DELETE FROM {table}")
        new = db.execute(
            f"SELECT {self.subject} FROM {self.keys} ANTI JOIN same USING ({self.subject}) ORDER BY 1"
        )
        return [subject for (subject,) in new.fetchall()]

    def forget(self, db: duckdb.DuckDBPyConnection, subjects: Sequence[str]) -> None:
        """Delete what was recalled of `subjects`: it holds no more."""
        for table in ("same", *self.tables) if subjects else ():
            db.execute(f"DELETE FROM {table} WHERE {self.subject} IN (SELECT unnest(?::VARCHAR[]))", [subjects])

    def keep(self, db: duckdb.DuckDBPyConnection) -> None:
        """Write the results down for the next crawl, where they differ from what is written."""
        if self.folder is None:
            return
        kept = self.folder / self.keys
        if kept.is_dir() and len(set(_counts(db, "same", self.keys, _read(kept, self.keys)))) == 1:
            return
        aside = self.folder / f"{self.keys}.new"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        for table in (self.keys, *self.tables):
            db.execute(f"COPY {table} TO '{_file(aside, table)}' (FORMAT parquet, ROW_GROUP_SIZE {_GROUP})")
        shutil.rmtree(kept, ignore_errors=True)
        aside.rename(kept)

    def _fill(self, db: duckdb.DuckDBPyConnection, kept: Path) -> None:
        if not kept.is_dir():
            return
        known = f"FROM {self.keys} SEMI JOIN {_read(kept, self.keys)} USING ({self.subject}, key)"
        db.execute(f"INSERT INTO same SELECT {self.subject} {known}")
        if _counts(db, "same") == [0]:
            return
        for table in self.tables:
            db.execute(f"INSERT INTO {table} FROM {_read(kept, table)} SEMI JOIN same USING ({self.subject})")


def _counts(db: duckdb.DuckDBPyConnection, *tables: str) -> list[int]:
    return [count for table in tables for (count,) in db.execute(f"SELECT count(*) FROM {table}").fetchall()]


def _read(folder: Path, table: str) -> str:
    return f"read_parquet('{_file(folder, table)}')"


def _file(folder: Path, table: str) -> str:
    return str(folder / f"{table}.parquet").replace("'", "''")
