"""Which language a text is written in: by its letters, and by the words that every text is full of."""

import math
import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cache

from crawler.function_words import FUNCTION_WORDS

FEWEST_WORDS = 20
_FEWEST_SIGNS = 40
"""Letters that are enough where words are not parted by spaces."""

_SAMPLE = 2000
_LETTERS = 600
_SHARE = 0.15
"""Least share of words that stand in the list of the language. It is 0.4 to 0.6 of English or French and 0.2 of Finnish prose;
in another language, a list of names or a table it stays below 0.1."""

_DIFFERENT = 4
"""Fewest different words of the list: a title that stands twice on a page repeats its "on" and "part"."""

_LEAD = 1.12
"""Least score over that of the next language: Danish and Norwegian prose differ by a fifth."""

_WORD = re.compile(r"[^\W\d_]+")
_SPACED = re.compile(r"[^\s\d.,;:!?()«»“”\"'।،۔؟…/–-]+")

_SCRIPTS = (
    (0x0041, "Latin"), (0x0370, "el"), (0x0400, "Cyrillic"), (0x0530, "hy"), (0x0590, "he"), (0x0600, "Arabic"), (0x0700, None),
    (0x0900, "Devanagari"), (0x0980, "bn"), (0x0A00, "pa"), (0x0A80, "gu"), (0x0B00, None), (0x0B80, "ta"), (0x0C00, "te"),
    (0x0C80, "kn"), (0x0D00, "ml"), (0x0D80, "si"), (0x0E00, "th"), (0x0E80, "lo"), (0x0F00, None), (0x1000, "my"),
    (0x10A0, "ka"), (0x1100, "ko"), (0x1200, "am"), (0x1380, None), (0x1780, "km"), (0x1800, None), (0x1E00, "Latin"),
    (0x1F00, "el"), (0x2000, None), (0x3040, "ja"), (0x3100, None), (0x3400, "zh"), (0xA000, None), (0xAC00, "ko"),
    (0xD7B0, None), (0xF900, "zh"), (0xFB00, None), (0x20000, "zh"), (0x30000, None),
)  # fmt: skip
"""First code point of a script (Unicode's blocks) and the language it tells, or its name where several are written in it."""

_STARTS = [start for start, _ in _SCRIPTS]
_OF_SCRIPT = {
    "Cyrillic": ("bg", "mk", "ru", "uk"),
    "Arabic": ("ar", "fa", "ur"),
    "Devanagari": ("hi",),
}
_OTHERS = frozenset(code for codes in _OF_SCRIPT.values() for code in codes)
_LATIN = tuple(code for code in FUNCTION_WORDS if code not in _OTHERS)
_OF_KANA = 0.1
"""Japanese is written in Chinese characters with kana between them; so much of it tells."""


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language of `text`; null where it is too short (20 words) or not plain."""
    sample = text[:_SAMPLE]
    script = "Latin" if sample.isascii() else _script(sample)
    if script is None or script in _CODES:
        return script
    if not sample.isascii():
        sample = unicodedata.normalize("NFC", sample)
    words = (_WORD if script == "Latin" else _SPACED).findall(sample.lower())
    return _by_words(words, script) if len(words) >= FEWEST_WORDS else None


_CODES = frozenset(code for _, code in _SCRIPTS if code) - {"Latin", *_OF_SCRIPT}


def _script(sample: str) -> str | None:
    """Script, or the one language, of most letters; null where there are too few."""
    letters = [letter for letter in sample if letter.isalpha()][:_LETTERS]
    counts = Counter(_SCRIPTS[bisect_right(_STARTS, ord(letter)) - 1][1] for letter in letters)
    if counts["ja"] > _OF_KANA * counts["zh"]:
        counts["ja"] += counts.pop("zh", 0)
    if not counts:
        return None
    [(script, count)] = counts.most_common(1)
    return script if count > len(letters) / 2 and count >= _FEWEST_SIGNS else None


def _by_words(words: list[str], script: str) -> str | None:
    """Language of a script whose frequent words make up most of `words`; null where two are as likely."""
    weights = _weights(script)
    scores: defaultdict[str, float] = defaultdict(float)
    hits: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, count in Counter(words).items():
        for code, weight in weights.get(word, ()):
            scores[code] += weight * count
            hits[code] += count
            different[code] += 1
    if not scores:
        return None
    best = max(scores, key=lambda code: scores[code])
    second = max((score for code, score in scores.items() if code != best), default=0.0)
    plain = hits[best] >= _SHARE * len(words) and scores[best] >= _LEAD * second
    return best if plain and different[best] >= _DIFFERENT else None


@cache
def _weights(script: str) -> dict[str, list[tuple[str, float]]]:
    """Languages of each frequent word with its weight: the rarer its rank allows, the less (Zipf's law)."""
    found: dict[str, list[tuple[str, float]]] = {}
    for code in _OF_SCRIPT.get(script, _LATIN):
        for rank, word in enumerate(FUNCTION_WORDS[code].split(), start=1):
            found.setdefault(word, []).append((code, 3 - math.log10(rank)))
    return found
