"""Numbers in attributes that name an element: alt, aria-label and title, and the value of a button."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crawler.extract.document import attribute
from crawler.extract.phones.cta import Cta, cta
from crawler.extract.phones.marks import is_button
from crawler.extract.phones.page_text import Place
from crawler.extract.phones.shown import ShownLink
from crawler.extract.phones.text import Mention, find_numbers
from crawler.text import collapse

_CHANNELS = {"alt": "alt", "aria-label": "aria", "title": "aria", "value": "button"}
_NAMING = frozenset(_CHANNELS)
_MAY_HOLD_NUMBER = re.compile(r"\d\D{0,4}\d\D{0,4}\d")


class Named(NamedTuple):
    """A number in an attribute of the element at `place`; `text` is the whole value."""

    place: Place
    channel: str
    text: str
    mention: Mention
    words: Cta

    @property
    def written(self) -> str:
        return self.text[self.mention.start : self.mention.end]


def attribute_numbers(places: Iterable[Place], links: Iterable[ShownLink], region: str) -> Iterator[Named]:
    """Numbers in attributes in document order, an element's number once; in a link, only one that its row does not tell."""
    told = {tag: link.numbers for link in links for tag in link.tags}
    for place in places:
        if _NAMING.isdisjoint(place.tag.attrs):
            continue
        seen = set(told.get(id(place.tag), ()))
        for name, channel in _CHANNELS.items():
            value = attribute(place.tag, name) if name in place.tag.attrs else None
            if name == "value" and (id(place.tag) in told or not is_button(place.tag)):
                continue
            if value is None or not _MAY_HOLD_NUMBER.search(value):
                continue
            for named in _named(place, channel, collapse(value), region):
                if named.mention.number.e164 not in seen:
                    seen.add(named.mention.number.e164)
                    yield named


def _named(place: Place, channel: str, text: str, region: str) -> Iterator[Named]:
    for mention in find_numbers(text, region, lambda _start, _end: True):
        before, after = text[max(0, mention.start - 60) : mention.start], text[mention.end : mention.end + 40]
        yield Named(place, channel, text, mention, cta(before, None, after))
