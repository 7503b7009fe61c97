"""Which candidates may be keyphrases of a page, and how good each is: a log-linear model of some plain features.

A score is e to the sum of the weights of `weights`, times what each speaks of.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from crawler.analyse.text.candidates import IN_HEADING, IN_META, IN_TITLE, Candidate
from crawler.analyse.text.names import is_part_of_name
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.spans import LINKED
from crawler.analyse.text.tokens import Token
from crawler.analyse.text.weights import PAGE, TEXT, Weights
from crawler.analyse.text.wordlists import (
    INSIDE,
    OWN_LISTS,
    WordLists,
    is_participle,
    rarity,
    role,
    seems_no_noun,
    word_lists,
)

_USUAL_WORDS = 350
"""Words of the pages that the weights were fitted on. A page of twice as many holds twice as many turns of speech, so that each
is half as likely to be what it is about: the logarithm of the ratio is taken from the weight of what stands once."""

_USES_OF_LONG = 0.3
"""For each such logarithm, more for the logarithm of the uses."""

_LONGEST_PART = 2
"""Words of a phrase that stands once, in a zone, as a part of something longer."""

_MEDIUM_RARITY = 3.0

_NO_WORD = re.compile(r"(?:\d+|\S)(?: (?:\d+|\S))*")

_DECLINED = ("e", "er", "en", "es", "em")
"""Endings of German adjectives before a noun."""


class _Seen(NamedTuple):
    """What the features of all candidates of a page are read from. `length`: see `_USUAL_WORDS`."""

    page: ReadPage
    lists: WordLists
    weights: Weights
    longer: Mapping[str, int]
    words: Mapping[str, int]
    most: float
    length: float


def scored(page: ReadPage, candidates: Mapping[str, Candidate]) -> dict[str, float]:
    """Score of every candidate that may be a keyphrase of `page`; above 0."""
    lists = word_lists(page.language)
    words = Counter([token.stem for tokens in page.blocks for token in tokens])
    most = max([words[c.key] for c in candidates.values() if c.size == 1], default=0)
    in_templates = _uses_in_templates(candidates, lists)
    weights = PAGE if page.source.url else TEXT
    seen = _Seen(page, lists, weights, _longer_uses(candidates), words, math.log(1 + max(1, most)), _length(page))
    return {
        key: math.exp(_weight(seen, candidate))
        for key, candidate in candidates.items()
        if in_templates[key] < candidate.uses and _is_eligible(page, candidate, lists)
    }


def _length(page: ReadPage) -> float:
    return math.log(max(1.0, page.words / _USUAL_WORDS))


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


def _is_eligible(page: ReadPage, candidate: Candidate, lists: WordLists) -> bool:
    """Whether a candidate may be a keyphrase at all."""
    size, ref, zones = candidate.size, candidate.ref, candidate.zones
    if _NO_WORD.fullmatch(candidate.key):
        return False
    if ref is not None and ref.kind != "body_area":
        return candidate.is_topic
    if candidate.uses == 1 and not candidate.alone and size > _LONGEST_PART:
        return False
    if candidate.uses == 1 and not zones and not _may_stand_once(page, candidate, lists):
        return False
    if not candidate.count or (page.language == "de" and not _is_german_phrase(page, candidate)):
        return False
    if size == 1:
        return ref is not None or _is_word(page, candidate, lists)
    block, _, end, *_ = candidate.places[0]
    last = page.tokens_of(block)[end - 1].word
    return ref is not None or not (last in lists.adjectives or is_participle(last, page.language))


def _may_stand_once(page: ReadPage, candidate: Candidate, lists: WordLists) -> bool:
    """Whether what stands once, in the text alone, may be a phrase: it has two words or more, none of them a verb or the
    like, in a language whose verbs are known."""
    if candidate.size == 1 or not candidate.alone or page.language not in OWN_LISTS:
        return False
    if candidate.size == 2:
        return True
    block, first, end, *_ = candidate.places[0]
    inner = [token.word for token in page.tokens_of(block)[first + 1 : end - 1]]
    if candidate.linked == LINKED:
        return lists.joining.isdisjoint(inner)
    return all(word in lists.link or role(word, page.language) != INSIDE for word in inner)


def _is_word(page: ReadPage, candidate: Candidate, lists: WordLists) -> bool:
    """Whether a single word says something, stands alone somewhere, and is mostly written as a noun."""
    if not candidate.alone or candidate.key in lists.generic or is_part_of_name(page, candidate):
        return False
    forms = [page.tokens_of(block)[first].word for block, first, *_ in candidate.places]
    return 2 * sum(seems_no_noun(form, page.language) for form in forms) < len(forms)


def _weight(seen: _Seen, candidate: Candidate) -> float:
    """The weighted sum."""
    weights, size, uses = seen.weights, candidate.size, candidate.uses
    block, first, end, _, _ = candidate.places[0]
    tokens = seen.page.tokens_of(block)[first:end]
    rare = sum([rarity(token.word, seen.page.language) for token in tokens]) / size - _MEDIUM_RARITY
    weight = (weights.uses + _USES_OF_LONG * seen.length) * math.log(uses) + weights.sizes[
        min(size, len(weights.sizes)) - 1
    ]
    weight += weights.titled * (candidate.zones & IN_TITLE > 0)
    weight += weights.described * (candidate.zones & IN_META > 0) + weights.topic * candidate.is_topic
    weight += weights.generic_head * (tokens[-1].stem in seen.lists.generic)
    if size == 1:
        weight += weights.rare_word * rare + weights.touched * (1 - candidate.alone / uses)
        weight += weights.word_in_no_zone * (not candidate.zones)
    else:
        weight += weights.rare_phrase * rare + weights.parted * (not candidate.alone)
    if uses > 1:
        return weight + weights.nested * min(1.0, seen.longer.get(candidate.key, 0) / uses)
    if candidate.zones:
        return weight + weights.once_in_heading * (candidate.zones == IN_HEADING)
    return weight + _once_in_text(seen, candidate, tokens)


def _once_in_text(seen: _Seen, candidate: Candidate, tokens: Sequence[Token]) -> float:
    """The part of the sum for what stands once, and in no zone."""
    weights, size = seen.weights, candidate.size
    weight = (
        weights.once
        - seen.length
        + weights.once_topic * candidate.is_topic
        + weights.once_linked * (candidate.linked > 0)
    )
    weight += weights.once_long * (size >= len(weights.sizes))
    if size == 1:
        return weight
    about = math.log(max(seen.words[token.stem] for token in tokens) or 1) / seen.most
    return weight + weights.once_about * about


def _is_german_phrase(page: ReadPage, candidate: Candidate) -> bool:
    """Whether the phrase ends with a noun, and begins with a noun or an adjective that is declined."""
    block, first, end, _, _ = candidate.places[0]
    tokens, text = page.tokens_of(block), page.text_of(block)
    if not text[tokens[end - 1].start].isupper():
        return False
    return text[tokens[first].start].isupper() or tokens[first].word.endswith(_DECLINED)
