"""Populations that checks need: no fewer than they read, and no more than they name."""

import json
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from crawler.checks import CHECKS
from crawler.checks.check import Check
from crawler.checks.populations import POPULATIONS
from crawler.checks.views import create_lookups, create_populations, populations_of
from tests.crawler.checks.site import PAGE_TYPES, database, fill

_SQL = {population.name: population.sql for population in POPULATIONS}


def _check(population: str, sql: str) -> Check:
    return Check("clinic.old_name", "notice", population, "Title", "Why.", "Fix.", sql)


def _names(checks: list[Check]) -> list[str]:
    return [population.name for population in populations_of(checks)]


@pytest.mark.parametrize(
    ("population", "sql", "needed"),
    [
        ("site", "SELECT url, 'x' AS evidence FROM pages", ["site"]),
        ("html_pages", "FROM html_pages", ["read_pages", "html_pages"]),
        ("site", "FROM Main.Pages SEMI JOIN Html_Pages USING (url)", ["site", "read_pages", "html_pages"]),
        ("fragment_links", "FROM pages", ["read_pages", "html_pages", "page_links", "fragment_links"]),
    ],
)
def test_what_a_check_needs(population: str, sql: str, needed: list[str]) -> None:
    assert _names([_check(population, sql)]) == needed


def test_several_checks_share_what_they_need() -> None:
    assert _names([_check("read_pdfs", "FROM site"), _check("site", "FROM read_pages")]) == [
        "site",
        "read_pages",
        "read_pdfs",
    ]
    assert _names([]) == []


@pytest.fixture(scope="module")
def db() -> Iterator[duckdb.DuckDBPyConnection]:
    with database() as connection:
        yield connection


def _tables(node: Any) -> set[str]:
    """Names of tables in a query as DuckDB serialises it."""
    if isinstance(node, list):
        return set[str]().union(*map(_tables, node))
    if not isinstance(node, dict):
        return set()
    own = {node["table_name"].lower()} if node.get("type") == "BASE_TABLE" else set[str]()
    return own.union(*map(_tables, node.values()))


def _read_by(db: duckdb.DuckDBPyConnection, sql: str) -> set[str]:
    """Populations that a query reads, and those behind them, as DuckDB's parser sees it."""
    [[tree]] = db.execute("SELECT json_serialize_sql($1)", [sql]).fetchall()
    found = _tables(json.loads(tree)["statements"]) & _SQL.keys()
    return found.union(*(_read_by(db, _SQL[name]) for name in found))


def test_nothing_that_a_check_reads_is_left_out(db: duckdb.DuckDBPyConnection) -> None:
    behind = {name: _read_by(db, f"FROM {name}") for name in _SQL}
    read = {check.id: _read_by(db, check.sql) | behind[check.population] for check in CHECKS}
    assert all(read.values())
    left_out = {check.id: read[check.id] - set(_names([check])) for check in CHECKS}
    assert {check: names for check, names in left_out.items() if names} == {}


def test_nothing_else_is_created() -> None:
    with database() as db:
        fill(db, [])
        create_lookups(db, PAGE_TYPES)
        create_populations(db, [_check("page_links", "FROM pages")])
        shown = "SELECT view_name FROM duckdb_views() WHERE temporary AND NOT internal ORDER BY ALL"
        assert db.execute(shown).fetchall() == [("html_pages",), ("page_links",), ("read_pages",)]
