"""Where a text names the taxonomy: the longest term wins and uses its words up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from crawler.analyse.text.asides import without_asides
from crawler.analyse.text.compounds import LANGUAGE as GERMAN
from crawler.analyse.text.compounds import reduced
from crawler.analyse.text.coordination import coordinated
from crawler.analyse.text.spellings import PARTICLES, forms, spellings, unaccented
from crawler.analyse.text.terms import Match, Ref, Term, Vocabulary
from crawler.analyse.text.tokens import Token, tokenise
from crawler.analyse.text.tokens import stems as stems_of
from crawler.taxonomy import BodyArea, Condition, Intent, Taxonomy, Treatment

__all__ = [
    "Match",
    "Ref",
    "Term",
    "Vocabulary",
    "brand_vocabulary",
    "build_vocabulary",
    "find_matches",
    "intent_text",
    "term_vocabulary",
    "terms_of",
]

_NOT_PLAIN = ("&", "/", "(", ",", " or ")

_Named = tuple[Ref | None, str, bool]
"""What a term stands for (nothing: a decoy), the term, and whether it is weak."""


@lru_cache(maxsize=16)
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


def brand_vocabulary(brands: Sequence[str], language: str) -> Vocabulary:
    """Vocabulary of a language that the taxonomy does not know: names of the clinic only."""
    return Vocabulary(language, _by_first_stem(_brand_terms(brands, language), language), {}, {}, {})


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
    if vocabulary.language == "en":
        return coordinated(tokens, matches, vocabulary, text) if len(matches) > 1 else matches
    if particles := PARTICLES.get(vocabulary.language):
        kept = [number for number, token in enumerate(tokens) if token.word not in particles]
        if len(kept) < len(tokens):
            telling = _longest([tokens[number] for number in kept], vocabulary)
            matches = _stepping_over(matches, telling, kept)
    return coordinated(tokens, matches, vocabulary, text)


def intent_text(text: str) -> str:
    """A heading as the patterns of `Vocabulary.intents` expect it."""
    return unaccented(text.replace("’", "'")).strip()


def _longest(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Match]:
    matches: list[Match] = []
    terms = vocabulary.terms
    stems = tuple(token.stem for token in tokens)
    if vocabulary.language == GERMAN:
        stems = reduced(stems, terms)
    position = 0
    for number in [number for number, stem in enumerate(stems) if stem in terms]:
        if number < position:
            continue
        for term in terms[stems[number]]:
            end = number + len(term.stems)
            if stems[number:end] == term.stems and tokens[end - 1].run == tokens[number].run:
                if term.words and tokens[number].word not in term.words and stems[number] == tokens[number].stem:
                    continue
                matches.append(Match(number, end, term))
                position = end
                break
    return matches


def _stepping_over(matches: Sequence[Match], bare: Sequence[Match], numbers: Sequence[int]) -> list[Match]:
    """`matches`, and instead of what they overlap those of `bare` that reach across words left out there."""
    across = [
        match._replace(first=numbers[match.first], end=numbers[match.end - 1] + 1)
        for match in bare
        if numbers[match.end - 1] - numbers[match.first] >= match.end - match.first
    ]
    apart = [m for m in matches if not any(m.first < wide.end and wide.first < m.end for wide in across)]
    return sorted([*apart, *across], key=lambda match: match.first)


def _any_of(intent: Intent) -> re.Pattern[str]:
    """One pattern for all of an intent's: a single search is a good deal faster than one for each."""
    return re.compile("|".join(f"(?:{unaccented(rx.pattern)})" for rx in intent.rx), re.IGNORECASE)


def _by_first_stem(named: Iterable[_Named], language: str) -> dict[str, tuple[Term, ...]]:
    found: dict[tuple[str, ...], tuple[dict[Ref, None], bool]] = {}
    spelled: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for ref, text, weak in named:
        for key, single in _keys(text, language):
            refs, was_weak = found.get(key, ({}, True))
            if ref is not None:
                refs[ref] = None
            found[key] = (refs, was_weak and weak)
            if single is not None:
                spelled[key] |= forms(single.word, single.stem, language)
    by_first: defaultdict[str, list[Term]] = defaultdict(list)
    for key, (refs, weak) in found.items():
        by_first[key[0]].append(Term(key, tuple(refs), weak and bool(refs), frozenset(spelled[key])))
    return {first: tuple(sorted(terms, key=lambda t: -len(t.stems))) for first, terms in by_first.items()}


def _keys(text: str, language: str) -> Iterator[tuple[tuple[str, ...], Token | None]]:
    """Stems of `text` in each of its spellings, and its word where that is a single one. Articles inside may be left out,
    but not those at its ends: en manos de is no hand."""
    particles = PARTICLES.get(language, frozenset())
    term = tokenise(text, language)
    telling = [number for number, token in enumerate(term) if token.word not in particles]
    shorter = 1 < len(telling) < len(term) and telling[0] == 0 and telling[-1] == len(term) - 1
    for spelling in dict.fromkeys(spellings(text, language)):
        stems = stems_of(spelling, language)
        if stems:
            yield stems, term[0] if len(term) == 1 else None
        if shorter and len(stems) == len(term):
            yield tuple(stems[number] for number in telling), None


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
