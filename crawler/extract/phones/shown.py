"""The links to a phone on a page, each with the number that its text shows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from crawler.extract.document import attribute, below, strings
from crawler.extract.phones.broken import cannot_exist
from crawler.extract.phones.diallers import LINKS, diallers
from crawler.extract.phones.guards import is_something_else
from crawler.extract.phones.numbers import Number, dialled, local_form, number_of, region_of
from crawler.extract.phones.page_text import BORDER, PageText, Piece, Place
from crawler.extract.phones.phone_link import PhoneLink
from crawler.extract.phones.placeholders import is_placeholder
from crawler.extract.phones.text import MOST_BROKEN, Broken, extension_behind, find_numbers
from crawler.extract.tree import Element
from crawler.text import collapse

_DIGITS = re.compile(r"[+＋(]?\d(?:[^\w\n]{0,4}\d){5,}")
_NAMES = ("aria-label", "alt", "title")

_LEFT_TO_SCRIPT = "data-attribute"
_MOST_NODES, _MOST_TEXT = 300, 200
"""Nodes and characters of what is read as a button; a link may hold more."""


@dataclass
class ShownLink:
    """A link from `start` to `end` of the page's text.

    `shown`: number in its text, `written` as it stands; where its text has none, the number in its label, if that is
    another one than it dials (`named`). `broken`: what it shows as a number and nobody can dial.
    """

    place: Place
    href: str
    link: PhoneLink
    start: int
    end: int
    text: str
    block: int | None
    shown: Number | None = None
    written: str | None = None
    named: bool = False
    broken: list[Broken] = field(default_factory=list)
    tags: frozenset[int] = field(default_factory=frozenset)

    @property
    def numbers(self) -> set[str]:
        """E.164 numbers that the row of this link tells of, but for its text."""
        return {number.e164 for number in (self.link.number, self.shown if self.named else None) if number}

    def show(self, candidates: Iterable[tuple[str, Number | None]], region: str) -> None:
        """Take the number that the href dials where it is among `candidates`, else the first."""
        for written, number in candidates:
            read = _as_dialled(written, number, self.link.number, region)
            if read is None:
                continue
            if self.shown is None or (self.link.number and read.e164 == self.link.number.e164):
                self.shown, self.written = read, written
        self._read_at_home_of_shown()

    def read_behind(self, text: str) -> None:
        """Take the extension that stands behind the link, in the page's `text`."""
        if self.shown and self.written and not self.shown.extension and self.text.rstrip().endswith(self.written):
            self.shown = self.shown._replace(extension=extension_behind(text, self.end))

    def read_label(self, region: str) -> None:
        """Where the text shows no number: take the one of the label, if the link dials another."""
        if self.shown is not None or self.broken or self.link.number is None:
            return
        for label in _labels(self.place.tag):
            found = [m.number for m in find_numbers(label, region, _everywhere)]
            if found:
                if all(number.e164 != self.link.number.e164 for number in found):
                    self.shown, self.named = found[0], True
                return

    def _read_at_home_of_shown(self) -> None:
        """A national href that is no number here is one where the shown number is at home: `tel:0414007351`
        under `+61 414 007 351`."""
        if self.shown is None or not self.shown.valid or (self.link.number and self.link.number.valid):
            return
        region = region_of(self.shown.e164)
        there = dialled(self.link.address, region) if region else None
        if there is not None and there.e164 == self.shown.e164:
            self.link = self.link._replace(number=there)


