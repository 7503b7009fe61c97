"""Candidates for keyphrases: n-grams without punctuation, one stop word inside at most, and terms of the taxonomy."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat

from crawler.analyse.text.matcher import Match, Ref
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.tokens import Token
from crawler.analyse.text.wordlists import OPEN, STOP, WordLists, is_number, role, word_lists

LONGEST = 4
LONGEST_LINKED = 5
"""With function words inside: vaccin contre la fièvre jaune."""

LED = 2
"""A phrase that begins with a word such as first: first visit."""

TITLE = -1
_NOWHERE = 1_000_000


@dataclass(slots=True)
class Candidate:
    """`places`: block, first word and end of each use; block −1 is the title. `first`: words before the first.

    `uses`: title and main content; `count`: main content. `whole`: no word that may stand in a phrase
    touches its first use. `linked`: 1 where a stop word stands inside, 2 where one leads. `alone`: uses that no such
    word touches.
    """

    key: str
    size: int
    first: int
    whole: bool
    places: list[tuple[int, int, int]]
    linked: int = 0
    alone: int = 0
    uses: int = 0
    count: int = 0
    ref: Ref | None = None

    @property
    def is_topic(self) -> bool:
        """A condition or treatment of the taxonomy."""
        return self.ref is not None and self.ref.kind in ("condition", "treatment")


def collect_candidates(
    page: ReadPage, matches: Sequence[Sequence[Match]], title_matches: Sequence[Match]
) -> dict[str, Candidate]:
    candidates: dict[str, Candidate] = {}
    parts = [(n, offset, page.blocks[n], matches[n]) for n, offset in enumerate(page.offsets)]
    for block, offset, tokens, found in (*parts, (TITLE, _NOWHERE, page.title, title_matches)):
        stems = [token.stem for token in tokens]
        terms = {(m.first, m.end): m for m in found if m.term.refs}
        for first, end, whole, linked in _spans(tokens, page.language, found, terms):
            key = " ".join(stems[first:end]) if end - first > 1 else stems[first]
            candidate = candidates.get(key)
            if candidate is None:
                candidate = candidates[key] = Candidate(key, end - first, offset + first, whole, [], linked)
            candidate.places.append((block, first, end))
            candidate.uses += 1
            candidate.alone += whole
            candidate.count += block != TITLE
            match = terms.get((first, end))
            if match is not None and candidate.ref is None and not match.term.weak:
                candidate.ref = match.term.refs[0]
    return candidates


def _spans(
    tokens: Sequence[Token], language: str, found: Sequence[Match], terms: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, bool, int]]:
    """Every term, and every 1- to 4-gram that may be a phrase: first word, end, whether it is whole.

    A phrase parts neither a term nor a hyphenated word, and holds one condition or treatment at most.
    """
    yield from ((first, end, True, 0) for first, end in terms)
    lists = word_lists(language)
    roles = _roles(tokens, language, lists)
    closed, held = _borders(tokens, found)
    size = len(tokens)
    for first, token in enumerate(tokens):
        leads = roles[first] != OPEN
        if closed[first] or (leads and token.word not in lists.leading):
            continue
        run = token.run
        alone = not (first and roles[first - 1] == OPEN and tokens[first - 1].run == run)
        if leads and not alone:
            continue
        linked = 0
        for end in range(first + 1 + leads, min(first + LONGEST_LINKED, size) + 1):
            last = end - 1
            if tokens[last].run != run or held[end] - held[first] > 1:
                break
            if roles[last] == STOP:
                linked += 1
                if linked > 1 or not alone or tokens[last].word not in lists.inner:
                    break
                continue
            if end - first > LONGEST and not linked:
                break
            if roles[last] == OPEN and not closed[end] and (first, end) not in terms:
                ends = end == size or roles[end] != OPEN or tokens[end].run != run
                whole = alone and ends
                kind = LED if leads else linked
                if whole or not kind:
                    yield first, end, whole, kind


def _roles(tokens: Sequence[Token], language: str, lists: WordLists) -> list[int]:
    """Role of each word; words of a hyphenated one, and a number that belongs to the word before, are open."""
    words = [token.word for token in tokens]
    roles = list(map(role, words, repeat(language)))
    if not any(token.joined for token in tokens) and lists.numbered.isdisjoint(words):
        return roles
    for number, token in enumerate(tokens):
        if token.joined:
            if language != "fr" or STOP not in roles[number - 1 : number + 1]:
                roles[number - 1] = roles[number] = OPEN
        elif roles[number] == STOP and number and tokens[number - 1].word in lists.numbered:
            roles[number] = OPEN if is_number(token.word) or len(token.word) == 1 else STOP
    return roles


def _borders(tokens: Sequence[Token], found: Sequence[Match]) -> tuple[list[bool], list[int]]:
    """For each border before a word, and the last: whether it is closed, and the topics that begin before it.

    The name of a brand counts as two topics, so that no phrase holds it.
    """
    closed = [token.joined for token in tokens] + [False]
    weights = [0] * (len(tokens) + 1)
    for match in found:
        closed[match.first + 1 : match.end] = [True] * (match.end - match.first - 1)
        kinds = {ref.kind for ref in match.term.refs}
        weights[match.first + 1] = 2 if "brand" in kinds else int(bool(kinds - {"body_area"}))
    return closed, list(accumulate(weights))
