"""Days as they are written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.demand.dates import days

_DAY = date(2026, 2, 27)


@pytest.mark.parametrize(
    "cell",
    ["2026-02-27", "20260227", "27/02/2026", "02/27/2026", "27.2.2026", "2026-02-27 00:00:00", "2026-02-27T00:00:00Z", "Feb 27, 2026",
     "February 27, 2026", "27 févr. 2026", "27 de febrero de 2026", "27. Februar 2026", "27 feb 2026", "Fri, 27 Feb 2026"],
)  # fmt: skip
def test_a_day(cell: str) -> None:
    assert days([cell]) == [_DAY]


def test_months_that_begin_alike() -> None:
    cells = ["1 juin 2026", "1 juil. 2026", "1 mar 2026", "1 mai 2026", "1 août 2026", "1 giu 2026"]
    assert [day.month for day in days(cells) or () if day] == [6, 7, 3, 5, 8, 6]


def test_day_and_month_are_told_apart_by_the_column() -> None:
    assert days(["03/04/2026", "04/04/2026", "05/04/2026"]) == [date(2026, 4, day) for day in (3, 4, 5)]
    assert days(["04/03/2026", "04/04/2026", "04/05/2026"]) == [date(2026, 4, day) for day in (3, 4, 5)]
    assert days(["03/04/2026", "13/04/2026"]) == [date(2026, 4, 3), date(2026, 4, 13)]


def test_a_line_of_totals_is_no_day() -> None:
    found = days([f"2026-06-{day:02}" for day in range(1, 31)] + ["Total"])
    assert found is not None
    assert found[-1] is None


@pytest.mark.parametrize("cells", [[], ["knee pain"], ["2026-02-30"], ["1026-02-03"], ["12"]])
def test_no_days(cells: list[str]) -> None:
    assert days(cells) is None


@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_text(cells: list[str]) -> None:
    assert days(cells) is None or cells


@given(st.lists(st.dates(date(2001, 1, 1), date(2099, 12, 31)), min_size=1, max_size=20))
def test_iso_days_come_back(wanted: list[date]) -> None:
    assert days([day.isoformat() for day in wanted]) == wanted