def read_links(page: PageText, places: Sequence[Place], region: str) -> list[ShownLink]:
    """Everything that dials, in document order: links to a phone, and what a script, form or data attribute makes one."""
    offsets: dict[int, Piece] = {}
    found: list[ShownLink] = []
    looked_up = 0
    place_of = {id(place.tag): place for place in places}
    for tag, href, link in diallers([place.tag for place in places], region):
        place = place_of[id(tag)]
        offsets = offsets or {id(piece.text.string): piece for piece in page.pieces}
        pieces = _pieces(tag, link, offsets)
        start, end = place.offset, place.offset
        if pieces:
            start, end = pieces[0].start, pieces[-1].end
        text = page.text[start:end] if pieces else _text_unseen(tag)
        tags = frozenset(map(id, [tag, *islice(below(tag), _MOST_NODES)]))
        shown = ShownLink(place, href, link, start, end, text, pieces[0].block if pieces else None, tags=tags)
        shown.show(_numbers_in(text, region), region)
        shown.read_behind(page.text)
        if shown.shown is None:
            shown.broken = _broken_in(text, start, region) if pieces and looked_up < MOST_BROKEN else []
            looked_up += len(shown.broken)
            shown.read_label(region)
        found.append(shown)
    return found


def _pieces(tag: Element, link: PhoneLink, offsets: dict[int, Piece]) -> list[Piece]:
    """Texts in `tag`; none of a container, whose text says more than a button does, and none where a number in the text
    is one that only a script may link."""
    nodes = [*islice(tag.descendants, _MOST_NODES + 1)]
    pieces = [offsets[id(node)] for node in nodes if id(node) in offsets]
    if tag.name in LINKS and link.channel != _LEFT_TO_SCRIPT:
        return pieces
    text = "".join(piece.text.string for piece in pieces)
    is_container = len(nodes) > _MOST_NODES or len(text) > _MOST_TEXT
    shows_number = link.channel == _LEFT_TO_SCRIPT and _DIGITS.search(text) is not None
    return [] if is_container or shows_number else pieces


def without_links(page: PageText, links: Iterable[ShownLink]) -> str:
    """The page's text with borders in place of the links that show a number of their own."""
    parts, at = [], 0
    for link in links:
        if link.shown is not None and not link.named and link.start >= at:
            parts += [page.text[at : link.start], BORDER * (link.end - link.start)]
            at = link.end
    return "".join([*parts, page.text[at:]])


def _text_unseen(tag: Element) -> str:
    """Text of a link that stands in <noscript> or <template>, or of a button; an icon's title is no text."""
    if tag.name == "input":
        return collapse(attribute(tag, "value") or "")
    is_unseen = tag.owner is None
    return "".join(strings(tag)) if is_unseen else ""


def _numbers_in(text: str, region: str) -> list[tuple[str, Number | None]]:
    """Numbers of a link's text; where no valid one is, runs of digits that could be dialled."""
    found = find_numbers(text, region, _everywhere)
    if found:
        return [(text[m.start : m.end], m.number) for m in found]
    return [(collapse(text[start:end]), None) for start, end in _runs(text)]


def _broken_in(text: str, offset: int, region: str) -> list[Broken]:
    """What a link's text, from `offset` of the page, shows as a number and cannot be one."""
    return [
        Broken(offset + start, offset + end) for start, end in _runs(text) if cannot_exist(text[start:end], region)
    ]


def _runs(text: str) -> Iterator[tuple[int, int]]:
    runs = (run.span() for run in _DIGITS.finditer(text))
    return ((start, end) for start, end in runs if not is_something_else(text, start, end))


def _everywhere(_start: int, _end: int) -> bool:
    return True


def _labels(tag: Element) -> Iterator[str]:
    """What names a link but for its text, first its own label, then those of what stands in it."""
    for name in _NAMES:
        for holder in (tag, *islice(below(tag, "img"), _MOST_NODES)) if name == "alt" else (tag,):
            label = attribute(holder, name) if name in holder.attrs else None
            if label:
                yield collapse(label)


def _as_dialled(written: str, number: Number | None, dials: Number | None, region: str) -> Number | None:
    """Number as a reader of the link understands it: at home, else in the country of the href's number."""
    if dials is not None:
        if number is not None and number.e164 == dials.e164:
            return number
        abroad = number_of(written, region_of(dials.e164) or region)
        if abroad is not None and abroad.e164 == dials.e164:
            return abroad
        if number is None and (completed := local_form(written, dials.e164, region)):
            return number_of(completed, region)
    if number is not None:
        return number
    read = dialled(written, region)
    return read if read and (read.valid or is_placeholder(read.e164)) else None
