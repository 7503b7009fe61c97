"""Which words around a number speak of it: those of its block, up to the next number."""

import re
from bisect import bisect_left, bisect_right
from itertools import islice

from bs4.element import Tag

from crawler.extract.document import text_of
from crawler.extract.phones.cta import NUMBER, Cta, cta
from crawler.extract.phones.page_text import PageText

_BEFORE, _AFTER = 60, 40
_NEXT_LABEL = re.compile(r"[\n|•·;/]|\b\w+\s?\w*\s?[:.]?\s*$")
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
        if found.kind != "bare" or self._page.text[max(block_start, start - _JOINT) : start].strip(_JOINTS):
            return found
        return cta(self._heading_of_cell(start) or self._block_before(block_start), anchor, "")

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
        first = table.find("tr")
        above = (
            first.find_all(_CELLS, recursive=False, limit=_COLUMNS)
            if isinstance(first, Tag) and first is not row
            else []
        )
        text = text_of(above[at]) if at < len(above) else ""
        if any(character.isdigit() for character in text):
            text = ""
        return f"{text} " if text or (above and at == 0) else ""

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

    def _block_before(self, block_start: int) -> str:
        if not block_start:
            return ""
        start, _ = self._page.block_bounds(max(0, block_start - 2))
        text = self._page.text[start:block_start].strip()
        if not text or len(text) > _BEFORE:
            return ""
        return self._before(block_start - 1, start).strip() + " "


def with_number(text: str, written: str | None) -> str:
    """`text` of a link with `NUMBER` for the number in it."""
    return text.replace(written, NUMBER, 1) if written else text


def _link_around(tag: Tag) -> Tag | None:
    return _nearest(tag, ("a", "button"))


def _nearest(tag: Tag, names: tuple[str, ...]) -> Tag | None:
    near = [tag, *islice(tag.parents, _DEPTH)]
    return next((element for element in near if element.name in names), None)
