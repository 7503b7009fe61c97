"""“Trust & privacy”: numbers that agree with their lists, filters in the address, and what an empty list says."""

from pathlib import Path
from typing import Any

import pytest

from crawler.checks.trust import CHECKS
from crawler.tables.facts import PageRow
from crawler.tables.tools import TrackerRow
from crawler.tables.trust import DateRow, PersonRow, ReferenceRow
from dashboard.pages.router import render
from dashboard.queries import trust as queries
from dashboard.store import Store
from dashboard.trust_labels import CLAIM, FORM, NEED, REFERENCE, TELLING, TRACKER, WATCHING
from tests import sample
from tests.dashboard.conftest import MORNING, view_of
from tests.dashboard.tree import links, text

KNEE = f"{sample.ROOT}/conditions/knee-oa/"


def _shown(store: Store, search: str = "") -> str:
    return " ".join(text(render(store, "/trust", search, scheme="light", now=MORNING).content).split())


def _built(tmp_path: Path, **tables: Any) -> Store:
    sample.build(tmp_path, {**sample.rows(sample.NOW, previous=None), **tables})
    return Store(tmp_path)


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", ["Author with credentials 78 % – 14 of 18 pages about health", "1 more – better"]),
        ("", ["With references 67 % – 12 of 18 pages about health"]),
        ("", ["With promises to review 9 of 24 pages", "1 more – worse"]),
        ("", ["Delicate pages watched 8 of 13 delicate pages"]),
        ("", ["Absolute promise 9", "Hotjar", "Google Tag Manager", "GTM-ABC123"]),
        ("?need=watched", ["Contact and appointments", "Frozen shoulder"]),
        ("?vendor=Google+Maps", ["Showing only Google Maps", "Contact and appointments"]),
        ("?claim=tissue_effect", ["The injection rebuilds cartilage."]),
        ("?problem=no_entry", ["The text cites number 7", "No entry"]),
        ("?tracker=replay", ["Session recorder"]),
        ("?claim=x", ["not in this check (kind of promise)"]),
    ],
)
def test_page_says(search: str, expected: list[str], store: Store) -> None:
    shown = _shown(store, search)
    assert [words for words in expected if words not in shown] == []


def test_filter_leaves_only_what_it_names(store: Store) -> None:
    shown = _shown(store, "?vendor=Google+Maps&tracker=map")
    assert "123456789012345" not in shown
    assert "Frozen shoulder" not in shown.partition("Showing only")[2].partition("Promises to review")[0]


@pytest.mark.parametrize("need", NEED)
def test_every_number_is_that_of_its_list(need: str, store: Store) -> None:
    view = view_of(store)
    total = view.rows(*queries.totals())[0]
    assert len(view.rows(*queries.pages(need))) == total[f"no_{need}"]


def test_shares_and_their_remainders_make_a_whole(store: Store) -> None:
    total = view_of(store).rows(*queries.totals())[0]
    for had, lacks in (("named", "author"), ("recent", "date"), ("sourced", "references")):
        assert total[had] + total[f"no_{lacks}"] == total["clinical"]


def _page(**changes: Any) -> list[tuple[Any, ...]]:
    """The pages of the sample with one page changed."""
    rows = sample.rows(sample.NOW, previous=None)["pages"]
    length = len(PageRow._fields)
    return [
        (*PageRow(*row[:length])._replace(**changes), *row[length:]) if row[0] == KNEE else row for row in rows
    ]


def _of_knee(store: Store) -> dict[str, Any]:
    return next(row for row in view_of(store).rows(*queries.pages()) if row["url"] == KNEE)


@pytest.mark.parametrize(
    ("date", "recent"),
    [("2026-10-01", True), ("2024-11", True), ("2024-10-30", False), ("no date", False)],
)
def test_page_is_recent_for_24_months(date: str, recent: bool, tmp_path: Path) -> None:
    dates = [DateRow(KNEE, 1, "reviewed", date, date, "text")]
    row = _of_knee(_built(tmp_path, pages=_page(published=None, modified=None), dates=dates))
    assert row["recent"] is recent


def test_age_is_that_of_the_check() -> None:
    check = next(check for check in CHECKS if check.id == "trust.date_old")
    assert check.thresholds["max_months"].default == queries.MONTHS


