"""Fact rows on their way from a worker to the journal and from there to Parquet: packed Arrow record batches."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from crawler.schema import TABLES, arrow_schema, arrow_table

_GROUP_ROWS = 50_000
"""Rows of a row group: large enough to compress well, small enough to hold."""

_GROUP_BYTES = 8 * 1024 * 1024


def pack(table: str, rows: Sequence[tuple[Any, ...]]) -> bytes:
    """Fact rows of a table as bytes; `rows` must not be empty."""
    [batch] = arrow_table(TABLES[table].facts, rows).to_batches()
    return zstandard.compress(batch.serialize(), 1)


def unpack(table: str, packed: bytes) -> pa.RecordBatch:
    """The rows that `pack` was given."""
    return pa.ipc.read_record_batch(pa.py_buffer(zstandard.decompress(packed)), arrow_schema(TABLES[table].facts))


def write(table: str, batches: Iterable[pa.RecordBatch], folder: Path) -> int:
    """Write the batches as the Parquet file of `table` in `folder`, a group of rows at a time; gives the rows."""
    schema = arrow_schema(TABLES[table].facts)
    waiting: list[pa.RecordBatch] = []
    rows = size = total = 0
    with pq.ParquetWriter(folder / f"{table}.parquet", schema, compression="zstd") as writer:
        for batch in batches:
            waiting.append(batch)
            rows += batch.num_rows
            size += batch.nbytes
            if rows >= _GROUP_ROWS or size >= _GROUP_BYTES:
                total += _write_group(writer, waiting)
                waiting, rows, size = [], 0, 0
        total += _write_group(writer, waiting)
    return total


def _write_group(writer: pq.ParquetWriter, batches: list[pa.RecordBatch]) -> int:
    if not batches:
        return 0
    table = pa.Table.from_batches(batches)
    writer.write_table(table.combine_chunks())
    return int(table.num_rows)
