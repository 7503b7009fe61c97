"""Links that are meant to dial and do not: `http://tel:310…`, `tel;310…`, `phone:310…`, a number alone."""

import re
from urllib.parse import unquote

from crawler.extract.phones.numbers import clean, dialled
from crawler.extract.phones.phone_link import PhoneLink

_LONGEST = 120
"""Characters; a longer address is no slip of the pen."""

_WORD = r"(?:t[eé]l(?:e|[eé]phone|[eé]fono|efon|efoon|l)?|phone|call|dial|mobile?|cell|gsm|fax|fon|voice|callto)"
_SIGNS = r"\s().+-"
_MISNAMED = re.compile(
    rf"(?:(?:.*[/#:])?{_WORD}\s*[:;][\s/:;]*|(?:https?:)?[/.#]*{_WORD}(?:[=,.\s]+|/+|(?=[+\d(])))"
    rf"(?P<number>\+?\(?\d[\d/{_SIGNS}]{{5,}})(?:[?;,&].*)?\Z",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?:(?:https?:)?//|https?:)\+?\d+/?\Z|(?:mailto:)?\+?\(?\d[\d{_SIGNS}]+\Z", re.IGNORECASE)
_IP_ADDRESS = re.compile(r"(?:\d+\.){3}\d+\Z")
_MIN_DIGITS, _MIN_DIGITS_ALONE, _MAX_DIGITS = 7, 9, 17
_LOOKS_SO = re.compile(
    rf"\s*(?:(?:https?:)?[/#.]*\s*(?:t(?:e|é|%C3%A9)l[a-zéó]{{0,6}}|phone|call|dial|mobile?|cell|gsm|fax|fon)[:：;=,.\s/+(%\d]"
    rf"|(?:https?:)?//\+?\d{{9}}|\+?\(?\d[\d{_SIGNS}]{{7}})",
    re.IGNORECASE,
)
_FIRST = frozenset("tTpPcCdDmMgGfF%(+0123456789")


def may_be_broken(href: str) -> bool:
    """`href` has a look of such a link."""
    if "tel:" in href or "phone:" in href:
        return True
    begins = href[8 if href.startswith("https://") else 7 if href.startswith("http://") else 0 :][:20].lstrip(
        "/#. \t\n"
    )
    return begins[:1] in _FIRST and _LOOKS_SO.match(href) is not None


def broken_link(text: str, region: str) -> PhoneLink | None:
    """Reading of an address that is no link to a phone and is meant to be one; null where it is not."""
    if len(text) > _LONGEST:
        return None
    written = clean(unquote(text))
    if misnamed := _MISNAMED.match(written):
        return _meant(misnamed["number"], region, _MIN_DIGITS)
    if _ALONE.match(written) and not _IP_ADDRESS.match(written):
        link = _meant(written.rpartition(":")[2].strip("/"), region, _MIN_DIGITS_ALONE)
        return link if link and link.number and link.number.valid else None
    return None


def _meant(written: str, region: str, min_digits: int) -> PhoneLink | None:
    number = dialled(written, region)
    digits = sum(character.isdigit() for character in written)
    if number is None or not min_digits <= digits <= _MAX_DIGITS:
        return None
    return PhoneLink("tel", written, number, dials=False)
