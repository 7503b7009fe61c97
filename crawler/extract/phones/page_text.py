"""The page's text as it is rendered: strings joined within a block, and where each of them comes from."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from crawler.extract.document import Document
from crawler.extract.phones.marks import marks
from crawler.extract.survey import Text
from crawler.extract.tree import Element
from crawler.text import collapse

_NINE_DIGITS = r"\d(?:[-. ()/–]{0,3}\d){8,}"
_WHOLE_START, _WHOLE_END = re.compile(rf"[+(]{{0,2}}{_NINE_DIGITS}"), re.compile(rf"{_NINE_DIGITS}\Z")
_GROUP_START, _GROUP_END = re.compile(r"\d{2,5}(?!\d)"), re.compile(r"(?<![\d./-])\d{2,5}\Z")
_REACH, _GROUP_REACH = 24, 6
BORDER = "\n"
"""Stands between blocks and for <br>: no number spans it."""


class Piece(NamedTuple):
    """A text of the page, from offset `start` to `end` of the whole."""

    start: int
    end: int
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

    def block_start(self, offset: int) -> int:
        """Start of the block that `offset` is in."""
        at = bisect_right(self._block_starts, offset)
        return self._block_starts[at - 1] if at else 0

    def block_bounds(self, offset: int) -> tuple[int, int]:
        """Start and end of the block that `offset` is in."""
        at = bisect_right(self._block_starts, offset)
        start = self.block_start(offset)
        end = self._block_starts[at] if at < len(self._block_starts) else len(self.text)
        return start, end

    def offset_in_block(self, offset: int) -> int:
        """Characters of its block that stand before `offset`."""
        return offset - self.block_start(offset)

    def context(self, start: int, end: int) -> str:
        """Text around a place: at most 60 characters before it and 40 after."""
        before, after = self.text[max(0, start - 60) : start], self.text[end : end + 40]
        return collapse(before + self.text[start:end] + after)


def rendered(string: str) -> str:
    """`string` with every run of white space as one space."""
    words = " ".join(string.split())
    if not words:
        return " "
    if words == string:
        return words
    return f"{' ' * string[0].isspace()}{words}{' ' * string[-1].isspace()}"


def read_page(document: Document, block_of: Mapping[int, int]) -> tuple[PageText, list[Place]]:
    """Text of the page, and the elements with an attribute that may hold a number, in document order."""
    marked = marks(document)
    parts: list[str] = []
    pieces: list[Piece] = []
    block_starts: list[int] = []
    places: list[Place] = []
    length = current = at = 0
    for text in document.texts:
        while at < len(marked) and marked[at].order < text.order:
            length = _pass(marked[at], length, parts, places)
            at += 1
        block = block_of.get(id(text.string))
        if block is None:
            continue
        shown = rendered(text.string)
        if block != current:
            current = block
            parts.append(BORDER)
            length += 1
            block_starts.append(length)
        elif _runs_together(parts[-1], shown) and pieces[-1].text.parent is not text.parent:
            parts.append(" ")
            length += 1
        pieces.append(Piece(length, length + len(shown), text, block))
        parts.append(shown)
        length += len(shown)
    for mark in marked[at:]:
        length = _pass(mark, length, parts, places)
    return PageText("".join(parts), pieces, block_starts), places


def _runs_together(left: str, right: str) -> bool:
    """Two elements meet in a number without a space: a word and a whole number, two numbers, two groups of one."""
    last, first = left[-1], right[0]
    if not last.isalnum() or not (first.isdigit() or first in "+(" or (last.isdigit() and first.isalpha())):
        return False
    if (
        last.isdigit()
        and first.isdigit()
        and _GROUP_END.search(left[-_GROUP_REACH:])
        and _GROUP_START.match(right)
    ):
        return True
    return _WHOLE_START.match(right) is not None or _WHOLE_END.search(left[-_REACH:]) is not None


def _pass(tag: Element, length: int, parts: list[str], places: list[Place]) -> int:
    """Note what `tag` is to the text, which has come to `length`; gives the length after it."""
    if tag.name == "br":
        parts.append(BORDER)
        return length + 1
    places.append(Place(length, tag))
    return length
