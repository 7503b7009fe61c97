"""Elements that dial: links to a phone, and what a script, a form or a data attribute makes one."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from crawler.extract.document import Document, attribute
from crawler.extract.phones.links import may_dial, phone_link
from crawler.extract.phones.numbers import dialled
from crawler.extract.phones.phone_link import PhoneLink
from crawler.extract.phones.scripts import HANDLER, may_call, script_link
from crawler.extract.tree import Element

LINKS = frozenset({"a", "area"})
_HREFS = ("href", "xlink:href")
_ACTIONS = ("action", "formaction")
_DATA = re.compile(
    r"data-(?:[\w-]*-)?(?:(?P<number>phone|tel|telephone|number|mobile|cell|call|dial|sms|whatsapp)(?:-?(?:number|no|nr|num|to|link))?"
    r"|href|url|link|target|location)"
)
"""Attributes of scripts that hold a number, or an address that may be one."""

_LONGEST_NAME = 40
_LONGEST_VALUE = 200
_NUMBER = re.compile(r"\s*\+?\s?\(?\d[\d\s().+/-]{6,20}")
_MAY_BE_NUMBER = re.compile(r"\d\D?\D?\d\D?\D?\d")
_BUTTONS = frozenset({"a", "area", "button", "summary"})
BUTTON_TYPES = frozenset({"button", "submit", "reset", "image"})
_NAMED_FOR_TAPS = re.compile(
    r"(?:^|[-_\s])(?:btn|button|cta|click\w*|call\w*|tap|link|phone\w*|tel|telephone)(?:$|[-_\s])", re.IGNORECASE
)
_AROUND = 6
"""Elements around a link or button: a card that dials what the link in it dials offers the number once."""


class Dialler(NamedTuple):
    """An element, the attribute value that dials, and what it says."""

    tag: Element
    href: str
    link: PhoneLink


@lru_cache(maxsize=2048)
def _kind(name: str) -> str | None:
    if HANDLER.fullmatch(name):
        return "script"
    data = _DATA.fullmatch(name) if name.startswith("data-") else None
    return None if data is None else "number" if data["number"] else "address"


def scripted(document: Document) -> Iterator[Element]:
    """Elements with a handler, action or data attribute that may dial."""
    for name in document.attributes:
        kind = _kind(name) if len(name) <= _LONGEST_NAME else None
        if kind is not None or name in _ACTIONS:
            yield from (tag for tag in document.with_attribute(name) if _may(kind, attribute(tag, name) or ""))


def _may(kind: str | None, value: str) -> bool:
    if kind == "script":
        return may_call(value)
    return _MAY_BE_NUMBER.search(value[:_LONGEST_VALUE]) is not None if kind == "number" else may_dial(value)


def diallers(tags: Iterable[Element], region: str) -> Iterator[Dialler]:
    """What dials among `tags`, in their order; a link comes before the script on it that dials another number."""
    found = [(tag, [*_of_link(tag, region)]) for tag in tags]
    around = {id(near) for tag, links in found if links for near in islice(tag.parents, _AROUND)}
    kept = {id(tag) for tag, links in found if links}
    for tag, links in found:
        yield from links
        if links or id(tag) in around:
            continue
        if not kept.isdisjoint(map(id, islice(tag.parents, _AROUND))):
            continue
        if (other := _of_script(tag, region) or _of_action(tag, region) or _of_data(tag, region)) is not None:
            kept.add(id(tag))
            yield other


def _of_link(tag: Element, region: str) -> Iterator[Dialler]:
    if tag.name not in LINKS:
        return
    href = next((attribute(tag, name) for name in _HREFS if name in tag.attrs), None)
    link = phone_link(href, region) if href is not None else None
    if href is None or link is None:
        return
    yield Dialler(tag, href, link)
    script = _of_script(tag, region)
    if script is None or not script.link.dials or script.link.number is None or link.number is None:
        return
    if script.link.number.e164 != link.number.e164:
        yield script


def _of_script(tag: Element, region: str) -> Dialler | None:
    for name, value in tag.attrs.items():
        code = str(value)
        is_address = name in _HREFS and code[:20].lstrip().lower().startswith("javascript:")
        if (is_address or (len(name) <= _LONGEST_NAME and _kind(name) == "script")) and may_call(code):
            link = script_link(code, region)
            if link is not None:
                return Dialler(tag, code, link)
    return None


def _of_action(tag: Element, region: str) -> Dialler | None:
    for name in _ACTIONS:
        action = attribute(tag, name) if name in tag.attrs else None
        link = phone_link(action, region) if action is not None else None
        if action is not None and link is not None:
            return Dialler(tag, action, link._replace(channel="form"))
    return None


def _of_data(tag: Element, region: str) -> Dialler | None:
    for name, value in tag.attrs.items():
        kind = _kind(name) if len(name) <= _LONGEST_NAME else None
        written = str(value)
        if kind not in ("number", "address") or len(written) > _LONGEST_VALUE or not _is_tapped(tag):
            continue
        link = phone_link(written, region)
        number = link.number if link is not None and link.dials else None
        if number is None and kind == "number" and _NUMBER.fullmatch(written):
            number = dialled(written, region)
        if number is not None and number.valid:
            return Dialler(tag, written, PhoneLink("data-attribute", written, number, dials=False))
    return None


def _is_tapped(tag: Element) -> bool:
    """It is a button or link, or named for one."""
    if tag.name in _BUTTONS or (tag.name == "input" and (attribute(tag, "type") or "").lower() in BUTTON_TYPES):
        return True
    if (attribute(tag, "role") or "").lower() in ("button", "link") or "tabindex" in tag.attrs:
        return True
    if any(len(name) <= _LONGEST_NAME and _kind(name) == "script" for name in tag.attrs):
        return True
    return _NAMED_FOR_TAPS.search(f"{attribute(tag, 'class') or ''} {attribute(tag, 'id') or ''}") is not None