@pytest.mark.parametrize(
    ("role", "credentials", "named"),
    [("author", "MD", "Ana"), ("reviewer", "DPT", "Ana"), ("author", None, None), ("contributor", "MD", None)],
)
def test_author_needs_credentials(role: str, credentials: str | None, named: str | None, tmp_path: Path) -> None:
    person = PersonRow(KNEE, 1, role, "Ana", "Ana", credentials, None, "text")
    assert _of_knee(_built(tmp_path, people=[person]))["names"] == named


def test_front_of_a_section_is_no_clinical_page(tmp_path: Path) -> None:
    front = f"{sample.ROOT}/conditions/"
    row = next(row for row in sample.rows(sample.NOW, previous=None)["pages"] if row[0] == KNEE)
    pages = [*sample.rows(sample.NOW, previous=None)["pages"], (front, *row[1:])]
    found = {row["url"]: row for row in view_of(_built(tmp_path, pages=pages)).rows(*queries.pages())}
    assert found[front]["clinical"] is False
    assert found[KNEE]["clinical"] is True


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({}, "fine"),
        ({"text": None}, "no_entry"),
        ({"markers": 0}, "uncited"),
        ({"markers": 0, "number": None}, "fine"),
        ({"doi": None}, "no_link"),
        ({"doi": None, "pmid": "1"}, "fine"),
        ({"is_preprint": True}, "preprint"),
        ({"year": 2015}, "old"),
        ({"year": 2016}, "fine"),
    ],
)
def test_reference_is_told_by_its_gravest_problem(changes: dict[str, Any], problem: str, tmp_path: Path) -> None:
    row = ReferenceRow(
        KNEE, 1, 1, 1, "A study.", None, None, None, 2024, None, None, "10.1/x", None, None, None, False, 1
    )
    view = view_of(_built(tmp_path, references=[row._replace(**changes), row._replace(position=2)]))
    assert {found["position"]: found["problem"] for found in view.rows(*queries.references())}[1] == problem
    assert problem in REFERENCE


def test_bibliography_that_nothing_refers_to_is_fine(tmp_path: Path) -> None:
    row = ReferenceRow(
        KNEE, 1, 1, 0, "A study.", None, None, None, 2024, None, None, "10.1/x", None, None, None, False, 1
    )
    view = view_of(_built(tmp_path, references=[row, row._replace(position=2, number=2)]))
    assert [found["problem"] for found in view.rows(*queries.references())] == ["fine", "fine"]


def test_vendor_counts_its_pages_and_the_delicate_ones(tmp_path: Path) -> None:
    urls = [KNEE, KNEE, f"{sample.ROOT}/faq/"]
    rows = [TrackerRow(url, at, "Meta Pixel", "ads", "1", "script", "x") for at, url in enumerate(urls, 1)]
    found = view_of(_built(tmp_path, trackers=rows)).rows(*queries.trackers())
    assert [(row["pages"], row["delicate"]) for row in found] == [(2, 1)]


def test_nothing_found_is_good_news(tmp_path: Path, empty_store: Store) -> None:
    nothing = dict.fromkeys(("claims", "trackers", "references", "people"), ())
    for store in (_built(tmp_path, **nothing), empty_store):
        shown = _shown(store)
        assert "No promises were found. That is good news." in shown
        assert "No service of others was found. That is good news for your visitors." in shown
        assert "No page names a source." in shown
        assert "Nobody is named as author or reviewer on any page." in shown
        assert "could not be drawn" not in shown


def test_bars_and_numbers_lead_to_their_lists(store: Store) -> None:
    found = links(render(store, "/trust", "", scheme="light", now=MORNING).content)
    for address in ("/trust?need=author#pages", "/trust?vendor=Meta+Pixel#pages", "/trust?claim=absolute#claims"):
        assert address in found


@pytest.mark.parametrize("words", [CLAIM, TRACKER, NEED, REFERENCE])
def test_every_code_has_a_word_and_a_meaning(words: dict[str, Any]) -> None:
    assert all(found.word and found.help for found in words.values())


def test_codes_are_known() -> None:
    assert set(WATCHING) <= set(TRACKER)
    assert set(TELLING) <= set(FORM)
