"""What the text of a script or style sheet in a page says of services: their addresses and their own words."""

import base64
import binascii
import re
from functools import lru_cache

from crawler.extract.trackers.vendor import Vendor
from crawler.extract.trackers.vendors import SIGNS, Use, account_in, accounts_in, use_at

_MAX_SCRIPT = 200_000
"""Characters of a script that are looked at: snippets of vendors are short."""

_SHOWN_BEFORE, _SHOWN = 20, 300
_ADDRESS = re.compile(
    r"""(?://|['"`]\.?)((?:[a-z0-9_-]+\.)+[a-z]{2,12}(?![\w.-]))([/?][^\s'"`<>()\\]*)?""", re.IGNORECASE
)
"""Address with its host: //host, or a host in quotes that a path follows, as snippets put them together."""

_STYLE_ADDRESS = re.compile(
    r"//(fonts\.googleapis\.com|fonts\.gstatic\.com|use\.typekit\.net|fast\.fonts\.net|fonts\.bunny\.net)[^\s'\"();]{0,200}"
)
_ENCODED = re.compile(r"\s*data:(?:text|application)/(?:x-)?javascript;(?:charset=[\w-]+;)?base64,", re.IGNORECASE)
_SHOWN_BY_SCRIPT = re.compile(r"\.js\b|embed|widget|iframe|/api|loader|plugins|launcher", re.IGNORECASE)
_LINKED = frozenset({"booking", "reviews", "form", "map", "video", "social"})
"""Classes whose addresses scripts also hold as mere links; what is loaded names itself a script or widget."""

Shown = tuple[tuple[Use, str], ...]


def uses_in_script(text: str) -> Shown:
    """Vendors of a script, each account once, in the order of their naming, with the piece that shows each."""
    return _in_script(text[:_MAX_SCRIPT]) if len(text) > len("fbq()") else ()


@lru_cache(maxsize=128)
def uses_in_style(text: str) -> Shown:
    """Vendors that a style sheet loads fonts from."""
    addresses = (f"https:{match[0]}" for match in _STYLE_ADDRESS.finditer(text[:_MAX_SCRIPT]))
    found = {use.vendor.name: (use, address) for address in addresses if (use := use_at(address)) is not None}
    return tuple(found.values())


def script_in_address(address: str) -> str | None:
    """The script that a data: address holds, as optimisers write them; null: it holds none."""
    match = _ENCODED.match(address[:100])
    if match is None:
        return None
    encoded = address[match.end() : match.end() + _MAX_SCRIPT]
    try:
        return base64.b64decode(encoded[: len(encoded) // 4 * 4]).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


@lru_cache(maxsize=128)
def _in_script(text: str) -> Shown:
    text = text.replace("\\/", "/")
    places = _by_address(text)
    for sign, vendor in SIGNS:
        place = text.find(sign)
        if place >= 0 and (not vendor.strict or account_in(vendor, text) is not None):
            places.setdefault(vendor, (place, None))
    found: list[tuple[int, Use]] = []
    for vendor, (place, account) in places.items():
        named = accounts_in(vendor, text)
        found += [(at, Use(vendor, name)) for name, at in named.items()] or [(place, Use(vendor, account))]
    found.sort(key=lambda pair: pair[0])
    return tuple((use, text[max(0, place - _SHOWN_BEFORE) :][:_SHOWN]) for place, use in found)


def _by_address(text: str) -> dict[Vendor, tuple[int, str | None]]:
    """Vendors whose addresses stand in a script, with the first place and the account in the address."""
    found: dict[Vendor, tuple[int, str | None]] = {}
    for match in _ADDRESS.finditer(text):
        path = match[2] or ""
        if not path and not match[0].startswith("//"):
            continue
        use = use_at(f"https://{match[1]}{path[:500] or '/'}")
        if use is None or use.vendor in found:
            continue
        if use.vendor.tracker_class not in _LINKED or _SHOWN_BY_SCRIPT.search(match[0]):
            found[use.vendor] = (match.start(), use.account)
    return found
