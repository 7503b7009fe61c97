"""“Keywords”: targets, pages that compete, promises of titles, what people search for, and where clicks are to be won."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from crawler.analyse.demand.imported import PageDays
from dashboard.app import create_app
from dashboard.keyword_labels import CHANCE, DEMAND, GRADE, MARK, OURS, PROMISE, TARGET, TOPIC, USE
from dashboard.listings import LISTINGS
from dashboard.pages.keywords_demand import COMMAND
from dashboard.pages.router import render
from dashboard.queries import demand, keywords
from dashboard.store import Store
from tests import sample
from tests.dashboard.conftest import MORNING, view_of
from tests.dashboard.tree import text
from tests.sample_keywords import SHORT, demand_row, demand_tables

FAQ = f"{sample.ROOT}/faq/"


def _shown(store: Store, search: str = "", path: str = "/keywords") -> str:
    return " ".join(text(render(store, path, search, scheme="light", now=MORNING).content).split())


def _built(tmp_path: Path, **tables: Any) -> Store:
    sample.build(tmp_path, {**sample.rows(sample.NOW, previous=None), **tables})
    return Store(tmp_path)


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", ["For 1 phrase that you chose a page for, another page is stronger.", "Another page is stronger 1"]),
        (
            "",
            [
                "Certain “knee pain” – 2 pages",
                "It gets 60 % of 500 impressions.",
                "Possible The same words – 2 pages",
            ],
        ),
        ("", ["Not kept 2", "free, parking"]),
        ("", [f"With care: {SHORT}", "(2026-11-01 – 2026-11-10, 1 of the rows below)"]),
        ("", ["At position 3 your other searches usually bring 10.0 clicks per 100 times shown, here 1.0"]),
        ("", ["Shown 210 times at position 11.3, where few people look"]),
        ("?key=script", ["Word of the title", "Picture texts"]),
        (f"?url={FAQ}", ["Too often"]),
        (
            "?q=specialist",
            ["Showing only “specialist”", "No group matches.", "No phrase matches.", "knee specialist"],
        ),
        ("?mark=overused&grade=likely", ["Its text is alike."]),
        ("?chance=x", ["not in this check (kind of chance)"]),
        ("?grade=x&demand=x", ["not in this check (how sure, kind of search)"]),
    ],
)
def test_page_says(search: str, expected: list[str], store: Store) -> None:
    shown = _shown(store, search)
    assert [words for words in expected if words not in shown] == []


def test_filters_leave_only_what_they_name(store: Store) -> None:
    shown = _shown(store, "?grade=likely&demand=brand&chance=low_ctr&target=own")
    assert "It gets 60 %" not in shown
    assert "prp for knee" not in shown
    assert "harbour joint clinic" in shown


@pytest.mark.parametrize(
    ("listing", "name", "words"),
    [("targets", "target", TARGET), ("searches", "demand", DEMAND), ("chances", "chance", CHANCE), ("phrases", "mark", MARK),
     ("title-promises", "promise", PROMISE)],
)  # fmt: skip
def test_every_number_is_that_of_its_list(listing: str, name: str, words: dict[str, Any], store: Store) -> None:
    view = view_of(store)
    totals = {
        **view.rows(*demand.totals())[0],
        **view.rows(*keywords.total())[0],
        **view.rows(*keywords.promise_counts())[0],
        **{row["chance"]: row["n"] for row in view.rows(*demand.chance_counts())},
    }
    for row in view.rows(*keywords.target_counts()):
        totals[row["target"]] = totals.get(row["target"], 0) + row["n"]
    counts = {value: len(view.rows(*LISTINGS[listing].query({name: value}))) for value in words}
    assert counts == {value: totals[value] for value in words}
    assert any(counts.values())


@pytest.mark.parametrize(
    ("search", "path", "expected"),
    [
        ("?key=knee pain", "/keywords", ["Searches that say “knee pain”", "knee pain 913 91.3 3.1"]),
        ("?key=script", "/keywords", ["No search that showed your site says it."]),
        ("", "/keywords", ["7 pages that Google showed", "This check did not read 3 of them.", "Its searches"]),
        ("", "/keywords", ["Counted 6", "Older 1", "With care 1"]),
        (f"?url={sample.ROOT}/conditions/knee-oa/", "/page", ["Shown 920 times (as of 28 days: 280)", "knee specialist", "Too few clicks", "The page as a whole"]),
    ],
)  # fmt: skip
def test_demand_is_told_beside_phrases_and_pages(
    search: str, path: str, expected: list[str], store: Store
) -> None:
    shown = _shown(store, search, path)
    assert [words for words in expected if words not in shown] == []


def test_phrases_with_the_searches_that_say_them(tmp_path: Path) -> None:
    keys = [
        row["key"]
        for row in view_of(_built(tmp_path)).rows("SELECT DISTINCT key FROM keywords ORDER BY key LIMIT 2")
    ]
    said = [
        demand_row(query, None, 1, 368, 4.0) for query in (keys[0], f"best {keys[0]} now {keys[0]}", f"x{keys[1]}")
    ]
    view = view_of(_built(tmp_path / "b", **demand_tables(said, [])))
    found = {row["key"]: row["in_28_days"] for row in view.rows(*keywords.phrases())}
    assert (found[keys[0]], found[keys[1]]) == (224, None)


def test_a_page_that_no_search_showed_says_nothing_of_searches(store: Store) -> None:
    assert "How does Google show it?" not in _shown(store, f"?url={sample.ROOT}/privacy/", "/page")


def test_an_address_that_only_google_knows_tells_how_often(store: Store) -> None:
    shown = _shown(store, f"?url={sample.ROOT}/gone-long-ago/", "/page")
    assert "This check does not know that address." in shown
    assert "Shown 46 times (as of 28 days: 14)" in shown


@pytest.mark.parametrize(
    "forms", [("Knee pain", "knee pain"), ("knee pain", "Knee pain"), ("KNEE PAIN", "knee pain")]
)
def test_of_forms_that_are_as_frequent_the_same_one_is_always_shown(
    forms: tuple[str, ...], tmp_path: Path
) -> None:
    rows: list[Any] = [row for row in sample.rows(sample.NOW, previous=None)["keywords"] if "knee pain" in row]
    said = [row._replace(keyphrase=form) for row, form in zip(rows, forms, strict=False)]
    store = _built(tmp_path, keywords=said)
    assert [row["keyphrase"] for row in view_of(store).rows(*keywords.phrases())] == ["knee pain"]


def test_an_export_of_pages_alone(tmp_path: Path) -> None:
    days = PageDays(FAQ, 3, 56, None, 4.0, "Pages.csv", "2026-10-01", "2026-10-28", True, None)
    store = _built(tmp_path, **demand_tables([], [days]))
    shown = _shown(store)
    assert "1 page that Google showed" in shown
    assert COMMAND not in shown
    assert "could not be drawn" not in shown
    assert "The export does not tell which searches showed it" in _shown(store, f"?url={FAQ}", "/page")
    assert "Searches that say" not in _shown(store, "?key=knee pain")


def test_without_an_export_one_sentence_says_how(tmp_path: Path, empty_store: Store) -> None:
    for store in (_built(tmp_path, **demand_tables([], [])), empty_store):
        shown = _shown(store)
        assert COMMAND in shown
        assert "Where are clicks to be won?" not in shown
        assert "could not be drawn" not in shown


def test_days_that_cannot_be_relied_on_make_no_chances(tmp_path: Path) -> None:
    shown = _shown(_built(tmp_path, **demand_tables([demand_row("a", FAQ, 1, 90, 9.0, warning=SHORT)], [])))
    assert "That cannot be told from these days" in shown
    assert SHORT in shown


def test_page_tells_its_target(store: Store) -> None:
    shown = _shown(store, f"?url={sample.ROOT}/conditions/knee-oa/", "/page")
    assert "You chose it “knee pain” – placed 25 of 100 Better placed (75) on: /faq/" in shown


@pytest.mark.parametrize(
    "name",
    ["targets", "rivals", "title-promises", "searches", "chances", "phrases", "competitor-topics", "shown-pages"],
)
def test_table_is_saved_without_formulas(name: str, store: Store) -> None:
    client = create_app(store).server.test_client()
    answer = client.get(f"/export/{name}.csv")
    assert answer.status_code == 200
    rows = list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))
    assert len(rows) > 1
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


@pytest.mark.parametrize("words", [MARK, USE, TARGET, GRADE, PROMISE, DEMAND, CHANCE, TOPIC, OURS])
def test_every_code_has_a_word_and_a_meaning(words: dict[str, Any]) -> None:
    assert all(found.word and found.help for found in words.values())
