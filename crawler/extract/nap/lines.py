"""Blocks of a page that may hold addresses or opening hours, with their line breaks, neighbours together."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document
from crawler.extract.nap.addresses import may_hold_address
from crawler.extract.nap.hour_words import ANY_DAY, DAY_START, RANGE_HINT
from crawler.text import collapse

_DIGIT = re.compile(r"\d")
_LONGEST_LABEL = 60
_LONGEST_BETWEEN = 80
_REACH = 2
_LONGEST = 20_000

_ADDRESS, _HOURS, _SPAN = 1, 2, 4


class Passage(NamedTuple):
    """Text of neighbouring blocks, a line break between them and for every <br>; `starts`: where each begins."""

    text: str
    positions: list[int]
    starts: list[int]

    def block_at(self, offset: int) -> int:
        """Position of the block that `offset` is in."""
        return self.positions[bisect_right(self.starts, offset) - 1]


def passages(document: Document, found: Blocks) -> tuple[list[Passage], list[Passage]]:
    """Passages that may hold addresses, and those that may hold opening hours, in document order."""
    kinds = [_kinds(row.text) for row in found.rows]
    if not any(kinds):
        return [], []
    of_addresses = list(_groups(found, [at for at, kind in enumerate(kinds, start=1) if kind & _ADDRESS]))
    of_hours = list(_groups(found, [at for at, kind in enumerate(kinds, start=1) if kind & _HOURS]))
    of_hours = [group for group in of_hours if any(kinds[at - 1] & _SPAN for at in group)]
    both = {position for group in (*of_addresses, *of_hours) for position in group}
    broken = _with_breaks(document, found, both)
    return _joined(found, of_addresses, broken), _joined(found, of_hours, broken)


def _joined(found: Blocks, groups: list[list[int]], broken: dict[int, str]) -> list[Passage]:
    whole = []
    for group in groups:
        texts = [broken.get(position) or found.rows[position - 1].text for position in group]
        starts = [0, *accumulate(len(text) + 1 for text in texts[:-1])]
        whole.append(Passage("\n".join(texts), group, starts))
    return whole


@lru_cache(maxsize=8192)
def _kinds(text: str) -> int:
    """What a block may hold; _SPAN: a span of time."""
    if not _DIGIT.search(text):
        return _HOURS if len(text) <= _LONGEST_LABEL and _is_of_hours(text) else 0
    if len(text) > _LONGEST:
        return 0
    kinds = _ADDRESS if may_hold_address(text) else 0
    span = RANGE_HINT.search(text)
    if span and (span["first"] or span["second"] or len(text) <= _LONGEST_LABEL or ANY_DAY.search(text)):
        return kinds | _HOURS | _SPAN
    return kinds | _HOURS if len(text) <= _LONGEST_LABEL and DAY_START.match(text) else kinds


def _is_of_hours(text: str) -> bool:
    return bool(DAY_START.match(text)) or text.lower().strip(" .*") in _INSTEAD


_INSTEAD = frozenset(
    (
        "closed",
        "fermé",
        "cerrado",
        "geschlossen",
        "gesloten",
        "by appointment",
        "by appointment only",
        "sur rendez-vous",
        "nach vereinbarung",
    )
)


def _groups(found: Blocks, wanted: list[int]) -> Iterator[list[int]]:
    """Runs of `wanted` that are neighbours, a short block between two of them included."""
    group: list[int] = []
    for position in wanted:
        between = range(group[-1] + 1, position) if group else range(0)
        if len(between) < _REACH and all(len(found.rows[at - 1].text) <= _LONGEST_BETWEEN for at in between):
            group += [*between, position]
        else:
            if group:
                yield group
            group = [position]
    if group:
        yield group


def _with_breaks(document: Document, found: Blocks, positions: set[int]) -> dict[int, str]:
    """Texts of those blocks that have line breaks in them, with these."""
    breaks = document.named("br")
    if not breaks:
        return {}
    parts: dict[int, list[str]] = {}
    broken: set[int] = set()
    at = 0
    for text in document.texts:
        passed = at
        while at < len(breaks) and breaks[at].order < text.order:
            at += 1
        position = found.of_text.get(id(text.string))
        if position not in positions or position is None:
            continue
        pieces = parts.setdefault(position, [])
        if pieces and at > passed:
            pieces.append("\n")
            broken.add(position)
        pieces.append(str(text.string))
    return {position: _lines("\0".join(parts[position])) for position in broken}


def _lines(text: str) -> str:
    lines = (collapse(line.replace("\0", " ")) for line in text.split("\0\n\0"))
    return "\n".join(line.replace(" ,", ",") for line in lines if line)
