"""Links that a tap calls or writes to, and the number that each of them dials."""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote

from crawler.extract.phones.numbers import Number, clean, dialled

_SCHEMES = {
    "tel": "tel",
    "callto": "callto",
    "sms": "sms",
    "smsto": "sms",
    "whatsapp": "whatsapp",
}
_SCHEME = re.compile(rf"({'|'.join(_SCHEMES)}):", re.IGNORECASE)
_WHATSAPP = re.compile(
    r"(?:https?:)?//(?:www\.)?(?:wa\.me/+(?P<path>[^?#]*)|(?:api|web)\.whatsapp\.com/send/?)(?:\?(?P<query>[^#]*))?",
    re.IGNORECASE,
)
_MESSENGER = re.compile(r"wa\.me|whatsapp", re.IGNORECASE)
_DROPPED_BY_BROWSERS = re.compile(r"[\t\n\r]")


class PhoneLink(NamedTuple):
    """What an href says: its channel, the part that names the number, and that number."""

    channel: str
    address: str
    number: Number | None


def may_dial(href: str) -> bool:
    """`href` may be a link to a phone: most are paths and web addresses, which a look tells."""
    if href.startswith("http"):
        return _MESSENGER.search(href) is not None
    return ":" in href or "//" in href


def phone_link(href: str, region: str) -> PhoneLink | None:
    """Reading of an href; null where it is no link to a phone. An empty `tel:` is one."""
    if not may_dial(href):
        return None
    text = _DROPPED_BY_BROWSERS.sub("", href).strip("\x00\x1f").strip()
    scheme = _SCHEME.match(text)
    if scheme is None:
        return _whatsapp(_WHATSAPP.match(text), region)
    channel = _SCHEMES[scheme.group(1).lower()]
    address = text[scheme.end() :]
    if channel == "whatsapp":
        return _whatsapp_number(_phone_parameter(address.partition("?")[2]), region)
    if channel == "sms":
        address = re.split(r"[?&;]", address, maxsplit=1)[0].split(",")[0]
    return PhoneLink(channel, address, dialled(address, region))


def _whatsapp(match: re.Match[str] | None, region: str) -> PhoneLink | None:
    if match is None:
        return None
    path = unquote(match["path"] or "").strip("/ ")
    if path and not re.search(r"\d{3}", path):
        return None
    return _whatsapp_number(path or _phone_parameter(match["query"] or ""), region)


def _phone_parameter(query: str) -> str | None:
    values = parse_qs(query.replace("+", "%2B"), keep_blank_values=True).get("phone")
    return values[0] if values else None


def _whatsapp_number(written: str | None, region: str) -> PhoneLink | None:
    """WhatsApp takes international numbers only, with or without a plus; no number: a button to share."""
    if written is None:
        return None
    digits = re.sub(r"\D", "", clean(written)).removeprefix("00")
    number = dialled("+" + digits, region) or dialled(written, region)
    return PhoneLink("whatsapp", written, number)
