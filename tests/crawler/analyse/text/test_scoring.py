"""Which candidates become keyphrases, and in what order."""

import pytest

from crawler.analyse.text.analyse import analyse_page
from crawler.analyse.text.page import Block, PageText
from crawler.analyse.text.tokens import tokenise
from crawler.analyse.text.wordlists import STOP, is_number, role, seems_no_noun
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


@pytest.mark.parametrize(
    ("text", "phrase", "never"),
    [
        (
            "We own state-of-the-art dental lasers. Our dental lasers are new.",
            "dental lasers",
            "art dental lasers",
        ),
        (
            "Cutting edge shoulder surgery is here. Shoulder surgery heals.",
            "shoulder surgery",
            "edge shoulder surgery",
        ),
        ("Growth factors recruit stem cells. They recruit stem cells.", "stem cells", "recruit stem cells"),
        ("Bone spurs stiffen joints. Bone spurs stiffen joints.", "bone spurs", "bone spurs stiffen joints"),
        (
            "A graft is dermis derived. A derived dermis graft is a graft.",
            "derived dermis graft",
            "dermis derived",
        ),
        ("For mild-to-moderate arthritis, and mild-to-moderate pain.", "arthritis", "mild-to-moderate"),
    ],
)
def test_turns_of_speech_verbs_and_adjectives_bound_a_phrase(text: str, phrase: str, never: str) -> None:
    found = scores(text)
    assert phrase in found
    assert never not in found


def test_a_word_that_is_mostly_an_adjective_is_none_alone() -> None:
    assert "biological" not in scores("Biological care. Biological bones. A biological sling. Biology: see below.")


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


def test_a_shorter_phrase_that_stands_more_often_leads() -> None:
    found = scores("A copper bracelet shines. The copper bracelet was lost. She sold a heavy copper bracelet.")
    assert found["copper bracelet"] > found["heavy copper bracelet"]


def test_a_verb_or_a_joining_word_inside_makes_a_turn_of_speech_of_what_stands_once() -> None:
    found = scores(
        "Copper bracelets need lasting polish. Bronze rings and silver brooches shine. Tin spoons for toddlers."
    )
    assert not {"copper bracelets need lasting polish", "bracelets need lasting", "rings and silver"} & set(found)
    assert "tin spoons for toddlers" in found


def test_on_a_long_page_what_stands_once_tells_less() -> None:
    line = "A copper bracelet shines. The copper bracelet was lost. We sell silver brooches."
    short, long = scores(line), scores(line + " It is what it is, and so it was." * 200)
    assert (
        short["silver brooches"] / short["copper bracelet"] > 2 * long["silver brooches"] / long["copper bracelet"]
    )


def test_an_article_is_told_by_single_words_too() -> None:
    line = "Vaccines helped. The vaccines came late, and vaccines were few. We sell silver brooches."
    blocks = (Block(0, line),)
    text, web = (
        analyse_page(PageText(url, "en", "", "", blocks), VOCABULARIES).phrases
        for url in ("", "https://clinic.example/x")
    )
    share = [{phrase.keyphrase.lower(): phrase.score for phrase in found} for found in (text, web)]
    assert share[0]["vaccines"] / share[0]["silver brooches"] > share[1]["vaccines"] / share[1]["silver brooches"]


def test_a_shorter_phrase_that_stands_without_the_longer_is_kept() -> None:
    found = scores(
        "Copper bracelet repair. Copper bracelet repair. A copper bracelet, the copper bracelet, a copper bracelet."
    )
    assert {"copper bracelet", "copper bracelet repair"} <= set(found)


@pytest.mark.parametrize("word", ["½", "1½", "5'10", "50s", "3rd", "20mg"])
def test_what_is_a_number(word: str) -> None:
    [token] = tokenise(word)
    assert is_number(token.word)


