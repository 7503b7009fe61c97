"""An analysis database with literal facts in it: what a step of the analysis finds when it starts."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import duckdb
import pyarrow as pa

from crawler.schema import TABLES, Column, arrow_schema

Rows = Sequence[Mapping[str, Any]]

_BLANK: dict[pa.DataType, Any] = {
    pa.string(): "",
    pa.int64(): 0,
    pa.float64(): 0.0,
    pa.bool_(): False,
    pa.timestamp("us", tz="UTC"): datetime(2026, 11, 22, 2, 14, tzinfo=UTC),
    pa.list_(pa.string()): [],
}


def facts_db(**tables: Rows) -> duckdb.DuckDBPyConnection:
    """Schemas `facts` and `previous`; rows name the columns that matter, the others are blank or null.

    `previous_pages=…` fills `previous.pages`; every other name is a table of `facts`.
    """
    db = duckdb.connect()
    db.execute("CREATE SCHEMA facts; CREATE SCHEMA previous")
    for table in TABLES.values():
        if table.facts:
            _create(db, f"facts.{table.name}", table.facts, tables.get(table.name, ()))
        _create(db, f"previous.{table.name}", table.columns, tables.get(f"previous_{table.name}", ()))
    return db


def _create(db: duckdb.DuckDBPyConnection, name: str, columns: Sequence[Column], rows: Rows) -> None:
    schema = arrow_schema(columns)
    full = [{c.name: row.get(c.name, None if c.nullable else _BLANK[c.type]) for c in columns} for row in rows]
    db.register("arriving", pa.Table.from_pylist(full, schema=schema))
    db.execute(f"CREATE TABLE {name} AS SELECT * FROM arriving")
    db.unregister("arriving")
