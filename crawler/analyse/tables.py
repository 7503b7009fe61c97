"""How rows become a table of the analysis."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from crawler.batches import IN_ORDER
from crawler.schema import TABLES, Column, arrow_schema, arrow_table

_GROUP = 20_480
"""Rows that a reader of a few pages has to unpack: those of about 150 pages. Larger groups take memory, too, that a sort of a
million links needs."""

_SMALL = 300_000
"""Bytes of a Parquet file that is kept in memory: some 100 pages. It saves a small site a fifth of the analysis."""

_SQL = {
    pa.string(): "VARCHAR",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
    pa.timestamp("us", tz="UTC"): "TIMESTAMPTZ",
    pa.list_(pa.string()): "VARCHAR[]",
}


def empty_table(name: str, columns: Iterable[Column]) -> str:
    """The statement that creates a table of `columns` without rows: a quarter of the time that an empty Arrow table takes."""
    described = ", ".join(f'"{column.name}" {_SQL[column.type]}' for column in columns)
    return f"CREATE TABLE {name} ({described});"


def insert(db: duckdb.DuckDBPyConnection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Create the derived table `name` of the schema from `rows`, replacing what was there."""
    arrow = arrow_table(TABLES[name].derived, rows)
    db.register("arriving", arrow)
    db.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM arriving')
    db.unregister("arriving")


def append(db: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Append `rows` to a table of ours that exists; values stand in the order of its columns."""
    if not rows:
        return
    columns = [pa.array(values) for values in zip(*rows, strict=True)]
    db.register("arriving", pa.table(columns, names=[f"c{i}" for i in range(len(columns))]))
    db.execute(f"INSERT INTO {table} SELECT * FROM arriving")
    db.unregister("arriving")


def write(db: duckdb.DuckDBPyConnection, name: str, query: str, folder: Path) -> int:
    """Write what `query` gives as the table `name` of a snapshot, rows in the order of its key, as the file
    says; gives their number."""
    copy = (
        f"COPY ({_of_schema(name, query)}) TO '{_file(name, folder)}' (FORMAT parquet, COMPRESSION zstd, "
        f"ROW_GROUP_SIZE {_GROUP}, KV_METADATA {{{IN_ORDER[0]}: '{IN_ORDER[1]}'}})"
    )
    [[rows]] = db.execute(copy).fetchall()
    return int(rows)


def create_large(db: duckdb.DuckDBPyConnection, name: str, query: str, folder: Path | None) -> None:
    """Create the table `name` of what `query` gives: written to `folder` as it is published, else in memory."""
    if folder is None:
        db.execute(f"CREATE OR REPLACE TABLE {name} AS {_of_schema(name, query)}")
        return
    write(db, name, query, folder)
    _show(db, name, folder)


def create_in_ranges(
    db: duckdb.DuckDBPyConnection,
    name: str,
    query: str,
    values: Sequence[Mapping[str, Any]],
    folder: Path | None,
) -> None:
    """`create_large`, a range of addresses after the other: nothing has to be sorted, or joined, as a whole.

    `query` gives the rows from address $first to $last; `values` are those of each range, in order.
    """
    ordered = _of_schema(name, query)
    if folder is None:
        whole = {**values[0], "last": values[-1]["last"]}
        db.execute(f"CREATE OR REPLACE TABLE {name} AS {ordered}", whole)
        return
    with pq.ParquetWriter(
        folder / f"{name}.parquet", arrow_schema(TABLES[name].columns), compression="zstd"
    ) as file:
        for one in values:
            file.write_table(db.sql(ordered, params=one).to_arrow_table().cast(file.schema))
    _show(db, name, folder)


def _show(db: duckdb.DuckDBPyConnection, name: str, folder: Path) -> None:
    """Show what was written under its name; a small file is read once, and not anew by every query."""
    what = "TABLE" if (folder / f"{name}.parquet").stat().st_size <= _SMALL else "VIEW"
    db.execute(f"CREATE OR REPLACE {what} {name} AS FROM read_parquet('{_file(name, folder)}')")


def _of_schema(name: str, query: str) -> str:
    names = ", ".join(f'"{column.name}"' for column in TABLES[name].columns)
    order = ", ".join(f'"{column}"' for column in TABLES[name].key)
    return f"SELECT {names} FROM ({query}) ORDER BY {order}"


def _file(name: str, folder: Path) -> str:
    return str(folder / f"{name}.parquet").replace("'", "''")
