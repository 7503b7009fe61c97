"""What looks like a phone number and is none: dates, identifiers, prices, coordinates, opening hours."""

import re
from itertools import pairwise

_SURE = (
    r"ref|NPI|DEA|licen[cs]e|lic|ISBN(?:-1[03])?|ISSN|DOI|PMID|PMC|PMCID|CPT|ICD(?:-?\d+)?|HCPCS|NDC|UDI|NCT|IRB|ORCID"
    r"|EIN|TIN|SSN|VAT|TVA|BTW|BCE|KBO|RPM|RPR|ABN|ACN|TFN|UTR|GSTIN?|CIN|PAN|SIRET|SIREN|RCS|RPPS|ADELI|FINESS|INAMI"
    r"|RIZIV|IBAN|BIC|NIF|CIF|USt-?IdNr|HR[AB]|Steuernummer|BLZ|AHPRA|HCPC|GMC|GDC|NMC|MRN|patent|invoice|docket"
    r"|serial|SN|SKU|UPC|EAN|GTIN|certificate|colegiad[oa]|aadhaar|passcode|bylaw|ZIP|ZIP code|postcode|ID|codes?|factura|facture|rechnung|expediente"
    r"|aktenzeichen|dossier|licencia|p[oó]liza"
)
"""What stands before an identifier and never before a phone number."""

_LIKELY = (
    r"order|reference|account|acct|lot|model|case|claim|grant|item|product|part|batch|tracking|confirmation"
    r"|form|version|build|section|room|rm|ticket|report|protocol|bill|pin|rx|fig|figure|table|vol|volume|pp|pages?|bus"
)
"""What stands before an identifier at the beginning of a clause, and before a phone number within one."""

_NUMBERED = (
    rf"{_LIKELY}|booking ref|group|members?|membership|chart|prescription|policy|company|entreprise|charity|provider"
    r"|registration|reg|registered|enregistrement|NHS|medicare|medicaid|payer|meeting|permit|routing|tax|konto|steuer"
)
"""What has a number of its own where it is said to: `Policy No.`, `Group #`."""

_REACHES = (
    r"phone|telephone|tele|tel|mobile|mob|cell|contact|fax|office|whatsapp|help ?line|hot ?line|toll[- ]?free|free|landline"
    r"|direct|line|emergency|emergencies|call|our|your|my|the|this|main|reception|appointments?|bookings?|enquir(?:y|ies)|clinic"
    r"|hospital|ambulance|care|service|support|text|sms|urgent|desk|info|information|new|local|home|work|business|personal|same|ext"
    r"|téléphone|tél|portable|teléfono|móvil|telefon|handy|and|or|at|on|by|is"
)
"""What stands before "number" where it is one to call."""

_NAMED = (
    r"accession|catalog(?:ue)?|document|specimen|device|donor|study|sample|parcel|lot|MSP|SIN|PHN|claim|card|file|record|case"
    r"|passport|vehicle|engine|flight|credit card|bank|cheque|receipt|transaction|badge"
)
"""What a number of its own is said of by `number` alone."""

_A_NUMBER = r"(?:#|[°º]|\b(?:numbers?|nos?|num|nr|n|id|codes?)\b)"
_IDENTIFIED = re.compile(
    rf"\b(?:{_SURE})\b(?:[\s.:#°º/-]|\b(?:numbers?|nos?|num|nr|n|code|codes|id|is|de|BE|FR|NL|ES|d['’])\b)*\Z"
    rf"|(?:^|[\n.;:,(|•]\s?)(?:{_LIKELY})[\s.:#]{{0,3}}\Z"
    rf"|\b(?:{_NUMBERED})[\s.:-]{{0,2}}{_A_NUMBER}[\s.:#°º]{{0,3}}\Z"
    rf"|\b(?!(?:{_REACHES})\b)[^\W\d_]{{3,}}[\s.]{{1,2}}(?:no\.|nos\.?|n\.?\s?[°º])[\s:]{{0,2}}\Z"
    rf"|\b(?:{_NAMED}) numbers?[\s:]{{0,2}}\Z"
    r"|(?<!phone )\b(?:numbers?|ids?|codes?)\b\W{1,2}(?:looks? )?(?:like|such as|e\.g\.)\W{0,3}\Z"
    r"|\b(?:NHS|provider) (?:number|identifier)[\s:]{0,2}\Z|510\(k\)\s?\Z|\bSt\.?-?Nr[.:\s]{0,2}\Z"
    r"|\b(?:CPT|HCPCS|ICD(?:-?\d+)?|PMIDs?)\b(?: codes?| nos?\.)?[:#]?[\d ,.-]*\d[ ,]+\Z",
    re.IGNORECASE,
)
"""The word and what may stand between it and its number; codes come in lists too."""

_SAYS_NUMBER = re.compile(r"(?:#|no|number|id)\W*\Z", re.IGNORECASE)

_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹±]|\+/[-−]|\b(?:USD|EUR|GBP|AUD|CAD|INR|Rs\.?))\s?\Z", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"[%°]|\s?(?:[$€£¥₹](?!\s?\d)|(?:mm|cm|km|mg|mcg|µg|ml|kg|lbs?|iu|kcal|hz|usd|eur|aud|px|kb|mb|sq|ft)\b)",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(
    r"\s(?:people|persons|patients|steps|views|visits|visitors|users|followers|downloads|cells|inhabitants|dollars|pounds"
    r"|rupees|pesos|euros?|francs|calories|personas|habitantes|pacientes|personnes|habitants|einwohner)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\d+(?:[ .\u00a0]\d+)+")
