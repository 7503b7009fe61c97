"""Places in a text that cite an entry by its number: (1), [1, 3-5], Refs. 1, 3, a raised 1, a link to the footnote."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from crawler.extract.blocks import Blocks
from crawler.extract.body_text import BlockTexts, Piece
from crawler.extract.document import Document, attribute
from crawler.extract.tree import Element
from crawler.tables.facts import BlockRow

_LIST = r"[0-9]{1,3}(?:\s?[,;–‐‑-]\s?[0-9]{1,3}){0,20}"
_RAISED = re.compile(rf"[\[(]?\s?({_LIST})\s?[\])]?[,;.]?")
_BRACKETS = re.compile(rf"\[\s?({_LIST})\s?\]")
_PARENTHESES = re.compile(rf"\(\s?({_LIST})\s?\)(?!\s?[0-9])")
_NAMED = re.compile(rf"\brefs?\.?\s?({_LIST})(?!\.?[0-9])", re.IGNORECASE)
_SUPERSCRIPTS = re.compile(
    r"(?<=[^\W\d_.,;:!?)”\"’»])([¹²³⁰⁴-⁹]+(?:[,⁻˒–-][¹²³⁰⁴-⁹]+)*)|(?<=[.,;:!?)”\"’»])([¹²³⁰⁴-⁹]+)"
)
_PLAIN_DIGITS = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹⁻˒", "1230456789-,")
_IS_BEFORE_END = re.compile(r"\s*(?:$|[.!?;])")
_IS_BEHIND_END = re.compile(r"[.!?]\s?[”\"’]?\s?$")
_IS_BEFORE_START = re.compile(r"\s*(?:$|[A-ZÀ-Þ“\"‘])")
_IS_BEFORE_WORD = re.compile(r"\s*[^\W\d_]")
_COUNTS = re.compile(r"(?:^|[:,;]|\band|\bor|\bund|\bet|\by)\s*$", re.IGNORECASE)
_COUNTED_THING = re.compile(
    r"\b(?:step|figures?|fig\.?|tables?|level|grade|type|phase|stage|option|dose|one|single|section|chapter|part|page|item"
    r"|box|appendix|zone|code|class|group|visit|week|day|line|no\.?|number|§)\s*$",
    re.IGNORECASE,
)
_POWER = re.compile(
    r"(?:(?<![0-9])(?!(?:19|20)[0-9]{2}\s*$)[0-9]+|(?<![^\W\d_])(?:[a-zA-Z]|[cmdkµ]m|ft|in|kg/m|yd|mi|CO|CD))\s*$"
)
_RAISED_CLASS = re.compile(
    r"(?:^|[-_])(?:cites?|citations?|footnotes?|fn|refs?|references?|endnotes?|superscript|sup)(?:$|[-_])",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"[^#]*#.{0,40}(?:ref|fn|foot|note|cit|source|bib)", re.IGNORECASE)
_FIGURES = "0123456789[](),;.–‐‑- \n\t\r\xa0"
_HIGHEST = 300
_WIDEST_RANGE = 30
_NEAREST_ANCESTORS = 4
_BEFORE = 40
_LONGEST = 20_000
_LONGEST_MARKER = 60
_MOST_IN_BLOCK = 200
_MOST_PIECES = 1000
_MOST_MARKERS = 2000


class Marker(NamedTuple):
    """A place that cites `number`, in the block at `position`. `style`: raised, bracket, parenthesis or named (Ref. 1).
    `is_certain`: it is a marker even where no list of references is."""

    number: int
    position: int
    style: str
    is_certain: bool


class Found(NamedTuple):
    """`notes`: numbers of raised or bracketed figures that begin a block, which is then the note itself."""

    markers: list[Marker]
    notes: set[int]


def markers(document: Document, blocks: Blocks, rows: Sequence[BlockRow], texts: BlockTexts) -> Found:
    """Markers in `rows`, blocks of the page without its list of references."""
    found = Found([], set())
    figures = {
        blocks.of_text.get(id(text.string))
        for text in document.texts
        if len(text.string) <= _LONGEST_MARKER and not text.string.strip(_FIGURES) and not text.string.isspace()
    }
    for row in rows:
        if len(found.markers) > _MOST_MARKERS:
            break
        taken = _read_raised(row, texts.pieces(row.position), found) if row.position in figures else ()
        text = row.text[:_LONGEST]
        if "[" in text:
            _read_brackets(row, text, taken, found)
        if "(" in text:
            _read_parentheses(row, text, taken, found)
        if "ref" in text or "Ref" in text or "REF" in text:
            for match in islice(_NAMED.finditer(text), _MOST_IN_BLOCK):
                _add(found, match[1], row, "named", is_certain=False)
        if not text.isascii():
            for match in islice(_SUPERSCRIPTS.finditer(text), _MOST_IN_BLOCK):
                digits = (match[1] or match[2]).translate(_PLAIN_DIGITS)
                if not _POWER.search(text[max(0, match.start() - _BEFORE) : match.start()]):
                    _add(found, digits, row, "raised", is_certain=True)
    return found


def _read_raised(row: BlockRow, pieces: Sequence[Piece], found: Found) -> Sequence[tuple[int, int]]:
    """Read raised and linked figures; gives where they stand."""
    taken: list[tuple[int, int]] = []
    for piece in islice(pieces, _MOST_PIECES):
        if piece.end - piece.start > _LONGEST_MARKER or piece.end > _LONGEST:
            continue
        match = _RAISED.fullmatch(row.text, piece.start, piece.end)
        how = _raised_by(piece.text.parent) if match else None
        if match is None or how is None:
            continue
        taken.append((piece.start, piece.end))
        before = row.text[max(0, piece.start - _BEFORE) : piece.start].rstrip("([ ")
        if not before:
            found.notes.update(_numbers(match[1]))
        elif how == "link" or not _POWER.search(before):
            _add(found, match[1], row, "raised", is_certain=True)
    return taken


def _raised_by(tag: Element) -> str | None:
    """What makes the figures in `tag` a marker: link (to a footnote), sup, or class (of a citation)."""
    current: object = tag
    how = None
    for _ in range(_NEAREST_ANCESTORS):
        if not isinstance(current, Element) or current is current.owner:
            break
        if current.name == "a" and _FOOTNOTE.match(attribute(current, "href") or ""):
            return "link"
        if current.name == "sup":
            how = "sup"
        elif how is None and "class" in current.attrs and _has_marker_class(current):
            how = "class"
        current = current.parent
    return how


def _has_marker_class(tag: Element) -> bool:
    return any(_RAISED_CLASS.search(name) for name in (attribute(tag, "class") or "")[:_LONGEST_MARKER].split())


def _read_brackets(row: BlockRow, text: str, taken: Sequence[tuple[int, int]], found: Found) -> None:
    for match in islice(_BRACKETS.finditer(text), _MOST_IN_BLOCK):
        if any(start < match.end() and end > match.start() for start, end in taken):
            continue
        if not text[: match.start()].strip():
            found.notes.update(_numbers(match[1]))
            continue
        _add(found, match[1], row, "bracket", is_certain=_ends_a_sentence(text, match))


def _read_parentheses(row: BlockRow, text: str, taken: Sequence[tuple[int, int]], found: Found) -> None:
    """Figures in parentheses; those of an enumeration, "(1) rest, (2) ice", are none."""
    matches = [
        match
        for match in islice(_PARENTHESES.finditer(text), _MOST_IN_BLOCK)
        if not any(start < match.end() and end > match.start() for start, end in taken)
        and not _COUNTED_THING.search(text[max(0, match.start() - _BEFORE) : match.start()])
    ]
    counts = any(_counts(text, match) for match in matches)
    for match in matches:
        if not text[: match.start()].strip():
            found.notes.update(_numbers(match[1]))
        elif _ends_a_sentence(text, match):
            _add(found, match[1], row, "parenthesis", is_certain=True)
        elif not counts:
            _add(found, match[1], row, "parenthesis", is_certain=False)


def _counts(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    return bool(_COUNTS.search(before) and _IS_BEFORE_WORD.match(text, match.end()))


def _ends_a_sentence(text: str, match: re.Match[str]) -> bool:
    """The marker stands before the stop of a sentence, or between the stop and what follows."""
    if _IS_BEFORE_END.match(text, match.end()):
        return True
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    return bool(_IS_BEHIND_END.search(before) and _IS_BEFORE_START.match(text, match.end()))


def _add(found: Found, digits: str, row: BlockRow, style: str, *, is_certain: bool) -> None:
    found.markers.extend(Marker(number, row.position, style, is_certain) for number in _numbers(digits))


def _numbers(text: str) -> list[int]:
    """Numbers of "1, 3-5"; none where one is too high or a range runs backwards."""
    numbers: list[int] = []
    for part in re.split(r"\s*[,;]\s*", text):
        ends = [int(end) for end in re.findall(r"[0-9]+", part)]
        if not ends or not 0 < ends[0] <= ends[-1] <= min(_HIGHEST, ends[0] + _WIDEST_RANGE) or len(ends) > 2:
            return []
        numbers.extend(range(ends[0], ends[-1] + 1))
    return list(dict.fromkeys(numbers))
