"""How Python rows become a table of the analysis."""

from collections.abc import Sequence
from typing import Any

import duckdb

from crawler.schema import TABLES, arrow_table


def insert(db: duckdb.DuckDBPyConnection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Create the derived table `name` of the schema from `rows`, replacing what was there."""
    arrow = arrow_table(TABLES[name].derived, rows)
    db.register("arriving", arrow)
    db.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM arriving')
    db.unregister("arriving")
