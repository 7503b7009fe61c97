"""Headings of a page, h1 to h6, as the parser sees them, and the outline that they make."""

import re

from crawler.extract.document import Document, attribute, text_of
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
    rows: list[HeadingRow] = []
    opened: list[tuple[int, int]] = []
    for position, tag in enumerate(document.heading_tags, start=1):
        level = int(tag.name[1])
        before = rows[-1].level if rows else 0
        while opened and opened[-1][0] >= level:
            opened.pop()
        text = text_of(tag)
        rows.append(
            HeadingRow(
                url=document.url,
                position=position,
                level=level,
                text=text,
                zone=tag.zone,
                alt_text=_alt_text(tag),
                parent_position=opened[-1][1] if opened else None,
                skipped_levels=max(0, level - before - 1),
                is_question=is_question(text),
                hidden=tag.hidden_by,
            )
        )
        opened.append((level, position))
    return rows


def is_question(text: str) -> bool:
    """`text` asks something: it ends with a question mark, or begins as a question does."""
    return text.rstrip(" \"'”’»)").endswith(("?", "？", "؟")) or _ASKS.match(text + " ") is not None


def _alt_text(tag: Element) -> str | None:
    """Alternative texts of the images in a heading; null where it has none."""
    alts = [attribute(image, "alt") or "" for image in tag.find_all("img")] if tag.find("img") else []
    return collapse(" ".join(alts)) or None
