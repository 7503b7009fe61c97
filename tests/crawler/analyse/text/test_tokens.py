import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.analyse.text.tokens import as_read, stems, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Runner’s knee", ["runner", "knee"]),
        ("low-back pain", ["low", "back", "pain"]),
        ("non-surgical X-ray", ["nonsurgical", "xray"]),
        ("MarlowFlex® works", ["marlowflex", "works"]),
        ("don't", ["don't"]),
        (
            "Write to ida.holm@clinic.example or see www.clinic.example today",
            ["write", "to", "or", "see", "today"],
        ),
        ("knees @ work: https://clinic.example/knee-pain#top", ["knees", "work"]),
        ("24/7", ["24", "7"]),
        ("Crohn´s and women‘s", ["crohn", "and", "women"]),
        ("physio\u00adtherapy \ufeffnow", ["physiotherapy", "now"]),
        ("Besanc\u0327on", ["besançon"]),
        ("कमर दर्द।", ["कमर", "दर्द"]),
        ("", []),
        ("—!?", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.word for token in tokenise(text)] == words


def test_french_apostrophes_part_words() -> None:
    assert [token.word for token in tokenise("l’épaule gelée", "fr")] == ["l", "épaule", "gelée"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ligaments", "ligament"),
        ("teeth", "tooth"),
        ("disks", "disc"),
        ("orthopaedic", "orthopedics"),
        ("injuries", "injury"),
        ("runners knee", "runner's knees"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("tendonitis", "tendon"), ("medication", "medical"), ("PRP", "PR")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stems(one) != stems(other)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("knee pain", 1),
        ("knee, pain", 2),
        ("knee. Pain", 2),
        ("knee & pain", 2),
        ("platelet-rich plasma", 1),
        ("gingivitis- an inflammation", 2),
        ("MARLOW® clinic", 1),
    ],
)
def test_punctuation_ends_a_run(text: str, runs: int) -> None:
    assert len({token.run for token in tokenise(text)}) == runs


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "fr", "de", "es", "ja", "xx"]))
def test_any_text_in_any_language(text: str, language: str) -> None:
    tokens = tokenise(text, language)
    assert all(token.word and token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


def test_text_as_it_is_read() -> None:
    assert as_read("Physio\u00adthe\u0301rapie") == "Physiothérapie"
