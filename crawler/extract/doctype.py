"""The doctype of a page with its identifiers, which lexbor's nodes do not show.

https://html.spec.whatwg.org/multipage/parsing.html#doctype-state
"""

import re

from bs4.element import Doctype

_FIRST = re.compile(r"<!--(?:-?>|.*?--!?>)|<!doctype([^>]*)", re.IGNORECASE | re.DOTALL)
_QUOTED = r"""\s*(?:"([^"]*)"?|'([^']*)'?)"""
_NAME = re.compile(r"\s*(\S*)\s*")
_PUBLIC = re.compile(rf"PUBLIC{_QUOTED}(?:{_QUOTED})?", re.IGNORECASE)
_SYSTEM = re.compile(rf"SYSTEM{_QUOTED}", re.IGNORECASE)


def doctype_of(text: str) -> Doctype:
    """The doctype that `text`, a page which has one, opens with; its name in lower case."""
    found = next((match[1] for match in _FIRST.finditer(text) if match[1] is not None), "")
    name = _NAME.match(found)
    begin = name.end() if name else 0
    public, system = _PUBLIC.match(found, begin), _SYSTEM.match(found, begin)
    return Doctype.for_name_and_ids(
        name[1].lower() if name else "",
        _either(public, 1),
        _either(public, 3) if public else _either(system, 1),
    )


def _either(match: re.Match[str] | None, group: int) -> str | None:
    """The identifier in double quotes, or in single ones by the group behind it."""
    if match is None:
        return None
    quoted: str | None = match[group]
    return quoted if quoted is not None else match[group + 1]
