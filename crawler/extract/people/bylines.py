"""Bylines: the words on a page that say who wrote, edited or reviewed it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crawler.extract.blocks import Blocks
from crawler.extract.body_text import BlockTexts, Lines, body_rows, first_address
from crawler.extract.document import Document, attribute
from crawler.extract.own_parts import OwnParts
from crawler.extract.people.byline_phrases import (
    LONG_CLUES,
    Phrase,
    bare_clues,
    bare_phrases,
    clues,
    may_be_bare,
    phrases,
)
from crawler.extract.people.names import Named, people_at
from crawler.extract.survey import HEADINGS
from crawler.extract.tree import Element
from crawler.tables.facts import BlockRow

_SHORT_WORDS = 40
_NAME_WORDS = 15
_MOST_BLOCKS = 40
_LONGEST = 3000
_TAIL = re.compile(
    r"\s*(?:$|[|•·–—/(,;\x1f\[-]|[0-9]|(?:on|in|at|for|and|updated|published|posted|reviewed|last|medically|min|am|le|el|en)\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s[0-9])",
    re.IGNORECASE,
)
_BYLINE_CLASS = re.compile(
    r"(?:^|\s)(?:(?:post|entry|article|blog|page|meta)[-_]{1,2})?(?:[Bb]y-?line|[Aa]uthor(?:[-_]{1,2}name)?)(?:\s|$)"
)
_WHOLE_PAGE = frozenset({"html", "body", "main", "article", "section"})
_BY_CLASS = Phrase(("author",), 0, True)
_LONGEST_CLASS = 300
_PROSE = re.compile(r"\s*,?\s*(?:is|has|was|are|joined|brings|holds)\b", re.IGNORECASE)


class Byline(NamedTuple):
    """A person named on the page; `profile_url`: what the name links to, absolute."""

    role: str
    person: Named
    profile_url: str | None


def bylines(document: Document, blocks: Blocks) -> list[Byline]:
    """Bylines of the page itself, in document order; those of cards, comments and quotations are left out."""
    rows = [row for row in body_rows(blocks) if row.hidden is None]
    short = [row for row in rows if row.words <= _SHORT_WORDS]
    lang = document.attribute_of_root("lang")
    lines = Lines(short)
    found = lines.rows_with(clues(lang), _MOST_BLOCKS) + Lines(rows).rows_with(LONG_CLUES, _MOST_BLOCKS)
    bare = lines.rows_with(bare_clues(lang), _MOST_BLOCKS)
    found += [row for row in bare if may_be_bare(row.text, lang)]
    found += [
        row for row in short if row.words <= _NAME_WORDS and _is_named_byline(blocks.owners[row.position - 1])
    ][:_MOST_BLOCKS]
    candidates = {row.position: row for row in found}
    if not candidates:
        return []
    reader = _Reader(document, blocks, lang)
    return [byline for _, row in sorted(candidates.items()) for byline in reader.read(row)]


class _Reader:
    """Reads bylines off blocks of one page."""

    def __init__(self, document: Document, blocks: Blocks, lang: str | None) -> None:
        self._document = document
        self._blocks = blocks
        self._lang = lang
        self._texts = BlockTexts(document, blocks)
        self._own = OwnParts(document)

    def read(self, row: BlockRow) -> Iterator[Byline]:
        text = self._texts.marked(row, _LONGEST)
        found = list(self._with_phrase(row, text))
        if not found and row.words <= _SHORT_WORDS:
            found = list(self._bare(row, text)) or list(self._by_class(row, text))
        if found and self._own.holds(self._blocks.owners[row.position - 1]):
            yield from found

    def _with_phrase(self, row: BlockRow, text: str) -> Iterator[Byline]:
        for phrase in phrases(text):
            named = people_at(text, phrase.end)
            if named:
                yield from self._bylines(row, phrase, named)
            elif phrase.end >= len(text.rstrip(":|–— -")):
                yield from self._in_next_block(row, phrase)

    def _in_next_block(self, label: BlockRow, phrase: Phrase) -> Iterator[Byline]:
        """The name stands in a block of its own behind `label`."""
        if label.position >= len(self._blocks.rows):
            return
        row = self._blocks.rows[label.position]
        text = self._texts.marked(row, _LONGEST)
        named = people_at(text)
        if named and (row.words <= _NAME_WORDS or _PROSE.match(text, named[-1].end)):
            yield from self._bylines(row, phrase, named)

    def _bare(self, row: BlockRow, text: str) -> Iterator[Byline]:
        """A "by" alone counts where nothing but a name follows, or a name and a date, a place, a separator."""
        for phrase in bare_phrases(text, self._lang):
            named = people_at(text, phrase.end)
            if named and _TAIL.match(text, named[-1].end):
                found = list(self._bylines(row, phrase, named))
                if row.tag not in HEADINGS or any(byline.profile_url for byline in found):
                    yield from found
            elif not named and phrase.end >= len(text.rstrip(": ")):
                yield from self._in_next_block(row, phrase)

    def _by_class(self, row: BlockRow, text: str) -> Iterator[Byline]:
        """A class says that it is a byline, and the name comes first in it: "Ann Poe, MD · Knees"."""
        if _is_named_byline(self._blocks.owners[row.position - 1]):
            named = people_at(text)
            if named and _TAIL.match(text, named[-1].end):
                yield from self._bylines(row, _BY_CLASS, named)

    def _bylines(self, row: BlockRow, phrase: Phrase, named: Iterable[Named]) -> Iterator[Byline]:
        for person in named:
            profile_url = first_address(self._document, self._texts.hrefs(row.position, person.start, person.end))
            is_certain = not phrase.is_doubtful or profile_url or person.published_as != person.name
            if is_certain:
                yield from (Byline(role, person, profile_url) for role in phrase.roles)


def _is_named_byline(owner: Element) -> bool:
    """`owner`, or what it stands in, has the class of a byline."""
    return _has_byline_class(owner) or (isinstance(owner.parent, Element) and _has_byline_class(owner.parent))


def _has_byline_class(tag: Element) -> bool:
    names = attribute(tag, "class") if "class" in tag.attrs and tag.name not in _WHOLE_PAGE else None
    if not names or not ("line" in names or "uthor" in names):
        return False
    return _BYLINE_CLASS.search(names[:_LONGEST_CLASS]) is not None
