"""Chains: each page leads to the next of its kind, told by a number, without end."""

import re

from crawler.traps.address import Address, Trap

LONGEST_CHAIN = 2_000
"""Ours: more than the pages of any list that a clinic numbers, fewer than a crawl reads by default."""

MOST_REMEMBERED = 50_000
"""Addresses whose place in a chain is remembered: about 5 MB."""

_NUMBER = "{n}"
_NUMBERS = re.compile(r"[0-9a-f]{8,}|\d+")


class Chains:
    """Remembers how many addresses of the same shape led, one by one, to each."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._found_on: tuple[str | None, str] = (None, "")

    def caught(self, address: Address, found_on: str | None) -> Trap | None:
        """The trap, where a chain of addresses like `address` led to it."""
        if found_on is None:
            return None
        if self._found_on[0] != found_on:
            self._found_on = (found_on, _shape(found_on))
        before, number, _ = self._found_on[1].partition(_NUMBER)
        if not number or not address.url.startswith(before) or _shape(address.url) != self._found_on[1]:
            return None
        place = self._places.get(found_on, 0) + 1
        if place > LONGEST_CHAIN:
            reason = f"a chain of more than {LONGEST_CHAIN:,} numbered addresses, each found on the one before"
            return Trap("similar_urls", self._found_on[1], reason)
        if len(self._places) < MOST_REMEMBERED:
            self._places[address.url] = place
        return None


def _shape(url: str) -> str:
    """`url` with each number as ``{n}``."""
    return _NUMBERS.sub(_NUMBER, url)
