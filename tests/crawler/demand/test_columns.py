"""Columns by the names of every language, misspelt names, and values alone."""

import pytest

from crawler.demand.columns import columns_by_place, compares_periods, named_columns, role_of
from tests.crawler.demand.exports import LANGUAGES

_NAMED = {code: language for code, language in LANGUAGES.items() if code != "xx"}


@pytest.mark.parametrize("code", _NAMED)
def test_each_language(code: str) -> None:
    language = _NAMED[code]
    firsts = {"query": language.queries, "page": language.pages, "date": language.days, "country": language.countries,
              "device": language.devices}  # fmt: skip
    for role, (_, name) in firsts.items():
        wanted = {role: 0, "clicks": 1, "impressions": 2, "ctr": 3, "position": 4}
        assert named_columns([name, *language.metrics]) == wanted, (code, name)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("query", "query"), ("Query", "query"), ("Landing Page", "page"), ("url", "page"), ("data_date", "date"),
        ("Url Clicks", "clicks"), ("URL Impressions", "impressions"), ("Site CTR", "ctr"), ("Average Position", "position"),
        ("Click Through Rate", "ctr"), ("Taux de clics", "ctr"), ("Tasa de clics", "ctr"), ("Posizione media", "position"),
        ("Durchschnittliche Position", "position"), ("Impresions", "impressions"), ("Clciks", "clicks"), ("Positon", "position"), ("Placering", "position"),
        ("site_url", "other"), ("Property", "other"), ("Search Appearance", "appearance"), ("Apparence", "appearance"),
        ("Najpopularniejsze zapytania", "query"), ("Wyświetlenia", "impressions"), ("Kliknięcia", "clicks"),
        ("上位のクエリ", "query"), ("クリック数", "clicks"), ("表示回数", "impressions"), ("掲載順位", "position"),
        ("Поисковый запрос", "query"), ("Показы", "impressions"), ("Filter", None), ("Value", None), ("", None), ("Änderung", None),
    ],
)  # fmt: skip
def test_names(name: str, role: str | None) -> None:
    assert role_of(name) == role


def test_of_two_periods_the_first() -> None:
    header = ["Top queries", "Last 28 days Clicks", "Previous 28 days Clicks", "Last 28 days Impressions",
              "Previous 28 days Impressions", "Last 28 days CTR", "Previous 28 days CTR", "Last 28 days Position"]  # fmt: skip
    assert named_columns(header) == {"query": 0, "clicks": 1, "impressions": 3, "ctr": 5, "position": 7}
    assert compares_periods(header)
    assert not compares_periods(["Page", "Clicks", "Impressions"])


@pytest.mark.parametrize(
    "rows",
    [
        [["a", "5", "3", "1%", "2"]],
        [["a", "x", "3", "1%", "2"]],
        [["a", "1", "3", "1%"]],
        [["a", "1", "3", "", "2"]],
        [],
    ],
)
def test_values_that_are_no_export(rows: list[list[str]]) -> None:
    assert columns_by_place(rows) is None
