"""Keyphrases of a page: candidates without punctuation or stop words inside, scored and de-nested."""

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from crawler.analyse.text.matcher import Match, Ref
from crawler.analyse.text.page import FIRST_WORDS, ReadPage
from crawler.analyse.text.tokens import Token
from crawler.analyse.text.wordlists import bounds_no_phrase, is_number, rarity, word_lists

LONGEST = 4
SHORTLIST = 40
"""Phrases kept of a page until the whole site is known."""

_ZONES = (("title", 3.0), ("h1", 3.0), ("headings", 2.0), ("meta", 1.5))
_HALF_EARLY = 60
"""A phrase that first stands after this many words has lost half of the bonus for standing early."""

_NESTED_SHARE = 0.5
_RARE_LONGER_SHARE = 0.34


class Phrase(NamedTuple):
    """A keyphrase of a page before the site is looked at; see `keywords` in the schema."""

    keyphrase: str
    key: str
    score: float
    count: int
    in_title: bool
    in_h1: bool
    in_headings: bool
    in_meta_description: bool
    in_url: bool
    in_first_100_words: bool
    entity: str | None


@dataclass
class _Candidate:
    words: tuple[str, ...]
    key: str
    size: int
    places: list[tuple[int, int, int]] = field(default_factory=list)
    first: int = 1_000_000
    extra: int = 0
    ref: Ref | None = None

    @property
    def uses(self) -> int:
        return len(self.places) + self.extra


Matches = Sequence[Sequence[Match]]


def page_phrases(page: ReadPage, matches: Matches, title_matches: Sequence[Match]) -> tuple[list[Phrase], list[int]]:
    """Shortlist of `page`, best first, and a 32-bit hash of every candidate for site frequencies.

    `matches`: terms of the taxonomy in each block.
    """
    candidates = _collect(page, matches, title_matches)
    scores = _scores(page, candidates)
    brands = [c for c in candidates.values() if c.ref and c.ref.kind == "brand"]
    chosen = _denested([c for c in candidates.values() if scores[c.key] > 0], scores)
    zones = _zones(page)
    listed = (*chosen, *brands[:3])
    return [_phrase(page, c, scores[c.key], zones) for c in listed], [key_hash(k) for k in candidates]


def key_hash(key: str) -> int:
    """The same number for `key` in every process."""
    return zlib.crc32(key.encode())


def _collect(page: ReadPage, matches: Matches, title_matches: Sequence[Match]) -> dict[str, _Candidate]:
    candidates: dict[str, _Candidate] = {}
    for number, (tokens, offset) in enumerate(zip(page.blocks, page.offsets, strict=True)):
        spans = dict.fromkeys((*_spans(tokens, page.language), *_term_spans(matches[number])))
        for first, end in spans:
            candidate = _candidate(candidates, tokens, first, end)
            candidate.places.append((number, tokens[first].start, tokens[end - 1].end))
            candidate.first = min(candidate.first, offset + first)
        _mark(candidates, tokens, matches[number])
    for first, end in _spans(page.title, page.language):
        _candidate(candidates, page.title, first, end).extra = 1
    _mark(candidates, page.title, title_matches)
    return candidates


def _candidate(candidates: dict[str, _Candidate], tokens: Sequence[Token], first: int, end: int) -> _Candidate:
    key = " ".join([token.stem for token in tokens[first:end]]) if end - first > 1 else tokens[first].stem
    candidate = candidates.get(key)
    if candidate is None:
        candidate = _Candidate(tuple(token.word for token in tokens[first:end]), key, end - first)
        candidates[key] = candidate
    return candidate


def _mark(candidates: Mapping[str, _Candidate], tokens: Sequence[Token], matches: Iterable[Match]) -> None:
    for match in matches:
        candidate = candidates.get(" ".join(match.term.stems))
        if candidate is not None and match.term.refs and candidate.ref is None:
            candidate.ref = match.term.refs[0]


def _spans(tokens: Sequence[Token], language: str) -> Iterator[tuple[int, int]]:
    """Every 1- to 4-gram that may be a phrase, as first word and end."""
    lists = word_lists(language)
    stop = lists.stop
    open_ = [not (t.word in stop or len(t.word) < 2 or is_number(t.word)) for t in tokens]
    bound = [not is_open or bounds_no_phrase(t.word, language) for t, is_open in zip(tokens, open_, strict=True)]
    for first, token in enumerate(tokens):
        if bound[first]:
            continue
        for end in range(first + 1, min(first + LONGEST, len(tokens)) + 1):
            last = end - 1
            if not open_[last] or tokens[last].run != token.run:
                break
            if not bound[last]:
                yield first, end


