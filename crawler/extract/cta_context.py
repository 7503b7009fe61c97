"""Which words around a number speak of it: those of its block, up to the next number."""

import re
from bisect import bisect_left, bisect_right

from crawler.extract.cta_words import NUMBER, Cta, cta
from crawler.extract.page_text import PageText

_BEFORE, _AFTER = 60, 40
_NEXT_LABEL = re.compile(r"[\n|•·;/]|\b\w+\s?\w*\s?[:.]?\s*$")
"""Where words behind a number begin to speak of the next one."""


class CtaContext:
    """Words around places of a page; `numbers` are the spans of all its numbers and links to a phone."""

    def __init__(self, page: PageText, numbers: list[tuple[int, int]]) -> None:
        self._page = page
        self._starts = sorted(start for start, _ in numbers)
        self._ends = sorted(end for _, end in numbers)

    def of(self, start: int, end: int, anchor: str | None) -> Cta:
        """Class and phrase of the number or link at `start` to `end`; `anchor` as `cta_words.cta` takes it.

        A short block before speaks of a number that stands alone: `<dt>Fax</dt><dd>…`.
        """
        block_start, block_end = self._page.block_bounds(start)
        before = self._before(start, block_start)
        found = cta(before, anchor, self._behind(end, block_end))
        if found.kind != "bare" or before.strip(" \n:·|•-–"):
            return found
        return cta(self._block_before(block_start), anchor, "")

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
