"""The links to a phone on a page, each with the number that its text shows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from crawler.extract.document import attribute, below, strings
from crawler.extract.phones.links import PhoneLink, phone_link
from crawler.extract.phones.numbers import Number, dialled, local_form, number_of, region_of
from crawler.extract.phones.page_text import BORDER, PageText, Piece, Place
from crawler.extract.phones.text import find_numbers
from crawler.extract.tree import Element
from crawler.text import collapse

_DIGITS = re.compile(r"[+＋(]?\d(?:[^\w\n]{0,4}\d){5,}")


@dataclass
class ShownLink:
    """A link from `start` to `end` of the page's text. `shown`: number in its text, `written` as it stands."""

    place: Place
    href: str
    link: PhoneLink
    start: int
    end: int
    text: str
    block: int | None
    shown: Number | None = None
    written: str | None = None
    tags: frozenset[int] = field(default_factory=frozenset)

    def show(self, candidates: Iterable[tuple[str, Number | None]], region: str) -> None:
        """Take the number that the href dials where it is among `candidates`, else the first."""
        for written, number in candidates:
            read = _as_dialled(written, number, self.link.number, region)
            if read is None:
                continue
            if self.shown is None or (self.link.number and read.e164 == self.link.number.e164):
                self.shown, self.written = read, written
        self._read_at_home_of_shown()

    def _read_at_home_of_shown(self) -> None:
        """A national href that is no number here is one where the shown number is at home: `tel:0414007351`
        under `+61 414 007 351`."""
        if self.shown is None or not self.shown.valid or (self.link.number and self.link.number.valid):
            return
        region = region_of(self.shown.e164)
        there = dialled(self.link.address, region) if region else None
        if there is not None and there.e164 == self.shown.e164:
            self.link = self.link._replace(number=there)


def read_links(page: PageText, places: Iterable[Place], region: str) -> list[ShownLink]:
    """Every <a> and <area> whose href is a link to a phone, in document order."""
    offsets: dict[int, Piece] = {}
    found = []
    for place in places:
        href = attribute(place.tag, "href") if place.tag.name in ("a", "area") else None
        link = phone_link(href, region) if href is not None else None
        if href is None or link is None:
            continue
        offsets = offsets or {id(piece.text.string): piece for piece in page.pieces}
        pieces = [offsets[id(s)] for s in place.tag.descendants if id(s) in offsets]
        start, end = place.offset, place.offset
        if pieces:
            start, end = pieces[0].start, page.end_of(pieces[-1])
        text = page.text[start:end] if pieces else _text_unseen(place.tag)
        tags = frozenset(map(id, [place.tag, *below(place.tag)]))
        shown = ShownLink(place, href, link, start, end, text, pieces[0].block if pieces else None, tags=tags)
        shown.show(_numbers_in(text, region), region)
        found.append(shown)
    return found


def without_links(page: PageText, links: Iterable[ShownLink]) -> str:
    """The page's text with borders in place of the links that show a number of their own."""
    parts, at = [], 0
    for link in links:
        if link.shown is not None and link.start >= at:
            parts += [page.text[at : link.start], BORDER * (link.end - link.start)]
            at = link.end
    return "".join([*parts, page.text[at:]])


def _text_unseen(tag: Element) -> str:
    """Text of a link that stands in <noscript> or <template>; an icon's title is no text."""
    is_unseen = tag.owner is None
    return "".join(strings(tag)) if is_unseen else ""


def _numbers_in(text: str, region: str) -> list[tuple[str, Number | None]]:
    """Numbers of a link's text; where no valid one is, runs of digits that could be dialled."""
    found = find_numbers(text, region, lambda _start, _end: True)
    if found:
        return [(text[m.start : m.end], m.number) for m in found]
    return [(collapse(m.group()), None) for m in _DIGITS.finditer(text)]


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
    return number or dialled(written, region)
