"""How hard a text is to read: the Flesch–Kincaid grade, for English."""

import re
from functools import lru_cache
from itertools import chain

_SENTENCE_END = re.compile(r"[.!?…]+(?:['\"”’)\]]+)?(?=\s|$)|\n+")
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)*", re.IGNORECASE)
_ABBREVIATION = re.compile(
    r"\b(?:Drs?|Mrs?|Ms|Prof|St|Jr|Sr|vs|etc|Inc|Ltd|No|approx|al|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.(?=\s)"
)
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(
    r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouysxzcgl]es|[aeiouy]les|[^aeiouy]ely|[^aeiouy]eless|[^aeiouy]ement)$"
)
_TWO_VOWELS = re.compile(
    r"(?<![tcsg])i[ao]|(?<=t)ia(?=t)|[aeiouy]ing$|eo(?!p|us)|(?<!q)u[ao](?!r)|ism$|(?<=[a-z][a-z])eas?$|(?<=d)eal|creat|(?<![tc])ien|scien|iet"
)

FEWEST_WORDS = 100


def flesch_kincaid_grade(text: str, language: str = "en") -> float | None:
    """Grade (school years) of `text`; null under 100 words and for other languages. Lines end sentences.

    0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid et al., 1975).
    """
    if not language.lower().startswith("en"):
        return None
    spoken = [words for words in map(_WORD.findall, sentences(text)) if words]
    count = sum(map(len, spoken))
    if count < FEWEST_WORDS:
        return None
    per_word = sum(map(syllables, chain.from_iterable(spoken))) / count
    return round(0.39 * count / len(spoken) + 11.8 * per_word - 15.59, 1)


def sentences(text: str) -> list[str]:
    """Sentences of `text`; the full stop of an abbreviation or of an initial ends none."""
    masked = _ABBREVIATION.sub(lambda match: match[0][:-1] + "\u2024", text)
    parts = _SENTENCE_END.sub("\\g<0>\0", masked).split("\0")
    return [part.strip().replace("\u2024", ".") for part in parts if part.strip()]


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """Syllables of an English word, by its vowel groups; at least one."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    count = len(_VOWELS.findall(plain)) + len(_TWO_VOWELS.findall(plain))
    if len(plain) > 3 and _SILENT_END.search(plain):
        count -= 1
    return max(1, count)
