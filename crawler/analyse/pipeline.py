"""The analysis as a whole: facts in, a finished snapshot out. Cross-page work is SQL over Parquet."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from crawler import __version__
from crawler.analyse import (
    actions,
    blocks,
    call_tracking,
    cannibalisation,
    changes,
    competitors,
    coverage,
    demand,
    entities,
    gaps,
    keywords,
    linkgraph,
    nap,
    page_ctas,
    pages,
    phones,
    sections,
    targets,
    topics,
)
from crawler.analyse.context import Context
from crawler.analyse.packs import fitting_taxonomy
from crawler.analyse.phone_file import known_numbers
from crawler.analyse.tables import empty_table, insert, write
from crawler.batches import is_in_order
from crawler.checks import run as checks
from crawler.checks.check import Check
from crawler.checks.thresholds import check_thresholds
from crawler.config import Clinic
from crawler.datapackage import write_manifest
from crawler.schema import TABLES, Column
from crawler.snapshot import table_file
from crawler.tables.analysis import BuiltRow
from crawler.taxonomy import Taxonomy, check_names

_PAGE_STEPS = (linkgraph, blocks, sections, pages)
_STEPS = (
    keywords,
    demand,
    entities,
    phones,
    nap,
    page_ctas,
    call_tracking,
    coverage,
    targets,
    cannibalisation,
    competitors,
    topics,
)
_MEMORY = 130_000_000
"""Bytes that DuckDB may use before it spills: with Python, Arrow and what DuckDB does not count, the analysis of 20,000
pages with 115 links each stays below 400 MB. It gets by with 120 MB; see `tests.benchmarks.analysis`."""

_OF_FACTS = 1.0
"""A larger site may use this many times the bytes of its facts: not all that a query holds can be spilled."""

_THREADS = 1
"""Each needs memory of its own, and most of the time goes into the texts, which have processes of their own."""

PREVIOUS = (
    "crawl",
    "analysis",
    "resources",
    "pages",
    "issues",
    "gaps",
    "phone_ctas",
    "phone_numbers",
    "coverage",
    "topics",
    "topic_pages",
    "topic_phrases",
)
"""Tables of the snapshot before that the steps read, in the schema `previous`."""


def check_clinic(clinic: Clinic, taxonomy: Taxonomy) -> None:
    """Raise `OperatorError` where the clinic's file names a treatment, check or threshold that there is not.

    Its phone numbers are judged, too, if it names their country.
    """
    check_names(clinic, taxonomy)
    check_thresholds(clinic)
    if clinic.region:
        known_numbers(clinic, clinic.region)


def analyse(
    facts: Path, built: Path, context: Context, previous: Path | None, custom: Sequence[Check] = ()
) -> None:
    """Read the fact tables in `facts` (a partial crawl or a snapshot) and write all tables to `built`.

    `previous`: the snapshot before, to tell what is new; null where there is none. `custom`: the clinic's own
    checks.
    """
    built.mkdir(exist_ok=True)
    context = replace(context, built=built)
    with _database(facts) as db:
        _load_facts(db, facts, previous)
        _take_over(facts, built)
        _load_previous(db, previous)
        for step in _PAGE_STEPS:
            step.run(db, context)
        context = replace(context, taxonomy=fitting_taxonomy(db, context))
        for step in _STEPS:
            step.run(db, context)
        checks.run(db, context, custom)
        gaps.run(db, context)
        actions.run(db, context)
        compared_with = changes.run(db, coverage.FORMULA_VERSION)
        _note_analysis(db, context, compared_with)
        rows = _write(db, built)
    write_manifest(
        built, site=context.site, role=context.role, crawl_id=context.crawl_id, rows=rows, now=context.now
    )


@contextmanager
def _database(facts: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection in memory that spills to a directory of its own."""
    size = int(_OF_FACTS * sum(path.stat().st_size for path in facts.glob("*.parquet")))
    with tempfile.TemporaryDirectory(prefix="rounds-") as spill, duckdb.connect() as db:
        db.execute("SET temp_directory = ?", [spill])
        db.execute("SET preserve_insertion_order = false")
        db.execute(f"SET memory_limit = '{max(_MEMORY, size)}B'")
        db.execute(f"SET threads = {_THREADS}")
        db.execute("SET parquet_metadata_cache = true")
        yield db