def _term_spans(matches: Iterable[Match]) -> Iterator[tuple[int, int]]:
    """Terms of the taxonomy are candidates even with stop words inside: arthritis of the knee."""
    return ((m.first, m.end) for m in matches if m.term.refs and m.end - m.first > 1)


def _scores(page: ReadPage, candidates: Mapping[str, _Candidate]) -> dict[str, float]:
    longer_uses: defaultdict[str, list[int]] = defaultdict(list)
    for candidate in candidates.values():
        if candidate.size > 1 and candidate.uses > 1:
            for part in _parts(candidate):
                longer_uses[part].append(candidate.uses)
    zone_weights = _zone_weights(page)
    return {
        key: _score(page.language, candidate, longer_uses.get(key, ()), zone_weights.get(key, 1.0))
        for key, candidate in candidates.items()
    }


def _parts(candidate: _Candidate) -> Iterator[str]:
    """Keys of the shorter phrases inside `candidate`."""
    stems = candidate.key.split(" ")
    for size in range(1, len(stems)):
        for first in range(len(stems) - size + 1):
            yield " ".join(stems[first : first + size])


def _score(language: str, candidate: _Candidate, longer: Sequence[int], zone: float) -> float:
    """C-value × rarity × position × zone × taxonomy."""
    lists = word_lists(language)
    if candidate.key in lists.templates or (candidate.ref and candidate.ref.kind == "brand"):
        return 0.0
    stems = candidate.key.split(" ")
    if candidate.ref is None and (len(stems) == 1 and stems[0] in lists.generic):
        return 0.0
    nested = sum(longer) / len(longer) if longer else 0.0
    c_value = (candidate.uses - nested) * math.log2(candidate.size + 1)
    rare = sum(rarity(word, language) for word in candidate.words) / candidate.size
    early = 1 + 1 / (1 + candidate.first / _HALF_EARLY)
    single = 0.5 if candidate.size == 1 and candidate.ref is None else 1.0
    return c_value * rare * early * zone * single * (2.0 if candidate.ref else 1.0)


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


def _denested(candidates: list[_Candidate], scores: Mapping[str, float]) -> list[_Candidate]:
    """Best candidates first, without those that a chosen one says better."""
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-scores[c.key], c.key)):
        if any(_replaces(other, candidate) for other in chosen):
            continue
        if candidate.size > 1:
            chosen = [other for other in chosen if not _replaces(candidate, other)]
        chosen.append(candidate)
        if len(chosen) >= SHORTLIST:
            break
    return chosen


def _replaces(one: _Candidate, other: _Candidate) -> bool:
    """Whether `other` may go where `one` is chosen."""
    if f" {other.key} " in f" {one.key} ":
        share = _RARE_LONGER_SHARE + _NESTED_SHARE if other.ref and not one.ref else _NESTED_SHARE
        return one.uses >= share * other.uses
    longer = f" {one.key} " in f" {other.key} "
    return longer and other.ref is None and other.uses <= _RARE_LONGER_SHARE * one.uses


def _zones(page: ReadPage) -> dict[str, str]:
    """Stems of each zone as one string per zone, runs parted by a bar."""
    zones = {name: _joined(_zone_tokens(page, name)) for name, _ in _ZONES}
    zones["url"] = _joined([page.path])
    return zones


def _joined(parts: Iterable[Sequence[Token]]) -> str:
    words: list[str] = ["|"]
    for tokens in parts:
        run = None
        for token in tokens:
            words += [token.stem] if token.run == run else ["|", token.stem]
            run = token.run
    return " ".join([*words, "|"])


def _phrase(page: ReadPage, candidate: _Candidate, score: float, zones: Mapping[str, str]) -> Phrase:
    key = f" {candidate.key} "
    return Phrase(
        keyphrase=_surface(page, candidate),
        key=candidate.key,
        score=score,
        count=len(candidate.places),
        in_title=key in zones["title"],
        in_h1=key in zones["h1"],
        in_headings=key in zones["headings"],
        in_meta_description=key in zones["meta"],
        in_url=key in zones["url"],
        in_first_100_words=candidate.first < FIRST_WORDS,
        entity=str(candidate.ref) if candidate.ref else None,
    )


def _surface(page: ReadPage, candidate: _Candidate) -> str:
    """Most frequent form; of equals the one in lower case, then the earliest."""
    forms = Counter(page.texts[block][start:end] for block, start, end in candidate.places)
    if not forms:
        return " ".join(candidate.words)
    folded = Counter[str]()
    for form, count in forms.items():
        folded[form.lower()] += count
    best = folded.most_common(1)[0][0]
    variants = [form for form in forms if form.lower() == best]
    return max(variants, key=lambda form: (forms[form], -sum(c.isupper() for c in form)))
