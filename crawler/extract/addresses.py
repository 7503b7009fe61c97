"""Absolute addresses of hrefs; those that a whole site repeats, as in its menu, are resolved once."""

import re
from functools import lru_cache

from crawler.urls import normalise

_ABSOLUTE = re.compile(r"(?:https?:)?//[^/]|/", re.IGNORECASE)
_ORIGIN = re.compile(r"[a-z]+://[^/]*/", re.IGNORECASE)


class Addresses:
    """Resolves hrefs against `base`, a normalised address."""

    def __init__(self, base: str) -> None:
        self._base = base
        origin = _ORIGIN.match(base)
        self._origin = origin.group() if origin else base

    def resolve(self, href: str) -> str | None:
        """Absolute http(s) address of `href`, normalised, without fragment; null where it is none."""
        if _ABSOLUTE.match(href):
            return _resolved(href, self._origin)
        return normalise(href, self._base)


@lru_cache(maxsize=16_384)
def _resolved(href: str, origin: str) -> str | None:
    """`href` that names its path: it resolves alike on every page of `origin`."""
    return normalise(href, origin)