def _load_facts(db: duckdb.DuckDBPyConnection, folder: Path, previous: Path | None) -> None:
    db.execute("CREATE SCHEMA facts")
    for table in TABLES.values():
        if not table.facts:
            continue
        view = f"facts.{table.name}"
        _view(db, view, table.facts, table_file(folder, table.name))
        if not table.derived:
            db.execute(f"CREATE VIEW main.{table.name} AS SELECT * FROM {view}")


def _take_over(facts: Path, built: Path) -> None:
    """Copy the tables that the analysis adds nothing to and that need no sorting: those of an unchanged site."""
    for table in TABLES.values():
        path = table_file(facts, table.name)
        if path and table.facts and not table.derived and is_in_order(path) and not _lacking(table.columns, path):
            shutil.copyfile(path, built / path.name)


def _load_previous(db: duckdb.DuckDBPyConnection, folder: Path | None) -> None:
    """Views over the previous snapshot; a column that an older version did not know is null there."""
    db.execute("CREATE SCHEMA previous")
    for name in PREVIOUS:
        file = table_file(folder, name) if folder else None
        columns = TABLES[name].columns
        if file is None:
            _view(db, f"previous.{name}", columns, None)
            continue
        _view(db, f"previous.{name}_shape", columns, None)
        db.execute(
            f"CREATE VIEW previous.{name} AS SELECT {_names(columns)} FROM ("
            f"FROM previous.{name}_shape UNION ALL BY NAME FROM read_parquet({_quoted(file)}))"
        )


def _view(db: duckdb.DuckDBPyConnection, view: str, columns: Iterable[Column], file: Path | None) -> None:
    """A view of `columns` over a Parquet file; without one an empty table of the same shape."""
    if file is None:
        db.execute(empty_table(view, columns))
        return
    lacking = _lacking(columns, file)
    names = ", ".join(f'NULL AS "{c.name}"' if c.name in lacking else f'"{c.name}"' for c in columns)
    db.execute(f"CREATE VIEW {view} AS SELECT {names} FROM read_parquet({_quoted(file)})")


def _lacking(columns: Iterable[Column], file: Path) -> set[str]:
    """Columns that may be null and that a snapshot of an earlier time does not have."""
    return {column.name for column in columns if column.nullable} - set(pq.read_schema(file).names)


def _names(columns: Iterable[Column]) -> str:
    return ", ".join(f'"{column.name}"' for column in columns)


def _quoted(file: Path) -> str:
    return "'" + str(file).replace("'", "''") + "'"


def _note_analysis(db: duckdb.DuckDBPyConnection, context: Context, compared_with: str | None) -> None:
    numerator, denominator = coverage.site_coverage(db)
    row = BuiltRow(
        analysed_at=datetime.now(UTC),
        tool_version=__version__,
        taxonomy_version=context.taxonomy.version,
        formula_version=coverage.FORMULA_VERSION,
        coverage_numerator=numerator,
        coverage_denominator=denominator,
        compared_with=compared_with,
    )
    insert(db, "analysis", [row])


def _write(db: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    """Write every table as Parquet, where a step has not done so; gives the rows of each."""
    return {name: _write_table(db, name, folder) for name in TABLES}


def _write_table(db: duckdb.DuckDBPyConnection, name: str, folder: Path) -> int:
    if not (folder / f"{name}.parquet").exists():
        return write(db, name, f"FROM main.{name}", folder)
    [[rows]] = db.execute(f"SELECT count(*) FROM main.{name}").fetchall()
    return int(rows)
