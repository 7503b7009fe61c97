"""The vocabulary of each language that a page may be written in."""

import pickle
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from crawler.analyse.text.matcher import brand_vocabulary, build_vocabulary, find_matches
from crawler.analyse.text.terms import Match, Vocabulary
from crawler.analyse.text.tokens import tokenise
from crawler.taxonomy import Taxonomy


class Reading(NamedTuple):
    """Terms in a short text, and the language that it was read in."""

    language: str
    matches: list[Match]

    @property
    def names_topic(self) -> bool:
        """Whether it names a condition or treatment."""
        return any(ref.kind in ("condition", "treatment") for match in self.matches for ref in match.term.refs)


class Vocabularies:
    """Vocabularies of `taxonomy`, with the names in `brands` set apart. `languages`: those that it knows, its own first.

    One is built when a text first needs it. Worker processes get bytes, which they unpack once and not with every batch.
    """

    def __init__(self, taxonomy: Taxonomy, brands: Sequence[str] = ()) -> None:
        self.languages = tuple(taxonomy.by_language)
        self._packed = pickle.dumps((taxonomy, tuple(brands)))

    def of(self, language: str) -> Vocabulary:
        """Vocabulary of `language`; names of the clinic only where the taxonomy does not know it."""
        return _vocabulary(self._packed, language)

    def read(self, text: str, languages: Sequence[str]) -> Reading:
        """Terms in a text that is too short to tell its language, such as a query: in the first of `languages` in which
        it names a condition or treatment, else in the first."""
        known = [language for language in languages if language in self.languages] or [self.languages[0]]
        readings = (self._read(text, language) for language in known)
        return next((reading for reading in readings if reading.names_topic), self._read(text, known[0]))

    def _read(self, text: str, language: str) -> Reading:
        return Reading(language, find_matches(tokenise(text, language), self.of(language), text))


@lru_cache(maxsize=32)
def _vocabulary(packed: bytes, language: str) -> Vocabulary:
    taxonomy, brands = _unpacked(packed)
    known = taxonomy.by_language.get(language)
    return build_vocabulary(known, brands) if known else brand_vocabulary(brands, language)


@lru_cache(maxsize=4)
def _unpacked(packed: bytes) -> tuple[Taxonomy, tuple[str, ...]]:
    """What `Vocabularies` packed, in this process or in the one that handed out the work."""
    taxonomy, brands = pickle.loads(packed)  # noqa: S301
    return taxonomy, brands
