"""How else a term may be written: without its accents, in the plural, without its articles."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_ARTICLES = {
    "de": "der die das dem den des ein eine einem einen einer eines im in ins am an ans auf vom von zum zur bei beim "
    "über ihr ihre ihrem ihren ihrer mein meine meinem meinen meiner unter bereich "
    "rechte rechten rechter rechtes linke linken linker linkes",
    "es": "de del la el los las lo en a al un una unos unas su sus mi mis tu tus por "
    "nivel zona región crónico crónica crónicos crónicas agudo aguda agudos agudas intenso fuerte localizado",
    "fr": "de du des d la le les l à a au aux en dans un une sur son sa ses mon ma mes votre vos par "
    "niveau région zone chronique chroniques aigu aigus aiguë aiguës intense intenses forte fortes",
}
PARTICLES = {language: frozenset(words.split()) for language, words in _ARTICLES.items()}
"""Words that a term may be written with or without: dolor (crónico) de (la) espalda. In English they change the order of
words."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_AS_UMLAUT = str.maketrans("aou", "äöü")
_WORD = re.compile(r"\w+")
_JOINT = re.compile(r"(gelenk)(s?)(?=[a-z]{4})", re.IGNORECASE)
"""Kniegelenkarthrose and Kniegelenksarthrose are one."""

_STRESSED = {"án": "an", "én": "en", "ín": "in", "ón": "on", "ún": "un"}

_SHORT = 6
"""Letters of a German stem that several words may share: Becken and Becker, Schulter and Schulte."""

_GERMAN_ENDINGS = ("", "e", "n", "en", "s", "es", "er", "ern")


@lru_cache(maxsize=4096)
def unaccented(text: str) -> str:
    """`text` without accents, as addresses and hasty writers have it."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text.replace("ß", "ss").replace("œ", "oe"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def spellings(term: str, language: str) -> Iterator[str]:
    """`term`, and how else it is written where a stemmer does not bring that together."""
    yield term
    if language not in PARTICLES:
        return
    if not term.isascii():
        yield unaccented(term)
        yield term.translate(_UMLAUTS)
    if language == "de" and "gelenk" in term.lower():
        yield _JOINT.sub(lambda found: found[1] if found[2] else f"{found[1]}s", term)
    if language == "es":
        plural = _WORD.sub(_plural, term)
        yield from (plural, unaccented(plural))


def forms(word: str, stem: str, language: str) -> set[str]:
    """What a term of one word matches: itself in the singular and the plural, as far as an ending tells; empty: every word
    of its stem.

    The stem of cupping is that of a cup, and that of hombro, a shoulder, that of a man.
    """
    if language == "en":
        return _english(word)
    if language == "de":
        return _german(word) if len(stem) <= _SHORT else set()
    if language not in PARTICLES:
        return set()
    found = _spanish(word) if language == "es" else _french(word)
    return found | set(map(unaccented, found))


def _plural(word: re.Match[str]) -> str:
    """The plural of a Spanish word: a stemmer takes lumbar for a verb, but not lumbares."""
    text = word[0]
    if text in PARTICLES["es"] or text.endswith("s") or not text.isalpha() or text.isupper():
        return text
    if text[-2:] in _STRESSED:
        return f"{text[:-2]}{_STRESSED[text[-2:]]}es"
    return f"{text}s" if text[-1] in "aeiouáéó" else f"{text[:-1]}ces" if text[-1] == "z" else f"{text}es"


def _spanish(word: str) -> set[str]:
    single = {word}
    if len(word) > 3 and word.endswith("s"):
        single.add(word[:-1])
    if word.endswith("es"):
        single |= {word[:-2], f"{word[:-3]}z"}
    found = single | {f"{one}s" for one in single} | {f"{one}es" for one in single}
    return found | {f"{one[:-1]}ces" for one in single if one.endswith("z")}


def _french(word: str) -> set[str]:
    single = {word}
    if len(word) > 3 and word.endswith(("s", "x")):
        single.add(word[:-1])
    found = single | {f"{one}{ending}" for one in single for ending in "sx"}
    return found | {f"{one[:-2]}aux" for one in single if one.endswith("al")}


def _german(word: str) -> set[str]:
    head, vowel, tail = (
        re.split(r"([aou])(?=[^aou]*$)", word, maxsplit=1) if re.search("[aou]", word) else (word, "", "")
    )
    plural = head + vowel.translate(_AS_UMLAUT) + tail
    found = {one + ending for one in (word, plural) for ending in _GERMAN_ENDINGS}
    return found | set(map(unaccented, found)) | {one.translate(_UMLAUTS) for one in found}


def _english(word: str) -> set[str]:
    if word.endswith("is"):
        return {word, f"{word[:-2]}es"}
    single = {word}
    if word.endswith("ies"):
        single.add(f"{word[:-3]}y")
    elif word.endswith("es"):
        single |= {word[:-1], word[:-2]}
    elif word.endswith("s") and not word.endswith(("ss", "us")):
        single.add(word[:-1])
    plural = {f"{one[:-1]}ies" if one.endswith("y") else f"{one}s" for one in single}
    return single | plural | {f"{one}es" for one in single}
