"""Which blocks of a page are entries of a list of references, and what each is numbered."""

import re
from collections.abc import Iterator, Sequence

from crawler.extract.blocks import Blocks
from crawler.extract.body_text import BlockTexts, Lines
from crawler.extract.document import Document
from crawler.extract.references.authors import looks_authored
from crawler.extract.references.entries import cited_work, has_mark, likeness
from crawler.extract.references.units import NUMBER, Entry, Unit, Units
from crawler.extract.survey import HEADINGS
from crawler.tables.facts import BlockRow

_TITLE = re.compile(
    r"(?:(?:show|view|see|hide|read|all|our|the|scientific|medical|clinical|selected|key|research|article|further|additional"
    r"|suggested|list of|notes and)\s+){0,2}"
    r"(?:references?|sources?|citations?|bibliography|works cited|literature(?: cited| references)?|reference list|footnotes"
    r"|endnotes|(?:references|sources|citations)\s*(?:and|&|/)\s*(?:further reading|resources|sources|references|notes"
    r"|citations|links)|(?:references|sources) (?:cited|used|consulted)|bibliographic references"
    r"|(?:notes et )?références?(?: bibliographiques)?|bibliographie|literatur(?:verzeichnis|angaben|hinweise|nachweise"
    r"|quellen)?|quellen(?:angaben|verzeichnis|nachweise?)?|referenzen|einzelnachweise"
    r"|referencias(?: bibliográficas)?|bibliografía|bibliografia|fuentes|fonti|riferimenti|referências|bronnen(?:lijst)?"
    r"|literatuur(?:lijst)?|referenties)(?:\s*\([0-9]{1,3}\))?[\s:.]*",
    re.IGNORECASE,
)
_TITLE_WORDS = 8
_TITLE_LENGTH = 100
_MOST_TITLES = 20
_LONGEST = 2000
_STRONG = 3
"""Likeness to a citation from which a paragraph counts without a title above it."""

_TITLE_CLUES = tuple(
    clue.encode()
    for clue in (
        "referen|sources|source:|citation|bibliogra|works cited|literat|quellen|einzelnachw|référence|fuentes|fonti|riferim"
        "|bronnen|endnotes|footnotes|referên"
    ).split("|")
)
_CITATION_CLUES = (b"19", b"20", b"10.", b"pmid", b"et al", b"pmc")
_CITATION = re.compile(
    r"(?:19|20)[0-9]{2}[a-z]?\s?[;(),.]|10\.[0-9]{4,9}/|pmid|\bpmc[0-9]|et al|^\s*[\[(]?1[\]).]\s", re.IGNORECASE
)
_ABOUT_THE_PAGE = re.compile(
    r"\W*(?:(?:last|medically|this|page|article|content)\s+)*(?:updated|reviewed|published|posted|written|copyright|disclaimer|©)",
    re.IGNORECASE,
)
_MOST_ENTRIES = 500
_MOST_ROWS = 400
_ENTRY_WORDS = 150
_LEAST_WORDS = 3
_MOST_REJECTED = 3


def reference_list(
    document: Document, blocks: Blocks, lines: Lines, texts: BlockTexts
) -> tuple[list[Entry], set[int]]:
    """Entries among `lines`, blocks of the page itself, in order; and the positions of the blocks that they and their titles take up."""
    rows = lines.rows
    cited = [row for row in lines.rows_with(_CITATION_CLUES, _MOST_ROWS) if _CITATION.search(row.text[:_LONGEST])]
    short = Lines([row for row in rows if row.words <= _TITLE_WORDS]).rows_with(_TITLE_CLUES, _MOST_TITLES)
    titled = {row.position for row in short if _TITLE.fullmatch(row.text[:_TITLE_LENGTH])}
    titles = [at for at, row in enumerate(rows) if row.position in titled] if titled else []
    if not cited and not titles:
        return [], set()
    reader = Units(document, blocks, texts)
    in_sections: set[int] = set()
    units: list[Unit] = []
    for at in titles:
        section = _section(rows, at)
        units += _entries_of_section(list(reader.of(section)))
        in_sections.update(row.position for row in section)
    units += _entries_elsewhere(list(reader.of(_rows_elsewhere(rows, cited, in_sections))))
    units.sort(key=lambda unit: unit.entry.position)
    kept = units[:_MOST_ENTRIES]
    return [unit.entry for unit in kept], titled.union(*(unit.positions for unit in kept))


