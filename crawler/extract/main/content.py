"""The main content of a page, judged by the page alone."""

import itertools

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document
from crawler.extract.main.blocks import (
    is_bare_heading,
    is_end,
    is_of_article,
    is_of_page,
    is_prose_of_its_own,
    is_text,
)
from crawler.extract.main.declared_article import declares_article
from crawler.extract.main.furniture import furniture
from crawler.extract.main.outline import Outline
from crawler.extract.survey import HEADINGS
from crawler.tables.facts import BlockRow

_DESCEND_SHARE = 0.6
"""The container of the text is looked for in the child that holds this share of its parent's prose."""

_ALONE = 0.3
_HIDDEN = 0.3
"""Weight, in that search, of prose with no prose before or after it (a teaser between links), and of hidden prose."""

_MAIN_SHARE = 0.6
_DOMINANT_SHARE = 0.85
_DOMINANT_WORDS = 80
"""A container with so much of the page's prose is an article though nothing declares one."""

_TITLE_SHARE = 0.15
_SECTION_WORDS = 15
_LINKED_SHARE_BESIDE_ARTICLE = 0.05
_LINKED_SHARE_OF_SECTION = 0.25
_LEAD_BLOCKS = 12
_NO_CONTAINERS = frozenset("p li td blockquote ul ol dl dd table tr tbody pre".split())


def content_positions(document: Document, blocks: Blocks) -> set[int]:
    """Positions of the blocks that are the page's main content.

    The page's title (its first h1) is none of them: it has a column of its own. A page that declares an article, or
    that has one by its looks, keeps the container of that text and what continues it; any other page (a home page,
    a hub, a page put together of sections) keeps all that is not furniture.
    """
    if not blocks.rows:
        return set()
    page = _Page(document, blocks)
    return {blocks.rows[block].position for block in page.content()}


def with_content(document: Document, blocks: Blocks) -> Blocks:
    """`blocks` with `is_content` set."""
    content = content_positions(document, blocks)
    at = BlockRow._fields.index("is_content")
    rows = [
        BlockRow._make((*row[:at], True, *row[at + 1 :])) if row.position in content else row
        for row in blocks.rows
    ]
    return blocks._replace(rows=rows)


