"""The table `search_demand`: rows of the newest import, keys, brand, and what is wrong with its days."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from crawler.analyse import demand
from crawler.analyse.demand.brands import Brands, host_labels
from crawler.config import Clinic
from crawler.demand.imports import import_demand
from tests.crawler.analyse.small_site import Page, Site, context, database, rows

_PAIRS = (
    "query,page,clicks,impressions,ctr,position\n"
    "knee injections,https://clinic.example/knee,3,60,0.05,4.5\n"
    "knee injections,https://clinic.example/other,0,40,0,9\n"
    "rodillas dolorosas,https://clinic.example/es,1,10,0.1,2\n"
    "tall birch clinic,https://clinic.example/,9,10,0.9,1\n"
)
_QUERIES = "query,clicks,impressions,ctr,position\nknee injections,3,90,5%,4\nhip pain,<10,30,,7\n"
_SITE = Site(
    pages=[
        Page("/knee", "Knee", [("p", "The knee and what it needs")]),
        Page("/es", "Rodilla", [("p", "La rodilla")], lang="es-MX"),
        Page("/", "Home", [("p", "Welcome")]),
    ]
)


def _table(tmp_path: Path, clinic: Clinic | None = None, **files: str) -> duckdb.DuckDBPyConnection:
    paths = []
    for name, content in files.items():
        paths.append(tmp_path / f"{name}.csv")
        paths[-1].write_text(content)
    days = date(2026, 6, 1), date(2026, 6, 30)
    done = import_demand(paths, tmp_path, "clinic.example", *days, datetime(2026, 11, 22, tzinfo=UTC))
    db = database(_SITE)
    demand.run(db, replace(context(clinic), demand=done.path))
    return db


def _found(db: duckdb.DuckDBPyConnection, columns: str) -> list[tuple[Any, ...]]:
    return rows(db, f"SELECT {columns} FROM search_demand ORDER BY query, page")


def test_without_an_import_it_is_empty() -> None:
    db = database(_SITE)
    demand.run(db, context())
    assert rows(db, "SELECT count(*) FROM search_demand") == [(0,)]


def test_pairs_with_keys_in_the_language_of_the_page(tmp_path: Path) -> None:
    db = _table(tmp_path, pairs=_PAIRS)
    assert _found(db, "query, key, page[24:], clicks, impressions, ctr, position") == [
        ("knee injections", "knee inject", "knee", 3, 60, 0.05, 4.5),
        ("knee injections", "knee inject", "other", 0, 40, 0.0, 9.0),
        ("rodillas dolorosas", "rodill dolor", "es", 1, 10, 0.1, 2.0),
        ("tall birch clinic", "tall birch clinic", "", 9, 10, 0.9, 1.0),
    ]
    assert set(_found(db, "period_start, period_end, source, is_reliable, warning")) == {
        ("2026-06-01", "2026-06-30", "pairs.csv", True, None)
    }


def test_a_query_with_pages_has_no_row_without(tmp_path: Path) -> None:
    db = _table(tmp_path, pairs=_PAIRS, queries=_QUERIES)
    found = _found(db, "query, clicks, impressions")
    assert ("hip pain", None, 30) in found
    assert ("knee injections", 3, 90) not in found


def test_the_same_days_told_twice_count_once(tmp_path: Path) -> None:
    db = _table(tmp_path, one=_QUERIES, two=_QUERIES)
    assert _found(db, "query, impressions, source") == [
        ("hip pain", 30, "one.csv"),
        ("knee injections", 90, "one.csv"),
    ]


def test_brand(tmp_path: Path) -> None:
    db = _table(tmp_path, Clinic(name="Tall Birch Clinic"), pairs=_PAIRS)
    assert [row for row in _found(db, "query, is_brand") if row[1]] == [("tall birch clinic", True)]


@pytest.mark.parametrize(
    ("query", "is_brand"),
    [("tall birch opening hours", True), ("tallbirch", True), ("birch pollen", False), ("is a tall birch", True), ("spa", True),
     ("spain", False), ("tall birches", False), ("", False)],
)  # fmt: skip
def test_names(query: str, is_brand: bool) -> None:
    assert Brands([("tall", "birch"), ("spa",)]).named_by(query.split()) is is_brand


@pytest.mark.parametrize(
    ("site", "query", "is_brand"),
    [
        ("www.harbour-joint.example", "harbourjoint reviews", True),
        ("www.kneepain.example", "knee pain", False),
        ("www.kneepain.example", "kneepain", True),
        ("clinic.example", "pain clinic", False),
        ("blog.harbourjoint.example", "blog", False),
        ("127.0.0.1:8051", "127", False),
    ],
)
def test_the_host_is_a_word_of_its_own(site: str, query: str, is_brand: bool) -> None:
    assert Brands([], host_labels(site)).named_by(query.split()) is is_brand


def test_days_that_google_counted_wrongly(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_text(_QUERIES)
    days = date(2026, 1, 1), date(2026, 3, 31)
    done = import_demand([path], tmp_path, "clinic.example", *days, datetime(2026, 11, 22, tzinfo=UTC))
    db = database(_SITE)
    demand.run(db, replace(context(), demand=done.path))
    [(reliable, warning), _] = _found(db, "is_reliable, warning")
    assert not reliable
    assert "2026-04-27" in warning
