"""Where imports are kept: ``<data>/demand/<site>/<stamp>.parquet``, one file an import, never changed."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from crawler.demand.periods import Period
from crawler.demand.rows import Part
from crawler.errors import OperatorError
from crawler.snapshot import crawl_id
from crawler.urls import site_folder

FOLDER = "demand"

_SCHEMA = pa.schema(
    [
        ("kind", pa.string()),
        ("query", pa.string()),
        ("page", pa.string()),
        ("day", pa.date32()),
        ("clicks", pa.int64()),
        ("impressions", pa.int64()),
        ("ctr", pa.float64()),
        ("position", pa.float64()),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
        ("source", pa.string()),
    ]
)


def keep(data: Path, site: str, parts: Sequence[tuple[Part, Period]], now: datetime) -> Path:
    """Write the rows of an import; gives its file. Raises `OperatorError` where the folder cannot be written."""
    folder = data / FOLDER / site_folder(f"https://{site}/")
    path = folder / f"{crawl_id(now)}.parquet"
    rows = [(*row, *period, part.source) for part, period in parts for row in part.rows]
    columns = [pa.array(values, type=f.type) for values, f in zip(zip(*rows, strict=True), _SCHEMA, strict=True)]
    aside = path.with_suffix(".new")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.table(columns, schema=_SCHEMA), aside, compression="zstd")
        aside.rename(path)
    except OSError as error:
        raise OperatorError(f"{folder} cannot be written: {error.strerror}.") from error
    return path


def newest_import(data: Path, site: str) -> Path | None:
    """File of the newest import of `site`, with or without its `www.`; null where there is none."""
    twin = site.removeprefix("www.") if site.startswith("www.") else f"www.{site}"
    for name in (site, twin):
        files = sorted((data / FOLDER / site_folder(f"https://{name}/")).glob("*.parquet"))
        if files:
            return files[-1]
    return None
