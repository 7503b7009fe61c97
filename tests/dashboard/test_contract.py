"""Every query runs over an empty and over a sample snapshot, and asks only for columns that the crawler writes."""

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pyarrow as pa
import pytest

from crawler.schema import SCHEMA_VERSION, TABLES
from dashboard import tables
from dashboard.dataset import Query
from dashboard.listings import LISTINGS
from dashboard.queries import (
    about,
    actions,
    brief,
    calls,
    changes,
    competitors,
    coverage,
    crawl,
    demand,
    gaps,
    keywords,
    overview,
    page,
    page_machine,
    page_trust,
    pages,
    topics,
    trust,
)
from dashboard.queries.window import counted, window
from dashboard.store import Store
from tests import sample
from tests.dashboard.conftest import view_of

URL = f"{sample.ROOT}/blog/hostile-markup/"
ARGUMENTS: dict[str, Any] = {
    "before": sample.BEFORE,
    "after": sample.NOW,
    "url": URL,
    "key": "knee pain",
    "gap_id": "gap-01",
    "action_id": "action-1",
    "check_id": "link.broken",
    "kind": "cell",
    "condition": "knee_oa",
    "treatment": "prp",
    "topic_id": "condition:knee_oa",
    "number": sample.MAIN_NUMBER,
    "intents": "cost local",
    "types": "treatment faq",
    "first": URL,
}
MODULES = (
    about,
    actions,
    brief,
    calls,
    changes,
    competitors,
    coverage,
    crawl,
    demand,
    gaps,
    keywords,
    overview,
    page,
    page_machine,
    page_trust,
    pages,
    topics,
    trust,
)


def _queries() -> list[tuple[str, Query]]:
    found = []
    for module in MODULES:
        for name, function in _public(module):
            for query in _with_arguments(function):
                found.append((f"{module.__name__.rpartition('.')[2]}.{name}", query))
    return found


def _public(module: ModuleType) -> list[tuple[str, Callable[..., Query]]]:
    functions = inspect.getmembers(module, inspect.isfunction)
    return [(name, f) for name, f in functions if f.__module__ == module.__name__ and not name.startswith("_")]


def _with_arguments(function: Callable[..., Query]) -> list[Query]:
    """The query with all arguments, and with only those that it must have."""
    parameters = inspect.signature(function).parameters
    needed = {name: ARGUMENTS[name] for name, p in parameters.items() if p.default is p.empty}
    given = {name: ARGUMENTS.get(name, "knee") for name, p in parameters.items() if "str" in str(p.annotation)}
    return [function(**{**needed, **given}), function(**needed)]


QUERIES = _queries()


@pytest.mark.parametrize("query", [query for _, query in QUERIES], ids=[name for name, _ in QUERIES])
def test_query_runs_over_every_snapshot(query: Query, store: Store, empty_store: Store) -> None:
    both = store.dataset(sample.SITE, sample.BEFORE, sample.NOW)
    alone = store.dataset(sample.SITE, sample.NOW)
    nothing = empty_store.dataset("empty.example", sample.NOW)
    if "snapshot" in query.sql:
        both.rows(*query)
    else:
        alone.rows(*query)
        nothing.rows(*query)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_public_functions_return_queries(module: ModuleType) -> None:
    assert all(function.__annotations__["return"] in (Query, "Query") for _, function in _public(module))


@pytest.mark.parametrize("name", LISTINGS)
def test_listing_has_its_columns(name: str, store: Store, empty_store: Store) -> None:
    listing = LISTINGS[name]
    query = listing.query({})
    first = window(query, sort=[], allowed=(), start=0, end=1)
    rows = view_of(store).rows(*first)
    for row in rows:
        assert {field.key for field in listing.fields} <= set(row)
        assert {field.name for field in listing.fields if field.name} <= set(row)
    assert view_of(empty_store).rows(*counted(query)) == [{"n": 0}]


def test_declared_columns_are_the_crawlers() -> None:
    assert tables.SCHEMA_VERSION == SCHEMA_VERSION
    kinds = {
        "string": "VARCHAR",
        "int64": "BIGINT",
        "double": "DOUBLE",
        "bool": "BOOLEAN",
        "timestamp[us, tz=UTC]": "TIMESTAMP",
        str(pa.list_(pa.string())): "VARCHAR[]",
    }
    for table in tables.COLUMNS:
        written = {column.name: kinds.get(str(column.type)) for column in TABLES[table].columns}
        declared = tables.columns(table)
        assert declared == {name: written.get(name) for name in declared}, table