_INSIDE_TOKEN_BEFORE = re.compile(r"(?:[=_@&%#\\]|\d[:,.]?|[^\s(]?[/~-])\Z")
_LABEL_END = re.compile(
    r"(?:^|[^\w/.])(?:call|phone|fax|tel|tél|téléphone|ph|office|mobile|cell|gsm|main|contact|text|sms|[tpmf])\.?\s?[#/~-]\Z"
    r"|\d{4}/\Z|(?:^|\s)[/~-]\Z",
    re.IGNORECASE,
)
_ADDRESS_BEFORE = re.compile(r"(?:://|www\.|\b10\.\d{4,}/|doi)\S*\Z", re.IGNORECASE)
_ENDINGS = (
    r"html?|php|aspx?|jsp|jpe?g|png|gif|svg|webp|bmp|tiff?|pdf|docx?|xlsx?|pptx?|zip|mp[34]|mov|avi|txt|csv|json|xml"
    r"|com|org|net|edu|gov|info|biz"
)
_TOKEN_AFTER = re.compile(
    rf"[@_]|=\S|[.:-]\d(?!\d? ?(?:/7|h\b|hrs?\b|hours?\b))|\.(?:{_ENDINGS})\b", re.IGNORECASE
)
_NOT_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?:19|20)\d{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)",
        r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:19|20)\d{2}(?!\d)",
        r"^(?:0?[1-9]|[12]\d|3[01]) (?:0?[1-9]|1[0-2]) (?:19|20)\d{2}(?!\d)",
        r"(?<!\d)(?:19|20)\d{2}\s?[-–—/]\s?(?:19|20)\d{2}(?!\d)",
        r"^(?:0?[1-9]|1[0-2])/(?:19|20)\d{2}|[-–]\s?(?:0?[1-9]|1[0-2])/(?:19|20)\d{2}\Z",
        r"(?<!\d)[0-2]?\d[.h][0-5]\d\s?[-–—]\s?[0-2]?\d[.h][0-5]\d(?!\d)",
        r"^-?(?:1[0-7]\d|\d{1,2})\.\d{5,}",
        r"^97[89][\s-]?\d(?:[\s-]?\d){9}\Z",
        r"\d{1,5}-+\d{1,5}\s{0,4}\(\d{1,4}",
    )
)
"""ISO and written dates, spans of years, MM/YYYY, opening hours, decimal degrees, ISBN-13, pages before a year."""

_GLUED_BEFORE = re.compile(r"[^\W\d_]+\Z")
_GLUED_AFTER = re.compile(r"[^\W\d_]+")
_GLUED_LABEL_AFTER = re.compile(r"[TFPMEC]\s?[:.]|x\d{1,6}(?![\w-])")
_LETTERS_GLUED_IN_PROSE = 3
_SHORT_WORDS = frozenset(("at", "to", "or", "on", "us", "is", "au", "ou", "et", "al", "o", "y", "e"))
_LABELS = frozenset(("call", "phone", "telephone", "tel", "tél", "fax", "office", "mobile", "cell", "text", "ph"))
_LABEL_LETTERS = frozenset("TPFMtpfm")

_GROUP = re.compile(r"\d+")
_FEWEST_OF_A_SERIES = 3
_SMALL_STEP = 10
_ROUND = 50


def is_something_else(text: str, start: int, end: int, floor: int = 0) -> bool:
    """The digits at `text[start:end]` are labelled, shaped or placed as something that is no phone number.

    What stands before `floor` belongs to the number before.
    """
    before, raw, after = text[max(floor, start - 40) : start], text[start:end], text[end : end + 14]
    return (
        any(shape.search(raw) for shape in _NOT_NUMBERS)
        or (before != "" and _is_labelled(before, raw))
        or (after != "" and _is_counted(raw, after))
        or _stands_in_token(before, raw, after)
        or not _may_be_glued(before, raw, after)
    )


def is_series(raw: str) -> bool:
    """The groups of `raw` count on, as pages and doses do, or end a round figure: 01 02 03 04 05, 600 000 000."""
    groups = _GROUP.findall(raw)
    if len(groups) < _FEWEST_OF_A_SERIES:
        return False
    numbers = [int(group[:9]) for group in groups]
    if groups[-2:] == ["000", "000"] or not any(number % _ROUND for number in numbers):
        return True
    step = numbers[1] - numbers[0]
    is_step = 0 < abs(step) <= _SMALL_STEP or (step != 0 and step % _SMALL_STEP == 0)
    return is_step and all(later - earlier == step for earlier, later in pairwise(numbers))


def _is_labelled(before: str, raw: str) -> bool:
    """An identifier's name or a currency stands before; no identifier is written with its beginning in brackets."""
    if _MONEY_BEFORE.search(before):
        return True
    found = _IDENTIFIED.search(before)
    return found is not None and (raw[0] != "(" or _SAYS_NUMBER.search(found.group()) is not None)


def _is_counted(raw: str, after: str) -> bool:
    if _UNIT_AFTER.match(after):
        return True
    return _COUNT.fullmatch(raw) is not None and _COUNTED_AFTER.match(after) is not None


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
    if left and raw[0] not in "+(" and not _may_touch(left.group(), raw):
        return False
    if right is None:
        return True
    if raw.isdigit():
        return False
    return _GLUED_LABEL_AFTER.match(after) is not None or _is_word(right.group())


def _may_touch(letters: str, raw: str) -> bool:
    if raw.isdigit():
        return letters.lower() in _LABELS
    return _is_word(letters) or letters in _LABEL_LETTERS


def _is_word(letters: str) -> bool:
    return len(letters) >= _LETTERS_GLUED_IN_PROSE or letters in _SHORT_WORDS
