"""Counts and formulas of readability against the cases of another implementation."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from crawler.analyse.readability import Counts, count, hard_words, reading_ease, spoken_sentences
from crawler.language import language_of

_NEAR = 0.02
_WITHOUT_FORMULA = "in a language without a published formula"
_OTHER_LANGUAGE = "a formula for another language than the text's"
_OTHER_WORDS = "another notion of a word"


def readability_cases(cases: Iterable[dict[str, Any]]) -> tuple[dict[str, int], list[str], dict[str, int]]:
    """Cases that were scored by metric, what is more than 2 % off, and how many were not scored, by the reason."""
    scored: defaultdict[str, int] = defaultdict(int)
    left: defaultdict[str, int] = defaultdict(int)
    wrong: list[str] = []
    for case in cases:
        metric, values = case["metric"], case["args"]
        expected = values["expected"] if "expected" in values else values.get("n_words", values.get("n_syllables"))
        reason = _left_out(values)
        if reason:
            left[reason] += 1
            continue
        scored[metric] += 1
        found = _value(metric, values)
        if abs(found - expected) > _NEAR * abs(expected):
            wrong.append(f"{metric} of {values['text'][:30]!r}: {expected}, not {found:g}")
    return dict(scored), wrong, dict(left)


def _left_out(values: dict[str, Any]) -> str | None:
    """Why a case says nothing of ours; null: it does."""
    if values.get("split_contractions") or values.get("split_hyphens") or not values.get("rm_punctuation", True):
        return _OTHER_WORDS
    language = values.get("lang", "en")[:2]
    if language == "hu":
        return _WITHOUT_FORMULA
    return _OTHER_LANGUAGE if language != "en" and language_of(values["text"]) not in (None, language) else None


def _value(metric: str, values: dict[str, Any]) -> float:
    language = values.get("lang", "en")[:2]
    counts = _counts(values["text"], language)
    if metric == "flesch_reading_ease":
        return reading_ease(counts, language) if counts.words else 0.0
    return {
        "count_sentences": counts.sentences,
        "count_syllables": counts.syllables,
        "count_words": counts.words,
    }[metric]


def _counts(text: str, language: str) -> Counts:
    spoken = spoken_sentences([text])
    found = Counter(word for _, words in spoken for word in words)
    return count(spoken, found, hard_words(found, language, frozenset()), language)
