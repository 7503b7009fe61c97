"""Links that a tap calls or writes to, and the number that each of them dials."""

import re
from functools import lru_cache

from crawler.extract.phones.broken_links import broken_link, may_be_broken
from crawler.extract.phones.messengers import chat_link
from crawler.extract.phones.numbers import dialled
from crawler.extract.phones.phone_link import PhoneLink

__all__ = ["PhoneLink", "may_dial", "phone_link"]

_SCHEMES = {
    "tel": "tel",
    "callto": "callto",
    "sms": "sms",
    "smsto": "sms",
}
_SCHEME = re.compile(rf"({'|'.join(_SCHEMES)}):", re.IGNORECASE)
_DROPPED_BY_BROWSERS = re.compile(r"[\t\n\r]")
_LONGEST_KEPT = 300
_END_OF_RECIPIENTS = re.compile(r"[?&;,]")


def may_dial(href: str) -> bool:
    """`href` may be a link to a phone, or meant to be one: most are paths and web addresses, which a look tells."""
    return _known(href) if len(href) <= _LONGEST_KEPT else _may_dial(href)


def _may_dial(href: str) -> bool:
    if href.startswith("http"):
        return (
            "wa." in href or "whatsapp" in href or "signal.me" in href or "/t.me/" in href or may_be_broken(href)
        )
    return ":" in href or "//" in href or may_be_broken(href)


_known = lru_cache(maxsize=16384)(_may_dial)
"""Pages of a site share most of their links."""


def phone_link(href: str, region: str) -> PhoneLink | None:
    """Reading of an href; null where it is no link to a phone. An empty `tel:` is one, an `sms:` without a number
    that shares a text is none."""
    if not may_dial(href):
        return None
    text = _DROPPED_BY_BROWSERS.sub("", href).strip("\x00\x1f").strip()
    scheme = _SCHEME.match(text)
    if scheme is None:
        return chat_link(text, region) or broken_link(text, region)
    channel = _SCHEMES[scheme.group(1).lower()]
    address = text[scheme.end() :]
    if channel == "sms":
        address, *rest = _END_OF_RECIPIENTS.split(address, maxsplit=1)
        if rest and not address.strip("/ "):
            return None
    return PhoneLink(channel, address, dialled(address, region))
