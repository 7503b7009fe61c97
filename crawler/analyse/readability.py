"""How hard a text is to read: grades for English, reading ease where a language has a formula of its own."""

import math
import string
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from crawler.analyse.syllables import syllables
from crawler.analyse.text.tokens import stem
from crawler.analyse.text.wordlists import rarity
from crawler.sentences import sentences

FEWEST_WORDS = 100
LONG_SENTENCE = 25
"""Words; a longer sentence is hard to follow (gov.uk's content guide)."""

_POLYSYLLABLE = 3
_EASY = 2
"""Syllables at most that a medical name is counted with in the second grade."""

_CONFIDENT_SENTENCES = 30
"""SMOG was made for samples of 30 sentences (McLaughlin, 1969)."""

_FRAGMENT = 3
"""Words that make a sentence; "Yes." and "Book now!" would make any text look easy."""

_NAME_RARITY = 2.7
"""A word of a medical term that is no everyday word: a Zipf frequency below 4.5, thirty uses in a million words."""

_HARDEST = 10
_LONGEST_SHOWN = 1000
_EDGES = string.punctuation + "“”‘’„«»‹›…·•¿¡–—−°†‡®™©|│"

_EASE = {
    "en": (206.835, 1.015, 84.6),
    "de": (180.0, 1.0, 58.5),
    "es": (206.84, 1.02, 60.0),
    "fr": (207.0, 1.015, 73.6),
    "it": (217.0, 1.3, 60.0),
    "nl": (206.84, 0.93, 77.0),
    "pt": (248.835, 1.015, 84.6),
    "ru": (206.835, 1.3, 60.1),
}
"""Reading ease: constant, weight of the words per sentence, weight of the syllables per word. Flesch (1948); Amstad (1978);
Fernández-Huerta (1959); Kandel and Moles (1958); Vacca and Franchina (1986); Douma (1960); Martins et al. (1996); Oborneva (2006)."""


class Counts(NamedTuple):
    """What formulas are made of. `sentences` is at least 1 where there are words."""

    words: int
    sentences: int
    syllables: int
    polysyllables: int
    easy_syllables: int


class HardWord(NamedTuple):
    """A word of three syllables or more; `is_name`: it belongs to a medical term. `rare`: stems of its rare parts."""

    text: str
    syllables: int
    is_name: bool
    rare: tuple[str, ...] = ()


class Readability(NamedTuple):
    """Measures of a page; null grades and ease: fewer than 100 words, or no formula for the language.

    `rare_stems`: of its hard words, in order; which of them are names is all that the measures ask of the taxonomy.
    """

    readability_grade: float | None
    readability_grade_plain: float | None
    reading_ease: float | None
    smog_grade: float | None
    smog_confidence: str | None
    sentences: int
    long_sentences: int
    longest_sentence: str | None
    hardest_words: list[str]
    rare_stems: list[str]


def readability(texts: Sequence[str], language: str, names: frozenset[str] = frozenset()) -> Readability:
    """Measures of the paragraphs `texts`, of which each ends a sentence. `names`: stems of the words of medical terms."""
    spoken = spoken_sentences(texts)
    lengths = [len(words) for _, words in spoken]
    found = Counter(list(chain.from_iterable([words for _, words in spoken])))
    known = language if language in _EASE else "en"
    hard = hard_words(found, known, names)
    counts = count(spoken, found, hard, known)
    enough = counts.words >= FEWEST_WORDS
    graded = enough and language == "en"
    longest = max(range(len(spoken)), key=lambda n: lengths[n], default=None)
    return Readability(
        readability_grade=round(flesch_kincaid_grade(counts), 1) if graded else None,
        readability_grade_plain=(
            round(flesch_kincaid_grade(counts._replace(syllables=counts.easy_syllables)), 1) if graded else None
        ),
        reading_ease=round(reading_ease(counts, language), 1) if enough and language in _EASE else None,
        smog_grade=round(smog_grade(counts), 1) if graded else None,
        smog_confidence=("high" if counts.sentences >= _CONFIDENT_SENTENCES else "low") if graded else None,
        sentences=counts.sentences,
        long_sentences=sum(length > LONG_SENTENCE for length in lengths),
        longest_sentence=None if longest is None else _shortened(spoken[longest][0]),
        hardest_words=_hardest(hard, language) if language in _EASE else [],
        rare_stems=sorted(set(chain.from_iterable([word.rare for word in hard]))),
    )


def spoken_sentences(texts: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Sentences that hold a word, each with its words.

    A word is what stands between spaces or dashes, as Flesch counts: "don't", "low-back" and "1918" are one each.
    """
    found = []
    for text in texts:
        for sentence in sentences(text):
            parts = sentence.replace("—", " ").split() if "—" in sentence else sentence.split()
            words = [word for part in parts if (word := part.strip(_EDGES))]
            if words:
                found.append((sentence, words))
    return found


def count(
    spoken: Sequence[tuple[str, list[str]]], found: Counter[str], hard: Iterable[HardWord], language: str
) -> Counts:
    """What the formulas need to know of `spoken` sentences; `found`: their words with their number, `hard` of them."""
    ends = sum([len(said) >= _FRAGMENT for _, said in spoken])
    words = sum(found.values())
    total = sum([syllables(word, language) * number for word, number in found.items()])
    many = spared = 0
    for word in hard:
        many += found[word.text]
        spared += (word.syllables - _EASY) * found[word.text] if word.is_name else 0
    return Counts(words, max(ends, int(words > 0)), total, many, total - spared)


def hard_words(found: Iterable[str], language: str, names: frozenset[str]) -> list[HardWord]:
    """Words of three syllables and more. A name is a rare word of a medical term: prolotherapy, but not physical."""
    return [
        HardWord(word, size, not names.isdisjoint(rare := _rare_stems(word, language)), rare)
        for word in found
        if (size := syllables(word, language)) >= _POLYSYLLABLE
    ]


def flesch_kincaid_grade(counts: Counts) -> float:
    """School grade of an English text: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid et al., 1975)."""
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def reading_ease(counts: Counts, language: str) -> float:
    """0 (hard) to 100 (easy), by the formula for `language` in `_EASE`."""
    constant, per_sentence, per_word = _EASE[language]
    return constant - per_sentence * counts.words / counts.sentences - per_word * counts.syllables / counts.words


def smog_grade(counts: Counts) -> float:
    """School grade of an English text: 3.1291 + 1.043 × √(words of three and more syllables × 30 ÷ sentences) (McLaughlin, 1969)."""
    return 3.1291 + 1.043 * math.sqrt(counts.polysyllables * 30 / counts.sentences)


@lru_cache(maxsize=50_000)
def _rare_stems(word: str, language: str) -> tuple[str, ...]:
    """Stems of the parts of `word` that are no everyday words."""
    parts = word.lower().replace("’", "'").removesuffix("'s").split("-")
    return tuple(stem(part, language) for part in parts if rarity(part, language) > _NAME_RARITY)


def _hardest(hard: Iterable[HardWord], language: str) -> list[str]:
    """Words with the most syllables × rarity, hardest first. Words that never begin with a small letter are names of
    people and places; German writes every noun so."""
    scored: dict[str, float] = {}
    for word, size, is_name, _ in hard:
        if not is_name and word.isalpha() and (language == "de" or word[0].islower()):
            plain = word.lower()
            scored[plain] = size * rarity(plain, language)
    return sorted(scored, key=lambda word: (-scored[word], word))[:_HARDEST]


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST_SHOWN else sentence[: _LONGEST_SHOWN - 1] + "…"
