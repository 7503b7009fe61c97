"""Where keyphrases stand: word of the title, alt, headings, density, over-use; and the sketches that texts are compared by."""

import pytest

from crawler.analyse.text.likeness import SKETCH, likeness, sketch
from crawler.analyse.text.page import Block, PageText, read_page
from crawler.config import Clinic
from tests.crawler.analyse.small_site import Page, Site, analysed, rows

_OTHERS = [Page(f"/{word}", f"Marlow Joint | {word}", [("p", word)]) for word in ("Parking", "Garden")]


def _placed(page: Page, columns: str, clinic: Clinic | None = None) -> list[tuple[object, ...]]:
    query = f"SELECT {columns} FROM keywords WHERE url = ? AND key = 'chair danc'"
    return rows(analysed(Site([page, *_OTHERS]), clinic), query, page.url)


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("Chair dancing | Marlow Joint", 1),
        ("Marlow Joint | Chair dancing", 3),
        ("Gentle steady chair dancing", 3),
        ("Chairs for dancing", None),
    ],
)
def test_the_word_of_the_title_that_it_begins_at(title: str, position: int | None) -> None:
    page = Page("/a", title, [("p", "Chair dancing helps. Chair dancing is fun.")])
    assert _placed(page, "title_position, in_title") == [(position, position is not None)]


def test_alt_and_headings() -> None:
    headings = [("h2", "Chair dancing at home"), ("h3", "More chair dancing"), ("h3", "Music"), ("h3", "Shoes")]
    page = Page("/a", "Note", [*headings, ("p", "Chair dancing.")], alts=["Two ladies chair dancing", "A hall"])
    assert _placed(page, "in_h2, headings, heading_share, in_alt") == [(True, 2, 0.5, True)]
    page = Page("/a", "Note", [*headings[1:], ("p", "Chair dancing.")], alts=["A chair. Dancing ladies"])
    assert _placed(page, "in_h2, in_alt") == [(False, False)]


def _repeated(times: int, words: int) -> Page:
    filler = " ".join(f"the{chr(97 + n % 26)}{n}" for n in range(words - 2 * times))
    return Page("/a", "Note", [("p", "Chair dancing. " * times), ("p", filler)])


@pytest.mark.parametrize(
    ("times", "words", "density", "overused"),
    [
        (5, 200, 25.0, False),
        (6, 200, 30.0, True),
        (4, 100, 40.0, False),
        (30, 1200, 25.0, False),
        (31, 1200, 25.8, True),
    ],
)
def test_density(times: int, words: int, density: float, overused: bool) -> None:
    assert _placed(_repeated(times, words), "per_1000_words, is_overused") == [(density, overused)]


@pytest.mark.parametrize(
    ("named", "others", "overused"), [(3, 2, False), (4, 2, True), (4, 1, True), (4, 0, False)]
)
def test_headings_that_all_say_the_same(named: int, others: int, overused: bool) -> None:
    headings = [("h2", f"Chair dancing {word}") for word in ("music", "shoes", "hall", "tea")[:named]]
    headings += [("h2", word) for word in ("Parking", "Prices")[:others]]
    filler = ("p", " ".join(f"the{chr(97 + n % 26)}{n}" for n in range(400)))
    assert _placed(Page("/a", "Note", [*headings, filler]), "is_overused") == [(overused,)]


def test_the_clinic_sets_the_limits() -> None:
    strict = Clinic(packs=("musculoskeletal",), thresholds={"keyword.overused.max_per_1000": 20})
    assert _placed(_repeated(5, 200), "is_overused", strict) == [(True,)]


def _sketch(words: list[str]) -> list[int]:
    return sketch(read_page(PageText("https://clinic.example/", "en", "", "", (Block(0, " ".join(words)),))))


def test_a_sketch_tells_how_much_two_texts_share() -> None:
    words = [f"w{n}x" for n in range(1200)]
    assert likeness(_sketch(words), _sketch(words)) == 1
    assert likeness(_sketch(words[:600]), _sketch(words[600:])) == 0
    assert likeness(_sketch(words), _sketch(words[:600])) == pytest.approx(0.5, abs=0.12)
    assert len(_sketch(words)) == SKETCH
    assert likeness([], []) == 0
