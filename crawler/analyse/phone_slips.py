"""Slips of the fingers: which of the clinic's numbers a number was probably meant to be."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

DIFFERS = "one digit differs"
SWAPPED = "two digits swapped"
MISSING = "a digit missing"
SURPLUS = "a digit too many"

_DIGITS = "0123456789"
TAIL = 2
"""Lines of one exchange differ in their last digits: 453-1200, 453-1210."""

_HALF = 4
"""Characters at either end: the shortest numbers with a plus sign have eight."""

_RANGE = 3
"""So many numbers that differ in the tail only are a range of lines, not slips of one of them."""


class Slip(NamedTuple):
    """`meant`: the number that it nearly is, E.164; `how`: the difference in words; `is_neighbour`: only the last
    digit differs, as it does between two lines of one office."""

    meant: str
    how: str
    is_neighbour: bool


class Slips:
    """Tells slips of the numbers that it was told to be right; `site` are all numbers of the site."""

    def __init__(self, site: Iterable[str]) -> None:
        self._lines = Counter(number[:-TAIL] for number in site)
        self._right: set[str] = set()
        self._marks: set[str] = set()

    def add(self, right: str) -> None:
        """`right` is the clinic's own; of several the first that fits is the one meant."""
        self._right.add(right)
        self._marks.update(_marks(right))

    def of(self, number: str, *, exists: bool = True) -> Slip | None:
        """The slip that `number` is of an own number, the likeliest kind first; null where it is of none.

        `exists`: by its country's numbering plan. Where numbers differ in length, those of one exchange do so at
        their end: what is one digit longer there may be a line of its own.
        """
        if number in self._right or self._marks.isdisjoint(_marks(number)):
            return None
        found = (
            slip
            for near, how in _one_step_away(number)
            if near in self._right and (slip := self._slip(number, near, how, exists))
        )
        best = next(found, None)
        return (
            best if best is None or not best.is_neighbour else next((s for s in found if not s.is_neighbour), best)
        )

    def _slip(self, number: str, right: str, how: str, exists: bool) -> Slip | None:
        is_of_range = self._lines[right[:-TAIL]] >= _RANGE
        if how == DIFFERS and right[:-TAIL] == number[:-TAIL] and is_of_range:
            return None
        shorter = min(len(number), len(right))
        if exists and how in (MISSING, SURPLUS) and number[: shorter - 1] == right[: shorter - 1]:
            return None
        return Slip(right, how, how == DIFFERS and right[:-1] == number[:-1])


def _marks(number: str) -> tuple[str, str, str]:
    """What two numbers one step from each other have one of in common: a beginning, an end or all digits."""
    return number[:_HALF], f"…{number[-_HALF + 1 :]}", "".join(sorted(number))


def _one_step_away(number: str) -> Iterator[tuple[str, str]]:
    """Numbers of which `number` may be a slip, with what went wrong: some 300, however long the site's list is."""
    plus, digits = number[:1], number[1:]
    for first in range(len(digits)):
        for second in range(first + 1, len(digits)):
            if digits[first] != digits[second]:
                swapped = [*digits]
                swapped[first], swapped[second] = digits[second], digits[first]
                yield plus + "".join(swapped), SWAPPED
    for at, old in enumerate(digits):
        yield from ((f"{plus}{digits[:at]}{new}{digits[at + 1 :]}", DIFFERS) for new in _DIGITS if new != old)
    yield from ((f"{plus}{digits[:at]}{digits[at + 1 :]}", SURPLUS) for at in range(len(digits)))
    for at in range(len(digits) + 1):
        yield from ((f"{plus}{digits[:at]}{new}{digits[at:]}", MISSING) for new in _DIGITS)
