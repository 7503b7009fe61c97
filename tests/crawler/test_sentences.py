import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two!", "Three?"],
        ["Dr. Lane sees you.", "She helps."],
        ["It rose by 2.5 mm.", "Good."],
        ["She said “Come in.”", "He did."],
        ["Compare Fig. 2 and No. 5.", "No.", "It is not."],
        ["J. A. Smith wrote it.", "Take vitamin C.", "It helps."],
        ["Open 9 a.m. Monday to 5 p.m. Friday.", "Call us."],
        ["We close at 5 p.m.", "We open at 9 a.m. daily."],
        ["Really?!", "Yes.", "No…", "Maybe... but not now."],
        ["1. Rest the knee.", "2. Ice it."],
        ["It healed.[1]", "The rest too.(2)", "Fine."],
        ["The U.S. Food and Drug Administration said so.", "We live in the U.S.", "The law differs."],
        ["Plasma vs. steroids, e.g. cortisone, by J. Moss, M.D.", "The study is small."],
        ["Rest, ice, etc.", "Then walk."],
        ["It cost approx. five dollars.", "Fine."],
        ["“Is it sore?” she asked.", "“Yes!”", "(It was.)", "So we left."],
        ["Yahoo! is a name.", "See clinic.example/a.b for more."],
        ["Main St. is closed.", "Use the rear door."],
        ["In 2021.", "The year was long."],
        ["Das kostet z. B. zehn Euro bzw. mehr.", "Rufen Sie an."],
        ["¿Le duele?", "¡Llámenos!", "Estamos aquí."],
        ["今日は。", "元気です。"],
        ["no capitals here either.", "it goes on like this."],
    ],
)
def test_each_sentence_by_itself(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_lines() -> None:
    assert sentences("A line\nthat goes on. Next\n \nA heading\n\n\nEnd") == [
        "A line\nthat goes on.",
        "Next",
        "A heading",
        "End",
    ]
    assert sentences("  \n ") == sentences("") == []


_MARKS = st.sampled_from(
    [".", "!", "?", "…", " ", "\n", "”", '"', "(", ")", "[1]", "Dr", "a", "B", "No", "5", "。"]
)


@given(st.one_of(st.text(), st.lists(_MARKS).map("".join)))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    parts = sentences(text)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(part.strip() == part != "" for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000 + "x",
        "A.\n" * 60_000,
        ".)" * 60_000 + "x",
        "A. " * 60_000,
        "." + ")" * 200_000,
        "\n " * 100_000,
        ".[1" * 60_000,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    start = time.process_time()
    sentences(text)
    assert time.process_time() - start < 1
