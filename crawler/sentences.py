"""Running text, cut into sentences: for what promises and for how hard it reads."""

import re
from itertools import pairwise

_END = re.compile(
    r"(?<![.!?…])([.!?…]+)[\"'”’»›)\]]*(?:\[\d[\d,–\-]*\]|\(\d{1,3}\))*(?:\s+|$)(?:(?=[\"'“”‘’«»„‚‹(\[{¿¡*•·–—\- ]{0,9}([^\W_]+)(\.?))|)"
    r"|[。！？]+[」』”’）]*\s*"
    r"|\n[^\S\n]*\n\s*"
)
"""Where a sentence may end: a stop with its closing marks and citation numbers, before a word; or an empty line."""

_OPENING = "([{\"'“‘«‹—–/"
_LOOK_BACK = 40

_NEVER = frozenset(
    "dr drs mr mrs ms mme mlle prof st mt ft rev hon gov gen col capt lt sgt pres vs v e.g eg i.e ie cf fig figs tab eq "
    "vol pp ca approx aprox dept est ext tel av avda c/ sr sra dra dres bzw z.b d.h u.a s.a i.d.r inkl zzgl evtl ggf "
    "incl max min resp p.ej ej pág núm nº bd univ hosp".split()
)
"""Abbreviations that stand in front of what they belong to."""

_NUMBERED = frozenset(
    "no nos nr art sec ch jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc ene abr dic".split()
)
"""Abbreviations in front of a number, else words like others."""

_MAYBE = frozenset(
    "etc inc ltd co corp llc jr assn ave blvd rd hwy al usw usf ed eds md phd dpt dc do nd esq "
    "tbsp tsp oz lb lbs ft hr hrs mins".split()
)
"""Abbreviations that a sentence may end with: the next word tells."""

_STARTERS = frozenset(
    "a after all also although an and another any are as at be because before both but by can despite did do does during each even "
    "every find first for from had has have he her here his how however i if in instead is it its just learn let many "
    "most my no not now of on once one or other our over patients people please she should since so some such that "
    "the their then there these they this those through to today treatment under unlike until was we well were what when where "
    "which while who why will with without would yes you your "
    "el la los las un una en es se si su sus y por para con este esta estos nuestro nuestra usted "
    "le les il elle ils elles ce cette ces nous vous on et mais si pour dans avec votre notre une des "
    "der die das ein eine er sie es wir ihr ihre und aber wenn bei für mit im in".split()
)
"""Words that a sentence begins with after an abbreviation, where a name would not."""

_ABBREVIATIONS = _NEVER | _NUMBERED | _MAYBE
_BEFORE_NUMBERS = _NEVER | _NUMBERED
_WHITE = " \n\t"
_BORDERS = frozenset({"", *".!?…:;"})

_TIMES = frozenset({"a.m", "p.m"})
"""In front of a day as often as at an end; other small letters with stops between, as i.a., end where a capital follows."""

_LONG_WORD = 5
"""A word of so many small letters before a stop is no abbreviation that we do not know, even if a small letter follows."""


def sentences(text: str) -> list[str]:
    """Sentences of `text` in order, with nothing but white space lost. An empty line ends one, a single line break does not.

    The stop of an abbreviation, an initial, an ordinal or a decimal ends none, nor does one that a small letter follows.
    """
    borders = [match.end() for match in _END.finditer(text) if _is_end(text, match)]
    parts = [text[start:end].strip() for start, end in pairwise((0, *borders, len(text)))]
    return [part for part in parts if part]


def _is_end(text: str, match: re.Match[str]) -> bool:
    stop, word, initial = match.groups()
    if not word:
        return True
    if stop != ".":
        return not word[0].islower()
    end = match.start()
    earliest = max(0, end - _LOOK_BACK)
    start = max(earliest, text.rfind(" ", earliest, end) + 1)
    last = text[start:end].lstrip(_OPENING)
    if len(last) >= _LONG_WORD and last.isalpha() and last.islower() and last not in _ABBREVIATIONS:
        return True
    in_front = text[max(0, start - _LOOK_BACK) : start].rstrip(_WHITE)
    is_first = in_front[-1:] in _BORDERS and in_front[in_front.rfind(" ") + 1 : -1].lower() not in _BEFORE_NUMBERS
    return _ends_after(last, word, is_initial=bool(initial), is_first=is_first)


def _ends_after(last: str, word: str, *, is_initial: bool, is_first: bool) -> bool:
    """Whether a full stop between the words `last` and `word` ends a sentence.

    `is_initial`: a stop follows `word`, too; `is_first`: `last` begins a sentence, as the number of an entry does.
    """
    folded = last.lower()
    if folded in _NEVER or word[0].islower() or (folded in _NUMBERED and word[0].isdigit()):
        return False
    if last.isdigit():
        return not (is_first and len(last) <= 2)
    if "." in last and last.islower() and folded not in _TIMES:
        return True
    if folded in _MAYBE or "." in last or (len(last) == 1 and last.isalpha()):
        return word.lower() in _STARTERS and not (is_initial and len(word) == 1)
    return True
