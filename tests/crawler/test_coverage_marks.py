"""Eighty pages whose topics were marked by hand; `python -m tests.benchmarks.coverage_states` lists what differs."""

from pathlib import Path

import pytest

from tests.benchmarks.coverage_states import SITE, compare, keyword_states, marked_pages, marks, site_states
from tests.crawler.conftest import Night

_BAR = 0.90
_ABOUT = ("thin", "covered", "strong")


def test_the_marked_pages_agree(night: Night) -> None:
    rows = night.rows(
        "SELECT url, entity, score FROM entities WHERE kind IN ('condition', 'treatment')", night.first
    )
    verdicts = compare(
        marks(), {**keyword_states(), **site_states((url, topic, score) for url, topic, score in rows)}
    )
    agreed = sum(verdict.marked == verdict.found for verdict in verdicts)
    assert agreed >= _BAR * len(verdicts)
    assert [verdict for verdict in verdicts if verdict.marked in _ABOUT and verdict.found == "none"] == []


def test_there_are_eighty_pages_and_they_exist() -> None:
    pages = marked_pages()
    folder = Path(__file__).parents[1] / "benchmarks" / "keywords"
    assert len(pages) == 80
    assert all((folder / f"{page}.txt").is_file() or (SITE / page / "index.html").is_file() for page in pages)


@pytest.mark.parametrize("state", ["mentioned", *_ABOUT])
def test_every_state_is_marked(state: str) -> None:
    assert state in marks().values()
