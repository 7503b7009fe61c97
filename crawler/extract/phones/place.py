"""Places where a phone number is expected, so that bare digits may be one."""

import re

from bs4.element import Tag

from crawler.extract.document import Document
from crawler.extract.phones.page_text import PageText

_NAMED = re.compile(
    r"(?:^|[-_\s])(?:tel|tele|telephone|phones?|phone-?number|call|mobile|whatsapp|fax|gsm|handset)(?:$|[-_\s])",
    re.IGNORECASE,
)
_ATTRIBUTES = ("class", "id", "itemprop", "alt")
_FRAME = frozenset({"sticky", "header", "nav", "footer"})
_WORD = re.compile(r"\w")
_ANCESTORS = 3
_MAX_CHILDREN = 6
_MOST_PUNCTUATION = 200


class PhonePlaces:
    """Judges places of one page by the names of elements around them and by zone."""

    def __init__(self, document: Document, page: PageText) -> None:
        self._document = document
        self._page = page

    def expects(self, start: int, end: int) -> bool:
        """The element, an ancestor or an icon in it is named for a phone; or it is all of a block of the frame."""
        if not self._page.pieces:
            return False
        tag = self._page.piece_at(start).text.parent
        if any(map(_is_named_for_phone, _around(tag))):
            return True
        return tag.zone in _FRAME and self._is_alone(start, end)

    def _is_alone(self, start: int, end: int) -> bool:
        block_start, block_end = self._page.block_bounds(start)
        if block_end - block_start > end - start + _MOST_PUNCTUATION:
            return False
        rest = self._page.text[block_start:start] + self._page.text[end:block_end]
        return not _WORD.search(rest)


def _around(tag: Tag) -> list[Tag]:
    children = tag.find_all(True, limit=_MAX_CHILDREN, recursive=False)
    return [tag, *list(tag.parents)[: _ANCESTORS - 1], *(child for child in children if isinstance(child, Tag))]


def _is_named_for_phone(tag: Tag) -> bool:
    for name in _ATTRIBUTES:
        value = tag.attrs.get(name)
        words = " ".join(value) if isinstance(value, list) else value
        if words and _NAMED.search(words):
            return True
    return False
