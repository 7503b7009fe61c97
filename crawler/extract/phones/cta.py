"""Class and phrase of a call-to-action, from the words around a number."""

import re
from functools import lru_cache
from typing import NamedTuple

from crawler.extract.phones import cta_words as words_for
from crawler.extract.phones.cta_clauses import NUMBER, beginning, of_us, sentences

_CALL, _BOOK, _LABEL, _FAX = words_for.CALL, words_for.BOOK, words_for.LABEL, words_for.FAX
_ASK = rf"(?:{_CALL}|{words_for.CONTACT})"
_IN = rf"[^{NUMBER}]"
_AND = r"(?:/|&|\+|,|\band\b|\bor\b|\by\b|\bo\b|\bet\b|\bou\b|\bund\b|\boder\b)"
_MOST = 160
"""Characters of a link's text that are read on either side of the number in it."""


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE | re.DOTALL)


_VOICE = rf"(?:{_CALL}|\b{_LABEL}\b)"
_WRITING = rf"\b(?:send (?:us )?a )?(?:text(?:ing)?|{words_for.TEXT}|{words_for.WHATSAPP})\b"
_CALL_AND_FAX = _pattern(
    rf"{_VOICE}[\s.]*(?:us )?{_AND}\s*{_FAX}\b|\b{_FAX}[\s.]*{_AND}\s*{_VOICE}|\b{_CALL}\b{_IN}{{0,20}}{_AND} {_FAX}\b"
)
_CALL_AND_WRITE = _pattern(
    rf"{_VOICE}{_IN}{{0,15}}{NUMBER}?{_IN}{{0,3}}{_AND}\s*{_WRITING}|{_WRITING}{_IN}{{0,8}}{_AND}\s*\b{_VOICE}"
)
_EITHER = {"fax": _CALL_AND_FAX, "text": _CALL_AND_WRITE, "whatsapp": _CALL_AND_WRITE}
"""A number that can be called as well is one to call."""

_NOW = rf"\b{words_for.NOW}(?!\w)"
_PATTERNS = (
    ("fax", _pattern(rf"\b{_FAX}(?!\w)(?!.*\b(?:{_CALL}|tel|voice)\b.*{NUMBER}){_IN}{{0,30}}{NUMBER}")),
    ("fax", _pattern(rf"{NUMBER}\s?\(?{_FAX}\b")),
    (
        "fax",
        re.compile(
            rf"(?:(?<![\w.])[Ff]\s?[:.]|^\W*F)\s?{NUMBER}|{NUMBER}\s?\([Ff]\)|[📠🖷℻\uf1ac]\W{{0,3}}{NUMBER}"
        ),
    ),
    ("text", _pattern(rf"\b{words_for.TEXT}")),
    ("whatsapp", _pattern(rf"\b{words_for.WHATSAPP}\b")),
    ("emergency", _pattern(rf"\b{words_for.EMERGENCY}\b")),
    (
        "call_now",
        _pattern(
            rf"\b{_ASK}.{{0,80}}?{_NOW}|{_NOW}.{{0,10}}\b{_ASK}\b|\b{words_for.DO_NOT_WAIT}\b.{{0,20}}(?:\b{_ASK}\b|{NUMBER})"
        ),
    ),
    ("call_book", _pattern(rf"\b{_ASK}.{{0,80}}?\b{_BOOK}\b")),
    ("call_book", _pattern(rf"\b{_BOOK}\b{_IN}{{0,80}}\b(?:{_ASK}|at|au|al|unter|telefonisch)\b")),
    ("call_book", _pattern(rf"\b{words_for.ASKED}?{words_for.APPOINTMENT}\b{_IN}{{0,25}}{NUMBER}")),
    ("call_book", _pattern(rf"{NUMBER}\W*(?:to|for|para|pour|zur|für)\b.{{0,25}}\b{_BOOK}\b")),
    ("call_info", _pattern(rf"\b{words_for.INFORM}(?!\w)")),
    (
        "call_info",
        _pattern(
            rf"\b{words_for.CONTACT}\b{_IN}{{0,40}}(?:\b(?:at|on|by (?:tele)?phone|al?|en|au|unter)|:)\s*{NUMBER}"
        ),
    ),
    ("call", _pattern(rf"\b{_CALL}{words_for.WHOM}(?!\w)")),
    (
        "label",
        _pattern(rf"(?<![\w.'’]){_LABEL}(?:\s*[:.#/–-])*\s*{NUMBER}|{NUMBER}\s*\(?{_LABEL}\b\)?\s*(?:\Z|[,;|\n])"),
    ),
    ("label", _CALL_AND_FAX),
)
"""The first that matches wins: the order of the domain notes §1.5.5."""

