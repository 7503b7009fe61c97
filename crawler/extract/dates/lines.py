"""Dates that a visitor sees: <time> elements, and words such as "Last updated" with a date behind them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from crawler.extract.blocks import Blocks
from crawler.extract.body_text import BODY, BlockTexts, Lines, body_rows
from crawler.extract.dates.phrases import dated_phrases, label_of, last_kind
from crawler.extract.dates.text import Written, machine_date, written_in
from crawler.extract.document import Document, attribute, text_of
from crawler.extract.own_parts import OwnParts
from crawler.extract.people.names import people_at
from crawler.extract.tree import Element
from crawler.tables.facts import BlockRow

_YEAR_CLUES = (b"20", b"19", b"/1", b"/2")
_MAYBE_DATE = re.compile(r"(?:19|20|21)[0-9][0-9]|[0-9]/[0-9]{1,2}/[0-9]")
_SHORT_WORDS = 40
_LINE_WORDS = 20
_TOP_WORDS = 60
_ROWS_BEFORE = 4
_MOST_BLOCKS = 40
_LONGEST = 3000
_REST = re.compile(
    r"[\s|•·–—/,:()-]*(?:(?:by|von|par|por|di|door)\b.*|.{0,20}\b(?:min(?:ute)?s?\.?|minuten) (?:read|lesezeit|de lecture).*"
    r"|[0-9]{1,2}:[0-9]{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?[\s|•·–—/,:()-]*",
    re.IGNORECASE,
)
_OF_ITEMPROP = {
    "datePublished": "published",
    "dateCreated": "published",
    "dateModified": "modified",
    "lastReviewed": "reviewed",
}
_OF_CLASS = (
    ("published", re.compile(r"publish|posted|post-date|entry-date|pubdate", re.IGNORECASE)),
    ("modified", re.compile(r"updated|modified", re.IGNORECASE)),
    ("reviewed", re.compile(r"reviewed", re.IGNORECASE)),
)


class SeenDate(NamedTuple):
    """`source`: time or text."""

    kind: str
    date: str
    published_as: str
    source: str


def seen_dates(document: Document, blocks: Blocks, day_first: Callable[[], bool | None]) -> list[SeenDate]:
    """Dates of the page itself, <time> elements first; `day_first`: how the page orders 03/04/2026, null: unknown."""
    rows = [row for row in body_rows(blocks) if row.hidden is None]
    candidates = [
        row for row in Lines(rows).rows_with(_YEAR_CLUES, _MOST_BLOCKS) if _MAYBE_DATE.search(row.text[:_LONGEST])
    ]
    times = document.named("time")[:_MOST_BLOCKS]
    if not candidates and not times:
        return []
    reader = _Reader(document, blocks, rows, day_first)
    found = [seen for tag in times for seen in reader.of_time(tag)]
    return found + [seen for row in candidates for seen in reader.of_row(row)]


class _Reader:
    """Reads dates off one page."""

    def __init__(
        self, document: Document, blocks: Blocks, rows: Sequence[BlockRow], day_first: Callable[[], bool | None]
    ) -> None:
        self._document = document
        self._blocks = blocks
        self._day_first = day_first
        self._texts = BlockTexts(document, blocks)
        self._own = OwnParts(document)
        self._h1 = next((at for at, tag in enumerate(document.heading_tags, 1) if _is_title(tag)), None)
        self._top = _positions_near_title(rows, self._h1)

    def of_row(self, row: BlockRow) -> Iterator[SeenDate]:
        text = self._texts.marked(row, _LONGEST)
        found = list(self._with_phrase(row, text)) or list(self._alone(row, text))
        if found and self._own.holds(self._blocks.owners[row.position - 1]):
            yield from found

    def _with_phrase(self, row: BlockRow, text: str) -> Iterator[SeenDate]:
        """In long blocks only words that speak of the page count: "This page was last updated on …"."""
        for dated in dated_phrases(text):
            if dated.is_qualified or row.words <= _SHORT_WORDS:
                for kind in dated.kinds:
                    yield from self._seen(kind, dated.written, text)

    def _alone(self, row: BlockRow, text: str) -> Iterator[SeenDate]:
        """A date with nothing but a byline: of the kind that the label before it gives, else published, near the title."""
        written = list(written_in(text)) if row.words <= _LINE_WORDS else []
        if len(written) != 1 or not _is_date_line(text, written[0]):
            return
        before = self._blocks.rows[row.position - 2].text if row.position > 1 else ""
        kinds = label_of(before) if len(before) < _LONGEST else ()
        if not kinds and row.position in self._top and written[0].is_day:
            kinds = ("published",)
        for kind in kinds:
            yield from self._seen(kind, written[0], text)

    def _seen(self, kind: str, written: Written, text: str) -> Iterator[SeenDate]:
        if date := self._read(written):
            yield SeenDate(kind, date, " ".join(text[written.start : written.end].split()), "text")

    def _read(self, written: Written) -> str | None:
        return written.read(self._day_first() if written.is_ambiguous else None)

    def of_time(self, tag: Element) -> Iterator[SeenDate]:
        if tag.zone not in BODY or tag.hidden_by is not None:
            return
        value = attribute(tag, "datetime") or text_of(tag)
        date = machine_date(value) or machine_date(value, self._day_first())
        kind = self._kind_of_time(tag) if date else None
        if date and kind and self._own.holds(tag):
            yield SeenDate(kind, date, " ".join(value.split()), "time")

    def _kind_of_time(self, tag: Element) -> str | None:
        if kind := _kind_of_attributes(tag):
            return kind
        row, start = self._place_of(tag)
        if row is None:
            return "published" if tag.heading is not None and tag.heading == self._h1 else None
        if kind := last_kind(self._texts.marked(row, start)[-_LONGEST:]):
            return kind
        before = self._blocks.rows[row.position - 2].text if row.position > 1 and start == 0 else ""
        if kinds := label_of(before[:_LONGEST]):
            return kinds[0]
        return "published" if row.position in self._top else None

    def _place_of(self, tag: Element) -> tuple[BlockRow | None, int]:
        """Block in which the text of `tag` stands, and its offset there; null where it has no text."""
        texts = self._document.texts
        at = bisect_right(texts, tag.order, key=lambda text: text.order)
        if at >= len(texts) or not any(parent is tag for parent in (texts[at].parent, texts[at].parent.parent)):
            return None, 0
        position = self._blocks.of_text.get(id(texts[at].string))
        if position is None:
            return None, 0
        pieces = self._texts.pieces(position)
        start = next((piece.start for piece in pieces if piece.text.order >= texts[at].order), 0)
        return self._blocks.rows[position - 1], start


def _is_title(tag: Element) -> bool:
    return tag.name == "h1" and bool(text_of(tag))


def _positions_near_title(rows: Sequence[BlockRow], h1: int | None) -> set[int]:
    """Blocks just before the H1 and just under it; without one, the first blocks of the page itself."""
    if h1 is None:
        return {row.position for row in rows[:_ROWS_BEFORE]}
    at = next((at for at, row in enumerate(rows) if (row.heading_position or 0) >= h1), len(rows))
    near = {row.position for row in rows[max(0, at - _ROWS_BEFORE) : at]}
    words = 0
    for row in rows[at:]:
        if row.heading_position != h1 or words > _TOP_WORDS:
            break
        near.add(row.position)
        words += row.words if row.tag != "h1" else 0
    return near


def _is_date_line(text: str, written: Written) -> bool:
    """Nothing stands beside the date but the time, a byline, a name or how long the page takes to read."""
    rest = text[: written.start] + " | " + text[written.end :]
    if _REST.fullmatch(rest):
        return True
    named = people_at(rest)
    return bool(named) and _REST.fullmatch(rest[named[-1].end :]) is not None


def _kind_of_attributes(tag: Element) -> str | None:
    for name in (attribute(tag, "itemprop") or "").split():
        if name in _OF_ITEMPROP:
            return _OF_ITEMPROP[name]
    if "pubdate" in tag.attrs:
        return "published"
    names = attribute(tag, "class")
    return next((kind for kind, pattern in _OF_CLASS if names and pattern.search(names)), None)
