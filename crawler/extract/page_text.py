"""The page's text as it is rendered: strings joined within a block, and where each of them comes from."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bs4.element import NavigableString, Tag

from crawler.extract.document import HEADINGS, Document
from crawler.text import collapse

_SPACE = re.compile(r"\s+")
BORDER = "\n"
"""Stands between blocks and for <br>: no number spans it."""


@dataclass(slots=True)
class Piece:
    """A string of the page from offset `start` of the text; `order` counts the nodes before it."""

    start: int
    parent: Tag
    block: int
    heading: int | None
    order: int
    string: int


@dataclass
class PageText:
    """`block_starts`: offset where every block begins, in order."""

    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    block_starts: list[int] = field(default_factory=list)

    def piece_at(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self.starts, offset) - 1]

    def pieces_between(self, start: int, end: int) -> Iterable[Piece]:
        first = bisect_right(self.starts, start) - 1
        return self.pieces[max(0, first) : bisect_right(self.starts, end - 1)]

    def block_bounds(self, offset: int) -> tuple[int, int]:
        """Start and end of the block that `offset` is in."""
        at = bisect_right(self.block_starts, offset)
        start = self.block_starts[at - 1] if at else 0
        end = self.block_starts[at] if at < len(self.block_starts) else len(self.text)
        return start, end

    def context(self, start: int, end: int) -> str:
        """Text around a place: at most 60 characters before it and 40 after."""
        before, after = self.text[max(0, start - 60) : start], self.text[end : end + 40]
        return collapse(before + self.text[start:end] + after)


@dataclass
class Place:
    """An element among the text: the offset, node order and headings it comes at."""

    tag: Tag
    offset: int
    heading: int | None
    order: int


def read_page(document: Document, block_of: Mapping[int, int]) -> tuple[PageText, list[Place]]:
    """Text of the page, and the elements that have attributes, in document order."""
    page = PageText()
    parts: list[str] = []
    places: list[Place] = []
    length = heading = current = 0
    for order, element in enumerate(document.soup.descendants):
        if isinstance(element, Tag):
            if element.name in HEADINGS:
                heading += 1
            elif element.name == "br":
                parts.append(BORDER)
                length += 1
            if element.attrs:
                places.append(Place(element, length, heading or None, order))
            continue
        block = block_of.get(id(element))
        if block is None:
            continue
        if block != current:
            current = block
            parts.append(BORDER)
            length += 1
            page.block_starts.append(length)
        text = _SPACE.sub(" ", element)
        page.pieces.append(_piece(element, length, block, heading, order))
        page.starts.append(length)
        parts.append(text)
        length += len(text)
    page.text = "".join(parts)
    return page, places


def _piece(element: NavigableString, start: int, block: int, heading: int, order: int) -> Piece:
    parent = element.parent
    assert parent is not None  # noqa: S101 - a string of a block has one
    return Piece(start, parent, block, heading or None, order, id(element))
