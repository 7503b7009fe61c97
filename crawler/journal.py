"""The crawl being written: every visit and its facts in one SQLite file, so that whatever ends the program
loses at most what was in flight."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crawler.errors import OperatorError
from crawler.schema import TABLES

FILE = "journal.sqlite"
_SYNC_EVERY = 2.0
"""Seconds after which what was written is forced to the disk: no more is lost with the power. A killed process
loses nothing that was written."""

_TABLES = [table.name for table in TABLES.values() if table.facts]


class Journal:
    """One crawl. Facts are record batches as `crawler.batches` packs them; `now` is any monotonic clock."""

    def __init__(self, folder: Path) -> None:
        """Open the journal in `folder`, a new one where there is none."""
        self.folder = folder
        self._synced = 0.0
        with self._in_plain_words():
            self._db = sqlite3.connect(folder / FILE, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute("CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
            self._db.execute("CREATE TABLE IF NOT EXISTS visits (url TEXT UNIQUE, visit TEXT)")
            self._db.execute("CREATE TABLE IF NOT EXISTS verdicts (url TEXT UNIQUE, verdict TEXT)")
            for table in _TABLES:
                self._db.execute(f"CREATE TABLE IF NOT EXISTS facts_{table} (source TEXT, batch BLOB)")

    def close(self) -> None:
        self._db.close()

    def note(self, name: str, value: Any) -> None:
        """Keep one JSON value about the crawl as a whole."""
        with self._in_plain_words():
            self._db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, json.dumps(value)))

    def noted(self, name: str) -> Any:
        """The value noted under `name`; null where there is none."""
        row = self._db.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else None

    def visit(self, url: str, visit: Mapping[str, Any], facts: Mapping[str, bytes], now: float) -> None:
        """Keep what came of `url` and the facts it gave, both or neither; what stood there before gives way."""
        with self._transaction():
            self._db.execute("INSERT OR REPLACE INTO visits VALUES (?, ?)", (url, json.dumps(visit)))
            for table, batch in facts.items():
                self._db.execute(f"INSERT INTO facts_{table} VALUES (?, ?)", (url, batch))
        if now - self._synced >= _SYNC_EVERY:
            self._synced = now
            with self._in_plain_words():
                self._db.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def visits(self) -> Iterator[tuple[str, Any]]:
        """Every visit with its URL, in the order in which they were kept."""
        for url, visit in self._db.execute("SELECT url, visit FROM visits ORDER BY rowid"):
            yield url, json.loads(visit)

    def keep_verdict(self, url: str, verdict: Sequence[Any]) -> None:
        """Keep what the probe of a link elsewhere, or of an asset, came to."""
        with self._in_plain_words():
            self._db.execute("INSERT OR REPLACE INTO verdicts VALUES (?, ?)", (url, json.dumps(verdict)))

    def verdicts(self) -> Iterator[tuple[str, Any]]:
        """Every verdict with its URL."""
        for url, verdict in self._db.execute("SELECT url, verdict FROM verdicts ORDER BY rowid"):
            yield url, json.loads(verdict)

    def replace(self, table: str, source: str, batch: bytes | None) -> None:
        """Keep a batch of `table` that stands for itself; what `source` gave before gives way."""
        with self._transaction():
            self._db.execute(f"DELETE FROM facts_{table} WHERE source = ?", (source,))
            if batch is not None:
                self._db.execute(f"INSERT INTO facts_{table} VALUES (?, ?)", (source, batch))

    def batches(self, table: str) -> Iterator[bytes]:
        """Every batch of `table`, in the order in which they were kept."""
        return (batch for _, batch in self.batches_after(table, 0))

    def batches_after(self, table: str, number: int) -> Iterator[tuple[int, bytes]]:
        """Every batch of `table` behind the one with this number, with its own."""
        query = f"SELECT rowid, batch FROM facts_{table} WHERE rowid > ? ORDER BY rowid"
        return self._db.execute(query, (number,))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._in_plain_words():
            self._db.execute("BEGIN")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _in_plain_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise OperatorError(f"The disk or a file refused: {error} ({self.folder / FILE}).") from error
