"""What may be an entry of a list of references: list items, rows of a table, paragraphs and lines of them, with their numbers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from crawler.extract.blocks import Blocks
from crawler.extract.body_text import BlockTexts
from crawler.extract.document import Document, attribute
from crawler.extract.references.entries import has_mark
from crawler.extract.tree import Element
from crawler.tables.facts import BlockRow

NUMBER = re.compile(r"\s*(?:\(([0-9]{1,3})\)|\[([0-9]{1,3})\]|([0-9]{1,3})[.)](?![0-9]))\s*(?=\S)")
_BARE_NUMBER = re.compile(r"\s*([0-9]{1,3})\s+(?=\S)")
_BACK_LINK = re.compile(r"(?:\s*[↩↑^⏎]\ufe0e?)+\s*$|^\s*[↑^]\s*")
_WHOLE = frozenset({"li", "tr", "dd"})
_NEAREST_ANCESTORS = 6
_LONGEST = 2000
_MOST_LINES = 300


class Entry(NamedTuple):
    """`text` is without its number; `hrefs`: what it links to; `position`: block that it begins in."""

    number: int | None
    text: str
    hrefs: list[str]
    position: int


class Unit(NamedTuple):
    """What may be an entry: a list item, a table's row, a paragraph or a line of one. `list_id`: its <ol> or <ul>."""

    entry: Entry
    list_id: int | None
    positions: frozenset[int]


class Units:
    """Makes units of the blocks of one page."""

    def __init__(self, document: Document, blocks: Blocks, texts: BlockTexts) -> None:
        self._blocks = blocks
        self._texts = texts
        self._breaks = [tag.order for tag in document.named("br")]
        self._numbers: dict[int, dict[int, int]] = {}

    def of(self, rows: Sequence[BlockRow]) -> Iterator[Unit]:
        """Units of `rows`, in document order; blocks of one item or table row are one unit."""
        for _, members in groupby(rows, key=self._key):
            group = list(members)
            whole = self._whole(group[0])
            if whole is not None:
                yield self._unit(group, 0, None, whole)
                continue
            for start, end in self._lines(group[0]):
                yield self._unit(group, start, end, None)

    def _key(self, row: BlockRow) -> int:
        whole = self._whole(row)
        return id(whole) if whole is not None else -row.position

    def _whole(self, row: BlockRow) -> Element | None:
        """Item or table row that a block is of."""
        current: object = self._blocks.owners[row.position - 1]
        for _ in range(_NEAREST_ANCESTORS):
            if not isinstance(current, Element):
                return None
            if current.name in _WHOLE:
                return current
            current = current.parent
        return None

    def _unit(self, group: Sequence[BlockRow], start: int, end: int | None, whole: Element | None) -> Unit:
        first = group[0]
        text = first.text[start:end] if end else " ".join([first.text[start:], *(row.text for row in group[1:])])
        text = text[:_LONGEST]
        hrefs = [href for row in group for href in self._texts.hrefs(row.position, start, end or _LONGEST)]
        listed = whole.parent if whole is not None and whole.name == "li" else None
        given = self._number_in_list(listed, whole) if isinstance(listed, Element) else None
        number, text = self._numbered(first, text, given, at_start=start == 0)
        entry = Entry(number, _BACK_LINK.sub("", text).strip(), hrefs, first.position)
        list_id = id(whole.parent) if whole is not None else None
        return Unit(entry, list_id, frozenset(row.position for row in group))

    def _numbered(self, row: BlockRow, text: str, given: int | None, *, at_start: bool) -> tuple[int | None, str]:
        """Number of an entry, written or given by its list, and its text without it."""
        if match := NUMBER.match(text):
            return int(next(group for group in match.groups() if group)), text[match.end() :]
        bare = _BARE_NUMBER.match(text)
        pieces = self._texts.pieces(row.position) if bare and at_start else []
        if bare and (int(bare[1]) == given or (pieces and pieces[0].end == bare.end(1))):
            return int(bare[1]), text[bare.end() :]
        return given, text

    def _number_in_list(self, listed: Element, item: Element | None) -> int | None:
        """Number that an <ol> gives to its item; null in an <ul>."""
        if listed.name != "ol":
            return None
        if id(listed) not in self._numbers:
            number = _integer(attribute(listed, "start"), 1) - 1
            numbers = self._numbers.setdefault(id(listed), {})
            for child in listed.contents:
                if isinstance(child, Element) and child.name == "li":
                    number = _integer(attribute(child, "value"), number + 1)
                    numbers[id(child)] = number
        return self._numbers[id(listed)].get(id(item))

    def _lines(self, row: BlockRow) -> list[tuple[int, int | None]]:
        """Where the lines of a paragraph start and end: at <br>, and where its numbers count on."""
        starts = [0]
        for before, piece in pairwise(self._texts.pieces(row.position)):
            orders = before.text.order, piece.text.order
            if bisect_left(self._breaks, orders[1]) > bisect_right(self._breaks, orders[0]):
                starts.append(piece.start)
        if len(starts) == 1:
            starts = _counted_starts(row.text[: 10 * _LONGEST])
        is_list = all(
            NUMBER.match(row.text, start) or has_mark(row.text[start:][:_LONGEST]) for start in starts[:3]
        )
        starts = starts[:_MOST_LINES] if is_list else [0]
        return list(zip(starts, [*starts[1:], None], strict=True))


def _counted_starts(text: str) -> list[int]:
    """Offsets at which "(1) …", "(2) …" and so on stand in `text`, which begins with the first of them."""
    first = NUMBER.match(text)
    if first is None:
        return [0]
    number = int(next(group for group in first.groups() if group))
    opening, closing = ("(", ")") if first[1] else ("[", "]") if first[2] else (" ", first[0].strip()[-1])
    starts = [0]
    while len(starts) < _MOST_LINES:
        number += 1
        at = text.find(f"{opening}{number}{closing} ", starts[-1] + 1)
        if at < 0:
            return starts
        starts.append(at)
    return starts


def _integer(text: str | None, default: int) -> int:
    """Number in an attribute; `default` where it holds none that a list of references could have."""
    return int(text) if text and text.strip().isascii() and text.strip().isdigit() and len(text) < 5 else default
