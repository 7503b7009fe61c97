import pytest

from crawler.analyse.text.analyse import analyse_page
from crawler.analyse.text.entities import EntityFact
from crawler.analyse.text.page import Block, PageText, path_text, read_page
from tests.crawler.analyse.packs import vocabularies
from tests.crawler.analyse.seed_page import ANSWERED, ENTITIES, SEED_PAGE, UNANSWERED


def entities(*blocks: tuple[int, str], title: str = "", url: str = "https://c.example/") -> dict[str, EntityFact]:
    source = PageText(url, "en", title, "", tuple(Block(level, text) for level, text in blocks))
    return {f"{e.kind}:{e.entity}": e for e in analyse_page(source, vocabularies("musculoskeletal")).entities}


def test_the_seed_page() -> None:
    found = {f"{e.kind}:{e.entity}": e for e in analyse_page(SEED_PAGE, vocabularies("musculoskeletal")).entities}
    intents = {name.removeprefix("intent:") for name in found if name.startswith("intent:")}
    assert found.keys() >= ENTITIES
    assert found["treatment:surgery"].mentions == 2
    assert found["condition:low_back_pain"].in_title
    assert found["condition:low_back_pain"].in_h1
    assert intents >= ANSWERED
    assert not intents & UNANSWERED


def test_where_an_entity_stands() -> None:
    found = entities(
        (1, "Prolotherapy"),
        (0, "word " * 120),
        (3, "PRP"),
        (0, "We use cortisone."),
        title="Knee pain",
        url="https://c.example/tennis-elbow.html",
    )
    assert (found["treatment:prolotherapy"].in_h1, found["treatment:prolotherapy"].level) == (True, 0)
    assert (found["treatment:prp"].in_headings, found["treatment:prp"].level) == (True, 3)
    assert found["condition:knee_pain"].in_title
    assert found["condition:knee_pain"].mentions == 1
    assert found["condition:tennis_elbow"].in_url
    assert found["condition:tennis_elbow"].mentions == 0
    assert (found["treatment:cortisone"].body, found["treatment:cortisone"].in_first_100_words) == (1, False)


def test_words_of_sections_about_it() -> None:
    found = entities(
        (1, "Our clinic"),
        (0, "one two three prolotherapy"),
        (2, "Prolotherapy"),
        (0, "one two three four five"),
        (3, "How it feels"),
        (0, "one two three"),
        (2, "PRP"),
        (0, "one two"),
    )
    assert found["treatment:prolotherapy"].words == 4 + 5 + 3
    assert found["treatment:prp"].words == 2


def test_a_page_whose_title_and_h1_name_it_is_about_it_throughout() -> None:
    blocks = ((1, "Prolotherapy"), (0, "one two"), (2, "Step by step"), (0, "three four five"))
    assert entities(*blocks, title="Prolotherapy")["treatment:prolotherapy"].words == 2 + 3
    assert entities(*blocks, title="Our clinic")["treatment:prolotherapy"].words == 2


@pytest.mark.parametrize(
    ("text", "entity", "counts"),
    [
        ("A disc of light. DDD is a format.", "condition:ddd", False),
        ("Low back pain comes from DDD, too.", "condition:ddd", True),
        ("The laser printer.", "treatment:laser", False),
        ("Cold laser. The laser warms.", "treatment:laser", True),
        ("Meniscus of a lens.", "condition:meniscus", False),
        ("Knee pain after the meniscus wore out.", "condition:meniscus", True),
        ("Joint pain after sciatica and hip bursitis.", "condition:osteoarthritis", False),
        ("Joint pain of arthritis.", "condition:osteoarthritis", True),
        ("A laser, and sciatica.", "treatment:laser", True),
        ("A laser, and osteoporosis.", "treatment:laser", False),
    ],
)
def test_weak_terms_need_company(text: str, entity: str, *, counts: bool) -> None:
    assert (entity in entities((0, text))) == counts


def test_a_condition_brings_its_body_area() -> None:
    assert entities((0, "Frozen shoulder."))["body_area:shoulder"].mentions == 1


def test_an_intent_has_the_words_below_its_heading() -> None:
    found = entities(
        (2, "What does it cost?"), (0, "a b c"), (3, "Insurance"), (0, "d e"), (2, "Team"), (0, "f g h")
    )
    assert found["intent:cost"].words == 3 + 1 + 2


@pytest.mark.parametrize(
    ("heading", "intent"),
    [
        ("What is prolotherapy?", "what"),
        ("Symptoms of sciatica", "symptoms"),
        ("Side effects", "risks"),
        ("How long does it take to heal?", "recovery"),
        ("PRP vs. cortisone", "versus"),
        ("Is it covered by insurance?", "cost"),
        ("Find a clinic near me", "local"),
        ("FAQs", "faq"),
        ("How does it work?", "how_works"),
    ],
)
def test_intents_of_headings(heading: str, intent: str) -> None:
    assert f"intent:{intent}" in entities((2, heading), (0, "text"))


@pytest.mark.parametrize(
    ("heading", "intent"), [("About us", "what"), ("What is the answer?", "what"), ("Risk factors", "risks")]
)
def test_headings_that_ask_something_else(heading: str, intent: str) -> None:
    assert f"intent:{intent}" not in entities((2, heading), (0, "text"))


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://c.example/", ""),
        ("https://c.example/knee-pain/prp_injections.html?x=1", "knee pain. prp injections"),
        ("https://c.example/%C3%A9paule", "épaule"),
    ],
)
def test_path_text(url: str, text: str) -> None:
    assert path_text(url) == text


def test_sections_of_a_page_without_headings_or_text() -> None:
    one = read_page(PageText("https://c.example/", "en", "", "", (Block(0, "a b"), Block(0, "c"))))
    assert [(s.heading, s.words) for s in one.sections] == [(None, 3)]
    assert [s.words for s in read_page(PageText("https://c.example/", "en", "", "", ())).sections] == [0]
