"""An analysis database with literal facts in it: what a step of the analysis finds when it starts."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import duckdb
import pyarrow as pa

from crawler.analyse.pipeline import PREVIOUS
from crawler.analyse.tables import empty_table
from crawler.schema import TABLES, Column, arrow_schema

_EMPTY = "".join(
    (
        "CREATE SCHEMA facts; CREATE SCHEMA previous;",
        *(empty_table(f"facts.{table.name}", table.facts) for table in TABLES.values() if table.facts),
        *(empty_table(f"previous.{name}", TABLES[name].columns) for name in PREVIOUS),
    )
)
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
    db = duckdb.connect(config={"threads": 1})
    db.execute(_EMPTY)
    for name, rows in tables.items():
        table = TABLES[name.removeprefix("previous_")]
        if name.startswith("previous_"):
            _fill(db, f"previous.{table.name}", table.columns, rows)
        else:
            _fill(db, f"facts.{name}", table.facts, rows)
    return db


def _fill(db: duckdb.DuckDBPyConnection, name: str, columns: Sequence[Column], rows: Rows) -> None:
    if not rows:
        return
    schema = arrow_schema(columns)
    full = [{c.name: row.get(c.name, None if c.nullable else _BLANK[c.type]) for c in columns} for row in rows]
    db.register("arriving", pa.Table.from_pylist(full, schema=schema))
    db.execute(f"INSERT INTO {name} FROM arriving")
    db.unregister("arriving")
