"""The vocabulary of each language that a page may be written in."""

import pickle
from collections.abc import Sequence
from functools import lru_cache

from crawler.analyse.text.matcher import brand_vocabulary, build_vocabulary, find_matches
from crawler.analyse.text.terms import Match, Vocabulary
from crawler.analyse.text.tokens import tokenise
from crawler.taxonomy import Taxonomy


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

    def read(self, text: str, languages: Sequence[str] = ()) -> list[Match]:
        """Terms in a text that is too short to tell its language, such as a query: of the first of `languages`, else
        of all known, in which it names a condition or treatment."""
        for language in languages or self.languages:
            matches = find_matches(tokenise(text, language), self.of(language), text)
            if any(ref.kind in ("condition", "treatment") for match in matches for ref in match.term.refs):
                return matches
        return []


@lru_cache(maxsize=32)
def _vocabulary(packed: bytes, language: str) -> Vocabulary:
    taxonomy, brands = _unpacked(packed)
    known = taxonomy.by_language.get(language)
    return build_vocabulary(known, brands) if known else brand_vocabulary(brands, language)


@lru_cache(maxsize=4)
def _unpacked(packed: bytes) -> tuple[Taxonomy, tuple[str, ...]]:
    taxonomy, brands = pickle.loads(packed)
    return taxonomy, brands
