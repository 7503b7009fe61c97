"""Links that open a chat or a call in an app: WhatsApp, Signal, Viber, Telegram, Skype, FaceTime."""

import re
from urllib.parse import parse_qs, unquote

from crawler.extract.phones.numbers import Number, clean, dialled
from crawler.extract.phones.phone_link import PhoneLink

_APP = re.compile(
    r"(?:https?:)?//(?:www\.)?(?:wa\.me|wa\.link|(?:api|web)\.whatsapp\.com|signal\.me|t\.me)/"
    r"|(?:whatsapp|viber|sgnl|tg)://|skype:|facetime(?:-audio)?:",
    re.IGNORECASE,
)
_WHATSAPP = re.compile(
    r"(?:(?:https?:)?//(?:www\.)?(?:wa\.me/+(?P<path>[^?#]*)|(?:api|web)\.whatsapp\.com/send/?)|whatsapp://send/?)"
    r"(?:\?(?P<query>[^#]*))?",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:viber://(?:chat|add|contact)/?\?(?:[^#]*&)?number=|(?:(?:https?:)?//|sgnl://)signal\.me/#p/"
    r"|(?:https?:)?//t\.me/(?=\+?\d)|tg://resolve/?\?(?:[^#]*&)?phone=)(?P<number>[^?&#]*)",
    re.IGNORECASE,
)
_CALLERS = re.compile(r"(?:skype|facetime(?:-audio)?):/*(?P<number>[^?#]*)", re.IGNORECASE)
_HIDES_NUMBER = re.compile(
    r"(?:https?:)?//(?:(?P<whatsapp>(?:www\.)?wa\.me/(?:message|qr)/\w|wa\.link/\w|api\.whatsapp\.com/message/\w)"
    r"|signal\.me/#eu/\w)|viber://pa/?\?",
    re.IGNORECASE,
)
"""Short links and bots: they open a chat with the clinic, and the number stands with the service."""

_MEXICAN_MOBILE = re.compile(r"\A521(?=\d{10}\Z)")
"""WhatsApp knows mobiles of Mexico with the 1 that the numbering plan dropped in 2019."""

_MIN_DIGITS = 3


def chat_link(text: str, region: str) -> PhoneLink | None:
    """Reading of an address that opens an app of messages; null where it is none, or only shares a text."""
    if _APP.match(text) is None:
        return None
    if hides := _HIDES_NUMBER.match(text):
        return PhoneLink("whatsapp" if hides["whatsapp"] else "messenger", text, None)
    if whatsapp := _WHATSAPP.match(text):
        written = _of_path(whatsapp["path"]) or _phone_parameter(whatsapp["query"] or "")
        return None if written is None else _international("whatsapp", written, region)
    if (other := _OTHERS.match(text)) and _digits(other["number"]):
        return _international("messenger", unquote(other["number"]), region)
    if caller := _CALLERS.match(text):
        return _caller(caller["number"], region)
    return None


def hides_number(link: PhoneLink) -> bool:
    """It opens a chat with a number that only the service knows."""
    return link.channel in ("whatsapp", "messenger") and link.number is None and link.dials


def _of_path(path: str | None) -> str | None:
    written = unquote(path or "").strip("/ ")
    return written if re.search(r"\d{3}", written) else None


def _phone_parameter(query: str) -> str | None:
    values = parse_qs(query.replace("+", "%2B"), keep_blank_values=True).get("phone")
    return values[0] if values else None


def _international(channel: str, written: str, region: str) -> PhoneLink:
    """These apps take numbers with country code and without trunk zero, the plus or not. One that is none such, and a
    number of `region`, is meant to be that, and dials nothing.
    https://faq.whatsapp.com/5913398998672934"""
    digits = _MEXICAN_MOBILE.sub("52", _digits(written).removeprefix("00"))
    literal = dialled("+" + digits, region)
    if literal is not None and not _has_trunk_zero(digits, literal):
        meant = None if literal.valid else dialled(written, region)
        if meant is None or not meant.valid:
            return PhoneLink(channel, written, literal)
        return PhoneLink(channel, written, meant, dials=False)
    return PhoneLink(channel, written, dialled(written, region) or literal, dials=False)


def _has_trunk_zero(digits: str, number: Number) -> bool:
    """A zero of `digits` is none of the number's."""
    own = number.e164[1:]
    at = next((at for at, (a, b) in enumerate(zip(digits, own, strict=False)) if a != b), None)
    return at is not None and digits[at] == "0"


def _caller(name: str, region: str) -> PhoneLink | None:
    """Skype and FaceTime call numbers and names; a name is none of a phone."""
    written = unquote(name)
    if len(_digits(written)) < _MIN_DIGITS or re.search(r"[^\W\d_]|@", written):
        return None
    return PhoneLink("messenger", written, dialled(written, region))


def _digits(written: str) -> str:
    return re.sub(r"\D", "", clean(unquote(written)))
