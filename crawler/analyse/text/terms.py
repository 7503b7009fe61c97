"""What the text analysis knows of the taxonomy and of the clinic: terms, and what they stand for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Ref(NamedTuple):
    """An entity: `kind` is condition, treatment, body_area or brand; `id` names it."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


class Term(NamedTuple):
    """A term in stems. No `refs`: a decoy. `words`: the forms that a single word may have; empty: any of its stem."""

    stems: tuple[str, ...]
    refs: tuple[Ref, ...]
    weak: bool
    words: frozenset[str] = frozenset()


class Match(NamedTuple):
    """`term` stands in the words `first` up to `end` (not included)."""

    first: int
    end: int
    term: Term


@dataclass(frozen=True)
class Vocabulary:
    """All that the text analysis needs of the taxonomy and of the clinic in one language.

    `terms`: by first stem, longest first. `areas`: body areas of a condition. `treated`: conditions that a treatment
    goes with. `intents`: what their headings look like, without accents.
    """

    language: str
    terms: Mapping[str, tuple[Term, ...]]
    areas: Mapping[str, tuple[str, ...]]
    treated: Mapping[str, frozenset[str]]
    intents: Mapping[str, re.Pattern[str]]
