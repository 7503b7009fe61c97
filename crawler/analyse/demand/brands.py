"""Which searches name the clinic itself."""

from collections.abc import Iterable

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.names import RARE_FROM, words_of
from crawler.analyse.text.titles import brand_names, shared_parts
from crawler.analyse.text.wordlists import rarity

_LANGUAGE = "en"
_FEWEST_LETTERS = 5
"""A shorter name is looked for as whole words only: "spa" stands in "spain"."""


class Brands:
    """Names that make a query one for the clinic itself. `labels`: of its host, which count as a word of their own only:
    who asks for "knee pain" does not mean kneepain.example."""

    def __init__(self, names: Iterable[tuple[str, ...]], labels: Iterable[str] = ()) -> None:
        known = list(names)
        self._phrases = {f" {' '.join(name)} " for name in known}
        joined = {"".join(name) for name in known}
        self._joined = {name for name in joined if len(name) >= _FEWEST_LETTERS}
        self._labels = frozenset(labels)

    def named_by(self, words: list[str]) -> bool:
        """Whether a query of these words holds a name, in words of its own or written together."""
        spaced = f" {' '.join(words)} "
        if not self._labels.isdisjoint(words) or any(phrase in spaced for phrase in self._phrases):
            return True
        starts = {"".join(words[first:end]) for first in range(len(words)) for end in range(first + 1, first + 6)}
        return not self._joined.isdisjoint(starts)


def site_brands(db: duckdb.DuckDBPyConnection, context: Context) -> Brands:
    """Every name of the clinic: of its file, of its host, and of titles where a word is rare: they may share "Physical therapy"."""
    clinic = context.clinic
    given = {words_of(name) for name in (*clinic.brand, clinic.name or "")}
    shared = shared_parts(db, context.taxonomy)
    inferred = {words_of(name) for name in brand_names(db, clinic, shared, context.taxonomy)}
    rare = {name for name in inferred if any(rarity(word, _LANGUAGE) > RARE_FROM for word in name)}
    return Brands((name for name in (*given, *rare) if name), host_labels(context.site))


def host_labels(site: str) -> set[str]:
    """Rare words that a host is made of, hyphens left out: harbourjoint of www.harbour-joint.example."""
    labels = {label.replace("-", "") for label in site.partition(":")[0].split(".")[:-1]}
    return {label for label in labels if label.isalpha() and rarity(label, _LANGUAGE) > RARE_FROM}
