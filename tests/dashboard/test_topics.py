"""“Keywords”: topics of the site, one of them, what moved, and the words that set the site apart."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from dashboard.app import create_app
from dashboard.labels import COVERAGE
from dashboard.listings import LISTINGS
from dashboard.pages.router import render
from dashboard.queries import topics
from dashboard.store import Store
from dashboard.topic_labels import GROUP, MOVED, STRENGTH
from tests import sample
from tests.dashboard.conftest import MORNING, view_of
from tests.dashboard.tree import text


def _shown(store: Store, search: str = "") -> str:
    return " ".join(text(render(store, "/keywords", search, scheme="light", now=MORNING).content).split())


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", ["What topics does the site speak of?", "Knee osteoarthritis 2 1 Covered"]),
        ("", ["1 topic stayed as before.", "Hip socket Gone 2", "Night pain Cannot be told 4"]),
        ("", ["prolotherapy", "7,082"]),
        ("?topic=condition:knee_oa", ["Topic: Knee osteoarthritis", "Covered: 2 pages (20 %) name it, in title or H1 of 1",
                                      "More pages name it than at the check before.", "About it", "Only mentions it"]),
        ("?topic=phrase:en:hip+socket", ["It is no topic any more", "2 pages named it at the check before."]),
        ("?topic=phrase:en:night+pain", ["could not be read this time", "No page that was read names it."]),
        ("?topic=condition:knee_oa", ["Shares of pages that name it, and that are about it over 2 checks."]),
        ("?topic=x", ["not in this check (topic)"]),
        ("?group=x&cover=x&moved=x", ["not in this check (kind of topic, how well, what moved)"]),
        ("?q=no+such+words", ["No topic matches."]),
        ("?cover=none", ["No topic matches."]),
    ],
)  # fmt: skip
def test_page_says(search: str, expected: list[str], store: Store) -> None:
    shown = _shown(store, search)
    assert [words for words in expected if words not in shown] == []


def test_filters_leave_only_what_they_name(store: Store) -> None:
    view = view_of(store)
    assert [row["label"] for row in view.rows(*topics.topics("treatment"))] == ["PRP"]
    assert [row["label"] for row in view.rows(*topics.topics(cover="mentioned"))] == ["Hip pain"]
    assert [row["label"] for row in view.rows(*topics.topics(q="knee osteo"))] == ["Knee osteoarthritis"]
    assert [row["label"] for row in view.rows(*topics.changes("gone"))] == ["Hip socket"]


def test_what_is_gone_is_no_topic_but_a_change(store: Store) -> None:
    view = view_of(store)
    assert "Hip socket" not in {row["label"] for row in view.rows(*topics.topics())}
    assert [row["moved"] for row in view.rows(*topics.changes())] == list(topics.CHANGED)


@pytest.mark.parametrize(("name", "words"), [("group", GROUP), ("cover", COVERAGE), ("moved", MOVED)])
def test_every_number_is_that_of_its_list(name: str, words: dict[str, Any], store: Store) -> None:
    view = view_of(store)
    query, listing = (topics.change_counts(), "topic-changes") if name == "moved" else (topics.counts(), "topics")
    totals = dict.fromkeys(words, 0)
    for row in view.rows(*query):
        totals[row[name]] += row["n"]
    told = set(words) - ({"same", "first"} if name == "moved" else set())
    counts = {value: len(view.rows(*LISTINGS[listing].query({name: value}))) for value in told}
    assert counts == {value: totals[value] for value in told}
    assert any(counts.values())


def test_trend_is_silent_where_pages_were_not_seen(tmp_path: Path) -> None:
    before = sample.rows(sample.BEFORE, previous=None)
    partial = [tuple("limited" if value == "complete" else value for value in row) for row in before["crawl"]]
    sample.build(tmp_path, {**before, "crawl": partial}, crawl_id=sample.BEFORE)
    sample.build(tmp_path, sample.rows(sample.NOW, previous=sample.BEFORE))
    rows = Store(tmp_path).dataset(sample.SITE, sample.BEFORE, sample.NOW).rows(*topics.trend("condition:knee_oa"))
    assert [(row["named"], row["about"]) for row in rows] == [(None, None), (20.0, 10.0)]


def test_a_first_check_and_an_empty_one_say_so(tmp_path: Path, empty_store: Store) -> None:
    sample.build(tmp_path, sample.rows(sample.NOW, previous=None))
    assert "This is the first check with topics." in _shown(Store(tmp_path))
    shown = _shown(empty_store, "?topic=condition:knee_oa")
    for said in (
        "No topic was found",
        "No word stands out",
        "No topic was found, at this check or the one before.",
    ):
        assert said in shown
    assert "could not be drawn" not in shown


@pytest.mark.parametrize(
    "address",
    [
        "topics",
        "topic-changes",
        "topic-pages?topic=phrase:en:script",
        "topic-phrases?topic=phrase:en:script",
        "keyness",
    ],
)
def test_table_is_saved_without_formulas(address: str, store: Store) -> None:
    name, _, query = address.partition("?")
    answer = create_app(store).server.test_client().get(f"/export/{name}.csv?{query}")
    assert answer.status_code == 200
    rows = list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))
    assert len(rows) > 1
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


@pytest.mark.parametrize("words", [GROUP, MOVED, STRENGTH])
def test_every_code_has_a_word_and_a_meaning(words: dict[str, Any]) -> None:
    assert all(found.word and found.help for found in words.values())
