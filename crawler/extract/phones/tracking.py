"""Attributes and classes by which call-tracking scripts know the numbers that they swap, or leave alone."""

import re
from functools import lru_cache
from itertools import islice

from crawler.extract.document import Document, attribute
from crawler.extract.tree import Element

_ATTRIBUTE = re.compile(
    r"data-(?:calltrk|ict-|invoca|mediahawk|rtap|ctm-|avanser|delacon|whatconverts|wc-phone|ringba|retreaver)[\w-]*"
)
"""CallRail, Infinity, Invoca, Mediahawk, ResponseTap, CallTrackingMetrics, AVANSER, Delacon, WhatConverts and others."""

_CLASS = re.compile(
    r"(?:ctm-no-swap|ctm_no_swap|calltrk[-_]?no-?swap|rTapNumber\d*|InfinityNumber|clickableInfinityNumber|mediahawkNumber\w*"
    r"|AVANSERnumber[\w-]*|invoca[-_]?\w*(?:number|swap)\w*)",
    re.IGNORECASE,
)
_ELEMENT = "amp-call-tracking"
_AROUND = 5
"""Elements around a number that may be marked for it."""

_LONGEST_NAME = 60


@lru_cache(maxsize=2048)
def _is_mark(name: str) -> bool:
    return _ATTRIBUTE.fullmatch(name) is not None


class TrackingMarks:
    """Marks of one page; most have none, which its attributes and elements tell at once."""

    def __init__(self, document: Document) -> None:
        self._names = sorted(name for name in document.attributes if len(name) <= _LONGEST_NAME and _is_mark(name))
        self._has_element = bool(document.named(_ELEMENT))

    def of(self, tag: Element) -> str | None:
        """Attribute, class or element at `tag` or around it, as published; null: none."""
        for near in (tag, *islice(tag.parents, _AROUND)):
            attributes = near.attrs
            for name in self._names:
                if name in attributes:
                    value = attribute(near, name)
                    return f'{name}="{value[:100]}"' if value else name
            if "class" in attributes and (mark := _class(attribute(near, "class") or "")):
                return mark
            if self._has_element and near.name == _ELEMENT:
                return _ELEMENT
        return None


@lru_cache(maxsize=4096)
def _class(names: str) -> str | None:
    return next((name for name in names.split() if _CLASS.fullmatch(name)), None)
