"""Small tools for text."""

import pytest

from crawler.text import joined


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([], ""),
        (["  Knee\n pain "], "Knee pain"),
        (["Call Today", "541-555-0142"], "Call Today 541-555-0142"),
        (["the ", "Achilles tendon", ", where it ends"], "the Achilles tendon, where it ends"),
        (["Elin Varga, MD", "."], "Elin Varga, MD."),
        (["see (", "our page", ")"], "see (our page)"),
        (["“", "It helped", "”"], "“It helped”"),
        (["$", "450"], "$450"),
        (["50", "%"], "50%"),
        (["the clinic", "'s team"], "the clinic's team"),
        (["he said ", "'now'"], "he said 'now'"),
        (["tendon", " ", ", where"], "tendon , where"),
        (["A", "", "B"], "A B"),
    ],
)
def test_joined(pieces: list[str], text: str) -> None:
    assert joined(pieces) == text
