"""Which words of a language may stand in a keyphrase, and how rare a word is."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial

import wordfreq

from crawler.analyse.text.remembered import Remembered
from crawler.analyse.text.tokens import stem, stems
from crawler.analyse.text.words import english, english_verbs, french, german, spanish
from crawler.analyse.text.words.months import MONTHS

OWN_LISTS = ("en", "es", "fr", "de")
"""Languages with lists of our own; others take the most frequent words of wordfreq, and months, as stop words."""

_MEASURE = re.compile(
    r"\d+(?:['⁄]\d+)?(?:st|nd|rd|th|s|am|pm|mm|cm|ml|mg|kg|lbs?|ft|hz|k|px|min|hrs?|h|x|er|ème|º|ª)?"
)
_ADVERB = re.compile(r"\w{3,}ly")
_NO_ADVERB = frozenset(
    {"family", "elderly", "jelly", "belly", "anomaly", "assembly", "supply", "early", "monthly", "weekly"}
)
_PARTICIPLE = re.compile(r"\w{2,}[^e]ed")
_NO_PARTICIPLE = frozenset({"infrared", "certified", "hundred", "biomed"})

_VERBAL = {
    "es": re.compile(
        r"\w{2,}(?:amos|emos|imos|aron|ieron|aban|ando|iendo|[aei]rse|ar[áé]n?|er[áé]n?|ir[áé]n?|mente)"
    ),
    "fr": re.compile(
        r"\w{2,}(?:[^n]ez|issent|aient|eront|erait|eraient|erons|[^fil]ons|(?:iv|al|iqu|ell|eus)ement)"
    ),
}
"""Endings of verbs and adverbs, which bound no phrase."""

_NO_NOUN = {
    "en": re.compile(r"\w{4,}(?:able|ible|ful|less|ous|ed|ates|i[sz]es|ifies|tional|ical)"),
    "es": re.compile(r"\w{4,}(?:ables?|ibles?|osas|osos|ados|adas|idos|idas)|\w{3,}[aei]r"),
    "fr": re.compile(r"\w{4,}(?:ables?|ibles?|euses?|ées|ifs|ives?)|\w{3,}(?:[^i]er|[^s]ir|oir)"),
}
"""Endings of adjectives, participles and verbs that few nouns have: words that nobody searches for alone."""

_NOUN_ANYWAY = frozenset(
    """
    bienestar bisturí cáncer azúcar mujer hogar lugar pulgar molar collar taller alquiler placer ascensor escáner catéter carácter
    cancer danger hiver fer ulcer plaisir avenir souvenir désir loisir élixir espoir soir pouvoir couloir miroir tiroir devoir
    """.split()
)

STOP, INSIDE, OPEN, ENDING = range(4)

_RARITY_CEILING = 7.2
_UNKNOWN_ZIPF = 2.6
"""Zipf frequency of a word that wordfreq's list does not hold; new words and typing errors stay modest."""


@dataclass(frozen=True)
class WordLists:
    """`stop` ends a phrase, `link` stands inside only, `edge` too; `generic` stems mean little alone.

    `inner`: one of them may stand inside a phrase, those `joining` two things only where it stands twice or in a zone; `numbered`: a number
    may follow, as in type 2. `adjectives` are no phrase alone. `templates`: keys of phrases that stand in footers and buttons.
    `idioms`: turns of speech by their last word.
    """

    stop: frozenset[str] = frozenset()
    link: frozenset[str] = frozenset()
    edge: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    trailing: frozenset[str] = frozenset()
    templates: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    idioms: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)


@lru_cache(maxsize=16)
def word_lists(language: str) -> WordLists:
    """Lists of `language` (ISO 639-1)."""
    if language == "en":
        return _english()
    for code, module in (("es", spanish), ("fr", french), ("de", german)):
        if code == language:
            generic = frozenset(stem(word, code) for word in module.GENERIC.split())
            return WordLists(
                stop=frozenset(module.STOP.split()) - frozenset(module.LINK.split()),
                link=frozenset(module.LINK.split()),
                edge=frozenset(module.EDGE.split()),
                generic=generic,
                inner=frozenset(module.INNER.split()),
                joining=frozenset(module.JOINING.split()),
                numbered=frozenset(module.NUMBERED.split()),
                leading=frozenset(module.LEADING.split()),
            )
    return WordLists(stop=_frequent(language).union(MONTHS.get(language, "").split()))


