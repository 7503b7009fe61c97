"""A CSV file of any encoding and separator as a header and its rows."""

import codecs
import csv
import io
import itertools
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from crawler.demand.columns import NEEDED, columns_by_place, named_columns
from crawler.errors import OperatorError

_SEPARATORS = ",;\t|"
_BEFORE = 12
"""Lines in which the header is looked for: programs put a title or "sep=;" before it."""

_SAMPLE = 60
_SAMPLE_CHARACTERS = 100_000
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class CsvTable(NamedTuple):
    """`columns`: place of each by its role; `unknown` for a dimension of no known name. `rows`: what follows the header,
    with the number of each row in the file."""

    header: list[str]
    columns: dict[str, int]
    rows: Iterator[tuple[int, list[str]]]


def decoded(data: bytes) -> str:
    """Text of a file: by its byte order mark, UTF-16 without one, UTF-8, else Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").replace("\0", "")
    start = data[:2000]
    zeros = start[1::2].count(0), start[::2].count(0)
    if max(zeros) > len(start) // 4:
        return data.decode("utf-16-le" if zeros[0] > zeros[1] else "utf-16-be", "replace").replace("\0", "")
    try:
        return data.decode("utf-8").replace("\0", "")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\0", "")


def read_table(text: str, name: str) -> CsvTable | None:
    """The table of an export; null where it has no columns of clicks and impressions.

    Raises `OperatorError` that names the file where it is no CSV.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    readings = [_reading(sample, separator) for separator in _SEPARATORS]
    rated = [reading for reading in readings if reading is not None]
    if not rated:
        return None
    _, at, separator, columns = max(rated, key=lambda reading: reading[0])
    numbered = enumerate(_rows(text, separator, name), start=1)
    header = next(itertools.islice(numbered, at, None))[1]
    return CsvTable(header, columns, numbered)


def filters(text: str) -> list[str]:
    """Filters of an export beside the kind of search and the days, which it always names; of a table of two columns."""
    rows = []
    with suppress(csv.Error):
        rows = [row for row in itertools.islice(csv.reader(io.StringIO(text, newline="")), _SAMPLE) if row]
    if len(rows) > _BEFORE or any(len(row) != 2 for row in rows):
        return []
    return [f"{name}: {value}" for name, value in rows[3:]]


def _reading(sample: str, separator: str) -> tuple[int, int, str, dict[str, int]] | None:
    """How well the text reads with `separator` (columns known), which row its header is, and the columns."""
    lines: list[list[str]] = []
    with suppress(csv.Error):  # the text may be cut off within a field; what was read before counts
        lines.extend(itertools.islice(csv.reader(io.StringIO(sample, newline=""), delimiter=separator), _SAMPLE))
    best: tuple[int, int, str, dict[str, int]] | None = None
    for at, cells in enumerate(lines[:_BEFORE]):
        columns = named_columns(cells)
        if all(role in columns for role in NEEDED) and (best is None or len(columns) > best[0]):
            best = len(columns), at, separator, _with_dimension(columns)
    if (
        best is None
        and len(lines) > 2
        and (placed := columns_by_place(lines[1 : 20 if len(lines) > 20 else None]))
    ):
        best = len(placed), 0, separator, dict(placed)
    return best


def _with_dimension(columns: dict[str, int]) -> dict[str, int]:
    """`columns`, the first as a dimension of unknown name where it has none of ours."""
    return columns if 0 in columns.values() else {**columns, "unknown": 0}


def _rows(text: str, separator: str, name: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise OperatorError(f"{name} cannot be read as CSV: {error}.") from error
