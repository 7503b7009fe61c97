import pytest

from crawler.analyse.readability import flesch_kincaid_grade, sentences, syllables
from tests.crawler.analyse.seed_page import BLOCKS


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("table", 2), ("muscles", 2), ("treated", 2), ("relieved", 2), ("therapy", 3), ("injury", 3),
        ("arthritis", 3), ("prolotherapy", 5), ("create", 2), ("patient", 2), ("degenerative", 5), ("area", 3),
        ("experience", 4), ("orthopedic", 4), ("exercise", 3), ("exercises", 4), ("medial", 3), ("special", 2),
        ("radiation", 4), ("people", 2), ("society", 4), ("sea", 1), ("quality", 3), ("knee’s", 1), ("a", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Dr. Lane sees you. She helps.", 2),
        ("It rose by 2.5 mm. Good.", 2),
        ("She said “Come in.” He did.", 2),
        ("A heading\nA sentence.", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_the_grade_of_plain_and_of_hard_text() -> None:
    plain = "The cat sat on the mat. It saw a dog run by. " * 10
    hard = "Musculoskeletal rehabilitation necessitates considerable multidisciplinary collaboration " * 20
    assert (flesch_kincaid_grade(plain) or 99) < 2
    assert (flesch_kincaid_grade(hard) or 0) > 20


def test_the_seed_page_reads_like_high_school() -> None:
    text = "\n".join(block.text for block in BLOCKS)
    assert flesch_kincaid_grade(text) == pytest.approx(9, abs=2.5)


@pytest.mark.parametrize(("text", "language"), [("Too short.", "en"), ("mot " * 200, "fr"), ("", "en")])
def test_no_grade(text: str, language: str) -> None:
    assert flesch_kincaid_grade(text, language) is None
