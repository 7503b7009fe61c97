"""What sentences in Spanish, French and German name; all packs at once, as on a site whose kind is not known yet."""

import tomllib
from pathlib import Path

import pytest

from crawler.analyse.text.analyse import analyse_page
from crawler.analyse.text.page import Block, PageText
from tests.crawler.analyse.packs import vocabularies

FOLDER = Path(__file__).parent / "sentences"
CASES = [
    pytest.param(path.stem, text, expected, id=f"{path.stem}: {text}")
    for path in sorted(FOLDER.glob("*.toml"))
    for group in tomllib.loads(path.read_text(encoding="utf-8")).values()
    for text, expected in group
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_a_sentence_names(language: str, text: str, expected: str) -> None:
    page = PageText("https://clinic.example/", language, "", "", (Block(0, text),))
    found = analyse_page(page, vocabularies()).entities
    assert {fact.entity for fact in found if fact.kind in ("condition", "treatment")} == set(expected.split())
