"""Files of an export become parts of clean rows: which dimension each has, which numbers, which days."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from crawler.demand.archive import MAX_UNFOLDED, csv_members, is_zip
from crawler.demand.cells import Cells, dimension_of
from crawler.demand.columns import compares_periods
from crawler.demand.csvtable import decoded, filters, read_table
from crawler.demand.dates import days
from crawler.demand.rows import Part, Reading
from crawler.demand.totals import summed
from crawler.errors import OperatorError
from crawler.text import counted

_LEFT_OUT = ("country", "device", "appearance")
_COMPARES = "compares two periods: the first of the two was read"


def read_files(files: Sequence[Path], site: str | None) -> Reading:
    """All tables of `files`: zips of the user interface or CSV files. `site`: host of pages that are given as paths.

    Raises `OperatorError` where a file is no such thing, or where nothing is left to keep.
    """
    parts: list[Part] = []
    left_out: list[str] = []
    for path in files:
        for source, folder, data in _tables(path):
            part = _part(data, source, folder, site)
            if isinstance(part, Part):
                parts.append(part)
            else:
                left_out.append(part)
    if not any(part.rows for part in parts):
        unread = [
            f"{part.source}: {counted(len(part.skipped), 'row')} could not be read"
            for part in parts
            if part.skipped
        ]
        why = f" ({'; '.join([*left_out, *unread][:3])})" if left_out or unread else ""
        raise OperatorError(
            f"Nothing to keep: no table of queries, pages or days with clicks and impressions{why}."
        )
    return Reading(parts, left_out)


def _tables(path: Path) -> Iterator[tuple[str, str, bytes]]:
    """Name, folder and content of each table in a file."""
    data = _content(path)
    if not is_zip(data):
        yield path.name, str(path.parent), data
        return
    for name, content in csv_members(data, path.name):
        yield f"{path.name}/{PurePosixPath(name).name}", f"{path.parent}/{path.name}", content


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_UNFOLDED + 1)
    except OSError as error:
        raise OperatorError(f"{path} cannot be read: {error.strerror}.") from error
    if len(data) > MAX_UNFOLDED:
        raise OperatorError(f"{path} is larger than {MAX_UNFOLDED // 2**20} MB: export fewer days or columns.")
    return data


def _part(data: bytes, source: str, folder: str, site: str | None) -> Part | str:
    """The rows of a table, or why it is left out."""
    text = decoded(data)
    table = read_table(text, source)
    if table is None:
        chosen = filters(text) if "/" in source else []
        why = f"; the export holds only what was filtered by {', '.join(chosen)}" if chosen else ""
        return f"{source}: no columns of clicks and impressions{why}"
    numbered = list(table.rows)
    columns = dict(table.columns)
    if "unknown" in columns:
        place = columns.pop("unknown")
        if dimension := dimension_of([row[place] for _, row in numbered if row], site):
            columns.setdefault(dimension, place)
    kind = _kind(columns)
    if kind is None:
        told = next(
            (f"by {column} only" for column in _LEFT_OUT if column in columns), "no queries, pages or days"
        )
        return f"{source}: {told}, not kept"
    cells = Cells(columns, numbered, site)
    found = days([row[columns["date"]] for _, row in cells.full]) if "date" in columns else None
    if kind == "date" and found is None:
        return f"{source}: its days cannot be read" if cells.full else f"{source}: empty"
    rows = summed(kind, cells.measured(kind, found))
    notes = [_COMPARES] if compares_periods(table.header) else []
    if cells.few:
        notes.append(f"{counted(cells.few, 'row')} with a number such as “<10”, kept as unknown")
    known = [day for day in found or () if day]
    return Part(
        source, folder, kind, rows,
        first=min(known, default=None),
        last=max(known, default=None),
        skipped=cells.skipped,
        notes=notes,
        read=len(cells.full),
    )  # fmt: skip


def _kind(columns: dict[str, int]) -> str | None:
    if "query" in columns:
        return "query_page" if "page" in columns else "query"
    if "page" in columns:
        return "page"
    return "date" if "date" in columns else None
