"""Keyphrases of a page: candidates without punctuation or stop words inside, scored and de-nested."""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from crawler.analyse.text.candidates import LED, LONGEST_LINKED, TITLE, Candidate, collect_candidates
from crawler.analyse.text.denesting import denested
from crawler.analyse.text.matcher import Match
from crawler.analyse.text.page import FIRST_WORDS, ReadPage
from crawler.analyse.text.placement import Placement, Places, joined, places_of
from crawler.analyse.text.tokens import Token
from crawler.analyse.text.wordlists import WordLists, rarity, word_lists

_ZONES = (("title", 1.2), ("h1", 0.8), ("headings", 0.8), ("meta", 1.0))
"""What standing in each adds to the weight of a phrase, which is 1 elsewhere."""

_LONGEST_SINGLE_USE = 3
"""Words of a phrase that stands once, and in no zone."""

_BODY_SINGLE_USE, _TOPIC_SINGLE_USE, _ZONE_SINGLE_USE = 0.15, 0.6, 0.7
"""What stands once, and in no zone, is mostly a turn of speech (a retired bus driver), less so where the taxonomy holds it."""

_USES_POWER = 0.7
"""The tenth use tells less than the second."""

_SIZES = (0.0, 1.0, 1.8, 2.0, 1.8, 1.6)
"""Weight by words: people search with two or three."""

_TOPIC = 2.5
"""Weight of a condition or treatment of the taxonomy."""

_SINGLE, _ZONED_SINGLE = 0.5, 0.6
"""Weight of a single word that is none, without and in a zone: few search with one."""

_TOUCHED = 0.3
"""Share that a use of a single word counts where its neighbours may be of its phrase: hip in *hip socket*."""

_SINGLE_RARITY, _MEDIUM_RARITY = 2.5, 3.0
"""Common words mean little alone: the power of a single word's rarity, which is 1 at a medium one."""

_HALF_EARLY = 60
"""A phrase that first stands after this many words has lost half of the bonus for standing early."""

_NESTED = 0.5
"""Share of the uses inside longer phrases that is taken off."""

_DECLINED = ("e", "er", "en", "es", "em")
"""Endings of German adjectives before a noun."""


class Phrase(NamedTuple):
    """A keyphrase of a page before the site is looked at; see `keywords` in the schema."""

    keyphrase: str
    key: str
    score: float
    uses: int
    in_title: bool
    in_h1: bool
    in_headings: bool
    in_meta_description: bool
    in_url: bool
    in_first_100_words: bool
    entity: str | None
    placement: Placement


def page_phrases(
    page: ReadPage, matches: Sequence[Sequence[Match]], title_matches: Sequence[Match]
) -> tuple[list[Phrase], list[int]]:
    """Shortlist of `page`, best first, and a 32-bit hash of every candidate for site frequencies.

    `matches`: terms of the taxonomy in each block.
    """
    candidates = collect_candidates(page, matches, title_matches)
    weights = _zone_weights(page)
    scores = _scores(page, candidates, weights)
    brands = [c for c in candidates.values() if c.ref and c.ref.kind == "brand" and c.count]
    chosen = denested([candidates[key] for key in scores], scores, weights)
    zones, places = _zones(page), places_of(page)
    phrases = [_phrase(page, c, scores.get(c.key, 0.0), zones, places) for c in (*chosen, *brands)]
    return phrases, [key_hash(key) for key in candidates]


def key_hash(key: str) -> int:
    """The same number for `key` in every process."""
    return zlib.crc32(key.encode())


def _scores(
    page: ReadPage, candidates: Mapping[str, Candidate], zone_weights: Mapping[str, float]
) -> dict[str, float]:
    """Score of every candidate that may be a keyphrase."""
    longer = _longer_uses(candidates)
    scores: dict[str, float] = {}
    lists = word_lists(page.language)
    for key, candidate in candidates.items():
        zone = zone_weights.get(key, 1.0)
        if _is_eligible(page, candidate, zone, lists):
            scores[key] = _score(page, candidate, longer.get(key, ()), zone)
    return scores


def _longer_uses(candidates: Mapping[str, Candidate]) -> dict[str, list[int]]:
    """Uses of every longer phrase that holds a phrase. Words inside a term were not counted apart."""
    longer: defaultdict[str, list[int]] = defaultdict(list)
    for candidate in candidates.values():
        if candidate.size == 1 or candidate.uses == 1 or candidate.ref:
            continue
        stems = candidate.key.split(" ")
        for size in range(1, candidate.size):
            for first in range(candidate.size - size + 1):
                longer[" ".join(stems[first : first + size])].append(candidate.uses)
    return longer


