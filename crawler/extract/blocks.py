"""Leaf text blocks: the runs of text between the borders of block-level elements."""

from dataclasses import dataclass, field

from bs4.element import CData, NavigableString, Tag

from crawler.extract.document import HEADINGS, UNSEEN, Document
from crawler.tables.facts import BlockRow
from crawler.text import collapse, count_words, fold, short_hash

_BLOCK_LEVEL = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol "
    "optgroup option p pre section summary table tbody td tfoot th thead title tr ul".split()
)


@dataclass
class _Run:
    owner: Tag
    heading_position: int | None
    pieces: list[str] = field(default_factory=list)
    link_pieces: list[str] = field(default_factory=list)


def blocks(document: Document) -> tuple[list[BlockRow], dict[int, int]]:
    """Blocks in document order, positions from 1, and the block that each string stands in, by `id()`."""
    rows: list[BlockRow] = []
    block_of: dict[int, int] = {}
    for run, members in _runs(document):
        text = collapse(" ".join(run.pieces))
        if not text:
            continue
        position = len(rows) + 1
        for member in members:
            block_of[member] = position
        rows.append(
            BlockRow(
                url=document.url,
                position=position,
                tag=run.owner.name,
                zone=document.zone(run.owner),
                heading_position=run.heading_position,
                text=text,
                words=count_words(text),
                link_words=count_words(" ".join(run.link_pieces)),
                block_hash=short_hash(fold(text)),
            )
        )
    return rows, block_of


def _runs(document: Document) -> list[tuple[_Run, list[int]]]:
    """Runs of strings with the same block-level owner and no border between them."""
    owners: dict[int, Tag | None] = {id(document.soup): document.soup}
    linked: set[int] = set()
    runs: list[tuple[_Run, list[int]]] = []
    current: _Run | None = None
    heading = 0
    for element in document.soup.descendants:
        parent = id(element.parent)
        if isinstance(element, Tag):
            owners[id(element)] = _owner(element, owners[parent])
            if element.name in _BLOCK_LEVEL:
                current = None
            if element.name in HEADINGS:
                heading += 1
            if element.name == "a" or parent in linked:
                linked.add(id(element))
        elif isinstance(element, NavigableString) and type(element) in (NavigableString, CData):
            owner = owners[parent]
            if owner is None:
                continue
            if current is None or current.owner is not owner:
                current = _Run(owner, heading or None)
                runs.append((current, []))
            current.pieces.append(element)
            runs[-1][1].append(id(element))
            if parent in linked:
                current.link_pieces.append(element)
    return runs


def _owner(element: Tag, inherited: Tag | None) -> Tag | None:
    """Nearest block-level element; null below elements whose content is not text of the page."""
    if inherited is None or element.name in UNSEEN:
        return None
    return element if element.name in _BLOCK_LEVEL else inherited
