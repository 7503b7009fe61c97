"""Phrases that go together: which belong to a term of the taxonomy, and which to each other.

Each phrase is compared with the first of a cluster only, so that likeness does not spread.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from crawler.analyse.text.wordlists import OPEN, rarity, role, word_lists

_SAME_PAGES, _FEWEST_SHARED = 0.6, 2
"""Phrases on two pages or more, and on this share of the pages of either, go together."""

_COMMON_PAGES = 0.2
"""The same for phrases with a rare word in common."""

RARE = 3.0
"""Rarity from which a word says by itself what a text is about: less than about 16 uses in a million."""

_ADJECTIVES = ("al", "ous", "ive", "ic", "able", "ible", "ary", "less", "ful", "ed", "ing", "er", "est", "ly")
"""Endings of English words that as a rule name no thing."""

_UNFINISHED = ("ous", "ical", "omal", "inal", "onal", "able", "ible", "less", "ful", "ular", "ative", "ed")
"""Endings of English words that a phrase which names a thing hardly ends with."""

_LINKS = frozenset("of for de du des d del al à von für".split())
"""Function words that a name of a topic may hold."""

_NEARLY = 0.5
"""Share of the pages of the best label from which one that names a thing is better."""


class SitePhrase(NamedTuple):
    """A keyphrase of the site. `pages`: that have it among their keyphrases; `about`: in title or H1; `headed`: in
    another heading; `strong`: among their first; `topic`: of the taxonomy, as kind:id."""

    language: str
    key: str
    keyphrase: str
    pages: int
    about: int
    headed: int
    strong: int
    uses: int
    score: float
    topic: str | None = None

    @property
    def stems(self) -> tuple[str, ...]:
        return tuple(self.key.split(" "))


Shared = Mapping[tuple[str, str], float]
"""Share of common pages, by keys: the lesser first."""


@dataclass
class Cluster:
    """Phrases of one topic, the leader first."""

    phrases: list[SitePhrase] = field(default_factory=list)

    @property
    def leader(self) -> SitePhrase:
        return self.phrases[0]

    @property
    def label(self) -> SitePhrase:
        """What most pages use, of the leader and the phrases that hold it or that it holds, if it can name a topic; of
        equals the shortest."""
        leader = self.leader
        named = [p for p in self.phrases if (_holds(p, leader) or _holds(leader, p)) and is_telling(p)] or [leader]
        most = max(p.pages for p in named)
        whole = [p for p in named if not _is_unfinished(p) and p.pages >= _NEARLY * most]
        return max(whole or named, key=lambda p: (p.pages, p.about, -len(p.stems), p.score, p.key))


def clustered(phrases: Iterable[SitePhrase], shared: Mapping[str, Shared]) -> list[Cluster]:
    """Clusters of the phrases of no term, the strongest first. `shared`: by language, of phrases with common pages.

    A phrase joins the first cluster whose leader it holds or is held by, that it has a rare word and pages in common
    with, or whose pages it shares; else it leads one. Phrases of several words lead before single ones.
    """
    clusters: list[Cluster] = []
    by_stem: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    near: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    links = _links(shared)
    for phrase in sorted(phrases, key=_order):
        found = {n for stem in phrase.stems for n in by_stem[phrase.language, stem]}
        found |= {*near[phrase.language, phrase.key]}
        home = next((clusters[n] for n in sorted(found) if _belongs(phrase, clusters[n].leader, shared)), None)
        if home is not None:
            home.phrases.append(phrase)
            continue
        for stem in phrase.stems:
            by_stem[phrase.language, stem].append(len(clusters))
        for other in links.get((phrase.language, phrase.key), ()):
            near[phrase.language, other].append(len(clusters))
        clusters.append(Cluster([phrase]))
    return clusters


def is_telling(phrase: SitePhrase) -> bool:
    """Whether a phrase can name a topic: several words, or a rare one that names a thing. A hyphen makes no two words
    of one: same-day."""
    words = phrase.keyphrase.casefold().split()
    if len(words) > 1:
        if any(role(word, phrase.language) != OPEN and word not in _LINKS for word in words):
            return False
        return any(stem not in word_lists(phrase.language).generic for stem in phrase.stems)
    if " " in phrase.key:
        return False
    word = words[0]
    if phrase.key in word_lists(phrase.language).generic or rarity(word, phrase.language) < RARE:
        return False
    return phrase.language != "en" or not word.endswith(_ADJECTIVES)


def _order(phrase: SitePhrase) -> tuple[bool, int, float, str, str]:
    return (" " not in phrase.key, -min(phrase.about, 1), -phrase.score, phrase.language, phrase.key)


def _belongs(phrase: SitePhrase, leader: SitePhrase, shared: Mapping[str, Shared]) -> bool:
    if phrase.language != leader.language:
        return False
    if _holds(phrase, leader) or _holds(leader, phrase):
        return True
    pair = (min(phrase.key, leader.key), max(phrase.key, leader.key))
    common = shared.get(phrase.language, {}).get(pair, 0.0)
    return common >= _SAME_PAGES or (common >= _COMMON_PAGES and _has_rare_word(phrase, leader))


def _is_unfinished(phrase: SitePhrase) -> bool:
    return phrase.language == "en" and phrase.keyphrase.casefold().endswith(_UNFINISHED)


def _holds(one: SitePhrase, other: SitePhrase) -> bool:
    return f" {other.key} " in f" {one.key} "


def _has_rare_word(one: SitePhrase, other: SitePhrase) -> bool:
    """Whether both have a word that is rare and no word of many meanings."""
    generic = word_lists(one.language).generic
    common = {*one.stems} & {*other.stems} - generic
    return any(rarity(stem, one.language) >= RARE for stem in common)


def _links(shared: Mapping[str, Shared]) -> dict[tuple[str, str], Sequence[str]]:
    links: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for language, pairs in shared.items():
        for one, other in pairs:
            links[language, one].append(other)
            links[language, other].append(one)
    return dict(links)
