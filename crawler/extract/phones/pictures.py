"""Pictures that seem to show a phone number: their alternative text or file name speaks of one, or holds it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from crawler.extract.document import attribute
from crawler.extract.phones.cta import Cta, cta
from crawler.extract.phones.marks import picture_address
from crawler.extract.phones.numbers import Number
from crawler.extract.phones.page_text import Place
from crawler.extract.phones.shown import ShownLink
from crawler.extract.phones.text import find_numbers
from crawler.extract.tree import Element
from crawler.text import collapse

_ALT = re.compile(
    r"(?:our |the )?(?:tele)?phone(?: (?:number|no\.?|us))?|tel\.?|call|(?:contact|office|fax|mobile|cell) ?(?:number|no\.?)|numero"
    r"|t[eé]l[eé]phone|tel[eé]fono|telefon(?:nummer)?|.*\b(?:(?:call|phone|ring|dial|text) (?:us|now|today|our|the (?:clinic|office))"
    r"|(?:click|tap) (?:here )?to call|(?:tele)?phone number|call for|give us a call|call \d|ll[aá]me(?:nos)?"
    r"|n[uú]mero de tel[eé]fono|appelez|num[eé]ro de t[eé]l[eé]phone|telefonnummer)\b.*",
    re.IGNORECASE,
)
"""Alternative texts of which the whole, or a part, asks for a call or names a number."""

_FILE_WORDS = frozenset(
    "phone phones telephone tel call callus callnow phonenumber telephonenumber number us now today contact our new header top "
    "footer banner button btn image img pic text digits main office clinic large small mobile desktop web final copy the free "
    "toll telefono telephone telefon llame numero".split()
)
_OF_PHONE = frozenset(
    "phone phones telephone tel call callus callnow phonenumber telephonenumber telefono telefon llame".split()
)
"""A file named with words of the first alone, one of the second among them: `header-phone-number.png`."""

_SYMBOL = re.compile(r"(?:^|[-_\s])(?:icons?|ico|fa|glyph\w*|svg|symbol|emoji|logo)(?:$|[-_\s\d])", re.IGNORECASE)
_SMALL = re.compile(r"\s*(?:[0-3]?[0-9]|4[0-8])(?:px)?\s*")
"""Pixels. Ours: a number in a picture of 48 pixels a side cannot be read."""

_SIZE = re.compile(r"(?:[-_]\d{1,4}x\d{1,4}|@\dx|[-_]scaled)+\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d{3,}")
_LONGEST_ALT, _LONGEST_NAME = 200, 100
_NEAR = 150
"""Characters of the page's text within which a number tells what the picture does."""


class Picture(NamedTuple):
    """A picture that seems to show a number. `number`: the one that its alt or file name holds, `written` as there."""

    place: Place
    alt: str
    file: str
    number: Number | None
    written: str | None
    link: ShownLink | None

    @property
    def words(self) -> Cta:
        before, _, after = self.alt.partition(self.written) if self.written else (self.alt, "", "")
        return cta(before[-60:], None, after[:40])


def pictures(
    places: Iterable[Place], links: Iterable[ShownLink], spans: Iterable[tuple[int, int]], region: str
) -> Iterator[Picture]:
    """Pictures that seem to show a number where no text near them does; `spans`: numbers in the text of the page.

    A number in the alternative text is a row of its own, but for one that the link around the picture dials.
    """
    around = {tag: link for link in links for tag in link.tags}
    ordered = sorted((end, start) for start, end in spans)
    for place in places:
        if place.tag.name not in ("img", "amp-img") or _is_symbol(place.tag):
            continue
        at = bisect_left(ordered, (place.offset - _NEAR, 0))
        if at < len(ordered) and ordered[at][1] <= place.offset + _NEAR:
            continue
        picture = _picture(place, around.get(id(place.tag)), region)
        if picture is not None:
            yield picture


def _picture(place: Place, link: ShownLink | None, region: str) -> Picture | None:
    alt = collapse(attribute(place.tag, "alt") or "")[:_LONGEST_ALT]
    file, number, written = _read(alt, picture_address(place.tag), region)
    if number is not None and written is not None and written in alt:
        dials = link.link.number if link is not None else None
        return Picture(place, alt, file, number, written, link) if dials and dials.e164 == number.e164 else None
    if number is None and not (_ALT.fullmatch(alt) or _is_named_for_phone(file)):
        return None
    return Picture(place, alt, file, number, written, link)


def _read(alt: str, src: str, region: str) -> tuple[str, Number | None, str | None]:
    """File name without its ending, and the number that the alternative text, else the file name, holds."""
    name = unquote(re.split(r"[?#]", src, maxsplit=1)[0].rpartition("/")[2])
    file = _SIZE.sub("", name.rpartition(".")[0] or name)[:_LONGEST_NAME]
    for text in (alt, file.replace("_", "-")):
        for mention in find_numbers(text, region, lambda _start, _end: False):
            rest = text[: mention.start] + text[mention.end :]
            if text is alt or not _DIGITS.search(rest):
                return file, mention.number, text[mention.start : mention.end]
    return file, None, None


def _is_named_for_phone(file: str) -> bool:
    words = [word.lower() for word in _WORD.findall(file)]
    return not _OF_PHONE.isdisjoint(words) and _FILE_WORDS.issuperset(words) and not _DIGITS.search(file)


def _is_symbol(tag: Element) -> bool:
    """An icon: by its size, its name, or what its class calls it."""
    if any(_SMALL.fullmatch(attribute(tag, name) or "") for name in ("width", "height")):
        return True
    file = picture_address(tag).rpartition("/")[2].lower()
    names = (attribute(tag, "class") or "", attribute(tag, "alt") or "", file.rpartition(".")[0])
    return ".svg" in file or any(_SYMBOL.search(name) for name in names)
