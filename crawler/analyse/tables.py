"""How Python rows become a table of the analysis."""

from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa

from crawler.schema import TABLES, arrow_table


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
