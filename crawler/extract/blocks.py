"""Leaf text blocks: the runs of text between the borders of block-level elements."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from crawler.extract.document import Document
from crawler.extract.survey import Text
from crawler.extract.tree import Element
from crawler.tables.facts import BlockRow
from crawler.text import collapse, count_words, fold, joined, short_hash


class Blocks(NamedTuple):
    """`rows` in document order, the element that holds each, and the position of the block of each text, by `id()`."""

    rows: list[BlockRow]
    owners: list[Element]
    of_text: dict[int, int]


def blocks(document: Document) -> Blocks:
    """Blocks in document order, positions from 1."""
    found = Blocks([], [], {})
    for run in _runs(document.texts):
        text = joined([member.string for member in run]) if len(run) > 1 else collapse(run[0].string)
        if not text:
            continue
        position = len(found.rows) + 1
        for member in run:
            found.of_text[id(member.string)] = position
        owner = run[0].owner
        words, block_hash = _words_and_hash(text)
        found.owners.append(owner)
        # By keyword a row takes three times as long, and a page has hundreds.
        found.rows.append(
            BlockRow(
                document.url,
                position,
                owner.name,
                owner.zone,
                run[0].heading,
                text,
                words,
                _link_words(run, words),
                block_hash,
                owner.in_list,
                owner.in_table,
                False,
                owner.hidden_by,
            )
        )
    return found


def _runs(texts: list[Text]) -> Iterator[list[Text]]:
    """Texts with the same block-level owner and no border between them."""
    run: list[Text] = []
    border, owner = -1, None
    for text in texts:
        if text.border == border and text.owner is owner:
            run.append(text)
            continue
        if run:
            yield run
        run = [text]
        border, owner = text.border, text.owner
    if run:
        yield run


def _link_words(run: list[Text], words: int) -> int:
    linked = [text.string for text in run if text.parent.in_link]
    if len(linked) == len(run):
        return words
    return count_words(" ".join(linked)) if linked else 0


@lru_cache(maxsize=8192)
def _words_and_hash(text: str) -> tuple[int, str]:
    """Words of `text` and the hash of its folded form: menus and footers come on every page."""
    return count_words(text), short_hash(fold(text))
