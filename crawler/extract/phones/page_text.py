"""The page's text as it is rendered: strings joined within a block, and where each of them comes from."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from operator import attrgetter
from typing import NamedTuple

from crawler.extract.document import Document, attribute
from crawler.extract.phones.links import may_dial
from crawler.extract.survey import Text
from crawler.extract.tree import Element
from crawler.text import collapse

_NAMES = ("alt", "aria-label", "title")
_DIGIT = re.compile(r"\d")
BORDER = "\n"
"""Stands between blocks and for <br>: no number spans it."""


class Piece(NamedTuple):
    """A text of the page, from offset `start` of the whole."""

    start: int
    text: Text
    block: int


class Place(NamedTuple):
    """An element with an attribute that may hold a number, and the offset it comes at."""

    offset: int
    tag: Element


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
        return piece.start + len(rendered(piece.text.string))

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
    words = " ".join(string.split())
    if not words:
        return " "
    size = len(string)
    before = " " if len(string.lstrip()) < size else ""
    return before + words + (" " if len(string.rstrip()) < size else "")


def read_page(document: Document, block_of: Mapping[int, int]) -> tuple[PageText, list[Place]]:
    """Text of the page, and the elements with an attribute that may hold a number, in document order."""
    marks = _marks(document)
    parts: list[str] = []
    pieces: list[Piece] = []
    block_starts: list[int] = []
    places: list[Place] = []
    length = current = at = 0
    for text in document.texts:
        while at < len(marks) and marks[at].order < text.order:
            length = _pass(marks[at], length, parts, places)
            at += 1
        block = block_of.get(id(text.string))
        if block is None:
            continue
        if block != current:
            current = block
            parts.append(BORDER)
            length += 1
            block_starts.append(length)
        shown = rendered(text.string)
        pieces.append(Piece(length, text, block))
        parts.append(shown)
        length += len(shown)
    for mark in marks[at:]:
        length = _pass(mark, length, parts, places)
    return PageText("".join(parts), pieces, block_starts), places


def _pass(tag: Element, length: int, parts: list[str], places: list[Place]) -> int:
    """Note what `tag` is to the text, which has come to `length`; gives the length after it."""
    if tag.name == "br":
        parts.append(BORDER)
        return length + 1
    places.append(Place(length, tag))
    return length


def _marks(document: Document) -> list[Element]:
    """Line breaks, and elements with an attribute that may dial, show or publish a number, in document order."""
    found = [tag for tag in document.with_attribute("href") if may_dial(attribute(tag, "href") or "")]
    found += document.with_attribute("itemprop")
    for name in _NAMES:
        found += [tag for tag in document.with_attribute(name) if _DIGIT.search(attribute(tag, name) or "")]
    return sorted({id(tag): tag for tag in (*found, *document.named("br"))}.values(), key=attrgetter("order"))
