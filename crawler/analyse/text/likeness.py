"""What pages are compared by: the words of their titles, and a sketch of their text."""

import zlib
from collections.abc import Sequence
from functools import lru_cache

from crawler.analyse.text.matcher import Match
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.wordlists import OPEN, role

SKETCH = 128
"""Numbers of a sketch: the standard error of a likeness of 0.5 is 0.04."""

_MASK = 0xFFFFFFFF


def title_keys(page: ReadPage, title_matches: Sequence[Match]) -> list[str]:
    """Stems of the title's own words, in order: no stop words, numbers or names of the clinic."""
    brand = {
        at
        for match in title_matches
        if any(ref.kind == "brand" for ref in match.term.refs)
        for at in range(match.first, match.end)
    }
    stems = (
        token.stem
        for at, token in enumerate(page.title)
        if at not in brand and role(token.word, page.language) == OPEN
    )
    return list(dict.fromkeys(stems))


def sketch(page: ReadPage) -> list[int]:
    """The smallest hashes of three words in a row of the main content, in order (a bottom-k sketch, after Broder).

    Python mixes the hash of a tuple of numbers well, and in the same way in every process.
    """
    numbers = list(map(stem_number, [token.stem for tokens in page.blocks for token in tokens]))
    hashes = {number & _MASK for number in map(hash, zip(numbers, numbers[1:], numbers[2:], strict=False))}
    return sorted(hashes)[:SKETCH]


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """Share of all runs of three words that two texts have in common (Jaccard), by their sketches; 0 to 1."""
    whole = sorted({*one, *other})[:SKETCH]
    shared = {*one} & {*other}
    return sum(number in shared for number in whole) / len(whole) if whole else 0.0


@lru_cache(maxsize=100_000)
def stem_number(stem: str) -> int:
    """The same 32 bits for `stem` in every process."""
    return zlib.crc32(stem.encode(errors="replace"))
