"""Methods that our keyphrases are held against: TF–IDF, RAKE, and YAKE where it can be imported."""

import importlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from importlib.util import find_spec
from typing import Any

import wordfreq

from tests.benchmarks.keyphrase_set import Page, stems, texts

Method = Callable[[Page], list[str]]

_LONGEST = 3
_FUNCTION_WORDS = 150
"""TF–IDF's stop list: the words that a language uses most."""

_RAKE_STOP = 300


def reference_methods(pages: Sequence[Page], top: int) -> dict[str, Method]:
    """Methods by name; each gives the `top` phrases of a page. YAKE is left out where it cannot be imported."""
    frequencies = _document_frequencies(pages)
    methods: dict[str, Method] = {
        "TF–IDF": partial(_tf_idf, frequencies=frequencies, documents=len(pages), top=top)
    }
    if find_spec("yake"):
        methods["YAKE"] = partial(_yake, top=top)
    return methods


def yake(language: str, top: int) -> Callable[[str], list[str]] | None:
    """YAKE for a plain text; null where it cannot be imported."""
    if not find_spec("yake"):
        return None
    return lambda text: [phrase for phrase, _ in _yake_extractor(language, top).extract_keywords(text)]


def rake(text: str, language: str, top: int) -> list[str]:
    """The `top` phrases of a plain text by RAKE (Rose et al., 2010): runs without stop words, the score of a word being its
    degree over its frequency, that of a phrase the sum over its words."""
    stop = frozenset(wordfreq.top_n_list(language, _RAKE_STOP))
    phrases: list[tuple[str, ...]] = []
    for clause in re.split(r"[^\w\s'’-]+|\n", text.casefold()):
        run: list[str] = []
        for word in [*re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", clause), ""]:
            if word and word not in stop and not word.isdigit():
                run.append(word)
            elif run:
                phrases.append(tuple(run))
                run = []
    frequency, degree = Counter[str](), defaultdict[str, int](int)
    for phrase in phrases:
        for word in phrase:
            frequency[word] += 1
            degree[word] += len(phrase)
    scores = {phrase: sum(degree[word] / frequency[word] for word in phrase) for phrase in phrases}
    return [" ".join(phrase) for phrase in sorted(scores, key=lambda phrase: (-scores[phrase], phrase))[:top]]


def _yake(page: Page, top: int) -> list[str]:
    text = "\n".join(line if line.endswith((".", "?", "!", ":")) else f"{line}." for line in texts(page))
    return [phrase for phrase, _ in _yake_extractor(page.language, top).extract_keywords(text)]


@cache
def _yake_extractor(language: str, top: int) -> Any:
    return importlib.import_module("yake").KeywordExtractor(lan=language, n=_LONGEST, top=top)


def _tf_idf(page: Page, frequencies: Counter[tuple[str, ...]], documents: int, top: int) -> list[str]:
    shown: dict[tuple[str, ...], str] = {}
    counts: Counter[tuple[str, ...]] = Counter()
    for words in _grams(page):
        key = stems(" ".join(words), page.language)
        shown.setdefault(key, " ".join(words))
        counts[key] += 1
    weights = {key: count * math.log(documents / frequencies[key]) for key, count in counts.items()}
    return [shown[key] for key in sorted(weights, key=lambda key: (-weights[key], key))[:top]]


def _document_frequencies(pages: Iterable[Page]) -> Counter[tuple[str, ...]]:
    frequencies: Counter[tuple[str, ...]] = Counter()
    for page in pages:
        frequencies.update({stems(" ".join(words), page.language) for words in _grams(page)})
    return frequencies


def _grams(page: Page) -> Iterable[list[str]]:
    """One to three words in a row, none of them a function word, within a clause."""
    stop = _function_words(page.language)
    for text in texts(page):
        for clause in re.split(r"[^\w\s'’-]+", text.casefold()):
            words = re.findall(r"[^\W_]+", clause)
            for length in range(1, _LONGEST + 1):
                for start in range(len(words) - length + 1):
                    gram = words[start : start + length]
                    if not stop.intersection(gram) and not any(word.isdigit() or len(word) < 2 for word in gram):
                        yield gram


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(wordfreq.top_n_list(language, _FUNCTION_WORDS))
