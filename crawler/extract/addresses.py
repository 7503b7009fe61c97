"""Where hrefs lead; those that a whole site repeats, as in its menu, are looked at once."""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple
from urllib.parse import unquote

from crawler.scope import Hosts
from crawler.urls import normalise, without_tracking

_ABSOLUTE = re.compile(r"(?:https?:)?//[^/]", re.IGNORECASE)
_ORIGIN = re.compile(r"[a-z]+://[^/]*/", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_DROPPED = re.compile(r"[\t\n\r]")
_TRIM = "".join(map(chr, range(0x21)))
_KINDS = {
    "javascript": "script",
    "mailto": "mail",
    "tel": "phone",
    "sms": "phone",
    "callto": "phone",
    "whatsapp": "phone",
    "http": "invalid",
    "https": "invalid",
}


class Target(NamedTuple):
    """Columns of the same names in `links`; `url` is its `target_url`."""

    url: str | None
    is_internal: bool
    tracking: str | None
    kind: str
    fragment: str | None


class Addresses:
    """Resolves hrefs against `base`, a normalised address; `hosts` are those that are crawled."""

    def __init__(self, base: str, hosts: Hosts) -> None:
        self._base = base
        self._hosts = hosts
        origin = _ORIGIN.match(base)
        self._origin = origin.group() if origin else base
        self._of_origin = _targets_of(self._origin, hosts)

    def resolve(self, href: str) -> str | None:
        """Absolute http(s) address of `href`, normalised, without fragment; null where it is none."""
        return _resolved(href, self._origin) if _names_path(href) else normalise(href, self._base)

    def target(self, href: str) -> Target:
        """Where a link leads."""
        return self._of_origin(href) if _names_path(href) else _target(self._base, self._hosts, href)


def _names_path(href: str) -> bool:
    """`href` does not depend on the path of the page that it stands on."""
    return href.startswith("/") or _ABSOLUTE.match(href) is not None


@lru_cache(maxsize=16_384)
def _resolved(href: str, origin: str) -> str | None:
    """`href` that names its path: it resolves alike on every page of `origin`."""
    return normalise(href, origin)


@lru_cache(maxsize=8)
def _targets_of(origin: str, hosts: Hosts) -> Callable[[str], Target]:
    """Targets of hrefs that name their path: they are the same on every page of `origin`."""
    return lru_cache(maxsize=16_384)(partial(_target, origin, hosts))


def _target(base: str, hosts: Hosts, href: str) -> Target:
    url = normalise(href, base)
    is_internal = url is not None and hosts.include(url)
    found, tracking = without_tracking(url) if url and is_internal else (url, None)
    fragment = unquote(href.partition("#")[2].strip(_TRIM)) or None if "#" in href else None
    return Target(found, is_internal, tracking, _kind(href, url), fragment)


def _kind(href: str, url: str | None) -> str:
    """What kind of address an href is, as `links` names it; `url`: what it resolves to."""
    if href.startswith("#"):
        return "fragment"
    if url is not None:
        return "page" if href.strip(_TRIM) else "empty"
    scheme = _SCHEME.match(_DROPPED.sub("", href).strip(_TRIM))
    return _KINDS.get(scheme[1].lower(), "other") if scheme else "invalid"
