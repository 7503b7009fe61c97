"""The elements of a page that hold text, as a tree with sums: what the judgement of main content works on."""

from collections.abc import Sequence

from bs4.element import Tag

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document
from crawler.extract.main.blocks import prose_words
from crawler.extract.tree import Element
from crawler.tables.facts import BlockRow
from crawler.text import count_words

_UNTITLED_ZONES = frozenset({"nav", "footer", "sticky", "modal"})
_CONTACTS = frozenset({"tel:", "sms:", "mail", "call"})
"""First letters of tel:, sms:, mailto: and callto:."""

_PATHS = frozenset({"", "/", "#", ".", "h"})
"""First letters of most other addresses."""


class Outline:
    """Elements in document order, parents before children, the first of them the root.

    `parents`: index of each one's parent, -1 for the root; `of_block`: index of each block's element;
    `words`, `linked`, `prose`: words of all blocks in an element, those in links, those of prose not in links;
    `titled`: it holds an h1 that may be the page's title; `blocks`: the blocks in it, which follow each other; `block_linked` and
    `block_prose`: the same of each block.
    """

    def __init__(self, document: Document, blocks: Blocks) -> None:
        self.elements: list[Element] = []
        self.parents: list[int] = []
        self._starts: list[int] = []
        self.of_block = self._place(blocks.owners)
        self.block_linked = _leading_words(document, blocks)
        self.block_prose = list(map(prose_words, blocks.rows, self.block_linked))
        self._add_up(blocks.rows)
        self.blocks = list(map(range, self._starts, self._ends))
        self.children: list[list[int]] = [[] for _ in self.parents]
        for node, parent in enumerate(self.parents[1:], 1):
            self.children[parent].append(node)

    def sums(self, of_blocks: Sequence[float]) -> list[float]:
        """For each element, the sum of these values over all blocks in it."""
        found = [0.0] * len(self.elements)
        for node, value in zip(self.of_block, of_blocks, strict=True):
            found[node] += value
        parents = self.parents
        for node in range(len(parents) - 1, 0, -1):
            if found[node]:
                found[parents[node]] += found[node]
        return found

    def _add_up(self, rows: list[BlockRow]) -> None:
        """Fill in the sums, in one go: `sums` for each would take three times as long."""
        size = len(self.elements)
        self.words = words = [0] * size
        self.linked = linked = [0] * size
        self.prose = prose = [0] * size
        self.titled = titled = [False] * size
        self._ends = ends = [0] * size
        values = zip(self.of_block, rows, self.block_linked, self.block_prose, strict=True)
        for block, (node, row, of_links, of_prose) in enumerate(values, 1):
            ends[node] = block
            words[node] += row.words
            linked[node] += of_links
            prose[node] += of_prose
            if row.tag == "h1" and row.zone not in _UNTITLED_ZONES:
                titled[node] = True
        parents = self.parents
        for node in range(size - 1, 0, -1):
            parent = parents[node]
            words[parent] += words[node]
            linked[parent] += linked[node]
            prose[parent] += prose[node]
            ends[parent] = max(ends[parent], ends[node])
            titled[parent] = titled[parent] or titled[node]

    def _place(self, owners: list[Element]) -> list[int]:
        """Index of each of `owners`; they and their ancestors are taken in where they are new."""
        index: dict[int, int] = {}
        elements, parents, starts = self.elements, self.parents, self._starts
        for block, owner in enumerate(owners):
            new: list[Element] = []
            above: Tag | None = owner
            while id(above) not in index and isinstance(above, Element):
                new.append(above)
                above = above.parent
            parent = index.get(id(above), -1)
            for element in reversed(new):
                parents.append(parent)
                starts.append(block)
                parent = index[id(element)] = len(elements)
                elements.append(element)
        return [index[id(owner)] for owner in owners]


def _leading_words(document: Document, blocks: Blocks) -> list[int]:
    """Words of each block that lead to another page: a number to call or a mail address does not."""
    found = [row.link_words for row in blocks.rows]
    for link in document.named("a"):
        href = link.attrs.get("href")
        if isinstance(href, str) and href[:1] not in _PATHS and href.lstrip()[:4].lower() in _CONTACTS:
            for string in link.descendants:
                position = blocks.of_text.get(id(string))
                if position is not None:
                    found[position - 1] = max(0, found[position - 1] - count_words(str(string)))
    return found