def _section(rows: Sequence[BlockRow], at: int) -> list[BlockRow]:
    """Blocks under the title at `at`: to the next heading of its level or above."""
    title = rows[at]
    level = int(title.tag[1]) if title.tag in HEADINGS else 6
    found = []
    for row in rows[at + 1 : at + 1 + _MOST_ROWS]:
        if (row.tag in HEADINGS and int(row.tag[1]) <= level) or _TITLE.fullmatch(row.text[:_TITLE_LENGTH]):
            break
        found.append(row)
    return found


def _rows_elsewhere(rows: Sequence[BlockRow], cited: Sequence[BlockRow], taken: set[int]) -> list[BlockRow]:
    """Blocks that may be entries without a title above them, and the other items of their lists."""
    positions = {row.position for row in cited}
    lists = {row.list_position for row in cited} - {None}
    return [
        row
        for row in rows
        if row.position not in taken
        and row.words <= _ENTRY_WORDS
        and (row.position in positions or row.list_position in lists or NUMBER.match(row.text))
    ]


def _entries_of_section(units: Sequence[Unit]) -> list[Unit]:
    """Under a title the items of a list count that has a citation; without such a list, paragraphs that have a
    number or something of a citation."""
    marked = [has_mark(unit.entry.text, unit.entry.hrefs) for unit in units]
    cited_lists = {unit.list_id for unit, is_marked in zip(units, marked, strict=True) if is_marked} - {None}
    found: list[Unit] = []
    rejected = 0
    for unit, is_marked in zip(units, marked, strict=True):
        has_words = len(unit.entry.text.split()) >= _LEAST_WORDS
        is_listed = unit.list_id in cited_lists or (unit.list_id is None and unit.entry.number is not None)
        is_alone = not cited_lists and is_marked and not _ABOUT_THE_PAGE.match(unit.entry.text)
        is_entry = is_alone or (is_listed and (has_words or is_marked))
        rejected = 0 if is_entry or unit.list_id is not None else rejected + 1
        if is_entry:
            found.append(unit)
        elif found and rejected >= _MOST_REJECTED:
            break
    return found if any(marked) else []


def _entries_elsewhere(units: Sequence[Unit]) -> list[Unit]:
    """Without a title whole lists count, and runs of numbered paragraphs, and paragraphs that are citations throughout."""
    found: list[Unit] = []
    for run in _runs(units):
        strong = [unit for unit in run if likeness(unit.entry.text, unit.entry.hrefs) >= _STRONG]
        if 2 * len(strong) >= len(run) and any(_is_citation(unit.entry) for unit in strong):
            found += run
    return found


def _is_citation(entry: Entry) -> bool:
    """It begins with authors and says where the work is, as no sentence does."""
    work = cited_work(entry.text, entry.hrefs)
    return bool(work.pages or work.doi or work.pmid or work.pmcid) and looks_authored(entry.text)


def _runs(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Items of one list, paragraphs whose numbers count on, or a paragraph alone."""
    run: list[Unit] = []
    for unit in units:
        if run and not _belongs_together(run[-1], unit):
            yield run
            run = []
        run.append(unit)
    if run:
        yield run


def _belongs_together(before: Unit, unit: Unit) -> bool:
    if before.list_id is not None or unit.list_id is not None:
        return before.list_id == unit.list_id
    numbers = before.entry.number, unit.entry.number
    return numbers[0] is not None and numbers[1] == numbers[0] + 1
