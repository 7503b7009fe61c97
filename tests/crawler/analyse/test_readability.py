import math
from typing import Any

import pytest

from crawler.analyse.page_text_facts import medical_names
from crawler.analyse.readability import (
    Counts,
    flesch_kincaid_grade,
    readability,
    reading_ease,
    smog_grade,
    spoken_sentences,
)
from crawler.analyse.text.matcher import term_vocabulary
from tests.crawler.analyse.seed_page import BLOCKS

_EASY = "The cat sat on the mat. It saw a dog run by. "
_HARD = "Musculoskeletal rehabilitation necessitates considerable multidisciplinary collaboration. "


def test_the_formulas() -> None:
    counts = Counts(words=100, sentences=5, syllables=150, polysyllables=9, easy_syllables=140)
    assert flesch_kincaid_grade(counts) == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)
    assert reading_ease(counts, "en") == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 1.5)
    assert reading_ease(counts, "de") == pytest.approx(180 - 20 - 58.5 * 1.5)
    assert smog_grade(counts) == pytest.approx(3.1291 + 1.043 * math.sqrt(9 * 30 / 5))


def test_words_are_what_stands_between_spaces_and_dashes() -> None:
    [(_, words)] = spoken_sentences(["Don’t rush—the low-back (L5) heals… in 10 days & 2 hours!"])
    assert words == ["Don’t", "rush", "the", "low-back", "L5", "heals", "in", "10", "days", "2", "hours"]


def test_paragraphs_end_sentences() -> None:
    found = readability(["Rest helps you", "Ice helps you, too. Walk every day."], "en")
    assert (found.sentences, found.readability_grade, found.smog_confidence) == (3, None, None)


def test_two_words_are_no_sentence() -> None:
    assert readability(["Why not? Book now. We are here for you."], "en").sentences == 1
    assert readability(["Book now."], "en").sentences == 1
    assert readability([], "en").sentences == 0


def test_plain_and_hard_text() -> None:
    easy, hard = readability([_EASY] * 20, "en"), readability([_HARD * 20], "en")
    assert easy.readability_grade is not None
    assert easy.readability_grade < 2
    assert easy.smog_confidence == "high"
    assert hard.readability_grade is not None
    assert hard.readability_grade > 20
    assert (hard.sentences, hard.smog_confidence) == (20, "low")
    assert (easy.reading_ease or 0) > 90
    assert (hard.reading_ease or 0) < 0
    assert (hard.smog_grade or 0) > 15 > (easy.smog_grade or 99)


def test_long_sentences() -> None:
    found = readability(
        ["We walk. Step" + " step" * 24 + " up. Step" + " step" * 23 + " up. Done with that."], "en"
    )
    assert found.long_sentences == 1
    assert found.longest_sentence == "Step" + " step" * 24 + " up."


def test_a_text_without_stops_is_cut() -> None:
    found = readability(["word " * 1000], "en")
    assert found.longest_sentence is not None
    assert (len(found.longest_sentence), found.longest_sentence[-1]) == (1000, "…")


def test_medical_names_count_as_easy_in_the_second_grade() -> None:
    names = medical_names(term_vocabulary(["prolotherapy", "physical therapy"], "en"))
    text = ["We give prolotherapy after a physical evaluation of the joint. "] * 20
    bare, known = readability(text, "en"), readability(text, "en", names)
    assert bare.readability_grade == bare.readability_grade_plain == known.readability_grade
    words, spared = 10, 3
    assert known.readability_grade_plain == pytest.approx(
        (bare.readability_grade or 0) - 11.8 * spared / words, abs=0.1
    )
    assert bare.hardest_words == ["prolotherapy", "evaluation", "physical"]
    assert known.hardest_words == ["evaluation", "physical"]


def test_names_of_people_and_places_are_no_hard_words() -> None:
    found = readability(["Doctor Montgomery of Albuquerque sees a gentle rehabilitation. Recovery is slow."], "en")
    assert found.hardest_words == ["rehabilitation"]


def test_ten_hardest_words() -> None:
    words = [f"{a}{b}mentation" for a in ("fra", "ple", "sto", "cra") for b in ("li", "ga", "mo")]
    assert len(readability(["we see " + " ".join(words)], "en").hardest_words) == 10


@pytest.mark.parametrize(
    ("language", "text", "ease"),
    [
        ("es", "La rodilla es grande y lleva mucho peso. ", (60, 110)),
        ("fr", "Le genou est grand et il porte un grand poids. ", (80, 130)),
        ("de", "Das Knie ist groß und trägt viel Gewicht. ", (80, 115)),
    ],
)
def test_other_languages_have_an_ease_of_their_own_and_no_grade(
    language: str, text: str, ease: tuple[float, float]
) -> None:
    found = readability([text] * 20, language)
    assert (found.readability_grade, found.smog_grade, found.smog_confidence) == (None, None, None)
    assert found.reading_ease is not None
    assert ease[0] < found.reading_ease < ease[1]


def test_which_words_may_be_medical_names_is_told() -> None:
    found = readability(["Prolotherapy and hyaluronic-acid injections are for everybody, more or less."], "en")
    assert {"prolotherapi", "hyaluron"} <= {*found.rare_stems}
    assert "everybodi" not in found.rare_stems


def test_a_language_without_a_formula() -> None:
    found: Any = readability(["Polvi on kehon suurin nivel ja se kantaa painon. "] * 20, "fi")
    assert found == (
        None,
        None,
        None,
        None,
        None,
        20,
        0,
        "Polvi on kehon suurin nivel ja se kantaa painon.",
        [],
        [],
    )


def test_the_seed_page_reads_like_high_school() -> None:
    found = readability([block.text for block in BLOCKS], "en")
    assert found.readability_grade == pytest.approx(11, abs=2)
