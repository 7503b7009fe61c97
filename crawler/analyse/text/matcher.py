"""Where a text names the taxonomy: the longest term wins and uses its words up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from crawler.analyse.text.asides import without_asides
from crawler.analyse.text.tokens import Token, tokenise
from crawler.analyse.text.tokens import stems as stems_of
from crawler.taxonomy import BodyArea, Condition, Intent, Taxonomy, Treatment

_SHARED_HEADS = frozenset({"pain", "arthritis", "injuri"})
_CONJUNCTIONS = frozenset({"and", "or"})
_JOINS = frozenset({",", "&", "/"})
_PLURALS_APART = frozenset({"en"})
"""Languages in which a term of one word matches itself and its plural only: the stem of cupping is that of a cup."""

_NOT_PLAIN = ("&", "/", "(", ",", " or ")


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
    """All that the text analysis needs of the taxonomy and of the clinic; plain data for worker processes.

    `terms`: by first stem, longest first. `areas`: body areas of a condition. `treated`: conditions that a treatment
    goes with. `intents`: what their headings look like.
    """

    language: str
    terms: Mapping[str, tuple[Term, ...]]
    areas: Mapping[str, tuple[str, ...]]
    treated: Mapping[str, frozenset[str]]
    intents: Mapping[str, re.Pattern[str]]


_Named = tuple[Ref | None, str, bool]
"""What a term stands for (nothing: a decoy), the term, and whether it is weak."""


@lru_cache(maxsize=8)
def build_vocabulary(taxonomy: Taxonomy, brands: tuple[str, ...] = ()) -> Vocabulary:
    """Vocabulary of `taxonomy`, with the names in `brands` set apart. Several steps ask for the same one."""
    language = taxonomy.language
    named = (*_brand_terms(brands, language), *_entity_terms(taxonomy))
    areas = {condition.id: condition.area for condition in taxonomy.conditions}
    treated = {
        treatment.id: frozenset(
            c.id for c in taxonomy.conditions if not set(c.tissue).isdisjoint(treatment.tissue)
        )
        for treatment in taxonomy.treatments
    }
    intents = {intent.id: _any_of(intent) for intent in taxonomy.intents}
    terms = _with_conditions_inside(_by_first_stem(named, language))
    return Vocabulary(language, terms, areas, treated, intents)


def term_vocabulary(terms: Iterable[str], language: str) -> Vocabulary:
    """Vocabulary of plain `terms` that stand for themselves."""
    named = ((Ref("term", term), term, False) for term in terms)
    return Vocabulary(language, _by_first_stem(named, language), {}, {}, {})


def terms_of(entry: BodyArea | Condition | Treatment) -> tuple[str, ...]:
    """Terms that stand for `entry` on their own: its synonyms, and its label where that is a plain phrase."""
    label = () if any(mark in entry.label for mark in _NOT_PLAIN) else (entry.label,)
    return (*label, *entry.syn)


def find_matches(tokens: Sequence[Token], vocabulary: Vocabulary, text: str | None = None) -> list[Match]:
    """Terms in `tokens`, from left to right; a term never spans punctuation.

    Coordination is read out: neck and back pain names neck pain, too. `text`: what the tokens were cut from, which
    tells a comma from a full stop; null: any punctuation joins.
    """
    matches = _longest(tokens, vocabulary)
    if text is not None and "(" in text and (bare := without_asides(tokens, text)):
        matches = _stepping_over(matches, _longest(bare[0], vocabulary), bare[1])
    return _coordinated(tokens, matches, vocabulary, text) if len(matches) > 1 else matches


def _longest(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Match]:
    matches: list[Match] = []
    terms = vocabulary.terms
    stems = tuple(token.stem for token in tokens)
    position = 0
    for number in [number for number, stem in enumerate(stems) if stem in terms]:
        if number < position:
            continue
        for term in terms[stems[number]]:
            end = number + len(term.stems)
            if stems[number:end] == term.stems and tokens[end - 1].run == tokens[number].run:
                if term.words and tokens[number].word not in term.words:
                    continue
                matches.append(Match(number, end, term))
                position = end
                break
    return matches


def _stepping_over(matches: Sequence[Match], bare: Sequence[Match], numbers: Sequence[int]) -> list[Match]:
    """`matches`, and instead of what they overlap those of `bare` that reach across words in brackets."""
    across = [
        match._replace(first=numbers[match.first], end=numbers[match.end - 1] + 1)
        for match in bare
        if numbers[match.end - 1] - numbers[match.first] >= match.end - match.first
    ]
    apart = [m for m in matches if not any(m.first < wide.end and wide.first < m.end for wide in across)]
    return sorted([*apart, *across], key=lambda match: match.first)


def _any_of(intent: Intent) -> re.Pattern[str]:
    """One pattern for all of an intent's: a single search is a good deal faster than one for each."""
    return re.compile("|".join(f"(?:{rx.pattern})" for rx in intent.rx), re.IGNORECASE)


