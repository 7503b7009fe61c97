"""Which of the words around a number are about it: sentences, advice to call 911, what is taken back."""

import re

from crawler.extract.phones.cta_words import CALL, EMERGENCY, FAX, NO_NUMBER, NOT, TEXT

NUMBER = "\ufffc"
"""Stands for the number in the words around it."""

_STOP = re.compile(rf"(\w*)([.!?;|•·]+)(?=\s|{NUMBER}|\Z)")
_SHORT = frozenset(
    "dr mr mrs ms prof st ste tel ph ext appt mon tue tues wed thu thur thurs fri sat sun dept no nr tél téléph av ave sra "
    "dra lic tfno telf inkl bzw ca approx etc jr sr".split()
)
"""Words that a full stop shortens, so that the sentence goes on behind it."""

_ADVICE = re.compile(
    rf"\b(?:(?:{CALL}|or|oder|die|notruf)\s(?:(?:al?|el|le|die|sie|bitte|the)\s){{0,2}}|(?<=\()){NO_NUMBER}\b"
    r"(?!\s?[-–.]?\d)",
    re.IGNORECASE,
)
_ADVICE_END = re.compile(
    r"[.!?;,/|)]|\b(?:otherwise|else(?:where)?|for (?:all|any|everything)|if not|si no|de lo contrario|sinon|autrement"
    r"|sonst|ansonsten|or (?:call|contact|us|our|reach))\b|\Z",
    re.IGNORECASE,
)
"""Where a sentence that says to dial 911 goes on to something else."""

_CLAUSES = re.compile(r"[.!?;]")
_TAKEN_BACK = re.compile(
    rf"\b{NOT}(?:{FAX}|{TEXT}|{EMERGENCY}|texts?\b|call\b|cita(?: previa)?|rendez[- ]vous|termin|appointments?)(?:\w*)",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """`text` in sentences, their stops with them; the last one, perhaps empty, is that of what follows."""
    found, start = [], 0
    for stop in _STOP.finditer(text):
        if stop[2] == "." and _is_shortened(stop[1], text[stop.end() :]):
            continue
        found.append(text[start : stop.end()])
        start = stop.end()
    return [*found, text[start:]]


def beginning(text: str) -> str:
    """The rest of a sentence that `text` goes on with."""
    return sentences(text)[0]


def of_us(text: str) -> str:
    """`text` without the advice to call an emergency service and without what it takes back."""
    return _TAKEN_BACK.sub(" ", _without_advice(text))


def _without_advice(text: str) -> str:
    """`text` without the sentences that say to dial 911, as far as they speak of that."""
    parts, kept = [], 0
    for advice in _ADVICE.finditer(text):
        if advice.start() >= kept:
            stops = [kept, *(stop.end() for stop in _CLAUSES.finditer(text, kept, advice.start()))]
            end = _ADVICE_END.search(text, advice.end())
            parts.append(text[kept : stops[-1]])
            kept = end.start() if end else len(text)
    return " ".join([*parts, text[kept:]])


def _is_shortened(word: str, rest: str) -> bool:
    following = rest.lstrip()[:1]
    return (len(word) == 1 and word.isalpha()) or word.lower() in _SHORT or following.islower()