@pytest.mark.parametrize(
    ("word", "language"),
    [("novembre", "it"), ("novembro", "pt"), ("listopadzie", "pl"), ("setiembre", "es"), ("jänner", "de")],
)
def test_months_are_in_no_phrase(word: str, language: str) -> None:
    assert role(word, language) == STOP


def test_a_number_is_no_keyphrase() -> None:
    found = scores("Dial 415-2671 today. Dial 415-2671 now, or 415-2671.", title="415-2671")
    assert not any(phrase[0].isdigit() for phrase in found)


@pytest.mark.parametrize(("word", "language", "expected"), [
    ("knowledgeable", "en", True), ("accommodates", "en", True), ("estimated", "en", True), ("investigational", "en", True),
    ("reflexology", "en", False), ("implants", "en", False), ("need", "en", False), ("table", "en", False),
    ("agréables", "fr", True), ("réflexologie", "fr", False), ("agradables", "es", True), ("rodilla", "es", False),
    ("knowledgeable", "de", False), ("spinal", "en", True), ("spine", "en", False), ("orthodontics", "en", False),
    ("orinar", "es", True), ("cáncer", "es", False), ("dormir", "fr", True), ("miroir", "fr", False), ("papier", "fr", False),
])  # fmt: skip
def test_endings_tell_words_that_are_no_nouns(word: str, language: str, expected: bool) -> None:
    assert seems_no_noun(word, language) == expected


def test_a_term_of_any_length_is_scored() -> None:
    assert "neck injury after a car accident" in scores(
        "We treat a neck injury after a car accident at our clinic."
    )


def test_a_surname_behind_a_title_is_no_keyphrase() -> None:
    found = scores("Ask Dr. Halvorsen. We like Dr. Halvorsen, as Halvorsen has time.")
    assert "halvorsen" not in found


def test_an_adjective_that_never_stands_alone_is_no_keyphrase() -> None:
    found = scores("Copper bracelets shine. Copper rings rust. We polish copper spoons.", title="Copper spoons")
    assert "copper" not in found
    assert "copper spoons" in found


@pytest.mark.parametrize("text", ["Take the I-95. The I-95 is near.", "It is 4-12. Then 4-12.", "B 7 or B 7."])
def test_letters_and_numbers_of_roads_and_doors_are_no_keyphrases(text: str) -> None:
    assert not [phrase for phrase in scores(text) if any(map(str.isdigit, phrase))]


def test_levels_of_the_spine_are_keyphrases() -> None:
    assert "l5-s1" in scores("The disc at L5-S1 wears. Look at L5-S1.")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Karen Shaw", True),
        ("Rachael O’Connell", True),
        ("José María Aznarez", True),
        ("Karen runs", False),
        ("Copper Bracelets", False),
        ("Karen", False),
    ],
)
def test_a_name_of_a_person_is_told(text: str, person: bool) -> None:
    source = PageText("https://clinic.example/x", "en", text, "", (Block(0, f"{text}. We know {text}. {text}."),))
    found = analyse_page(source, VOCABULARIES).phrases
    assert any(phrase.is_person for phrase in found if phrase.keyphrase == text) is person


def test_an_adjective_is_a_keyphrase_where_it_is_a_noun_too() -> None:
    assert "holistic" not in scores("We are holistic. Truly holistic, always holistic.", title="Holistic")
    assert "orthodontics" in scores("We teach orthodontics. It is orthodontic. We love orthodontics.")


@pytest.mark.parametrize(("first", "found"), [("Cosmetic", True), ("Karen", False), ("Svetlana", False)])
def test_a_word_that_begins_a_sentence_makes_no_name_of_the_next(first: str, found: bool) -> None:
    text = f"{first} Veltrine is here. We know what Veltrine is. Ask us about Veltrine."
    assert ("veltrine" in scores(text, "Veltrine")) is found


def test_entities_that_were_escaped_twice_are_no_words() -> None:
    assert not any(
        "amp" in phrase for phrase in scores("Knee &amp; hip braces. Knee &amp; hip braces.", "Knee &amp; hip")
    )