def _is_eligible(page: ReadPage, candidate: Candidate, zone: float, lists: WordLists) -> bool:
    """Whether a candidate may be a keyphrase at all."""
    if candidate.is_topic:
        return True
    if candidate.ref and candidate.ref.kind == "brand":
        return False
    if candidate.key in lists.templates or not candidate.count:
        return False
    if page.language == "de" and not _is_german_phrase(page, candidate):
        return False
    often, zoned = candidate.uses > 1, zone > 1
    if candidate.linked:
        return often and zoned if candidate.linked == LED else often or zoned
    if candidate.size == 1:
        return candidate.key not in lists.generic and (often or zoned)
    return often or (candidate.whole and (zoned or candidate.size <= _LONGEST_SINGLE_USE))


def _score(page: ReadPage, candidate: Candidate, longer: Sequence[int], zone: float) -> float:
    """C-value × position × zone × taxonomy, of a single word × rarity; see the domain notes on keywords."""
    single = candidate.size == 1
    touched = candidate.uses - candidate.alone if single else 0
    nested = _NESTED * sum(longer) / len(longer) if longer else 0.0
    own = max(0.0, candidate.uses - (1 - _TOUCHED) * touched - nested)
    early = 1 + 1 / (1 + candidate.first / _HALF_EARLY)
    weight: float = own**_USES_POWER * _SIZES[candidate.size] * early * zone
    if single:
        rare = rarity(_tokens(page, candidate)[0].word, page.language) / _MEDIUM_RARITY
        weight *= rare**_SINGLE_RARITY
    if candidate.is_topic:
        return weight * _TOPIC * (_TOPIC_SINGLE_USE if candidate.uses == 1 and zone == 1 else 1)
    if single:
        weight *= _ZONED_SINGLE if zone > 1 else _SINGLE
    if candidate.uses == 1:
        weight *= _ZONE_SINGLE_USE if zone > 1 else _BODY_SINGLE_USE
    return weight


def _is_german_phrase(page: ReadPage, candidate: Candidate) -> bool:
    """Whether the phrase ends with a noun, and begins with a noun or an adjective that is declined."""
    block = candidate.places[0][0]
    tokens = _tokens(page, candidate)
    text = page.source.title if block == TITLE else page.texts[block]
    if not text[tokens[-1].start].isupper():
        return False
    return text[tokens[0].start].isupper() or tokens[0].word.endswith(_DECLINED)


def _tokens(page: ReadPage, candidate: Candidate) -> list[Token]:
    block, first, end = candidate.places[0]
    return (page.title if block == TITLE else page.blocks[block])[first:end]


def _zone_weights(page: ReadPage) -> dict[str, float]:
    weights: dict[str, float] = {}
    for name, weight in _ZONES:
        for key in {key for tokens in _zone_tokens(page, name) for key in _all_keys(tokens)}:
            weights[key] = weights.get(key, 1.0) + weight
    return weights


def _zone_tokens(page: ReadPage, zone: str) -> list[list[Token]]:
    if zone == "title":
        return [page.title]
    if zone == "meta":
        return [page.meta]
    blocks = zip(page.source.blocks, page.blocks, strict=True)
    return [tokens for block, tokens in blocks if (block.level == 1 if zone == "h1" else block.level > 1)]


def _all_keys(tokens: Sequence[Token]) -> Iterator[str]:
    stems = [token.stem for token in tokens]
    for first in range(len(stems)):
        for end in range(first + 1, min(first + LONGEST_LINKED, len(stems)) + 1):
            yield " ".join(stems[first:end])


def _zones(page: ReadPage) -> dict[str, str]:
    """Stems of each zone as one string per zone, runs parted by a bar."""
    zones = {name: joined(_zone_tokens(page, name)) for name, _ in _ZONES}
    zones["url"] = joined([page.path])
    return zones


def _phrase(
    page: ReadPage, candidate: Candidate, score: float, zones: Mapping[str, str], places: Places
) -> Phrase:
    key = f" {candidate.key} "
    return Phrase(
        keyphrase=_surface(page, candidate),
        key=candidate.key,
        score=score,
        uses=candidate.count,
        in_title=key in zones["title"],
        in_h1=key in zones["h1"],
        in_headings=key in zones["headings"],
        in_meta_description=key in zones["meta"],
        in_url=key in zones["url"],
        in_first_100_words=candidate.first < FIRST_WORDS,
        entity=str(candidate.ref) if candidate.ref else None,
        placement=places.of(candidate.key),
    )


def _surface(page: ReadPage, candidate: Candidate) -> str:
    """Most frequent form whatever its case, as it is written most often; of equals with fewest capitals."""
    forms = Counter(_written(page, *place) for place in candidate.places)
    folded: Counter[str] = Counter()
    for form, count in forms.items():
        folded[form.lower()] += count
    best = folded.most_common(1)[0][0]
    variants = [form for form in forms if form.lower() == best]
    return max(variants, key=lambda form: (forms[form], -sum(c.isupper() for c in form)))


def _written(page: ReadPage, block: int, first: int, end: int) -> str:
    if block == TITLE:
        return page.source.title[page.title[first].start : page.title[end - 1].end]
    tokens = page.blocks[block]
    return page.texts[block][tokens[first].start : tokens[end - 1].end]
