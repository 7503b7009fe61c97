"""Paths without end: too deep, too long, or the same folders again and again."""

from collections import Counter
from itertools import pairwise

from crawler.traps.address import Address, Trap

MOST_FOLDERS = 20
"""Ours: four times as deep as the deepest page of ten clinics' sites."""

MOST_CHARACTERS = 2_000
"""Ours: the sitemap protocol takes no address of 2,048 characters."""

TIMES_IN_A_ROW, TIMES_ALONE = 3, 4
"""A sequence of folders may repeat less often than this; /new-york/new-york/new-york (state, county, city) is real."""

TIMES_IN_ALL, DEEP = 3, 6
"""Deeper than this, no folder comes more often than that."""

MOST_MIXED = 100
"""Addresses that combine folders in both orders. Ours: filters that are folders make a few; a menu of relative
links under a server that shows a page for any path makes every order there is."""

MOST_PAIRS = 100_000
"""Neighbouring folders remembered: about 6 MB."""


class Folders:
    """Remembers which folders stand below which."""

    def __init__(self) -> None:
        self._pairs: set[int] = set()
        self._mixed = 0

    def caught(self, address: Address) -> Trap | None:
        """The trap that the path of `address` shows."""
        if address.folders > MOST_FOLDERS:
            return Trap("depth", f"{address.section}/*", f"more than {MOST_FOLDERS} folders deep")
        if len(address.url) > MOST_CHARACTERS:
            reason = f"an address of more than {MOST_CHARACTERS:,} characters"
            return Trap("depth", f"{address.section}*", reason)
        segments = address.segments
        if len(segments) < 3:
            self._remember(segments)
            return None
        if len(set(segments)) < len(segments) and (sequence := _repeated(segments)):
            pattern = f"{address.origin}/…/{'/'.join(sequence)}/…"
            return Trap("repeating_segments", pattern, "the same folders again and again")
        turned = self._remember(segments)
        if not turned or (turned == 1 and len(segments) - len(set(segments)) < 2):
            return None
        self._mixed += 1
        if self._mixed <= MOST_MIXED:
            return None
        return Trap("repeating_segments", f"{address.section}/*", "the same folders in ever other orders")

    def _remember(self, segments: list[str]) -> int:
        """Pairs of neighbours in `segments` that were seen both ways round."""
        pairs = self._pairs
        turned = set()
        for above, below in pairwise(segments):
            if len(pairs) < MOST_PAIRS:
                pairs.add(hash((above, below)))
            if above != below and hash((below, above)) in pairs:
                turned.add(frozenset((above, below)))
        return len(turned)


def _repeated(segments: list[str]) -> tuple[str, ...] | None:
    """The sequence of folders that repeats too often; numbers alone may be a date or a place in a list."""
    for size in range(1, len(segments) // TIMES_IN_A_ROW + 1):
        needed = size * ((TIMES_ALONE if size == 1 else TIMES_IN_A_ROW) - 1)
        run = 0
        for position in range(len(segments) - size):
            run = run + 1 if segments[position] == segments[position + size] else 0
            found = segments[position - size + 1 : position + 1]
            if run >= needed and not "".join(found).isdigit():
                return _turned(found)
    if len(segments) > DEEP:
        [(segment, times)] = Counter(segments).most_common(1)
        if times > TIMES_IN_ALL and not segment.isdigit():
            return (segment,)
    return None


def _turned(sequence: list[str]) -> tuple[str, ...]:
    """`sequence` from its first name in the alphabet on: a/b and b/a are the same ring."""
    return min(tuple(sequence[n:] + sequence[:n]) for n in range(len(sequence)))