def is_number(word: str) -> bool:
    """Whether `word` is a number, with or without a unit."""
    return word[0].isdigit() and (_MEASURE.fullmatch(word) is not None)


def seems_no_noun(word: str, language: str) -> bool:
    """Whether `word` is a known adjective, or ends as adjectives, participles and verbs do: estimated, accommodates."""
    if word in word_lists(language).adjectives:
        return True
    pattern = _NO_NOUN.get(language)
    return pattern is not None and word not in _NOUN_ANYWAY and pattern.fullmatch(word) is not None


def is_participle(word: str, language: str) -> bool:
    """Whether `word` may begin a phrase, but end none: herniated disc, disc herniated."""
    return language == "en" and word not in _NO_PARTICIPLE and _PARTICIPLE.fullmatch(word) is not None


@lru_cache(maxsize=50_000)
def rarity(word: str, language: str) -> float:
    """7.2 less the Zipf frequency of `word`: about 1 for function words, 4.6 for rare words."""
    frequency = _frequencies(language).get(word)
    zipf = math.log10(frequency) + 9 if frequency else _UNKNOWN_ZIPF
    return max(0.2, _RARITY_CEILING - max(zipf, _UNKNOWN_ZIPF))


def _english() -> WordLists:
    forms = {form for verb in english.VERBS.split() for form in _forms(verb)}
    verbs = {form for verb in english_verbs.VERBS_ONLY.split() for form in _forms(verb)[:2]}
    nouns = frozenset(english.NOUN_ANYWAY.split())
    edge = frozenset(english.EDGE.split()) | forms | frozenset(english.IRREGULAR.split())
    return WordLists(
        stop=(frozenset(english.STOP.split()) | verbs) - frozenset(english.LINK.split()),
        link=frozenset(english.LINK.split()),
        edge=edge - nouns,
        generic=frozenset(stem(word, "en") for word in english.GENERIC.split()),
        inner=frozenset(english.INNER.split()),
        joining=frozenset(english.JOINING.split()),
        numbered=frozenset(english.NUMBERED.split()),
        leading=frozenset(english.LEADING.split()),
        trailing=frozenset(english.TRAILING.split()),
        adjectives=frozenset(english.ADJECTIVES.split()),
        templates=frozenset(" ".join(stems(phrase)) for phrase in english.TEMPLATES),
        idioms=_by_last_word(english.IDIOMS),
    )


def _by_last_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    read = [tuple(phrase.split()) for phrase in phrases]
    return {words[-1]: tuple(other for other in read if other[-1] == words[-1]) for words in read}


def _forms(verb: str) -> tuple[str, ...]:
    """Regular forms of an English verb: relieve, relieves, relieved, relieving."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return verb, plural, verb + "ed", verb + "ing"


def role(word: str, language: str) -> int:
    """`STOP`: no phrase holds the word; `INSIDE`: none begins or ends with it; `OPEN`: any may;
    `ENDING`: some end with it."""
    return roles(language)[word]


@cache
def roles(language: str) -> Remembered[int]:
    """The role of every word of `language`."""
    return Remembered(partial(_role, language=language))


def _role(word: str, language: str) -> int:
    lists = word_lists(language)
    if word in lists.stop or len(word) < 2 or is_number(word):
        return INSIDE if word in lists.link else STOP
    if word in lists.trailing:
        return ENDING
    if word in lists.edge or word in lists.link:
        return INSIDE
    if language == "en":
        return INSIDE if word not in _NO_ADVERB and _ADVERB.fullmatch(word) else OPEN
    verbal = _VERBAL.get(language)
    return INSIDE if verbal is not None and verbal.fullmatch(word) else OPEN


@lru_cache(maxsize=16)
def _frequencies(language: str) -> dict[str, float]:
    if language not in wordfreq.available_languages("small"):
        return {}
    return dict(wordfreq.get_frequency_dict(language, "small"))


def _frequent(language: str) -> frozenset[str]:
    return frozenset(sorted(_frequencies(language), key=lambda w: -_frequencies(language)[w])[:150])
