"""What a visitor reads of a page itself: the blocks outside menus, headers and footers, and what each consists of."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document, attribute
from crawler.extract.people.names import SEAM
from crawler.extract.survey import Text
from crawler.extract.tree import Element
from crawler.tables.facts import BlockRow
from crawler.text import collapse

BODY = frozenset({"main", "hero", "aside", "modal"})
_MOST_PIECES = 200
_MOST_ANCESTORS = 30


def body_rows(blocks: Blocks) -> list[BlockRow]:
    """Blocks of the page itself, in document order."""
    return [row for row in blocks.rows if row.zone in BODY]


class Lines:
    """`rows` to look for words in. `text`: a line each and its end, in UTF-8 with ASCII letters in lower case."""

    def __init__(self, rows: Sequence[BlockRow]) -> None:
        self.rows = rows
        self.text = ("\n".join([row.text for row in rows]) + "\n").encode("utf-8", "replace").lower()

    def rows_with(self, clues: Iterable[bytes], most: int) -> list[BlockRow]:
        """The first `most` rows for each of `clues` (lower case) that have it in their text, in document order."""
        found: set[int] = set()
        for clue in clues:
            if clue in self.text:
                found.update(_lines_with(self.text, clue, most))
        return [self.rows[line] for line in sorted(found)]


def _lines_with(text: bytes, clue: bytes, most: int) -> list[int]:
    """Numbers, from 0, of the first `most` lines of `text` that `clue` stands in."""
    found: list[int] = []
    line = passed = 0
    at = text.find(clue)
    while at >= 0 and len(found) < most:
        line += text.count(b"\n", passed, at)
        found.append(line)
        passed = text.find(b"\n", at)
        at = text.find(clue, passed) if passed >= 0 else -1
    return found


class Piece(NamedTuple):
    """A string of a block, at `start` to `end` of its text."""

    start: int
    end: int
    text: Text


class BlockTexts:
    """The strings of blocks, looked up by a block's position; nothing is done before the first look."""

    def __init__(self, document: Document, blocks: Blocks) -> None:
        self._document = document
        self._blocks = blocks
        self._pieces: dict[int, list[Piece]] = {}

    @cached_property
    def _texts(self) -> dict[int, list[Text]]:
        found: dict[int, list[Text]] = defaultdict(list)
        for text in self._document.texts:
            position = self._blocks.of_text.get(id(text.string))
            if position is not None:
                found[position].append(text)
        return found

    def pieces(self, position: int) -> list[Piece]:
        """Strings of the block that are not blank."""
        if position not in self._pieces:
            whole = self._blocks.rows[position - 1].text
            found = self._pieces[position] = []
            at = 0
            for text in self._texts[position]:
                string = collapse(text.string)
                if string:
                    start = at + whole.startswith(" ", at)
                    at = start + len(string)
                    found.append(Piece(start, at, text))
        return self._pieces[position]

    def marked(self, row: BlockRow, longest: int) -> str:
        """The first `longest` characters of `row`, with a seam for the space between two of its strings."""
        starts = [piece.start for piece in self.pieces(row.position) if 0 < piece.start < longest]
        starts = [start for start in starts if row.text[start - 1] == " "]
        bounds = [0, *starts, longest + 1]
        return SEAM.join(row.text[a : b - 1] for a, b in pairwise(bounds))

    def hrefs(self, position: int, start: int, end: int) -> list[str]:
        """What the text from `start` to `end` of the block links to, as published."""
        over = (piece for piece in self.pieces(position) if piece.start < end and piece.end > start)
        found = (_href(piece.text.parent) for piece in islice(over, _MOST_PIECES))
        return list(dict.fromkeys(href for href in found if href))


def first_address(document: Document, hrefs: Iterable[str]) -> str | None:
    """The first of `hrefs` that leads to another page, absolute; null where none does."""
    targets = (document.resolve(href) for href in hrefs if not href.startswith("#"))
    return next((target for target in targets if target and target != document.url), None)


def _href(tag: Element) -> str | None:
    """href of the link that `tag` is or stands in."""
    current: object = tag if tag.in_link else None
    for _ in range(_MOST_ANCESTORS):
        if not isinstance(current, Element):
            return None
        if current.name == "a":
            return attribute(current, "href")
        current = current.parent
    return None
