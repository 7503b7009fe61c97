"""Telephone and fax numbers in attributes of the markup: microdata, RDFa, and Open Graph's contact data."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crawler.extract.document import attribute, text_of
from crawler.extract.phones.data import Published, is_for_fax, several
from crawler.extract.tree import Element
from crawler.text import collapse

_VOICE = frozenset(("telephone", "hastelephone", "tel", "phone", "phone_number"))
_FAX = frozenset(("faxnumber", "fax", "fax_number"))
_CONTACT_TYPE = "contacttype"
_END_OF_PREFIX = re.compile(r"[:/#]")


class _Syntax(NamedTuple):
    """Attributes that name a property, open an item and say its type; and the names of numbers."""

    channel: str
    property: str
    scope: str
    type: str
    voice: frozenset[str]
    fax: frozenset[str]


_SYNTAXES = (
    _Syntax(
        "microdata", "itemprop", "itemscope", "itemtype", frozenset(("telephone",)), frozenset(("faxnumber",))
    ),
    _Syntax("rdfa", "property", "typeof", "typeof", _VOICE, _FAX),
)


def property_numbers(tags: Iterable[Element], region: str) -> Iterator[Published]:
    """Numbers of the elements that are a property, microdata first, each in document order."""
    listed = [tag for tag in tags if "itemprop" in tag.attrs or "property" in tag.attrs]
    for syntax in _SYNTAXES if listed else ():
        named = [(tag, _names(tag, syntax.property)) for tag in listed if syntax.property in tag.attrs]
        kinds = {
            id(_scope(tag, syntax)): _value(tag)[:_LONGEST] or None
            for tag, names in named
            if _CONTACT_TYPE in names
        }
        for tag, names in named:
            if not names.isdisjoint(syntax.voice | syntax.fax):
                yield from _numbers(tag, syntax, kinds, region, is_fax=not names.isdisjoint(syntax.fax))


_LONGEST = 300


def _numbers(
    tag: Element, syntax: _Syntax, kinds: dict[int, str | None], region: str, *, is_fax: bool
) -> Iterator[Published]:
    scope = _scope(tag, syntax)
    contact_type = kinds.get(id(scope)) if scope is not None else None
    is_fax = is_fax or is_for_fax(contact_type)
    about = (attribute(scope, syntax.type) or "").rstrip("/").rsplit("/", 1)[-1] if scope is not None else ""
    for written in several(_value(tag), region):
        channel = f"{syntax.channel}-fax" if is_fax else syntax.channel
        yield Published(channel, written, about, tag, is_fax, contact_type)


def _names(tag: Element, name: str) -> frozenset[str]:
    """Properties that the element is, in lower case, without prefix or vocabulary."""
    return frozenset(_END_OF_PREFIX.split(word)[-1] for word in (attribute(tag, name) or "").lower().split())


def _scope(tag: Element, syntax: _Syntax) -> Element | None:
    """Item that the element is a property of; the one that it is itself is another's."""
    found = (parent for parent in tag.parents if syntax.scope in parent.attrs)
    scope = next(found, None)
    return scope if isinstance(scope, Element) else None


def _value(tag: Element) -> str:
    content = attribute(tag, "content")
    if content is not None:
        return collapse(content)
    href = attribute(tag, "href") or ""
    shown = text_of(tag)
    return shown if any(character.isdigit() for character in shown) else href.partition(":")[2] or shown
