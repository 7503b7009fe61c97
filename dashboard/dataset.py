"""The one door to DuckDB: immutable snapshots, read by SQL with parameters."""

import json
import re
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from dashboard import tables

Row = dict[str, Any]
Value = str | int | float | bool | None
CACHED_RESULTS = 256
"""Results that a dataset remembers; those of more than `CACHED_ROWS` rows are not kept."""
CACHED_ROWS = 6000


class Query(NamedTuple):
    """SQL, whose values stand outside of it."""

    sql: str
    params: tuple[Value, ...] = ()


class SnapshotError(Exception):
    """A snapshot cannot be shown; the message is a sentence for the reader."""


class Dataset:
    """Tables of one snapshot, or of several with the column `snapshot` telling them apart. Never changes.

    A table or a column that a snapshot does not have behaves as empty. `decisions`: rows of `tables.DECISIONS`.
    """

    def __init__(self, folders: Mapping[str, Path], decisions: Sequence[tuple[Value, ...]] = ()) -> None:
        self.crawl_ids = tuple(folders)
        self._lock = threading.Lock()
        self._results: OrderedDict[Query, list[Row]] = OrderedDict()
        try:
            self._connection = _connect(folders, decisions)
        except duckdb.Error as error:
            raise SnapshotError("A table of this snapshot cannot be read.") from error

    def rows(self, sql: str, params: Sequence[Value] = ()) -> list[Row]:
        """Rows of a query; `params` fill its question marks. The rows are the caller's not to change."""
        query = Query(sql, tuple(params))
        with self._lock:
            if query in self._results:
                self._results.move_to_end(query)
                return list(self._results[query])
        with self._connection.cursor() as cursor:
            cursor.execute(query.sql, query.params)
            names = [str(column[0]) for column in cursor.description or ()]
            rows = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
        self._remember(query, rows)
        return list(rows)

    def _remember(self, query: Query, rows: list[Row]) -> None:
        if len(rows) > CACHED_ROWS:
            return
        with self._lock:
            self._results[query] = rows
            while len(self._results) > CACHED_RESULTS:
                self._results.popitem(last=False)


def read_manifest(folder: Path) -> dict[str, Any]:
    """The data package of a snapshot; raises `SnapshotError` where it is not whole or of another version."""
    try:
        manifest = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SnapshotError("It was not finished: datapackage.json is missing.") from None
    except (OSError, ValueError):
        raise SnapshotError("Its datapackage.json cannot be read.") from None
    if not isinstance(manifest, dict) or not isinstance(manifest.get("resources"), list):
        raise SnapshotError("Its datapackage.json lists no tables.")
    version = str(manifest.get("schema_version"))
    if version != tables.SCHEMA_VERSION:
        raise SnapshotError(f"It was made by another version of Rounds (tables {version}). Check the site again.")
    for resource in manifest["resources"]:
        _check_file(folder, resource)
    return manifest


def _check_file(folder: Path, resource: Any) -> None:
    name = resource.get("path") if isinstance(resource, dict) else None
    if not isinstance(name, str) or Path(name).name != name:
        raise SnapshotError("Its datapackage.json names a table without a file.")
    try:
        size = (folder / name).stat().st_size
    except OSError:
        raise SnapshotError(f"{name} is missing.") from None
    if resource.get("bytes") not in (None, size):
        raise SnapshotError(f"{name} is damaged: it has not the size that datapackage.json tells.")


def _connect(folders: Mapping[str, Path], decisions: Sequence[tuple[Value, ...]]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE decisions ({tables.DECISIONS})")
    if decisions:
        connection.executemany(f"INSERT INTO decisions VALUES ({', '.join('?' * len(decisions[0]))})", decisions)
    for table in tables.COLUMNS:
        parts = [
            _part(connection, table, folder / f"{table}.parquet", crawl_id if len(folders) > 1 else None)
            for crawl_id, folder in folders.items()
        ]
        connection.execute(f'CREATE VIEW "{table}" AS ' + " UNION ALL ".join(parts))
    allowed = {text for folder in folders.values() for text in (str(folder), _glob_escaped(str(folder)))}
    connection.execute(f"SET allowed_directories = [{', '.join(map(_quoted, sorted(allowed)))}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _part(connection: duckdb.DuckDBPyConnection, table: str, file: Path, crawl_id: str | None) -> str:
    """SELECT of the expected columns of a file; those that it lacks are null."""
    expected = tables.columns(table)
    source = f"read_parquet({_quoted(_glob_escaped(str(file)))})"
    found = {}
    if file.exists():
        found = {
            name: kind for name, kind, *_ in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
        }
    shown = [_column(name, kind, found) for name, kind in expected.items()]
    if crawl_id is not None:
        shown.append(f"{_quoted(crawl_id)} AS snapshot")
    return f"SELECT {', '.join(shown)} " + (f"FROM {source}" if found else "WHERE false")


def _column(name: str, kind: str, found: Mapping[str, str]) -> str:
    if name not in found:
        return f'NULL::{kind} AS "{name}"'
    if found[name] == "TIMESTAMP WITH TIME ZONE":
        return f'("{name}" AT TIME ZONE \'UTC\')::{kind} AS "{name}"'
    return f'"{name}"::{kind} AS "{name}"'


def _glob_escaped(path: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", path)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
