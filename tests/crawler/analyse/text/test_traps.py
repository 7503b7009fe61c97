"""Words that mislead, in `traps.toml`, and beside them what must be found all the same."""

import tomllib
from pathlib import Path

import pytest

from crawler.analyse.text.analyse import analyse_page
from crawler.analyse.text.page import Block, PageText
from tests.crawler.analyse.packs import vocabularies

_FILE = Path(__file__).with_name("traps.toml")
_GROUPS = tomllib.loads(_FILE.read_text(encoding="utf-8"))["case"]
_CASES = [
    (case["text"], case["names"], tuple(group.get("packs", ["musculoskeletal"])))
    for group in _GROUPS
    for case in group["cases"]
]


@pytest.mark.parametrize(("text", "names", "packs"), _CASES, ids=[text for text, *_ in _CASES])
def test_a_text_names_this_and_nothing_else(text: str, names: list[str], packs: tuple[str, ...]) -> None:
    page = PageText("https://clinic.example/", "en", "", "", (Block(0, text),))
    found = analyse_page(page, vocabularies(*packs)).entities
    assert {fact.entity for fact in found if fact.kind in ("condition", "treatment")} == set(names)


def test_every_kind_of_clinic_has_traps_and_what_must_match() -> None:
    for pack in ("musculoskeletal", "physiotherapy", "chiropractic", "dental", "primary_care", "podiatry"):
        names = [names for _, names, packs in _CASES if packs == (pack,)]
        assert sum(not one for one in names) >= 3, pack
        assert sum(bool(one) for one in names) >= 3, pack
