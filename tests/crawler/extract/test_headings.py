"""The outline of a page."""

import pytest

from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.headings import headings, is_question
from crawler.tables.facts import HeadingRow


def _headings(markup: str) -> list[HeadingRow]:
    url = "https://clinic.example/a/page"
    return headings(Document.of(url, "clinic.example", Decoded(markup, "utf-8", "header")))


@pytest.mark.parametrize(
    ("levels", "parents", "ends", "skipped"),
    [
        ("1", [None], [1], [0]),
        ("1 2 2 3 2", [None, 1, 1, 3, 1], [5, 2, 4, 4, 5], [0, 0, 0, 0, 0]),
        ("1 3 4 2", [None, 1, 2, 1], [4, 3, 3, 4], [0, 1, 0, 0]),
        ("3 2 1", [None, None, None], [1, 2, 3], [2, 0, 0]),
        ("2 4 1 4", [None, 1, None, 3], [2, 2, 4, 4], [1, 1, 0, 2]),
    ],
)
def test_sections_and_skipped_levels(
    levels: str, parents: list[int | None], ends: list[int], skipped: list[int]
) -> None:
    rows = _headings("".join(f"<h{level}>x</h{level}>" for level in levels.split()))
    assert [row.parent_position for row in rows] == parents
    assert [row.section_end for row in rows] == ends
    assert [row.skipped_levels for row in rows] == skipped


@pytest.mark.parametrize(
    ("markup", "text", "alt", "hidden"),
    [
        ("<h1>Knee<br>pain</h1>", "Knee pain", None, None),
        ("<h1><img src=x alt='Knee pain'></h1>", "", "Knee pain", None),
        ("<h1>Knee <img src=x alt=''></h1>", "Knee", None, None),
        ("<h1 style='color:red; display : none'>Knee</h1>", "Knee", None, "display:none"),
        ("<div aria-hidden=true><h1>Knee</h1></div>", "Knee", None, "aria-hidden"),
        ("<div hidden=until-found><h1>Knee</h1></div>", "Knee", None, None),
        ("<template><h1>Knee</h1></template>", "Knee", None, "template"),
        ("<noscript><h1>Knee</h1></noscript>", "Knee", None, "noscript"),
        ("<div style='visibility:hidden'><h1>Knee</h1></div>", "Knee", None, "visibility:hidden"),
    ],
)
def test_text_alternative_and_what_hides_it(markup: str, text: str, alt: str | None, hidden: str | None) -> None:
    [row] = _headings(f"<body>{markup}")
    assert (row.text, row.alt_text, row.hidden) == (text, alt, hidden)


@pytest.mark.parametrize(
    "text",
    [
        "What is prolotherapy",
        "What’s a ligament?",
        "How long does it take",
        "Does insurance pay for it",
        "Is the injection safe?",
        "Can I drive afterwards",
        "¿Cuánto cuesta?",
        "Cuánto cuesta una inyección",
        "Qu'est-ce que la prolothérapie",
        "Combien de séances faut-il ?",
        "Wie lange dauert es",
        "Who should not have it? »",
    ],
)
def test_questions(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "When physical therapy does not help",
        "How prolotherapy works",
        "What patients say",
        "Why Tamsett Bay",
        "Where we are",
        "Can-Am knee braces",
        "Will Osterholm, DPT",
        "Wie wir arbeiten",
        "Questions and answers",
    ],
)
def test_statements(text: str) -> None:
    assert not is_question(text)
