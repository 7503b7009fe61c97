"""Which candidates become keyphrases, and in what order."""

import pytest

from crawler.analyse.text.analyse import analyse_page
from crawler.analyse.text.page import Block, PageText
from crawler.analyse.text.wordlists import seems_no_noun
from tests.crawler.analyse.packs import vocabularies

VOCABULARIES = vocabularies("musculoskeletal")


def scores(text: str, title: str = "", heading: str = "", language: str = "en") -> dict[str, float]:
    headings = (Block(2, heading),) if heading else ()
    source = PageText("https://clinic.example/x", language, title, "", (*headings, Block(0, text)))
    return {phrase.keyphrase.lower(): phrase.score for phrase in analyse_page(source, VOCABULARIES).phrases}


@pytest.mark.parametrize(
    ("title", "text", "phrase"),
    [
        ("Rotator cuff surgery", "Is rotator cuff surgery right for you?", "rotator cuff surgery"),
        ("Recovery time after a sprain", "The recovery time is short.", "recovery time"),
        ("Skin checks", "We offer skin checks. Book skin checks early.", "skin checks"),
        ("Return to sport", "Your return to sport is near.", "return to sport"),
        ("Hearing loss", "Does hearing loss worry you? Hearing loss is common.", "hearing loss"),
        ("Primary care in Marlow", "Our primary care is open.", "primary care"),
    ],
)
def test_nouns_that_look_like_verbs_and_pairs_of_topics_are_found(title: str, text: str, phrase: str) -> None:
    assert phrase in scores(text, title)


@pytest.mark.parametrize("word", ["time", "hours", "steps", "experts"])
def test_a_word_that_may_end_a_phrase_is_none_alone(word: str) -> None:
    assert scores(f"The {word} matter. The {word}, the {word}.", title=word) == {}


def test_a_surname_alone_is_no_keyphrase() -> None:
    found = scores(
        "We asked Ines Halvorsen, a nurse. Then Halvorsen smiled, and Halvorsen left with Ines Halvorsen."
    )
    assert "ines halvorsen" in found
    assert "halvorsen" not in found


def test_a_place_that_a_phrase_names_once_with_an_adjective_stays() -> None:
    assert "millbrook" in scores(
        "The Millbrook office is large. We moved to Millbrook.", title="Clinic in Millbrook"
    )


def test_words_of_templates_are_no_keyphrases() -> None:
    assert scores("Book online. Book online. Book online.", title="Book online") == {}


def test_what_stands_often_beats_what_stands_once() -> None:
    text = "Copper bracelets shine. The retired bus driver, they say, wears copper bracelets now."
    found = scores(text, heading="Copper rings")
    assert found["copper bracelets"] > found["copper rings"] > found["retired bus driver"]


def test_a_longer_phrase_that_stands_once_goes_for_a_shorter_that_stands_more_often() -> None:
    found = scores("A copper bracelet shines. The copper bracelet was lost. She sold a heavy copper bracelet.")
    assert "copper bracelet" in found
    assert "heavy copper bracelet" not in found


def test_a_shorter_phrase_that_stands_without_the_longer_is_kept() -> None:
    found = scores(
        "Copper bracelet repair. Copper bracelet repair. A copper bracelet, the copper bracelet, a copper bracelet."
    )
    assert {"copper bracelet", "copper bracelet repair"} <= set(found)


def test_a_number_is_no_keyphrase() -> None:
    found = scores("Dial 415-2671 today. Dial 415-2671 now, or 415-2671.", title="415-2671")
    assert not any(phrase[0].isdigit() for phrase in found)


@pytest.mark.parametrize(("word", "language", "expected"), [
    ("knowledgeable", "en", True), ("accommodates", "en", True), ("estimated", "en", True), ("investigational", "en", True),
    ("reflexology", "en", False), ("implants", "en", False), ("need", "en", False), ("table", "en", False),
    ("agréables", "fr", True), ("réflexologie", "fr", False), ("agradables", "es", True), ("rodilla", "es", False),
    ("knowledgeable", "de", False),
])  # fmt: skip
def test_endings_tell_words_that_are_no_nouns(word: str, language: str, expected: bool) -> None:
    assert seems_no_noun(word, language) == expected


def test_an_adjective_alone_is_weak() -> None:
    found = scores("The knowledgeable, the knowledgeable and the reflexology. " * 3, title="Knowledgeable")
    assert found["knowledgeable"] < found["reflexology"]


def test_a_term_of_any_length_is_scored() -> None:
    assert "neck injury after a car accident" in scores(
        "We treat a neck injury after a car accident at our clinic."
    )
