"""“Keywords”: what competitors write about and we do not; their sites stand apart from our own."""

from pathlib import Path
from typing import Any

import pytest

from crawler.tables.competitors import CompetitorRow
from crawler.tables.crawl import CrawlRow
from dashboard.app import create_app
from dashboard.pages.keywords_competitors import COMMAND, SETTING, TITLE
from dashboard.pages.router import render
from dashboard.queries import competitors
from dashboard.store import Store
from tests import sample
from tests.dashboard.conftest import MORNING, view_of
from tests.dashboard.tree import links, text, walk
from tests.sample_keywords import ONE, TWO, topic_row


def _content(store: Store, search: str = "", path: str = "/keywords") -> Any:
    return render(store, path, search, scheme="light", now=MORNING)


def _shown(store: Store, search: str = "", path: str = "/keywords") -> str:
    return " ".join(text(_content(store, search, path).content).split())


def _built(tmp_path: Path, **tables: Any) -> Store:
    sample.build(tmp_path, {**sample.rows(sample.NOW, previous=None), **tables})
    return Store(tmp_path)


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", ["2 competitors compared.", "Not on your site Cupping – 2 competitors, shown 240 times in searches"]),
        ("", ["Only mentioned Whiplash", "Your best page: /conditions/knee-oa/"]),
        ("", ["Of 1 topic it is not known whether you have a page: The page https://"]),
        ("", ["Competitors: 3, 1 not used", "500 pages, read 21 Nov 2026, 01:30 UTC, not all of the site"]),
        ("", [f"Cupping | {ONE}", f"Cupping | {TWO}"]),
        ("?lacking=treatment", ["Cupping"]),
        ("?lacking=x&rival=y", ["not in this check (kind of topic, competitor)"]),
        ("?q=nowhere", ["No topic matches."]),
    ],
)
def test_section_says(search: str, expected: list[str], store: Store) -> None:
    shown = _shown(store, search)
    assert [words for words in expected if words not in shown] == []


@pytest.mark.parametrize(
    ("arguments", "labels"),
    [
        ({}, {"Cupping", "Whiplash", "desk ergonomics", sample.FORMULA, sample.SCRIPT}),
        ({"topic": "condition"}, {"Whiplash"}),
        ({"rival": "three.example"}, {sample.FORMULA}),
        ({"q": "CUP", "rival": ONE}, {"Cupping"}),
    ],
)
def test_topics(arguments: dict[str, str], labels: set[str], store: Store) -> None:
    rows = view_of(store).rows(*competitors.topics(**arguments))
    assert {row["label"] for row in rows} == labels


def test_every_count_is_that_of_its_list(store: Store) -> None:
    view = view_of(store)
    kinds = {row["kind"]: row["n"] for row in view.rows(*competitors.kind_counts())}
    sites = {row["site"]: row["n"] for row in view.rows(*competitors.site_counts())}
    assert kinds == {kind: len(view.rows(*competitors.topics(topic=kind))) for kind in kinds}
    assert sites == {site: len(view.rows(*competitors.topics(rival=site))) for site in sites}
    assert view.rows(*competitors.totals())[0]["missing"] == len(view.rows(*competitors.topics()))


def test_links_to_competitors_are_guarded(store: Store) -> None:
    content = _content(store).content
    found = [part for part in walk(content) if str(getattr(part, "href", "")).startswith(f"https://{ONE}")]
    assert found
    assert {(part.rel, part.target) for part in found} == {("noopener noreferrer", "_blank")}
    assert not [href for href in links(content) if href.startswith("javascript")]


def test_without_competitors_it_says_how(tmp_path: Path, empty_store: Store) -> None:
    for store in (_built(tmp_path, competitors=[], competitor_topics=[]), empty_store):
        shown = _shown(store)
        assert SETTING in shown
        assert COMMAND in shown


@pytest.mark.parametrize(
    ("used", "topics", "expected"),
    [
        ([True], [], "One competitor could be read. It takes two"),
        ([False], [], "No competitor could be read. It takes two"),
        ([True, True], [], "The 2 competitors that were read share no topic"),
        ([True, True], [topic_row("phrase", "gait", "owned")], "You have a page for the one topic that"),
    ],
)
def test_states_without_a_list(used: list[bool], topics: list[Any], expected: str, tmp_path: Path) -> None:
    known = [CompetitorRow(f"{at}.example", None, None, None, None, None, one, "") for at, one in enumerate(used)]
    assert expected in _shown(_built(tmp_path, competitors=known, competitor_topics=topics))


def test_every_reason_has_its_own_count(tmp_path: Path) -> None:
    why = ["Page A could not be read."] * 3 + ["It is of another vocabulary."]
    topics = [topic_row("phrase", f"topic {at}", "unknown", why_unknown=one) for at, one in enumerate(why)]
    shown = _shown(_built(tmp_path, competitor_topics=topics))
    assert "Of 4 topics it is not known whether you have a page:" in shown
    assert "3: Page A could not be read. 1: It is of another vocabulary." in shown


@pytest.fixture
def mixed(tmp_path: Path) -> Store:
    """A competitor whose name comes first, and an own site."""
    for site, role in (("a.example", "competitor"), ("b.example", "own")):
        rows = sample.rows(sample.NOW, previous=None)
        crawl = CrawlRow(*rows["crawl"][0])._replace(role=role, site=site)
        sample.build(tmp_path, {**rows, "crawl": [crawl]}, site=site, role=role)
    return Store(tmp_path)


def test_own_sites_come_first(mixed: Store) -> None:
    assert mixed.sites() == ["b.example", "a.example"]
    assert view_of(mixed).site == "b.example"
    assert "a.example (competitor)" in text(_content(mixed).header)
    assert "b.example (competitor)" not in text(_content(mixed).header)


def test_a_competitors_site_is_marked(mixed: Store) -> None:
    shown = _shown(mixed, "?site=a.example")
    assert "This is a competitor's site" in shown
    assert TITLE not in shown
    assert "This is a competitor's site" not in _shown(mixed)


def test_lines_go_back_to_checks_of_the_same_role(mixed: Store, tmp_path: Path) -> None:
    rows = sample.rows(sample.BEFORE, previous=None)
    sample.build(tmp_path, rows, site="b.example", crawl_id=sample.BEFORE, role="competitor")
    assert "This is the first check." in _shown(mixed, path="/calls")


def test_the_app_draws_and_saves_it(store: Store) -> None:
    client = create_app(store).server.test_client()
    answer = client.get(f"/export/competitor-topics.csv?rival={ONE}")
    assert answer.status_code == 200
    said = answer.get_data(as_text=True)
    assert "Cupping" in said
    assert "three.example" not in said
