"""Words that ask for a call: their class and the phrase itself, in English, Spanish and French."""

import re
from typing import NamedTuple

NUMBER = "\ufffc"
"""Stands for the number in the words around it."""

_CALL = (
    r"(?:call(?:ing)?|(?:tele)?phone(?=\s(?:us|our|the|now|today|ahead|for|to)\b)|dial|ring|reach|llam(?:a|e|ar|ando|enos|anos|en)|ll[aá]m(?:e|a)nos|marque|marca"
    r"|appel(?:ez|er|le|ons)?|t[eé]l[eé]phonez|t[eé]l[eé]phoner|contacte[rz]|joindre|joignez)"
)
_US = r"(?:[- ](?:us|nous|now|today|(?:our|the) (?:office|clinic|practice|team|front desk)))?"
_NOW = (
    r"(?:now|today|right away|immediately|24/7|24 hours|anytime|any time|toll[- ]free now|hoy|ahora|ya|de inmediato"
    r"|maintenant|aujourd['’]hui|d[eè]s maintenant|24h/24)"
)
_BOOK = (
    r"(?:schedul(?:e|ing)|book(?:ing)?|reserve|reservations?|make an appointment|appointments?|consult(?:ation)?s?"
    r"|appt|citas?|agend(?:a|ar|e)|reserv(?:a|ar|e)|consultas?|rendez[- ]vous|rdv|r[eé]serv(?:er|ez))"
)
_INFO = (
    r"(?:questions?|learn more|find out more|more information|speak (?:with|to)|talk (?:with|to)|insurance|inquir(?:y|ies)"
    r"|preguntas|dudas|m[aá]s informaci[oó]n|informes|habl(?:e|ar) con|seguros?|renseignements?|en savoir plus"
    r"|parler (?:à|avec)|assurance)"
)
_LABEL = (
    r"(?:(?:tele)?phone(?: number)?|office|main|voice|pager|tel|ph|t|p|m|cell|mobile|direct|toll[- ]free|local|clinic|front desk|hotline"
    r"|t[eé]l[eé]phone|t[eé]l|gsm|portable|fixe|tel[eé]fono|m[oó]vil|celular|telefon|telefoon|mobiel)"
)
_FAX = r"(?:fax|facsimile|t[eé]l[eé]copie(?:ur)?|telefax|tele-?fax)"
_EMERGENCY = (
    r"(?:9-?1-?1|emergenc(?:y|ies)|crisis|suicide|urgent(?: care)? line|urgences?|emergencias?|crise|SAMU)"
)
_TEXT = (
    r"(?:(?:send (?:us )?a )?text (?:us|me|to|at|or|message|now|today|line)\b|text(?=\s*:?\s*" + NUMBER + r")|SMS"
    r"|mensaje de texto|env[ií]e un (?:texto|mensaje))"
)
_WORDS = re.IGNORECASE
_GAP = rf"[^.!?{NUMBER}]{{0,40}}{NUMBER}?[^.!?{NUMBER}]{{0,40}}?"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "fax",
        re.compile(
            rf"\b{_FAX}\b(?!.*\b(?:{_CALL}|tel|voice)\b.*{NUMBER})[^{NUMBER}]{{0,30}}{NUMBER}|{NUMBER}\s?\(?{_FAX}\b",
            _WORDS,
        ),
    ),
    ("fax", re.compile(rf"(?<![\w.])F\s?[:.]\s?{NUMBER}")),
    ("text", re.compile(rf"\b{_TEXT}", _WORDS)),
    ("whatsapp", re.compile(r"\bwhats\s?app\b", _WORDS)),
    ("emergency", re.compile(rf"\b{_EMERGENCY}\b", _WORDS)),
    ("call_now", re.compile(rf"\b{_CALL}\b{_GAP}\b{_NOW}(?!\w)", _WORDS)),
    (
        "call_book",
        re.compile(
            rf"\b{_CALL}\b{_GAP}\b{_BOOK}\b|\b{_BOOK}\b[^.!?{NUMBER}]{{0,50}}(?:\b{_CALL}\b|\bat\b|\bau\b|\bal\b)",
            _WORDS,
        ),
    ),
    ("call_info", re.compile(rf"\b{_INFO}\b", _WORDS)),
    ("call", re.compile(rf"\b(?:give us a call|{_CALL}{_US})\b", _WORDS)),
    ("label", re.compile(rf"(?<![\w.]){_LABEL}(?:\s*[:.#–-])*\s*{NUMBER}|{NUMBER}\s?\(?{_LABEL}\b", _WORDS)),
)
_LINK_PATTERNS = (("call_book", re.compile(rf"\b{_BOOK}\b", _WORDS)),)
"""In a link that dials, the link itself is the call."""

_TELEPHONE_AND_FAX = re.compile(rf"\b(?:{_LABEL}|voice)\s*(?:/|&|\+|and|et|y|ou|or)\s*{_FAX}\b", _WORDS)
_OTHER_SERVICE = re.compile(
    rf"\b(?:{_CALL}|{_TEXT})\s(?:al?\s|le\s)?(?:9-?1-?1|988|112|999|000|15|18)\b[^.!?{NUMBER}]*(?:[.!?,;]|$)",
    _WORDS,
)
_EMERGENCY_CLAUSE = re.compile(rf"[^.!?{NUMBER}]*\b{_EMERGENCY}\b[^.!?{NUMBER}]*[,:]?\s*$", _WORDS)


class Cta(NamedTuple):
    """`phrase`: the words as published, the number in them as …; null where none ask for anything."""

    kind: str
    phrase: str | None


def cta(before: str, anchor: str | None, after: str) -> Cta:
    """Class of a call-to-action, the first that matches in the order fax, text, WhatsApp, … label, bare.

    `anchor` is the text of the link with `NUMBER` for the number in it; null: no link.
    """
    words = f"{_without_other_service(before)}{NUMBER if anchor is None else _with_number(anchor)}{after}"
    both = _TELEPHONE_AND_FAX.search(words)
    for kind, pattern in _PATTERNS:
        if kind == "fax" and both:
            continue
        if match := pattern.search(words):
            return Cta(kind, _phrase(match.group()))
        if kind == "call_book" and anchor is not None and (match := _LINK_PATTERNS[0][1].search(anchor)):
            return Cta(kind, _phrase(anchor))
    return Cta("bare", None)


def _with_number(anchor: str) -> str:
    return anchor if NUMBER in anchor else f"{anchor} {NUMBER}"


def _without_other_service(before: str) -> str:
    """`before` without the advice to call 911 and the emergency it speaks of."""
    found = list(_OTHER_SERVICE.finditer(before))
    if not found:
        return before
    head = _EMERGENCY_CLAUSE.sub("", before[: found[-1].start()])
    return head + before[found[-1].end() :]


def _phrase(words: str) -> str | None:
    text = " ".join(words.replace(NUMBER, " … ").split())
    return text.strip(" …:.,-–#(|") or None
