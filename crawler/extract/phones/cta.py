"""Class and phrase of a call-to-action, from the words around a number."""

import re
from typing import NamedTuple

from crawler.extract.phones.cta_words import (
    BOOK,
    CALL,
    EMERGENCY,
    FAX,
    INFORM,
    LABEL,
    NOW,
    SERVICE,
    TEXT,
    WHOM,
)

NUMBER = "\ufffc"
"""Stands for the number in the words around it."""

_IN = rf"[^.!?{NUMBER}]"


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


_CALLED_FOR = rf"\b{CALL}\b{_IN}{{0,40}}{NUMBER}?{_IN}{{0,40}}?"
_TELEPHONE_AND_FAX = _pattern(rf"\b{LABEL}\s*(?:/|&|\+|and|et|y|ou|or)\s*{FAX}\b")
_PATTERNS = (
    ("fax", _pattern(rf"\b{FAX}\b(?!.*\b(?:{CALL}|tel|voice)\b.*{NUMBER})[^{NUMBER}]{{0,30}}{NUMBER}")),
    ("fax", _pattern(rf"{NUMBER}\s?\(?{FAX}\b")),
    ("fax", re.compile(rf"(?:(?<![\w.])F\s?[:.]|^\W*F)\s?{NUMBER}")),
    ("text", _pattern(rf"\b{TEXT}")),
    ("whatsapp", _pattern(r"\bwhats\s?app\b")),
    ("emergency", _pattern(rf"\b{EMERGENCY}\b")),
    ("call_now", _pattern(rf"{_CALLED_FOR}\b{NOW}(?!\w)")),
    ("call_book", _pattern(rf"{_CALLED_FOR}\b{BOOK}\b")),
    ("call_book", _pattern(rf"\b{BOOK}\b{_IN}{{0,50}}\b(?:{CALL}|at|au|al)\b")),
    ("call_info", _pattern(rf"\b{INFORM}\b")),
    ("call", _pattern(rf"\b(?:give us a call|{CALL}{WHOM})\b")),
    ("label", _pattern(rf"(?<![\w.]){LABEL}(?:\s*[:.#–-])*\s*{NUMBER}|{NUMBER}\s?\(?{LABEL}\b")),
    ("label", _TELEPHONE_AND_FAX),
)
"""The first that matches wins: the order of the domain notes §1.5.5."""

_BOOKING_LINK = _pattern(rf"\b{BOOK}\b")
_OTHER_SERVICE = _pattern(rf"\b{CALL}\s(?:al?\s|le\s)?{SERVICE}\b[^.!?{NUMBER}]*(?:[.!?,;]|$)")
_EMERGENCY_CLAUSE = _pattern(rf"{_IN}*\b{EMERGENCY}\b{_IN}*[,:]?\s*\Z")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


class Cta(NamedTuple):
    """`phrase`: the words as published, the number in them as …; null where none ask for anything."""

    kind: str
    phrase: str | None


def cta(before: str, anchor: str | None, after: str) -> Cta:
    """Class of a call-to-action: fax, text, whatsapp, emergency, call_now, call_book, call_info, call, label or bare.

    `anchor` is the text of the link with `NUMBER` for the number in it; null: no link. Of the words `after`
    those of the same sentence count.
    """
    middle = NUMBER if anchor is None else _with_number(anchor)
    words = _without_other_service(before) + middle + _SENTENCE_END.split(after, maxsplit=1)[0]
    is_both = _TELEPHONE_AND_FAX.search(words) is not None
    for kind, pattern in _PATTERNS:
        if kind == "call_info" and anchor is not None and _BOOKING_LINK.search(anchor):
            return Cta("call_book", _phrase(anchor))
        match = pattern.search(words)
        if match and not (kind == "fax" and is_both):
            return Cta(kind, _phrase(match.group()))
    return Cta("bare", None)


def _with_number(anchor: str) -> str:
    return anchor if NUMBER in anchor else f"{anchor} {NUMBER}"


def _without_other_service(before: str) -> str:
    """`before` without the advice to call 911 and the emergency that it speaks of."""
    advice = [*_OTHER_SERVICE.finditer(before)]
    if not advice:
        return before
    head = _EMERGENCY_CLAUSE.sub("", before[: advice[-1].start()])
    return head + before[advice[-1].end() :]


def _phrase(words: str) -> str | None:
    text = " ".join(words.replace(NUMBER, " … ").split())
    return text.strip(" …:.,-–#(|") or None
