"""What a picture, an icon or the name of an element right before a number says of it."""

import re
from collections.abc import Iterator

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from crawler.extract.document import attribute

_KINDS = tuple(
    (kind, re.compile(rf"(?:^|[-_#\s])(?:{names})(?:$|[-_\s])", re.IGNORECASE))
    for kind, names in (
        (
            "fax",
            r"(?:e-?|tele-?)?fax(?:number|-?no|-?nummer)?|(?:fa|bi|la|ti|icon|icofont|glyphicon)-print(?:er)?",
        ),
        ("whatsapp", r"whats-?app"),
        ("text", r"sms"),
        ("phone", r"tel|(?:tele)?phones?|(?:fa|bi|la|ti|icon)-(?:call|mobile|headset)"),
    )
)
_NAMES = ("class", "id", "itemprop", "data-icon")
_SAID = ("alt", "title", "aria-label")
_DRAWN = frozenset({"use", "image"})
_STEPS = 10
"""Elements and strings that are looked at before a number."""

_MOST = 40
"""Characters of the words of an icon."""


def icon_before(string: NavigableString) -> tuple[str | None, str]:
    """Class of call-to-action by the name of what stands right before `string`: fax, whatsapp, text or phone, null where
    none tells; and what a picture there says, empty where it is silent. Any text before ends the search."""
    for node in _before(string):
        if isinstance(node, Tag):
            said = next((value for name in _SAID if (value := attribute(node, name))), "")
            if said and len(said) <= _MOST and not any(map(str.isdigit, said)):
                return None, f"{said} "
            if kind := _named(node):
                return kind, ""
        elif not isinstance(node, PreformattedString) and not str(node).isspace():
            break
    return None, ""


def _before(string: NavigableString) -> Iterator[PageElement]:
    node = string.previous_element
    for _ in range(_STEPS):
        if node is None:
            return
        yield node
        node = node.previous_element


def _named(tag: Tag) -> str | None:
    """Kind of number that classes, id or the address of a drawing name."""
    names = (*_NAMES, "href", "xlink:href") if tag.name in _DRAWN else _NAMES
    value = " ".join(attribute(tag, name) or "" for name in names if name in tag.attrs)
    return next((kind for kind, pattern in _KINDS if pattern.search(value)), None) if value else None
