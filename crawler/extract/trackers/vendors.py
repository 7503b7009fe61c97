"""Services that websites of clinics load from others, and how each is told: by address or by its own words in a script."""

import re
from functools import lru_cache
from typing import NamedTuple

from crawler.extract.trackers.vendor import Vendor
from crawler.extract.trackers.vendors_serving import SERVING
from crawler.extract.trackers.vendors_watching import WATCHING

VENDORS: tuple[Vendor, ...] = (*WATCHING, *SERVING)

_PARTS = re.compile(r"[a-z]+://(?:[^/?#]*@)?([^/?#:]+)(?::\d+)?([^#]*)", re.IGNORECASE)
_GOOGLE = re.compile(r"google\.(?:com?\.)?[a-z]{2,3}$")
_MAX_LABELS = 6
"""Labels of a host name that are looked at, from its end: no vendor's has more."""


class Use(NamedTuple):
    """A vendor, and the account that is named with it."""

    vendor: Vendor
    account: str | None


@lru_cache(maxsize=16_384)
def use_at(address: str, *, own: bool = False) -> Use | None:
    """Who serves an absolute address; null: none known. `own`: the host is the site's, so that only file names tell.

    Where several vendors share an address the account in it decides: gtag.js serves advertising and analytics.
    """
    parts = _PARTS.match(address)
    if parts is None:
        return None
    host, rest = _GOOGLE.sub("google.com", parts[1].lower()), parts[2]
    found = ([] if own else _of_host(host, rest)) or [v for needle, v in _ANYWHERE if needle in rest]
    named = (Use(vendor, account) for vendor in found if (account := account_in(vendor, address)))
    return next(named, Use(found[-1], None) if found else None)


def account_in(vendor: Vendor, text: str) -> str | None:
    """First account of `vendor` that an address or a script names; null: none."""
    return next(iter(accounts_in(vendor, text)), None)


def accounts_in(vendor: Vendor, text: str) -> dict[str, int]:
    """Every account of `vendor` that a script names, with the place of its first naming."""
    found: dict[str, int] = {}
    if vendor.account:
        for match in re.finditer(vendor.account, text):
            account = next((group for group in match.groups() if group), None)
            if account:
                found.setdefault(account, match.start())
    return found


def _of_host(host: str, rest: str) -> list[Vendor]:
    """Vendors of the longest known end of `host`, those of the longest needle that `rest` holds."""
    labels = host.rstrip(".").split(".")[-_MAX_LABELS:]
    for start in range(len(labels) - 1):
        known = _BY_HOST.get(".".join(labels[start:]), ())
        found = [(needle, vendor) for needle, vendor in known if needle in rest]
        if found:
            longest = max(len(needle) for needle, _ in found)
            return [vendor for needle, vendor in found if len(needle) == longest]
    return []


def _by_host() -> dict[str, list[tuple[str, Vendor]]]:
    found: dict[str, list[tuple[str, Vendor]]] = {}
    for vendor in VENDORS:
        for entry in vendor.hosts.split():
            host, slash, path = entry.partition("/")
            found.setdefault(host, []).append((slash + path, vendor))
    return found


_BY_HOST = _by_host()
_ANYWHERE = _BY_HOST.pop("", [])
SIGNS: tuple[tuple[str, Vendor], ...] = tuple(
    (sign, vendor) for vendor in VENDORS for sign in vendor.signs.split()
)
"""Pieces of scripts that only the snippet of one vendor holds."""
