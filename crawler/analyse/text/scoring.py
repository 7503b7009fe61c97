"""Which candidates may be keyphrases of a page, and how good each is: a log-linear model of some plain features.

A score is e to the sum of the weights below, times what each speaks of. They were fitted (softmax over the candidates of a
page, held near round guesses by a quadratic prior, then rounded) on the odd half of the invented pages and texts of
`tests/benchmarks/keywords`: clinic pages of 300 words, abstracts and news. Weights that made no difference were left out.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from crawler.analyse.text.candidates import IN_HEADING, IN_META, IN_TITLE, Candidate
from crawler.analyse.text.names import is_part_of_name
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.spans import LED, LINKED
from crawler.analyse.text.wordlists import WordLists, rarity, seems_no_noun, word_lists

_USES = 0.8
"""Power of the uses: the tenth tells less than the second."""

_SIZES = (0.0, 0.0, 1.4, 1.3, 0.5, 0.5)
"""By words: people search with two or three."""

_ZONES = [
    0.2 * (zones & IN_TITLE > 0) + 0.1 * (zones & IN_HEADING > 0) + 0.3 * (zones & IN_META > 0)
    for zones in range(8)
]
"""For standing in the title or the H1, in a lower heading, in the description; by their bits."""

_RARE_PHRASE, _RARE_SINGLE = 0.2, 0.8
"""For the mean rarity of the words above a medium one: common words mean little alone."""

_TOPIC = 0.5
"""For a condition or treatment of the taxonomy."""

_GENERIC_HEAD = 0.3
"""For a last word that means little alone: hip *pain*, knee *surgery*."""

_NESTED = -1.5
"""For the share of the uses that the most frequent phrase around it has."""

_TOUCHED = -1.2
"""For the share of the uses of a single word whose neighbours may be of its phrase: hip in *hip socket*."""

_NO_NOUN = -2.0
"""For a single word that ends as adjectives and verbs do; set by hand."""

_PARTED = -0.7
"""For a phrase that never stands between words which are of none: it is a part of something longer."""

_ONCE_IN_TEXT, _ONCE_TOPIC, _ONCE_ABOUT = -2.3, 1.7, 0.9
"""What stands once, and in no zone, is mostly a turn of speech (a retired bus driver); less so where the taxonomy holds it,
or it holds a word that the page is full of."""

_ONCE_IN_HEADING = -0.7
"""What stands once, in a lower heading, is mostly a headline: fees and refunds."""

_LONGEST_SINGLE_USE = 3
"""Words of a phrase that stands once, and in no zone."""

_LONGEST_PART = 2
"""Words of a phrase that stands once, in a zone, as a part of something longer."""

_MEDIUM_RARITY, _MOST_RARE = 3.0, 4.6

_DECLINED = ("e", "er", "en", "es", "em")
"""Endings of German adjectives before a noun."""


class _Seen(NamedTuple):
    """What the features of all candidates of a page are read from."""

    page: ReadPage
    lists: WordLists
    longer: Mapping[str, int]
    words: Mapping[str, int]
    most: float


def scored(page: ReadPage, candidates: Mapping[str, Candidate]) -> dict[str, float]:
    """Score of every candidate that may be a keyphrase of `page`; above 0."""
    lists = word_lists(page.language)
    words = Counter([token.stem for tokens in page.blocks for token in tokens])
    most = max([words[c.key] for c in candidates.values() if c.size == 1], default=0)
    in_templates = _uses_in_templates(candidates, lists)
    seen = _Seen(page, lists, _longer_uses(candidates), words, math.log(1 + max(1, most)))
    return {
        key: math.exp(_weight(seen, candidate))
        for key, candidate in candidates.items()
        if in_templates[key] < candidate.uses and _is_eligible(page, candidate, lists)
    }


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
    if all(len(stem) == 1 or stem.isdigit() for stem in candidate.key.split(" ")):
        return False
    if ref is not None and ref.kind != "body_area":
        return candidate.is_topic
    if candidate.uses == 1 and not candidate.alone and size > _LONGEST_PART:
        return False
    if candidate.uses == 1 and not zones and (size == 1 or size > _LONGEST_SINGLE_USE or not candidate.alone):
        return False
    if candidate.linked == LED and not zones:
        return False
    if candidate.linked == LINKED and candidate.uses == 1 and zones in (0, IN_TITLE):
        return False
    if not candidate.count or (page.language == "de" and not _is_german_phrase(page, candidate)):
        return False
    return size > 1 or ref is not None or _is_word(page, candidate, lists)


def _is_word(page: ReadPage, candidate: Candidate, lists: WordLists) -> bool:
    """Whether a single word says something, and stands alone somewhere; what seems no noun has to in the title."""
    if not candidate.alone or candidate.key in lists.generic or is_part_of_name(page, candidate):
        return False
    forms = {page.tokens_of(block)[first].word for block, first, *_ in candidate.places}
    return candidate.zones & IN_TITLE > 0 or not all(seems_no_noun(form, page.language) for form in forms)


def _weight(seen: _Seen, candidate: Candidate) -> float:
    """The weighted sum."""
    block, first, end, _, _ = candidate.places[0]
    tokens = seen.page.tokens_of(block)[first:end]
    size, uses, zones = candidate.size, candidate.uses, candidate.zones
    rarities = [min(_MOST_RARE, rarity(token.word, seen.page.language)) for token in tokens]
    rare = sum(rarities) / size - _MEDIUM_RARITY
    weight = _USES * math.log(uses) + _SIZES[min(size, len(_SIZES) - 1)]
    weight += _ZONES[zones]
    weight += _TOPIC * candidate.is_topic + _GENERIC_HEAD * (tokens[-1].stem in seen.lists.generic)
    if size == 1:
        weight += _RARE_SINGLE * rare + _TOUCHED * (1 - candidate.alone / uses)
        weight += _NO_NOUN * seems_no_noun(tokens[0].word, seen.page.language)
    else:
        weight += _RARE_PHRASE * rare + _PARTED * (not candidate.alone)
    if uses > 1:
        return weight + _NESTED * min(1.0, seen.longer.get(candidate.key, 0) / uses)
    if not zones:
        about = math.log(max(seen.words[token.stem] for token in tokens) or 1) / seen.most if size > 1 else 0.0
        return weight + _ONCE_IN_TEXT + _ONCE_TOPIC * candidate.is_topic + _ONCE_ABOUT * about
    return weight + _ONCE_IN_HEADING * (zones == IN_HEADING)


def _is_german_phrase(page: ReadPage, candidate: Candidate) -> bool:
    """Whether the phrase ends with a noun, and begins with a noun or an adjective that is declined."""
    block, first, end, _, _ = candidate.places[0]
    tokens, text = page.tokens_of(block), page.text_of(block)
    if not text[tokens[end - 1].start].isupper():
        return False
    return text[tokens[first].start].isupper() or tokens[first].word.endswith(_DECLINED)
