"""Headings of a page, h1 to h6, as the parser sees them, and the outline that they make."""

import re

from bs4.element import Tag

from crawler.extract.document import Document, attribute, below, text_of
from crawler.extract.tree import Element
from crawler.tables.facts import HeadingRow
from crawler.text import collapse

_ASKS = re.compile(
    r"¿|(?:what|how|why|which)(?:['’]s| (?:is|are|do|does|did|can|could|should|will|would|to|long|much|many|often|soon"
    r"|causes?|happens|if|kinds?|types?|conditions)) |(?:is|are|can|do|does|did|will|would|should|could)"
    r" (?:i|you|we|it|my|your|there|they|the|this|a|an|insurance) |(?:when|where|who) (?:should|can|do|does|is|are|to|will) "
    r"|(?:qué|cómo|cuándo|cuánt[oa]s?|dónde|quién|cuál|por qué) (?:es|son|está|puede|puedo|debo|dura|cuesta|hay|se) "
    r"|(?:comment|pourquoi|quand|combien|quel(?:le)?s?) (?:est|sont|se|de|dois|puis|peut|faire|faut|cela) |est-ce |qu['’]est-ce "
    r"|(?:was|wie|warum|wann|wer|welche[rs]?) (?:ist|sind|kann|können|muss|lange|viel|oft|funktioniert|hilft|kostet|soll) ",
    re.IGNORECASE,
)
"""First words of a question; "When therapy fails" and "How it works" are none."""


def headings(document: Document) -> list[HeadingRow]:
    """Every heading in document order, positions from 1; empty and hidden ones count too."""
    tags = document.heading_tags
    levels = [int(tag.name[1]) for tag in tags]
    parents, ends = _sections(levels)
    return [
        _heading(document, tag, position, parents[position - 1], ends[position - 1], before)
        for position, (tag, before) in enumerate(zip(tags, [0, *levels], strict=False), start=1)
    ]


def _heading(
    document: Document, tag: Element, position: int, parent: int | None, end: int, before: int
) -> HeadingRow:
    text, level = text_of(tag), int(tag.name[1])
    return HeadingRow(
        url=document.url,
        position=position,
        level=level,
        text=text,
        zone=tag.zone,
        alt_text=_alt_text(tag),
        parent_position=parent,
        section_end=end,
        skipped_levels=max(0, level - before - 1),
        is_question=is_question(text),
        hidden=tag.hidden_by,
    )


def _sections(levels: list[int]) -> tuple[list[int | None], list[int]]:
    """Of each heading, the one whose section it stands in, and the last one in its own; positions from 1."""
    parents: list[int | None] = []
    ends = [len(levels)] * len(levels)
    opened: list[int] = []
    for position, level in enumerate(levels, start=1):
        while opened and levels[opened[-1] - 1] >= level:
            ends[opened.pop() - 1] = position - 1
        parents.append(opened[-1] if opened else None)
        opened.append(position)
    return parents, ends


def is_question(text: str) -> bool:
    """`text` asks something: it ends with a question mark, or begins as a question does."""
    return text.rstrip(" \"'”’»)").endswith(("?", "？", "؟")) or _ASKS.match(text + " ") is not None


def _alt_text(tag: Element) -> str | None:
    """Alternative texts of the images in a heading; null where it has none."""
    if not any(isinstance(child, Tag) for child in tag.contents):
        return None
    alts = [attribute(image, "alt") or "" for image in below(tag, "img")]
    return collapse(" ".join(alts)) or None