def _coordinated(
    tokens: Sequence[Token], matches: Sequence[Match], vocabulary: Vocabulary, text: str | None
) -> list[Match]:
    """`matches`, where a body area takes on the last word of the condition that it is joined to."""
    read: list[Match] = []
    head: str | None = None
    following = len(tokens)
    for match in reversed(matches):
        term = match.term
        if not all(ref.kind == "body_area" for ref in term.refs):
            size = match.end - match.first
            head = tokens[match.end - 1].stem if size > 1 else None
        elif head in _SHARED_HEADS and _is_joined(tokens, match.end, following, text):
            wanted = (*term.stems, head)
            term = next((t for t in vocabulary.terms[wanted[0]] if t.stems == wanted and t.refs), term)
        else:
            head = None
        following = match.first
        read.append(match._replace(term=term))
    return read[::-1]


def _is_joined(tokens: Sequence[Token], end: int, following: int, text: str | None) -> bool:
    """Whether only a comma, an ampersand, a slash or a conjunction stands between two terms."""
    if following == end:
        if text is not None:
            return text[tokens[end - 1].end : tokens[end].start].strip() in _JOINS
        return tokens[end - 1].run != tokens[end].run
    return following == end + 1 and tokens[end].word in _CONJUNCTIONS


def _by_first_stem(named: Iterable[_Named], language: str) -> dict[str, tuple[Term, ...]]:
    found: dict[tuple[str, ...], tuple[dict[Ref, None], bool]] = {}
    spelled: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for ref, text, weak in named:
        tokens = tokenise(text, language)
        key = tuple(token.stem for token in tokens)
        if not key:
            continue
        refs, was_weak = found.get(key, ({}, True))
        if ref is not None:
            refs[ref] = None
        found[key] = (refs, was_weak and weak)
        if len(tokens) == 1 and language in _PLURALS_APART:
            spelled[key] |= _numbers(tokens[0].word)
    by_first: defaultdict[str, list[Term]] = defaultdict(list)
    for key, (refs, weak) in found.items():
        by_first[key[0]].append(Term(key, tuple(refs), weak and bool(refs), frozenset(spelled[key])))
    return {first: tuple(sorted(terms, key=lambda t: -len(t.stems))) for first, terms in by_first.items()}


def _numbers(word: str) -> set[str]:
    """`word` in the singular and in the plural, as far as an ending tells."""
    if word.endswith("is"):
        return {word, f"{word[:-2]}es"}
    single = {word}
    if word.endswith("ies"):
        single.add(f"{word[:-3]}y")
    elif word.endswith("es"):
        single |= {word[:-1], word[:-2]}
    elif word.endswith("s") and not word.endswith(("ss", "us")):
        single.add(word[:-1])
    plural = {f"{one[:-1]}ies" if one.endswith("y") else f"{one}s" for one in single}
    return single | plural | {f"{one}es" for one in single}


def _with_conditions_inside(terms: Mapping[str, tuple[Term, ...]]) -> dict[str, tuple[Term, ...]]:
    """`terms`, where that of a treatment stands for the condition inside it, too: bunion surgery names a bunion."""
    conditions: dict[tuple[str, ...], tuple[Ref, ...]] = {}
    for term in (term for group in terms.values() for term in group if not term.weak):
        if refs := tuple(ref for ref in term.refs if ref.kind == "condition"):
            conditions[term.stems] = refs
    return {first: tuple(_with_inside(term, conditions) for term in group) for first, group in terms.items()}


def _with_inside(term: Term, conditions: Mapping[tuple[str, ...], tuple[Ref, ...]]) -> Term:
    if not term.refs or any(ref.kind != "treatment" for ref in term.refs):
        return term
    size = len(term.stems)
    parts = [term.stems[a:b] for a in range(size) for b in range(a + 1, size + 1) if b - a < size]
    inside = next((conditions[part] for part in sorted(parts, key=len, reverse=True) if part in conditions), ())
    return term._replace(refs=(*term.refs, *inside))


def _brand_terms(brands: Sequence[str], language: str) -> Iterator[_Named]:
    return ((Ref("brand", " ".join(stems_of(brand, language))), brand, False) for brand in brands)


def _entity_terms(taxonomy: Taxonomy) -> Iterator[_Named]:
    kinds: tuple[tuple[str, Sequence[BodyArea | Condition | Treatment]], ...] = (
        ("condition", taxonomy.conditions),
        ("treatment", taxonomy.treatments),
        ("body_area", taxonomy.body_areas),
    )
    for decoy in taxonomy.decoys:
        yield None, decoy, False
    for kind, entries in kinds:
        for entry in entries:
            ref = Ref(kind, entry.id)
            for text in terms_of(entry):
                yield ref, text, False
            for text in getattr(entry, "weak", ()):
                yield ref, text, True
