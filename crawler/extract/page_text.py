"""The page's text as it is rendered: strings joined within a block, and where each of them comes from."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from bs4.element import NavigableString, Tag

from crawler.extract.document import HEADINGS, Document
from crawler.text import collapse

_SPACE = re.compile(r"\s{2,}|[^\S ]")
_ATTRIBUTES = frozenset({"href", "alt", "aria-label", "title", "itemprop"})
_HEADINGS = frozenset(HEADINGS)
BORDER = "\n"
"""Stands between blocks and for <br>: no number spans it."""


class Piece(NamedTuple):
    """A string of the page, from offset `start` of the text; `order` counts the nodes before it."""

    start: int
    string: NavigableString
    block: int
    heading: int | None
    order: int

    @property
    def parent(self) -> Tag:
        tag = self.string.parent
        assert tag is not None  # noqa: S101 - a string of a block stands in an element
        return tag


class Place(NamedTuple):
    """An element with an attribute that may hold a number: the offset, node order and heading it comes at."""

    offset: int
    tag: Tag
    heading: int | None
    order: int


class PageText:
    """`pieces` make up `text` in order; `block_starts`: offset at which every block begins."""

    def __init__(self, text: str, pieces: list[Piece], block_starts: list[int]) -> None:
        self.text = text
        self.pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self._block_starts = block_starts

    def piece_at(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self._starts, offset) - 1]

    def end_of(self, piece: Piece) -> int:
        """Offset behind the last character of `piece`."""
        return piece.start + len(rendered(piece.string))

    def block_bounds(self, offset: int) -> tuple[int, int]:
        """Start and end of the block that `offset` is in."""
        at = bisect_right(self._block_starts, offset)
        start = self._block_starts[at - 1] if at else 0
        end = self._block_starts[at] if at < len(self._block_starts) else len(self.text)
        return start, end

    def context(self, start: int, end: int) -> str:
        """Text around a place: at most 60 characters before it and 40 after."""
        before, after = self.text[max(0, start - 60) : start], self.text[end : end + 40]
        return collapse(before + self.text[start:end] + after)


def rendered(string: str) -> str:
    """`string` with every run of white space as one space."""
    return " " if string.isspace() else _SPACE.sub(" ", string)


def read_page(document: Document, block_of: Mapping[int, int]) -> tuple[PageText, list[Place]]:
    """Text of the page, and the elements with an attribute that may hold a number, in document order."""
    parts: list[str] = []
    pieces: list[Piece] = []
    block_starts: list[int] = []
    places: list[Place] = []
    length = heading = current = 0
    for order, element in enumerate(document.soup.descendants):
        if isinstance(element, Tag):
            if element.name in _HEADINGS:
                heading += 1
            elif element.name == "br":
                parts.append(BORDER)
                length += 1
            if not _ATTRIBUTES.isdisjoint(element.attrs):
                places.append(Place(length, element, heading or None, order))
            continue
        block = block_of.get(id(element))
        if block is None or not isinstance(element, NavigableString):
            continue
        if block != current:
            current = block
            parts.append(BORDER)
            length += 1
            block_starts.append(length)
        text = rendered(element)
        pieces.append(Piece(length, element, block, heading or None, order))
        parts.append(text)
        length += len(text)
    return PageText("".join(parts), pieces, block_starts), places
