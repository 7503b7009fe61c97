"""The HTTP Link header (RFC 8288)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINK = re.compile(
    r"""<(?P<target>[^>]*)>(?P<parameters>(?:\s*;\s*[\w!#$&+.^`|~*-]+(?:\s*=\s*(?:"[^"]*"|[^\s";,]*))?)*)"""
)
_PARAMETER = re.compile(
    r""";\s*(?P<name>[\w!#$&+.^`|~*-]+)(?:\s*=\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s";,]*)))?"""
)


class LinkEntry(NamedTuple):
    """A link of the header: its target as published, its relations in lower case, its other parameters."""

    target: str
    rels: tuple[str, ...]
    attributes: dict[str, str]


def link_header_entries(header: str) -> Iterator[LinkEntry]:
    """Links of a Link header, in order; what is no link is passed over."""
    for match in _LINK.finditer(header):
        attributes: dict[str, str] = {}
        for parameter in _PARAMETER.finditer(match["parameters"]):
            value = parameter["quoted"] if parameter["quoted"] is not None else parameter["bare"]
            attributes.setdefault(parameter["name"].lower(), value or "")
        rels = tuple(dict.fromkeys(attributes.pop("rel", "").lower().split()))
        yield LinkEntry(match["target"].strip(), rels, attributes)
