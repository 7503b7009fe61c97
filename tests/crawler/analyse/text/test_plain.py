import pytest

from crawler.analyse.text.plain import keyphrases
from tests.crawler.analyse.packs import vocabularies

TITLE = "Tidal turbines and the seabed: a study of sediment transport in narrow straits"
BODY = """Tidal turbines slow the water in narrow straits, and sediment transport changes with it. We measured bed shear stress
with acoustic sensors at three sites before and after tidal turbines were installed. Sediment transport fell by a fifth behind
the rotors, while bed shear stress rose at the shore. A numerical model with a fine grid reproduces the change. The numerical
model predicts that sand banks move within ten years. Acoustic sensors with long battery life are needed for monitoring, since
divers cannot work in narrow straits for more than half an hour between two tides. We discuss what this means for planning."""
LINE = BODY.replace("\n", " ")
WANTED = {
    "tidal turbines",
    "narrow straits",
    "sediment transport",
    "bed shear stress",
    "acoustic sensors",
    "numerical model",
}


@pytest.mark.parametrize("text", [f"{TITLE}\n{LINE}", f"{TITLE}. {LINE}", BODY, LINE, f"\n\n{TITLE}\n\n{BODY}\n"])
def test_an_abstract_gives_its_phrases_with_and_without_its_title(text: str) -> None:
    found = keyphrases(text)
    assert 8 <= len(found) <= 10
    assert {phrase.lower() for phrase in found} >= WANTED


def test_fewer_are_given_where_fewer_are_wanted() -> None:
    assert keyphrases(BODY, top=3) == keyphrases(BODY)[:3]


@pytest.mark.parametrize("text", ["", " \n ", "The and of.", "12 34"])
def test_a_text_without_phrases(text: str) -> None:
    assert keyphrases(text) == []


def test_the_language_counts_where_a_text_is_too_short_to_tell() -> None:
    assert keyphrases("La hernia discal. La hernia discal", "es") == ["hernia discal"]


def test_terms_of_a_taxonomy_lead() -> None:
    text = "A purple balloon rose above the roof near the village. Prolotherapy came late. The roof was wet."
    assert keyphrases(text, vocabularies=vocabularies("musculoskeletal"))[0] == "Prolotherapy"
