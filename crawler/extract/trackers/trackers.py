"""Services of others on a page: what it loads from them, and what its own scripts say of them.

Tags that a tag manager adds when the page runs are not in the HTML: what is found is the least there is.
"""

import re
from typing import NamedTuple

from crawler.extract.document import Document, attribute
from crawler.extract.trackers.scripts import script_in_address, uses_in_script, uses_in_style
from crawler.extract.trackers.vendor import Vendor
from crawler.extract.trackers.vendors import Use, account_in, use_at
from crawler.extract.tree import Element
from crawler.tables.tools import TrackerRow
from crawler.text import collapse

_MAX_EVIDENCE = 200
_AMP = "amp-call-tracking"
_ON_AMP_PAGES = Vendor("call_tracking", "AMP call tracking", _AMP, "")
"""Who serves the numbers of <amp-call-tracking> where the vendor is unknown: the clinic itself may."""

_FOUND_IN = {
    "script": "script", "img": "image", "amp-pixel": "image", "iframe": "frame", "amp-iframe": "frame", "embed": "frame",
    "object": "frame", "link": "link", "form": "form", _AMP: "script",
}  # fmt: skip
_ADDRESS_ATTRIBUTES = {"link": "href", "form": "action", "object": "data", _AMP: "config"}
_LOADED = frozenset({"stylesheet", "preload", "modulepreload", "prefetch"})
"""Relations of a <link> that fetch a file; dns-prefetch and preconnect only prepare."""

_NO_SCRIPT = re.compile(r"json|template|html|importmap|speculation|shader|x-(?!javascript)", re.IGNORECASE)
"""Types of a <script> that is data. text/plain is none: consent tools hold a script back by it."""

_WEB = re.compile(r"\s*(?:https?:)?[/\\]{2}", re.IGNORECASE)
_BY_PICTURE = frozenset({"ads", "analytics", "replay", "tag_manager", "call_tracking", "map"})
"""What a picture tells of: others keep pictures of the page itself for it."""


class _Found(NamedTuple):
    use: Use
    found_in: str
    evidence: str


def trackers(document: Document) -> list[TrackerRow]:
    """Services that the page loads or names, in document order: each account once for each way it is found.

    What names no account counts to the one that the vendor has on the page, if it has.
    """
    found: list[_Found] = []
    for tag in document.named(*_FOUND_IN, "style"):
        if tag.name == "script":
            found += _of_script(document, tag)
        elif tag.name == "style":
            found += [_Found(use, "link", text) for use, text in uses_in_style(_text(tag))]
        elif (hit := _of_address(document, tag)) is not None:
            found.append(hit)
    return _rows(document.url, found) if found else []


def _of_script(document: Document, tag: Element) -> list[_Found]:
    if "type" in tag.attrs and _NO_SCRIPT.search(str(tag.attrs["type"])):
        return []
    text = _text(tag)
    for address in _addresses(tag):
        inside = script_in_address(address)
        if inside is None:
            hit = _at(document, tag, address)
            return [hit] if hit else []
        text = inside
    return [_Found(use, "inline", shown) for use, shown in uses_in_script(text)]


def _of_address(document: Document, tag: Element) -> _Found | None:
    if tag.name == "link" and _LOADED.isdisjoint((attribute(tag, "rel") or "").lower().split()):
        return None
    found = (hit for address in _addresses(tag) if _WEB.match(address) and (hit := _at(document, tag, address)))
    hit = next(found, None)
    if hit and _FOUND_IN[tag.name] == "image" and hit.use.vendor.tracker_class not in _BY_PICTURE:
        return None
    return hit


def _at(document: Document, tag: Element, address: str) -> _Found | None:
    """What `tag` loads from `address`; its data attributes may name the account."""
    target = document.resolve(address)
    use = use_at(target, own=document.hosts.include(target)) if target else None
    if target and use is None and tag.name == _AMP:
        use = Use(_ON_AMP_PAGES, None)
    if target is None or use is None:
        return None
    if use.account is None and use.vendor.account:
        data = " ".join(f"{name}={value}" for name, value in tag.attrs.items() if name.startswith("data-"))
        use = Use(use.vendor, account_in(use.vendor, data[:1000]))
    return _Found(use, _FOUND_IN[tag.name], target)


def _addresses(tag: Element) -> list[str]:
    """Where `tag` is loaded from, or will be when a script lets it: `src`, `data-src`, `data-rocket-src` …"""
    named = _ADDRESS_ATTRIBUTES.get(tag.name)
    if named is not None:
        return [str(tag.attrs[named])] if named in tag.attrs else []
    return [
        str(value) for name, value in tag.attrs.items() if name.endswith("src") or name.startswith("data-src-")
    ]


def _text(tag: Element) -> str:
    return str(tag.contents[0]) if len(tag.contents) == 1 else "".join(map(str, tag.contents))


def _rows(url: str, found: list[_Found]) -> list[TrackerRow]:
    accounts: dict[str, dict[str, None]] = {}
    named_at: set[str] = set()
    for use, _, _ in found:
        named = accounts.setdefault(use.vendor.name, {})
        if use.account:
            named[use.account] = None
            named_at.update(use.vendor.hosts.split())
    rows: dict[tuple[str, str | None, str], TrackerRow] = {}
    for (vendor, account), found_in, evidence in found:
        known = accounts[vendor.name]
        if account is None and (len(known) > 1 or (not known and named_at.issuperset(vendor.hosts.split()))):
            continue
        of = account or next(iter(known), None)
        key = (vendor.name, of, found_in)
        if key not in rows:
            shown = collapse(evidence[: 2 * _MAX_EVIDENCE])[:_MAX_EVIDENCE]
            about = (vendor.name, vendor.tracker_class, of, found_in, shown)
            rows[key] = TrackerRow(url, len(rows) + 1, *about)
    return list(rows.values())
