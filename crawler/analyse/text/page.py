"""A page as the text analysis sees it: main content only, its words, sections and zones."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from crawler.analyse.text.languages import language_of
from crawler.analyse.text.tokens import Token, as_read, tokenise

_PAGE_ENDINGS = (".html", ".htm", ".php", ".aspx", ".asp", ".jsp", ".shtml")
FIRST_WORDS = 100
_QUESTION = 7
"""Level of a question that is no heading: it stands below all headings."""


class Block(NamedTuple):
    """A block of main content; `level` 1 to 6: a heading, 0: text. `asks`: text that asks what stands below it, as in an
    accordion."""

    level: int
    text: str
    asks: bool = False


class PageText(NamedTuple):
    """What the analysis reads of a page. `title`: without the part that all titles share; `whole_title`: with it.

    `alts`: alternative texts of the images of the main content.
    """

    url: str
    language: str | None
    title: str
    meta_description: str
    blocks: tuple[Block, ...]
    whole_title: str = ""
    alts: tuple[str, ...] = ()


class Section(NamedTuple):
    """A heading, or a question, and what stands below it until the next one; `first` and `last` are block numbers.

    `above`: sections whose headings (H2 to H6) this one stands under. `words`: below the heading;
    `all_words`: those of its subsections, too.
    """

    heading: int | None
    level: int
    first: int
    last: int
    above: tuple[int, ...]
    words: int
    all_words: int


@dataclass(frozen=True)
class ReadPage:
    """`PageText` tokenised. `blocks[i]` are the words of block i; block texts are those of `as_read`."""

    source: PageText
    language: str
    texts: tuple[str, ...]
    blocks: tuple[list[Token], ...]
    title_text: str
    title: list[Token]
    meta: list[Token]
    path: list[Token]
    whole_title: list[Token]
    alts: tuple[list[Token], ...]

    @cached_property
    def words(self) -> int:
        return sum(map(len, self.blocks))

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Words of main content before each block."""
        counts = [0]
        for block in self.blocks:
            counts.append(counts[-1] + len(block))
        return tuple(counts[:-1])

    def tokens_of(self, block: int) -> list[Token]:
        """Words of a block; of the title where `block` is below 0."""
        return self.title if block < 0 else self.blocks[block]

    def text_of(self, block: int) -> str:
        """Text of a block; the title where `block` is below 0."""
        return self.title_text if block < 0 else self.texts[block]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return _sections(
            [block.level or _QUESTION * block.asks for block in self.source.blocks], [len(b) for b in self.blocks]
        )


def read_page(source: PageText) -> ReadPage:
    """Tokenise `source` in the language that its text is written in."""
    texts = tuple(as_read(block.text) for block in source.blocks)
    language = language_of(texts, source.language)
    title_text = as_read(source.title)
    title = tokenise(title_text, language)
    other = source.whole_title not in ("", source.title)
    return ReadPage(
        source=source,
        language=language,
        texts=texts,
        blocks=tuple(tokenise(text, language) for text in texts),
        title_text=title_text,
        title=title,
        meta=tokenise(as_read(source.meta_description), language),
        path=tokenise(path_text(source.url), language),
        whole_title=tokenise(as_read(source.whole_title), language) if other else title,
        alts=tuple(tokenise(as_read(alt), language) for alt in source.alts),
    )


def path_text(url: str) -> str:
    """Words of the path of `url`; segments are parted by a full stop, so that no phrase spans two."""
    segments = unquote(urlsplit(url).path, errors="replace").split("/")
    return ". ".join(_plain_segment(segment) for segment in segments if segment)


def _plain_segment(segment: str) -> str:
    for ending in _PAGE_ENDINGS:
        segment = segment.removesuffix(ending)
    return segment.replace("-", " ").replace("_", " ").replace("+", " ")


def _sections(levels: Sequence[int], words: Sequence[int]) -> tuple[Section, ...]:
    starts = [i for i, level in enumerate(levels) if level]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    ends = [*starts[1:], len(levels)]
    sections: list[Section] = []
    for first, end in zip(starts, ends, strict=True):
        level = levels[first] if first < len(levels) else 0
        below = sum(words[first + 1 if level else first : end])
        reach = next((i for i in range(end, len(levels)) if levels[i] and levels[i] <= level), len(levels))
        deep = sum(words[first + 1 : reach]) if level else below
        above = _above(sections, level)
        sections.append(Section(first if level else None, level, first, end, above, below, deep))
    return tuple(sections)


def _above(sections: Sequence[Section], level: int) -> tuple[int, ...]:
    """Numbers of the sections, H2 and deeper, that a new section of `level` stands under."""
    above: list[int] = []
    for number in range(len(sections) - 1, -1, -1):
        if 1 < sections[number].level < level:
            above.append(number)
            level = sections[number].level
    return tuple(above)
