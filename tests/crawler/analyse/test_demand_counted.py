"""Which days of overlapping exports count, what they come to in 28 days, and what the tables of a query and a page say."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from crawler.analyse import demand
from crawler.analyse.demand.step import conclude
from crawler.config import Clinic
from crawler.demand.periods import Period
from crawler.demand.read import read_files
from crawler.demand.store import keep
from tests.crawler.analyse.small_site import HOST, Page, Site, context, database, rows

MAY = ("2026-05-01", "2026-05-28")
JUNE = ("2026-06-01", "2026-06-28")
QUARTER = ("2026-05-01", "2026-07-23")
"""84 days, three times 28, that hold the whole of the others."""

WRONG = ("2026-03-01", "2026-04-27")
"""Days that Google counted wrongly."""

SITE = Site([Page("/knee", "Knee"), Page("/hip", "Hip")])
Export = tuple[tuple[str, str] | None, str]


def built(tmp_path: Path, *exports: Export, clinic: Clinic | None = None) -> duckdb.DuckDBPyConnection:
    """The tables of one import of several exports, each with its days."""
    parts = []
    for number, (days, content) in enumerate(exports):
        path = tmp_path / f"{number}.csv"
        path.write_text(content)
        period = Period(*(date.fromisoformat(day) for day in days)) if days else Period(None, None)
        parts += [(part, period) for part in read_files([path], "clinic.example").parts]
    file = keep(tmp_path, "clinic.example", parts, datetime(2026, 11, 22, tzinfo=UTC))
    db = database(SITE)
    demand.run(db, replace(context(clinic), demand=file))
    return db


def queries(impressions: int, query: str = "knee pain", clicks: int = 1) -> str:
    return f"query,clicks,impressions,ctr,position\n{query},{clicks},{impressions},,4\n"


def pairs(*found: tuple[str, int]) -> str:
    lines = [f"knee pain,{HOST}{page},1,{impressions},,4" for page, impressions in found]
    return "\n".join(["query,page,clicks,impressions,ctr,position", *lines, ""])


@pytest.mark.parametrize(
    ("exports", "counted", "impressions", "pages"),
    [
        ([(MAY, queries(100)), (JUNE, queries(60))], [60], 60, 0),
        ([(JUNE, queries(60)), (QUARTER, queries(300))], [300], 100, 0),
        ([(MAY, queries(100)), (WRONG, queries(900))], [100], 100, 0),
        ([(WRONG, queries(900))], [], None, None),
        ([(None, queries(900))], [], None, None),
        ([(MAY, queries(100)), (JUNE, queries(0))], [100], 100, 0),
        ([(MAY, pairs(("/knee", 90), ("/hip", 30)))], [30, 90], 90, 2),
        ([(MAY, pairs(("/knee", 90), ("/hip", 30))), (JUNE, pairs(("/knee", 50)))], [50], 50, 1),
        ([(MAY, pairs(("/knee", 90), ("/hip", 30))), (MAY, queries(100))], [30, 90], 90, 2),
        ([(MAY, pairs(("/knee", 90))), (JUNE, queries(100))], [90], 90, 1),
        ([(WRONG, pairs(("/knee", 900))), (JUNE, queries(100))], [100], 100, 0),
        ([(MAY, pairs(("/knee", 90))), (WRONG, queries(900))], [90], 90, 1),
    ],
    ids=[
        "the newer",
        "as of 28 days",
        "wrong days never count",
        "wrong days alone",
        "unknown days",
        "days without a figure",
        "two pages, one search",
        "all pages in the same days",
        "pairs before the query as a whole",
        "pairs, though older",
        "right days before pairs",
        "right pairs before all",
    ],
)
def test_days_that_count(
    tmp_path: Path, exports: list[Export], counted: list[int], impressions: float | None, pages: int | None
) -> None:
    db = built(tmp_path, *exports)
    found = rows(db, "SELECT impressions FROM search_demand WHERE is_counted ORDER BY impressions")
    assert [row[0] for row in found] == counted
    expected = [] if impressions is None else [(pytest.approx(impressions), pages)]
    assert rows(db, "SELECT impressions_28d, pages FROM searches") == expected


def test_what_does_not_count_says_nothing_more(tmp_path: Path) -> None:
    db = built(tmp_path, (MAY, queries(100)), (JUNE, queries(60)), (WRONG, queries(900)))
    found = rows(
        db,
        "SELECT DISTINCT impressions_28d, usual_ctr, usual_by, is_low_ctr, is_striking FROM search_demand WHERE NOT is_counted",
    )
    assert found == [(None, None, None, False, False)]  # fmt: skip


def test_clicks_of_all_pages_and_the_page_most_shown(tmp_path: Path) -> None:
    db = built(tmp_path, (QUARTER, pairs(("/knee", 300), ("/hip", 30))))
    [found] = rows(db, "SELECT page, clicks_28d, entities, key, period_end FROM searches")
    assert found == (HOST + "/knee", pytest.approx(2 / 3), ["condition:knee_pain"], "knee pain", QUARTER[1])


@pytest.mark.parametrize(("query", "is_brand"), [("marlow knee pain", True), ("knee pain", False)])
def test_the_name_of_the_clinic_stays_apart(tmp_path: Path, query: str, is_brand: bool) -> None:
    db = built(tmp_path, (MAY, queries(500, query, 1)), clinic=Clinic(name="Marlow"))
    assert rows(db, "SELECT is_brand FROM searches") == [(is_brand,)]
    [(usual, low)] = rows(db, "SELECT usual_ctr, is_low_ctr FROM search_demand")
    assert (usual is None, low) == (is_brand, not is_brand)


def _searched(*given: Mapping[str, Any]) -> duckdb.DuckDBPyConnection:
    usual = {
        "is_reliable": True,
        "is_brand": False,
        "key": "",
        "source": "a",
        "period_start": MAY[0],
        "period_end": MAY[1],
    }
    db = database(replace(SITE, demand=[{**usual, **row} for row in given]))
    conclude(db, context(), [], ["en"])
    return db  # fmt: skip


@pytest.mark.parametrize(
    ("impressions", "usual", "low"), [(1000, 0.1, False), (999, 0.110, True)], ids=["own", "of a study"]
)
def test_what_is_usual_is_the_sites_own_where_it_was_shown_often(
    impressions: int, usual: float, low: bool
) -> None:
    often = {"query": "a", "clicks": (impressions + 9) // 10, "impressions": impressions, "position": 3.0}
    few = {"query": "b", "clicks": 6, "impressions": 100, "position": 2.6}
    [found] = rows(
        _searched(often, few), "SELECT usual_ctr, usual_by, is_low_ctr FROM search_demand WHERE query = 'b'"
    )
    assert found == (pytest.approx(usual), "site" if usual == 0.1 else "study", low)  # fmt: skip


def _of(
    query: str, clicks: int | None, impressions: int, position: float | None, **more: Any
) -> Mapping[str, Any]:
    return {"query": query, "clicks": clicks, "impressions": impressions, "position": position, **more}


@pytest.mark.parametrize(
    ("searches", "expected"),
    [
        ([_of("a", 2, 30, 8.0)], ["striking a"]),
        ([_of("a", 2, 29, 8.0)], []),
        ([_of("a", 2, 30, 7.9)], []),
        ([_of("a", 2, 30, 20.0)], ["striking a"]),
        ([_of("a", 2, 30, 20.1)], []),
        ([_of("a", 2, 30, None)], []),
        ([_of("a", None, 300, 9.0)], ["striking a"]),
        ([_of("a", 0, 300, 9.0)], ["low a", "striking a"]),
        ([_of("a", 2, 30, 9.0, is_brand=True)], []),
        ([_of("a", 2, 30, 9.0, is_reliable=False)], []),
        ([_of("a", 100, 900, 2.0), _of("b", 1, 100, 2.4)], ["low b"]),
        ([_of("a", 100, 950, 2.0), _of("b", 1, 99, 2.4)], []),
        ([_of("a", 100, 1000, 2.0), _of("b", 6, 100, 2.0)], []),
        ([_of("a", 2, 5000, 2.0)], ["low a"]),
        ([_of("a", 100, 850, 2.0, is_brand=True), _of("b", 9, 100, 2.4)], ["low b"]),
        ([_of("a", 1, 100, 10.4)], ["striking a"]),
        ([_of("a", 0, 90, 9.0, period_start="2026-02-01", period_end="2026-04-27"), _of("a", 9, 90, 3.0)], []),
    ],
)  # fmt: skip
def test_chances_by_their_limits(searches: list[Mapping[str, Any]], expected: list[str]) -> None:
    db = _searched(*searches)
    found = rows(db, "SELECT query, is_low_ctr, is_striking FROM search_demand ORDER BY query")
    assert [f"low {query}" for query, low, _ in found if low] + [
        f"striking {query}" for query, _, near in found if near
    ] == expected


PAGES = "page,clicks,impressions,ctr,position\n{}/knee,{},{},,7\n"


@pytest.mark.parametrize(
    ("exports", "expected"),
    [
        ([(MAY, PAGES.format(HOST, 5, 200))], ("pages", 200, 200, True, 0)),
        ([(QUARTER, PAGES.format(HOST, 5, 300))], ("pages", 300, 100, True, 0)),
        ([(MAY, PAGES.format(HOST, 5, 200)), (MAY, pairs(("/knee", 90)))], ("pages", 200, 200, True, 1)),
        ([(MAY, pairs(("/knee", 90)))], ("queries", 90, 90, True, 1)),
        ([(WRONG, PAGES.format(HOST, 5, 900)), (MAY, pairs(("/knee", 90)))], ("queries", 90, 90, True, 1)),
        ([(WRONG, PAGES.format(HOST, 5, 900))], ("pages", 900, None, False, 0)),
        ([(MAY, PAGES.format(HOST, 5, 200)), (WRONG, PAGES.format(HOST, 5, 900))], ("pages", 200, 200, True, 0)),
    ],
    ids=["its own table", "as of 28 days", "both", "sum of its searches", "right days first", "wrong days alone", "two tables"],
)  # fmt: skip
def test_a_page_has_one_row(tmp_path: Path, exports: list[Export], expected: tuple[Any, ...]) -> None:
    db = built(tmp_path, *exports)
    names = "url, told_by, impressions, impressions_28d, is_reliable, queries"
    assert rows(db, f"SELECT {names} FROM page_demand") == [(HOST + "/knee", *expected)]


def test_wrong_days_of_a_page_say_so(tmp_path: Path) -> None:
    db = built(tmp_path, (WRONG, PAGES.format(HOST, 5, 900)))
    [(warning, ctr)] = rows(db, "SELECT warning, ctr FROM page_demand")
    assert "2026-04-27" in warning
    assert ctr == pytest.approx(5 / 900)


def test_an_import_of_pages_alone_tells_no_searches(tmp_path: Path) -> None:
    db = built(tmp_path, (MAY, PAGES.format(HOST, 5, 200)))
    assert rows(db, "SELECT count(*) FROM search_demand") == rows(db, "SELECT count(*) FROM searches") == [(0,)]
