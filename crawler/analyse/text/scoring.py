"""Which candidates may be keyphrases of a page, and how good each is: a log-linear model of some plain features.

A score is e to the sum of the weights below, times what each speaks of. They were fitted (softmax over the candidates of a
page, held near round guesses by a quadratic prior, then rounded) on the odd half of the invented pages and texts of
`tests/benchmarks/keywords`: clinic pages of 300 words, abstracts and news. Weights that made no difference were left out.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from crawler.analyse.text.candidates import IN_HEADING, IN_TITLE, LED, Candidate
from crawler.analyse.text.names import is_part_of_name
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.placement import joined
from crawler.analyse.text.wordlists import WordLists, rarity, word_lists

_USES = 0.8
"""Power of the uses: the tenth tells less than the second."""

_SIZES = (0.0, 0.0, 1.4, 1.3, 0.5, 0.5)
"""By words: people search with two or three."""

_IN_TITLE, _IN_HEADING, _IN_META = 0.2, 0.1, 0.3
"""For standing in the title or the H1, in a lower heading, in the description."""

_RARE_PHRASE, _RARE_SINGLE = 0.2, 1.0
"""For the mean rarity of the words above a medium one: common words mean little alone."""

_TOPIC = 0.5
"""For a condition or treatment of the taxonomy."""

_GENERIC_HEAD = 0.3
"""For a last word that means little alone: hip *pain*, knee *surgery*."""

_NESTED = -1.5
"""For the share of the uses that the most frequent phrase around it has."""

_TOUCHED = -1.2
"""For the share of the uses of a single word whose neighbours may be of its phrase: hip in *hip socket*."""

_PARTED = -0.7
"""For a phrase that never stands between words which are of none: it is a part of something longer."""

_ONCE_IN_TEXT, _ONCE_TOPIC, _ONCE_ABOUT = -2.3, 1.7, 0.9
"""What stands once, and in no zone, is mostly a turn of speech (a retired bus driver); less so where the taxonomy holds it,
or it holds a word that the page is full of."""

_ONCE_IN_HEADING = -0.7
"""What stands once, in a lower heading, is mostly a headline: fees and refunds."""

_LONGEST_SINGLE_USE = 3
"""Words of a phrase that stands once, and in no zone."""

_MEDIUM_RARITY, _MOST_RARE = 3.0, 4.6

_DECLINED = ("e", "er", "en", "es", "em")
"""Endings of German adjectives before a noun."""


class _Site(NamedTuple):
    """What the features of all candidates of a page are read from."""

    page: ReadPage
    lists: WordLists
    meta: str
    longer: Mapping[str, int]
    words: Mapping[str, int]
    most: float


def scored(page: ReadPage, candidates: Mapping[str, Candidate]) -> dict[str, float]:
    """Score of every candidate that may be a keyphrase of `page`; above 0."""
    words = Counter([token.stem for tokens in page.blocks for token in tokens])
    most = max((words[c.key] for c in candidates.values() if c.size == 1), default=1)
    lists = word_lists(page.language)
    in_templates = _uses_in_templates(candidates, lists)
    site = _Site(page, lists, joined([page.meta]), _longer_uses(candidates), words, math.log(1 + most))
    scores: dict[str, float] = {}
    for key, candidate in candidates.items():
        in_meta = f" {key} " in site.meta
        zoned = in_meta or candidate.zones > 0
        if in_templates.get(key, 0) < candidate.uses and _is_eligible(page, candidate, zoned, lists):
            scores[key] = math.exp(_weight(site, candidate, zoned) + _IN_META * in_meta)
    return scores


def _longer_uses(candidates: Mapping[str, Candidate]) -> dict[str, int]:
    """Uses of the most frequent longer phrase that holds a phrase, from two. Words inside a term were not counted apart."""
    longer: defaultdict[str, int] = defaultdict(int)
    for candidate in candidates.values():
        if candidate.uses > 1 and candidate.size > 1 and not candidate.ref:
            for key in _parts(candidate.key):
                longer[key] = max(longer[key], candidate.uses)
    return longer


def _uses_in_templates(candidates: Mapping[str, Candidate], lists: WordLists) -> Counter[str]:
    """Uses of the phrases of templates, and of their parts inside them: online in *book online*."""
    uses: Counter[str] = Counter()
    for key in lists.templates & candidates.keys():
        for part in (key, *_parts(key)):
            uses[part] += candidates[key].uses
    return uses


def _parts(key: str) -> Iterator[str]:
    """Every shorter run of the words of `key`."""
    stems = key.split(" ")
    for size in range(1, len(stems)):
        for first in range(len(stems) - size + 1):
            yield " ".join(stems[first : first + size])


def _is_eligible(page: ReadPage, candidate: Candidate, zoned: bool, lists: WordLists) -> bool:
    """Whether a candidate may be a keyphrase at all."""
    size, ref = candidate.size, candidate.ref
    if ref is not None and ref.kind != "body_area":
        return candidate.is_topic
    if candidate.uses == 1 and not zoned and (size == 1 or size > _LONGEST_SINGLE_USE or not candidate.whole):
        return False
    if candidate.linked and not zoned and (candidate.linked == LED or candidate.uses == 1):
        return False
    if not candidate.count:
        return False
    if page.language == "de":
        return _is_german_phrase(page, candidate) and (size > 1 or candidate.key not in lists.generic)
    return size > 1 or (candidate.key not in lists.generic and (ref is not None or not is_part_of_name(page, candidate)))


def _weight(site: _Site, candidate: Candidate, zoned: bool) -> float:
    """The weighted sum, without the description."""
    tokens = site.page.tokens_of(candidate.places[0][0])[slice(*candidate.places[0][1:])]
    size, uses, zones = candidate.size, candidate.uses, candidate.zones
    rarities = [min(_MOST_RARE, rarity(token.word, site.page.language)) for token in tokens]
    rare = sum(rarities) / size - _MEDIUM_RARITY
    weight = _USES * math.log(uses) + _SIZES[size]
    weight += _IN_TITLE * (zones & IN_TITLE > 0) + _IN_HEADING * (zones & IN_HEADING > 0)
    weight += _TOPIC * candidate.is_topic + _GENERIC_HEAD * (tokens[-1].stem in site.lists.generic)
    if size == 1:
        weight += _RARE_SINGLE * rare + _TOUCHED * (1 - candidate.alone / uses)
    else:
        weight += _RARE_PHRASE * rare + _PARTED * (not candidate.alone)
    if uses > 1:
        return weight + _NESTED * min(1.0, site.longer.get(candidate.key, 0) / uses)
    if not zoned:
        about = math.log(max(site.words[token.stem] for token in tokens) or 1) / site.most if size > 1 else 0.0
        return weight + _ONCE_IN_TEXT + _ONCE_TOPIC * candidate.is_topic + _ONCE_ABOUT * about
    return weight + _ONCE_IN_HEADING * (zones == IN_HEADING)


def _is_german_phrase(page: ReadPage, candidate: Candidate) -> bool:
    """Whether the phrase ends with a noun, and begins with a noun or an adjective that is declined."""
    block, first, end = candidate.places[0]
    tokens, text = page.tokens_of(block), page.text_of(block)
    if not text[tokens[end - 1].start].isupper():
        return False
    return text[tokens[first].start].isupper() or tokens[first].word.endswith(_DECLINED)
