"""Fact rows on their way from a worker to the journal and from there to Parquet: packed Arrow record batches."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from crawler.schema import TABLES, arrow_schema, arrow_table

_GROUP_ROWS = 50_000
"""Rows of a row group: large enough to compress well, small enough to hold."""

IN_ORDER = ("rounds", "in the order of the key")
"""What a Parquet file says of itself whose rows stand so."""

_IN_ORDER = {name.encode(): value.encode() for name, value in (IN_ORDER,)}
_JOINED = 256
_GROUP_BYTES = 8 * 1024 * 1024


def pack(table: str, rows: Sequence[tuple[Any, ...]]) -> bytes:
    """Fact rows of a table as bytes; `rows` must not be empty."""
    [batch] = arrow_table(TABLES[table].facts, rows).to_batches()
    return zstandard.compress(batch.serialize(), 1)


def unpack(table: str, packed: bytes) -> pa.RecordBatch:
    """The rows that `pack` was given."""
    return pa.ipc.read_record_batch(pa.py_buffer(zstandard.decompress(packed)), arrow_schema(TABLES[table].facts))


def write(table: str, batches: Iterable[pa.RecordBatch], folder: Path, *, in_order: bool = False) -> int:
    """Write the batches as the Parquet file of `table` in `folder`, a group of rows at a time; gives the rows.

    `in_order`: they come in the order of the table's key, and the file says so.
    """
    schema = arrow_schema(TABLES[table].facts).with_metadata(_IN_ORDER if in_order else None)
    total = 0
    with pq.ParquetWriter(folder / f"{table}.parquet", schema, compression="zstd") as writer:
        for group in _groups(_joined(batches)):
            rows = pa.Table.from_batches(group)
            writer.write_table(rows)
            total += rows.num_rows
    return total


def is_in_order(path: Path) -> bool:
    """The rows of a Parquet file stand in the order of the table's key, as a snapshot has them."""
    return (pq.read_schema(path).metadata or {}).items() >= _IN_ORDER.items()


def _joined(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The same rows in fewer batches: each batch of a single page takes far more memory than its rows."""
    left = iter(batches)
    while some := list(itertools.islice(left, _JOINED)):
        yield from pa.Table.from_batches(some).combine_chunks().to_batches()


def _groups(batches: Iterable[pa.RecordBatch]) -> Iterator[list[pa.RecordBatch]]:
    """Batches that make a group of rows each."""
    group: list[pa.RecordBatch] = []
    rows = size = 0
    for batch in batches:
        group.append(batch)
        rows += batch.num_rows
        size += batch.nbytes
        if rows >= _GROUP_ROWS or size >= _GROUP_BYTES:
            yield group
            group, rows, size = [], 0, 0
    if group:
        yield group