_NAMED = _pattern(rf"[^\W\d][^:{NUMBER}]{{0,10}}:\s*{NUMBER}")
_NAME_WORDS = 5
"""Whatever words end in a colon before the number name it."""

_PLAIN = frozenset({"call", "label", "bare"})
_OF_LEAD = frozenset({"emergency", "call_now", "call_book", "call_info", "call"})
_LEADS = 2
"""So many sentences before that of the number say what it is for, where it does not."""

_BOOKING_LINK = _pattern(rf"\b{_BOOK}\b")
_CONTACT_LINK = _pattern(rf"\b{words_for.CONTACT}\b")
_REQUEST = _pattern(rf"[?!]\s*\Z|\A\W*(?:(?:to|for|request|make|need|ready)\b.{{0,20}})?\b{_BOOK}\b")
_WORD = re.compile(r"[^\W\d]")


class Cta(NamedTuple):
    """`phrase`: the words as published, the number in them as …; null where none ask for anything."""

    kind: str
    phrase: str | None


@lru_cache(maxsize=4096)
def cta(before: str, anchor: str | None, after: str) -> Cta:
    """Class of a call-to-action: fax, text, whatsapp, emergency, call_now, call_book, call_info, call, label or bare.

    `anchor` is the text of the link with `NUMBER` for the number in it; null: no link. What counts is the sentence
    that the number stands in or, where it stands alone, the one before; questions before that say what it is for.
    """
    middle = NUMBER if anchor is None else _with_number(anchor)
    lead = sentences(of_us(before))
    own = lead.pop() + middle
    if lead and not _WORD.search(own):
        own = lead.pop() + own
    found = _judge(own + beginning(of_us(after)))
    if anchor is not None and found.kind in ("call_info", *_PLAIN):
        found = _of_link(anchor, found)
    return _led_by(lead[-_LEADS:], found) if found.kind in _PLAIN else found


def _judge(words: str) -> Cta:
    for kind, pattern in _PATTERNS:
        match = pattern.search(words)
        if match and not (kind in _EITHER and _EITHER[kind].search(words)):
            return Cta(kind, _phrase(match.group()))
    name = _NAMED.search(words)
    if name:
        return Cta("label", _phrase(" ".join(words[: words.rindex(":", 0, name.end())].split()[-_NAME_WORDS:])))
    return Cta("bare", None)


def _of_link(anchor: str, found: Cta) -> Cta:
    """A button is for what it says, whatever stands before it."""
    if _BOOKING_LINK.search(anchor):
        return Cta("call_book", _phrase(anchor))
    if found.kind != "call" and _CONTACT_LINK.search(anchor):
        return Cta("call_info", _phrase(anchor))
    return found


def _led_by(lead: list[str], found: Cta) -> Cta:
    for sentence in reversed(lead):
        above = _judge(sentence + NUMBER)
        asks = above.kind in ("call_info", "call_now", "call") or _REQUEST.search(sentence)
        if above.kind in _OF_LEAD and asks and not (above.kind == "call" and found.kind == "call"):
            return above
    return found


def _with_number(anchor: str) -> str:
    before, number, after = anchor.partition(NUMBER)
    return before[-_MOST:] + number + after[:_MOST] if number else f"{anchor[:_MOST]} {NUMBER}"


def _phrase(words: str) -> str | None:
    text = " ".join(words.replace(NUMBER, " … ").split())
    return text.strip(" …:.,-–#(|") or None
