"""Sources that a page cites."""

from collections.abc import Sequence
from itertools import groupby

from crawler.extract.blocks import Blocks
from crawler.extract.body_text import BlockTexts, Lines, body_rows, first_address
from crawler.extract.document import Document
from crawler.extract.references.entries import cited_work
from crawler.extract.references.lists import reference_list
from crawler.extract.references.markers import Found, Marker, markers
from crawler.extract.references.units import Entry
from crawler.tables.trust import ReferenceRow

_CLUES = tuple(
    clue.encode()
    for clue in (
        "reference|sources|source:|citation|bibliogra|works cited|literat|quellen|einzelnachw|référence|fuentes|fonti|bronnen"
        "|referen|endnotes|footnotes|pmid|et al|doi|):|[1|[2|(1)|(1,|(2)|¹|²|³|⁴|⁵"
    ).split("|")
)
"""One of them stands in every page that cites a source, but for raised figures and entries such as "2021;12"."""

_NOT_SEEN = frozenset({"template", "noscript"})
_HIGHEST_ABOVE = 5
"""A figure in parentheses may be this much above the last entry and still be a marker that has none."""

_MOST_ORPHANS = 100


def references(document: Document, blocks: Blocks) -> list[ReferenceRow]:
    """Entries of the reference list, then markers without an entry; positions from 1."""
    rows = [row for row in body_rows(blocks) if row.hidden not in _NOT_SEEN]
    lines = Lines(rows)
    is_numbered = any(part[-1:].isdigit() for part in lines.text.split(b";")[:-1])
    if not (is_numbered or document.named("sup") or any(clue in lines.text for clue in _CLUES)):
        return []
    texts = BlockTexts(document, blocks)
    entries, taken = reference_list(document, blocks, lines, texts)
    found = markers(document, blocks, [row for row in rows if row.position not in taken], texts)
    numbers = _numbers(entries)
    counts: dict[int, int] = {}
    for marker in found.markers:
        if marker.number in numbers:
            counts[marker.number] = counts.get(marker.number, 0) + 1
    listed = [
        _entry(document, entry, counts.get(number, 0) if numbers.get(number) == at else 0)
        for at, (entry, number) in enumerate(zip(entries, _numbered(entries), strict=True))
    ]
    unlisted = [_orphan(document, group) for group in _orphans(found, numbers)]
    return [row._replace(position=position) for position, row in enumerate(listed + unlisted, start=1)]


def _numbered(entries: Sequence[Entry]) -> list[int]:
    """Number of each entry; its place where the list is not numbered."""
    if any(entry.number is not None for entry in entries):
        return [-1 if entry.number is None else entry.number for entry in entries]
    return list(range(1, len(entries) + 1))


def _numbers(entries: Sequence[Entry]) -> dict[int, int]:
    """Index of the first entry with each number."""
    found: dict[int, int] = {}
    for at, number in enumerate(_numbered(entries)):
        found.setdefault(number, at)
    return found


def _orphans(found: Found, numbers: dict[int, int]) -> list[list[Marker]]:
    """Markers without an entry, by number. Where no list is, figures in parentheses count from (1) on only."""
    highest = max(numbers, default=0)
    parentheses = {
        marker.number for marker in found.markers if marker.style == "parenthesis" and marker.is_certain
    }
    limit = highest + _HIGHEST_ABOVE if highest or 1 in parentheses else 0
    orphans = [
        marker
        for marker in found.markers
        if marker.is_certain
        and marker.number not in numbers
        and marker.number not in found.notes
        and (marker.style != "parenthesis" or marker.number <= limit)
    ]
    orphans.sort(key=lambda marker: (marker.number, marker.position))
    return [list(group) for _, group in groupby(orphans, key=lambda marker: marker.number)][:_MOST_ORPHANS]


def _entry(document: Document, entry: Entry, cited: int) -> ReferenceRow:
    link = first_address(document, entry.hrefs)
    return ReferenceRow(
        url=document.url,
        position=0,
        number=entry.number,
        markers=cited,
        text=entry.text,
        **cited_work(entry.text, entry.hrefs)._asdict(),
        link=link,
        block_position=entry.position,
    )


def _orphan(document: Document, group: Sequence[Marker]) -> ReferenceRow:
    return ReferenceRow(
        url=document.url,
        position=0,
        number=group[0].number,
        markers=len(group),
        text=None,
        authors=None,
        title=None,
        journal=None,
        year=None,
        volume=None,
        pages=None,
        doi=None,
        pmid=None,
        pmcid=None,
        link=None,
        is_preprint=False,
        block_position=group[0].position,
    )
