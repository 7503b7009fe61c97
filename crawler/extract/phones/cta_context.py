"""Which words around a number speak of it: those of its block, up to the next number."""

import re
from bisect import bisect_left, bisect_right
from itertools import islice

from bs4.element import Tag

from crawler.extract.document import below, text_of
from crawler.extract.phones.cta import Cta, cta
from crawler.extract.phones.cta_clauses import NUMBER
from crawler.extract.phones.icons import icon_before
from crawler.extract.phones.page_text import PageText

_BEFORE, _AFTER = 100, 60
_HEADING = 60
"""Characters of a block that heads a number."""

_BETWEEN = 2
"""Links, each a block of its own, between a heading and the number that it heads."""

_WORD = re.compile(r"[^\W_]")
_OF_ICON = frozenset({"fax", "whatsapp", "text"})
_NEXT_LABEL = re.compile(r"[\n|•·;/]|[^\n|•·;/,.()]{0,40}[:–—-]+\s*\Z|\b\w+\s?\w*\s?[:.]?\s*\Z")
"""Where words behind a number begin to speak of the next one."""


_JOINTS = " \n:·|•-–—→›»"
_CELLS = ("td", "th")
_DEPTH = 5
_COLUMNS = 50
_JOINT = 200
"""Characters in which the words next to a number must begin."""


class CtaContext:
    """Words around places of a page; `numbers` are the spans of all its numbers and links to a phone."""

    def __init__(self, page: PageText, numbers: list[tuple[int, int]]) -> None:
        self._page = page
        self._starts = sorted(start for start, _ in numbers)
        self._ends = sorted(end for _, end in numbers)
        self._first_rows: dict[int, tuple[Tag | None, list[str]]] = {}

    def of(self, start: int, end: int, anchor: str | None) -> Cta:
        """Class and phrase of the number or link at `start` to `end`; `anchor` as `cta` takes it.

        A short block before speaks of a number that stands alone: `<dt>Fax</dt><dd>…`.
        """
        block_start, block_end = self._page.block_bounds(start)
        before, behind = self._before(start, block_start), self._behind(end, block_end)
        if self._ends_in_button(start, block_start):
            before = ""
        if self._begins_with_button(end, block_end):
            behind = ""
        found = cta(before, anchor, behind)
        if found.kind == "bare" and start < end:
            found = self._of_icon(start, anchor) or found
        if found.kind != "bare" or _WORD.search(self._page.text, max(block_start, start - _JOINT), start):
            return found
        if heading := self._heading_of_cell(start):
            return cta(heading, anchor, "")
        return self._headed(block_start, anchor)

    def _of_icon(self, start: int, anchor: str | None) -> Cta | None:
        """What an icon or a picture right before the place says, where it names the number."""
        piece = self._page.piece_at(start)
        if _WORD.search(self._page.text, piece.start, start):
            return None
        kind, said = icon_before(piece.text.string)
        if said:
            found = cta(said, anchor, "")
            return found if found.kind in _OF_ICON else None
        return Cta(kind, None) if kind in _OF_ICON else None

    def _ends_in_button(self, start: int, block_start: int) -> bool:
        """Another link or button stands right before: its words are its own."""
        floor = max(block_start, start - _JOINT)
        text = self._page.text[floor:start].rstrip(_JOINTS)
        return bool(text) and self._is_in_other_link(floor + len(text) - 1, start)

    def _begins_with_button(self, end: int, block_end: int) -> bool:
        ceiling = min(block_end, end + _JOINT)
        rest = self._page.text[end:ceiling]
        at = end + len(rest) - len(rest.lstrip(_JOINTS))
        return at < ceiling and self._is_in_other_link(at, end - 1)

    def _is_in_other_link(self, offset: int, own: int) -> bool:
        link = _link_around(self._page.piece_at(offset).text.parent)
        return link is not None and link is not _link_around(self._page.piece_at(own).text.parent)

    def _heading_of_cell(self, start: int) -> str:
        """Text of the heading of the column that the place stands in; blank in the first cell of a further row,
        before which another row speaks; empty where there is none."""
        cell = _nearest(self._page.piece_at(start).text.parent, _CELLS) if self._page.pieces else None
        table = _nearest(cell, ("table",)) if cell is not None else None
        row = cell.parent if cell is not None else None
        if cell is None or row is None or table is None:
            return ""
        at = sum(
            other.name in _CELLS
            for other in islice(cell.previous_siblings, 2 * _COLUMNS)
            if isinstance(other, Tag)
        )
        first, above = self._first_row(table)
        if first is row:
            above = []
        text = above[at] if at < len(above) else ""
        if any(character.isdigit() for character in text):
            text = ""
        return f"{text} " if text or (above and at == 0) else ""

    def _first_row(self, table: Tag) -> tuple[Tag | None, list[str]]:
        """First row of a table, and the texts of its cells."""
        if id(table) not in self._first_rows:
            first = next(below(table, "tr"), None)
            cells = first.find_all(_CELLS, recursive=False, limit=_COLUMNS) if first is not None else []
            self._first_rows[id(table)] = first, [text_of(cell) for cell in cells if isinstance(cell, Tag)]
        return self._first_rows[id(table)]

    def _before(self, start: int, floor: int) -> str:
        previous = bisect_right(self._ends, start)
        floor = max(floor, start - _BEFORE, self._ends[previous - 1] if previous else 0)
        return self._page.text[floor:start]

    def _behind(self, end: int, ceiling: int) -> str:
        following = bisect_left(self._starts, end)
        ceiling = min(ceiling, end + _AFTER)
        if following < len(self._starts) and self._starts[following] < ceiling:
            text = self._page.text[end : self._starts[following]]
            label = _NEXT_LABEL.search(text)
            return text[: label.start()] if label else text
        return self._page.text[end:ceiling]

    def _headed(self, block_start: int, anchor: str | None) -> Cta:
        """What the short block before says, links left out that stand between: their words are their own. A heading
        over several says what to call for, and not which of them is the fax."""
        end = block_start
        for _ in range(_BETWEEN + 1):
            if not end:
                break
            start, _ = self._page.block_bounds(max(0, end - 2))
            text = self._page.text[start:end].strip()
            if not text or len(text) > _HEADING:
                break
            if not self._is_link(start, end):
                found = cta(self._before(end - 1, start).strip() + " ", anchor, "")
                return found if end == block_start or found.kind not in _OF_ICON else cta("", anchor, "")
            end = start
        return cta("", anchor, "")

    def _is_link(self, start: int, end: int) -> bool:
        """The words from `start` to `end` are those of a link."""
        first = _WORD.search(self._page.text, start, end)
        last = self._page.text[start:end].rstrip(_JOINTS)
        ends = self._page.piece_at(start + max(0, len(last) - 1)).text.parent
        return first is not None and self._page.piece_at(first.start()).text.parent.in_link and ends.in_link


def with_number(text: str, written: str | None) -> str:
    """`text` of a link with `NUMBER` for the number in it."""
    return text.replace(written, NUMBER, 1) if written else text


def _link_around(tag: Tag) -> Tag | None:
    return _nearest(tag, ("a", "button"))


def _nearest(tag: Tag, names: tuple[str, ...]) -> Tag | None:
    near = [tag, *islice(tag.parents, _DEPTH)]
    return next((element for element in near if element.name in names), None)