class _Page:
    """What is known of the page on the way to its main content. Blocks are named by their index."""

    def __init__(self, document: Document, blocks: Blocks) -> None:
        self._rows = blocks.rows
        self._outline = outline = Outline(document, blocks)
        self._is_article = declares_article(document)
        self._furniture = furniture(outline, blocks.rows, is_article=self._is_article)
        self._weights = self._weigh()
        self._prose = outline.sums(self._weights)

    def content(self) -> list[int]:
        """Indices of the blocks of the main content, in document order."""
        scope = self._scope()
        path = self._path(scope)
        prose = self._prose[path[-1]]
        if self._is_article or prose >= max(_DOMINANT_WORDS, _DOMINANT_SHARE * self._prose[0]):
            found = self._article(path)
        else:
            found = self._with_section([block for block in self._outline.blocks[scope] if self._is_kept(block)])
        return self._below_title(found)

    def _weigh(self) -> list[float]:
        """Words of prose of each block, less where no prose stands beside it or it is hidden."""
        shown = self._shown_prose()
        weights = [0.0] * len(shown)
        beside = [block for block in range(len(shown)) if shown[block] or not self._is_neutral(block)]
        for before, block, after in zip([-1, *beside], beside, [*beside[1:], -1], strict=False):
            alone = not (before >= 0 and shown[before]) and not (after >= 0 and shown[after])
            weights[block] = shown[block] * (_ALONE if alone else 1) * (_HIDDEN if self._rows[block].hidden else 1)
        return weights

    def _shown_prose(self) -> list[int]:
        outline = self._outline
        return [
            0 if self._furniture[node] else words
            for node, words in zip(outline.of_block, outline.block_prose, strict=True)
        ]

    def _is_neutral(self, block: int) -> bool:
        """Headings and furniture do not part one paragraph from the next; a linked heading is a teaser's."""
        row = self._rows[block]
        return self._furniture[self._outline.of_block[block]] or (
            row.tag in HEADINGS and 2 * self._outline.block_linked[block] < row.words
        )

    def _scope(self) -> int:
        """The main landmark, where it holds most of the prose, else the root."""
        fewest = _MAIN_SHARE * self._prose[0]
        for node, element in enumerate(self._outline.elements):
            is_main = element.name == "main" or element.attrs.get("role") == "main"
            if is_main and self._prose[node] >= fewest:
                return node
        return 0

    def _path(self, node: int) -> list[int]:
        """From `node` down to the element that holds the text, by what each child holds of it."""
        path = [node]
        while True:
            inside = [
                child
                for child in self._outline.children[path[-1]]
                if self._prose[child] and self._outline.elements[child].name not in _NO_CONTAINERS
            ]
            best = max(inside, key=self._prose.__getitem__, default=-1)
            if best < 0 or self._prose[best] < _DESCEND_SHARE * self._prose[path[-1]]:
                return path
            path.append(best)

    def _article(self, path: list[int]) -> list[int]:
        """Blocks of the container that `path` leads to, what leads into it from the title, and sections of prose
        beside it."""
        inside = self._outline.blocks[path[-1]]
        found = [block for block in inside if self._is_kept(block)]
        found = self._without_end([*self._lead(inside.start), *found] if found else [])
        for node, on_path in itertools.pairwise(path):
            for child in self._outline.children[node]:
                if child != on_path and self._continues(child, inside):
                    found += [block for block in self._outline.blocks[child] if self._is_kept(block)]
        return sorted(set(found))

    def _lead(self, start: int) -> list[int]:
        """Prose between the title and the block at `start`; none where no title stands close before it."""
        outline = self._outline
        found: list[int] = []
        for block in range(start - 1, max(-1, start - 1 - _LEAD_BLOCKS), -1):
            row = self._rows[block]
            if row.tag == "h1":
                return found[::-1]
            is_shown = row.zone in ("main", "hero") and not self._furniture[outline.of_block[block]]
            if is_shown and is_prose_of_its_own(row, outline.block_linked[block], outline.block_prose[block]):
                found.append(block)
        return []

    def _continues(self, node: int, article: range) -> bool:
        """A section beside the article is content where it is prose that leads nowhere else."""
        outline = self._outline
        if self._furniture[node]:
            return False
        if self._is_article:
            is_after = outline.blocks[node].start >= article.stop
            share = _LINKED_SHARE_BESIDE_ARTICLE
            return (
                is_after
                and self._prose[node] >= _SECTION_WORDS
                and outline.linked[node] <= share * outline.words[node]
            )
        free = outline.words[node] - outline.linked[node]
        is_linked = outline.linked[node] > _LINKED_SHARE_OF_SECTION * outline.words[node]
        return outline.prose[node] > 0 and free >= _SECTION_WORDS and not is_linked

    def _is_kept(self, block: int) -> bool:
        row, linked = self._rows[block], self._outline.block_linked[block]
        if self._furniture[self._outline.of_block[block]] or not is_text(row):
            return False
        return (
            is_of_article(row, linked, self._outline.block_prose[block])
            if self._is_article
            else is_of_page(row, linked)
        )

    def _without_end(self, found: list[int]) -> list[int]:
        """`found` without the headings, links and labels at its end."""
        kept = len(found)
        while kept and self._is_end(found[kept - 1]):
            kept -= 1
        return found[:kept]

    def _is_end(self, block: int) -> bool:
        return is_end(self._rows[block], self._outline.block_linked[block], is_article=self._is_article)

    def _with_section(self, found: list[int]) -> list[int]:
        """`found` without the short headings at its end."""
        kept = len(found)
        while kept and is_bare_heading(self._rows[found[kept - 1]]):
            kept -= 1
        return found[:kept]

    def _below_title(self, found: list[int]) -> list[int]:
        """`found` without the title and, where hardly any prose stands above it, without what does."""
        of_block, is_furniture = self._outline.of_block, self._furniture
        titles = (i for i, row in enumerate(self._rows) if row.tag == "h1" and not is_furniture[of_block[i]])
        title = next(titles, None)
        if title is None:
            return found
        is_first = sum(self._weights[:title]) <= _TITLE_SHARE * self._prose[0]
        return [block for block in found if block > title or (block < title and not is_first)]
