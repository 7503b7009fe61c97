"""What looks like a phone number and is none: dates, identifiers, prices, coordinates, opening hours."""

import re

_IDENTIFIERS = (
    r"NPI|DEA|licen[cs]e|lic|ISBN|ISSN|DOI|PMID|PMC|CPT|ICD(?:-?\d+)?|HCPCS|order|ref|reference|invoice|account|acct"
    r"|EIN|TIN|SSN|VAT|TVA|BTW|BCE|KBO|RPM|RPR|ABN|ACN|GSTIN?|CIN|PAN|SIRET|SIREN|RCS|RPPS|ADELI|FINESS|INAMI|RIZIV"
    r"|IBAN|BIC|NIF|CIF|USt-?IdNr|HRB|NCT|AHPRA|HCPC|GMC|GDC|patent|lot|SKU|UPC|EAN|GTIN|model|serial|case|policy"
    r"|claim|grant|item|product|part|batch|registration|company|entreprise|registered|charity|membership|provider"
    r"|certificate|ZIP|ZIP code|postcode|tracking|confirmation|booking ref|ID"
)
_IDENTIFIED = re.compile(
    rf"\b(?:{_IDENTIFIERS})\b(?:[\s.:#°º/-]|\b(?:numbers?|nos?|num|nr|n|code|codes|id|is|de|BE|FR|NL|ES|d['’])\b)*\Z"
    r"|\b(?:CPT|HCPCS|ICD(?:-?\d+)?|PMIDs?)\b(?: codes?| nos?\.)?[:#]?[\d ,.-]*\d[ ,]+\Z",
    re.IGNORECASE,
)
"""The word and what may stand between it and its number; codes come in lists too."""

_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹%]|\b(?:USD|EUR|GBP|AUD|CAD|INR|Rs\.?))\s?\Z", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"\s?(?:[$€£¥₹%°]|(?:mm|cm|km|mg|mcg|µg|ml|kg|lbs?|iu|kcal|hz|usd|eur|aud|px|kb|mb)\b)", re.IGNORECASE
)
_INSIDE_TOKEN_BEFORE = re.compile(r"(?:[=_@&%\\]|\d[:,.]?|[^\s(]?[/~-])\Z")
_LABEL_END = re.compile(
    r"(?:^|[^\w/.])(?:call|phone|fax|tel|tél|téléphone|ph|office|mobile|cell|gsm|main|[tpmf])\.?[/~-]\Z|\d{4}/\Z|(?:^|\s)[/~-]\Z",
    re.IGNORECASE,
)
_ADDRESS_BEFORE = re.compile(r"(?:://|www\.|\b10\.\d{4,}/|doi)\S*\Z", re.IGNORECASE)
_TOKEN_AFTER = re.compile(r"(?:[@_=]|[.:-]\d|\.[a-z])", re.IGNORECASE)
_NOT_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?:19|20)\d{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)",
        r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:19|20)\d{2}(?!\d)",
        r"(?<!\d)(?:19|20)\d{2}\s?[-–—/]\s?(?:19|20)\d{2}(?!\d)",
        r"^(?:0?[1-9]|1[0-2])/(?:19|20)\d{2}|[-–]\s?(?:0?[1-9]|1[0-2])/(?:19|20)\d{2}\Z",
        r"(?<!\d)[0-2]?\d[.h][0-5]\d\s?[-–—]\s?[0-2]?\d[.h][0-5]\d(?!\d)",
        r"^-?(?:1[0-7]\d|\d{1,2})\.\d{5,}",
        r"^\d{5}(?:-\d{4})?\s\d{4,5}\Z",
        r"^97[89][\s-]?\d(?:[\s-]?\d){9}\Z",
        r"\d{1,5}-+\d{1,5}\s{0,4}\(\d{1,4}",
    )
)
"""ISO and written dates, spans of years, MM/YYYY, opening hours, decimal degrees, ZIP + street number,
ISBN-13, pages before a year."""

_GLUED_BEFORE = re.compile(r"[^\W\d_]+\Z")
_GLUED_AFTER = re.compile(r"[^\W\d_]+")
_GLUED_LABEL_AFTER = re.compile(r"[TFPMEC]\s?[:.]")
_LETTERS_GLUED_IN_PROSE = 3
_SHORT_WORDS = frozenset(("at", "to", "or", "on", "us", "is", "au", "ou", "et", "al", "o", "y", "e"))


def is_something_else(text: str, start: int, end: int) -> bool:
    """The digits at `text[start:end]` are labelled, shaped or placed as something that is no phone number."""
    before, raw, after = text[max(0, start - 40) : start], text[start:end], text[end : end + 12]
    return (
        any(shape.search(raw) for shape in _NOT_NUMBERS)
        or _IDENTIFIED.search(before) is not None
        or _MONEY_BEFORE.search(before) is not None
        or _UNIT_AFTER.match(after) is not None
        or _stands_in_token(before, raw, after)
        or not _may_be_glued(before, raw, after)
    )


def _stands_in_token(before: str, raw: str, after: str) -> bool:
    """Part of an address, a file name or a longer number; a label such as `Tel.` or `Phone/` is none."""
    if _TOKEN_AFTER.match(after) or _ADDRESS_BEFORE.search(before):
        return True
    if raw[0] in "+(":
        return False
    return _INSIDE_TOKEN_BEFORE.search(before) is not None and not _LABEL_END.search(before)


def _may_be_glued(before: str, raw: str, after: str) -> bool:
    """Letters that touch the digits are words (`Call310-…`, `…1234Fax`), not parts of an identifier."""
    left, right = _GLUED_BEFORE.search(before), _GLUED_AFTER.match(after)
    if (left or right) and raw.isdigit():
        return False
    if left and raw[0] not in "+(" and not _is_word(left.group()):
        return False
    return right is None or _GLUED_LABEL_AFTER.match(after) is not None or _is_word(right.group())


def _is_word(letters: str) -> bool:
    return len(letters) >= _LETTERS_GLUED_IN_PROSE or letters in _SHORT_WORDS
