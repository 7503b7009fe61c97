"""Slips of an own number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.analyse.phone_slips import Slip, Slips

_RIGHT = "+13104531234"


@pytest.mark.parametrize(
    ("number", "how"),
    [
        ("+13104531234", None),
        ("+13104531243", "two digits swapped"),
        ("+13105431234", "two digits swapped"),
        ("+13101534234", "two digits swapped"),
        ("+13104531734", "one digit differs"),
        ("+13104531235", "one digit differs"),
        ("+1310453134", "a digit missing"),
        ("+131045531234", "a digit too many"),
        ("+1310453123", None),
        ("+131045312344", None),
        ("+13104539934", None),
        ("+16263972000", None),
    ],
)
def test_one_step_away(number: str, how: str | None) -> None:
    slips = Slips([_RIGHT, number])
    slips.add(_RIGHT)
    found = slips.of(number)
    assert (found.how if found else None) == how


def test_a_last_digit_is_told_from_others() -> None:
    slips = Slips([])
    slips.add(_RIGHT)
    assert slips.of("+13104531235") == Slip(_RIGHT, "one digit differs", True)
    assert slips.of("+13104531244") == Slip(_RIGHT, "one digit differs", False)


def test_another_slip_outweighs_a_neighbour() -> None:
    slips = Slips([])
    slips.add("+13104531235")
    slips.add("+13104531334")
    assert slips.of("+13104531234") == Slip("+13104531334", "one digit differs", False)


def test_a_number_that_cannot_exist_is_no_line_of_its_own() -> None:
    slips = Slips([])
    slips.add(_RIGHT)
    found = slips.of("+131045312344", exists=False)
    assert found is not None
    assert found.how == "a digit too many"


def test_nothing_is_a_slip_of_nothing() -> None:
    assert Slips([_RIGHT]).of(_RIGHT) is None


@given(st.text("0123456789", min_size=7, max_size=15), st.integers(0, 14), st.integers(0, 14))
def test_any_two_digits_swapped_are_found(digits: str, first: int, second: int) -> None:
    first, second = sorted((first % len(digits), second % len(digits)))
    swapped = [*digits]
    swapped[first], swapped[second] = digits[second], digits[first]
    slips = Slips([])
    slips.add("+" + digits)
    found = slips.of("+" + "".join(swapped))
    assert (found is None) == (swapped == [*digits])
