"""Keyphrases of a page: candidates without punctuation or stop words inside, scored and de-nested."""

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from crawler.analyse.text.candidates import LONGEST, TITLE, Candidate, collect_candidates
from crawler.analyse.text.matcher import Match
from crawler.analyse.text.page import FIRST_WORDS, ReadPage
from crawler.analyse.text.placement import Placement, Places, joined, places_of
from crawler.analyse.text.tokens import Token
from crawler.analyse.text.wordlists import WordLists, rarity, word_lists

SHORTLIST = 30
"""Phrases kept of a page until the whole site is known."""

_ZONES = (("title", 3.0), ("h1", 3.0), ("headings", 2.0), ("meta", 1.5))
_LONGEST_SINGLE_USE = 3
"""Words of a phrase that stands once, and in no title, heading or description."""

_HALF_EARLY = 60
"""A phrase that first stands after this many words has lost half of the bonus for standing early."""

_NESTED_SHARE = 0.5
_TERM_NESTED_SHARE = 0.8
_RARE_LONGER_SHARE = 0.34


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
    scores = _scores(page, candidates)
    brands = [c for c in candidates.values() if c.ref and c.ref.kind == "brand" and c.count]
    chosen = _denested([candidates[key] for key in scores], scores)
    zones, places = _zones(page), places_of(page)
    phrases = [_phrase(page, c, scores.get(c.key, 0.0), zones, places) for c in (*chosen, *brands)]
    return phrases, [key_hash(key) for key in candidates]


def key_hash(key: str) -> int:
    """The same number for `key` in every process."""
    return zlib.crc32(key.encode())


def _scores(page: ReadPage, candidates: Mapping[str, Candidate]) -> dict[str, float]:
    """Score of every candidate that may be a keyphrase."""
    zone_weights = _zone_weights(page)
    longer = _longer_uses(candidates)
    scores: dict[str, float] = {}
    lists = word_lists(page.language)
    for key, candidate in candidates.items():
        zone = zone_weights.get(key, 1.0)
        if _is_eligible(candidate, zone, lists):
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


def _is_eligible(candidate: Candidate, zone: float, lists: WordLists) -> bool:
    """Whether a candidate may be a keyphrase at all."""
    if candidate.is_topic:
        return True
    if candidate.ref and candidate.ref.kind == "brand":
        return False
    if candidate.key in lists.templates or not candidate.count:
        return False
    if candidate.size == 1:
        return candidate.key not in lists.generic and (candidate.uses > 1 or zone > 1)
    return candidate.uses > 1 or (candidate.whole and (zone > 1 or candidate.size <= _LONGEST_SINGLE_USE))


def _score(page: ReadPage, candidate: Candidate, longer: Sequence[int], zone: float) -> float:
    """C-value × rarity × position × zone × taxonomy; see the domain notes on keywords."""
    nested = sum(longer) / len(longer) if longer else 0.0
    c_value = (candidate.uses - nested) * math.log2(candidate.size + 1)
    rare = sum(rarity(token.word, page.language) for token in _tokens(page, candidate)) / candidate.size
    early = 1 + 1 / (1 + candidate.first / _HALF_EARLY)
    weight = 2.0 if candidate.is_topic else 0.5 if candidate.size == 1 else 1.0
    return max(0.0, c_value) * rare * early * zone * weight


def _tokens(page: ReadPage, candidate: Candidate) -> list[Token]:
    block, first, end = candidate.places[0]
    return (page.title if block == TITLE else page.blocks[block])[first:end]


def _zone_weights(page: ReadPage) -> dict[str, float]:
    weights: dict[str, float] = {}
    for name, weight in reversed(_ZONES):
        for tokens in _zone_tokens(page, name):
            for key in _all_keys(tokens):
                weights[key] = weight
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
        for end in range(first + 1, min(first + LONGEST, len(stems)) + 1):
            yield " ".join(stems[first:end])


def _denested(candidates: list[Candidate], scores: Mapping[str, float]) -> list[Candidate]:
    """Best candidates first, without those that a chosen one says better."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-scores[c.key], c.key)):
        if not scores[candidate.key]:
            break
        if any(_replaces(other, candidate) for other in chosen):
            continue
        chosen = [other for other in chosen if not _replaces(candidate, other)]
        chosen.append(candidate)
        if len(chosen) >= SHORTLIST:
            break
    return chosen


def _replaces(one: Candidate, other: Candidate) -> bool:
    """Whether `other` may go where `one` is chosen. What stands once replaces nothing that stands more often."""
    if one.size > other.size:
        if f" {other.key} " not in f" {one.key} " or one.uses == 1 < other.uses:
            return False
        share = _TERM_NESTED_SHARE if other.is_topic and not one.is_topic else _NESTED_SHARE
        return one.uses >= share * other.uses
    if one.size == other.size or other.is_topic:
        return False
    rare = other.uses <= _RARE_LONGER_SHARE * one.uses or other.uses == 1 < one.uses
    return rare and f" {one.key} " in f" {other.key} "


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
