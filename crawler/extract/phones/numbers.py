"""Phone numbers as E.164: what a href dials and what a text names."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\x00-\x1f\x7f-\x9f]")
_PAUSE = re.compile(r"(?<=[\d)])\s*[,;pPwW]+\s*(?=\d)")
_EXTENSION_PARAMETER = re.compile(r";\s*(?:ext|extension|postd)\s*=\s*[.]?(\d{1,9})", re.IGNORECASE)
_OTHER_PARAMETERS = re.compile(r";(?!phone-context=)[a-z-]+(?:=[^;]*)?", re.IGNORECASE)
_CALL_SCRIPT_END = re.compile(r"[?&].*$", re.DOTALL)
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_LETTERS = re.compile(r"[a-z]{2}", re.IGNORECASE)
_NOT_KEYS = re.compile(r"[^0-9A-Za-z+]")
_NORTH_AMERICA = 1
_NANP_DIGITS = 10
_POSSIBLE = phonenumbers.ValidationResult.IS_POSSIBLE
_LOCAL = phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY
_MIN_DIGITS_OF_A_NUMBER = 3


class Number(NamedTuple):
    """A number that can be dialled; `valid`: its country's numbering plan has it."""

    e164: str
    extension: str | None
    valid: bool


@lru_cache(maxsize=8192)
def number_of(text: str, region: str) -> Number | None:
    """Number that `text` is, as dialled in `region`; null where none is possible, as without the area code."""
    try:
        parsed = phonenumbers.parse(text, region)
    except NumberParseException:
        return None
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    if reason != _POSSIBLE and (reason != _LOCAL or parsed.country_code == _NORTH_AMERICA or "+" not in text):
        return None
    e164 = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    return Number(e164, parsed.extension or None, phonenumbers.is_valid_number(parsed))


@lru_cache(maxsize=8192)
def dialled(address: str, region: str) -> Number | None:
    """Number that the part of a tel: address behind the colon holds; null where none is possible.

    Understands percent-encoding, `;ext=` (RFC 3966), pauses, `(0)`, `00` and letters of the keypad.
    """
    text = clean(unquote(address))
    text = _CALL_SCRIPT_END.sub("", text).lstrip("/ ").rstrip("/# ")
    text, extension = _without_extension(text)
    if sum(character.isdigit() for character in text) < _MIN_DIGITS_OF_A_NUMBER:
        return None
    found = [number for form in _forms(text) if (number := number_of(form, region))]
    best = next((number for number in found if number.valid), found[0] if found else None)
    if best is None:
        return None
    return best._replace(extension=extension or best.extension)


def clean(text: str) -> str:
    """`text` with compatibility forms folded and marks of direction and other unseen characters left out."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).strip()


def is_short_code(address: str, region: str) -> bool:
    """`address` dials a service such as 911, 988 or 112 that has no E.164 form."""
    digits = re.sub(r"\D", "", clean(unquote(address)))
    if not _MIN_DIGITS_OF_A_NUMBER - 1 <= len(digits) <= 6:
        return False
    try:
        parsed = phonenumbers.parse(digits, region)
    except NumberParseException:
        return False
    return bool(phonenumbers.is_valid_short_number_for_region(parsed, region))


def region_of(e164: str) -> str | None:
    """Country of a number, ISO 3166; null where its calling code is no country's."""
    try:
        parsed = phonenumbers.parse(e164, None)
    except NumberParseException:
        return None
    code = phonenumbers.region_code_for_number(parsed) or phonenumbers.region_code_for_country_code(
        parsed.country_code or 0
    )
    return code if code in phonenumbers.SUPPORTED_REGIONS else None


def is_local(text: str, region: str) -> bool:
    """`text` may be a number of `region` without its area code."""
    try:
        parsed = phonenumbers.parse(text, region)
    except NumberParseException:
        return False
    return bool(phonenumbers.is_possible_number_with_reason(parsed) == _LOCAL)


def local_form(shown: str, dials: str, region: str) -> str | None:
    """E.164 number of a number shown without its area code, the area taken from `dials`; else null."""
    if "+" in shown or shown.startswith("00"):
        return None
    try:
        parsed, complete = phonenumbers.parse(shown, region), phonenumbers.parse(dials, None)
    except NumberParseException:
        return None
    if (
        phonenumbers.is_possible_number_with_reason(parsed) != _LOCAL
        or parsed.country_code != complete.country_code
    ):
        return None
    digits = phonenumbers.national_significant_number(parsed)
    return dials[: -len(digits)] + digits


def _without_extension(text: str) -> tuple[str, str | None]:
    text = _PAUSE.sub(";ext=", text, count=1)
    extension = _EXTENSION_PARAMETER.search(text)
    bare = _OTHER_PARAMETERS.sub("", text)
    return bare, extension.group(1) if extension else None


def _forms(text: str) -> list[str]:
    """Ways to read `text`, the most literal first."""
    forms = [text]
    if _TRUNK_ZERO.search(text):
        forms.append(_TRUNK_ZERO.sub("", text))
    if text.startswith("00"):
        forms.append("+" + text[2:])
    letters = _LETTERS.search(text)
    if letters:
        forms += [text[: letters.start()], _first_keys(text)]
    return forms


def _first_keys(text: str) -> str:
    """As many keys as a number of the North American plan has; callers may spell on."""
    keys = _NOT_KEYS.sub("", text)
    lead = re.match(r"\+?1?", keys)
    start = lead.end() if lead else 0
    return keys[: start + _NANP_DIGITS]
