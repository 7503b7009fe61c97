"""Candidates for keyphrases: n-grams without punctuation, one stop word inside at most, and terms of the taxonomy."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat

from crawler.analyse.text.matcher import Match, Ref
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.tokens import Token
from crawler.analyse.text.wordlists import ENDING, OPEN, STOP, WordLists, is_number, role, word_lists

LONGEST = 4
LONGEST_LINKED = 5
"""With function words inside: vaccin contre la fièvre jaune."""

LED = 2
"""A phrase that begins with a word such as first: first visit."""

TITLE = -1
_NOWHERE = 1_000_000

IN_TITLE, IN_HEADING = 1, 2
"""Zones, as bits: title or H1, H2 to H6."""

_MOST_TOPICS, _BRAND = 2, 3
"""Conditions and treatments that a phrase may hold (rotator cuff surgery), and what the name of a brand counts."""


@dataclass(slots=True)
class Candidate:
    """`places`: block, first word and end of each use; block −1 is the title. `first`: words before the first.

    `uses`: title and main content; `count`: main content. `whole`: no word that may stand in a phrase
    touches its first use. `linked`: 1 where a stop word stands inside, 2 where one leads. `alone`: uses that no such
    word touches. `zones`: bits of the zones that it stands in.
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
    zones: int = 0
    ref: Ref | None = None

    @property
    def is_topic(self) -> bool:
        """A condition or treatment of the taxonomy."""
        return self.ref is not None and self.ref.kind in ("condition", "treatment")


def collect_candidates(
    page: ReadPage, matches: Sequence[Sequence[Match]], title_matches: Sequence[Match]
) -> dict[str, Candidate]:
    candidates: dict[str, Candidate] = {}
    levels = [block.level for block in page.source.blocks]
    parts = [*zip(range(len(levels)), page.offsets, levels, matches), (TITLE, _NOWHERE, 1, title_matches)]
    for block, offset, level, found in parts:
        tokens = page.tokens_of(block)
        zone = IN_TITLE if level == 1 else IN_HEADING if level else 0
        terms = {(m.first, m.end): m for m in found if m.term.refs}
        for key, first, end, whole, linked in _spans(tokens, page.language, found, terms):
            candidate = candidates.get(key)
            if candidate is None:
                candidate = candidates[key] = Candidate(key, end - first, offset + first, whole, [], linked)
            candidate.places.append((block, first, end))
            candidate.uses += 1
            candidate.alone += whole
            candidate.count += block != TITLE
            candidate.zones |= zone
            if terms and candidate.ref is None:
                match = terms.get((first, end))
                if match is not None and not match.term.weak:
                    candidate.ref = match.term.refs[0]
    return candidates


def _spans(
    tokens: Sequence[Token], language: str, found: Sequence[Match], terms: Collection[tuple[int, int]]
) -> Iterator[tuple[str, int, int, bool, int]]:
    """Every term, and every 1- to 4-gram that may be a phrase: key, first word, end, whether it is whole.

    A phrase parts neither a term nor a hyphenated word.
    """
    for first, end in terms:
        yield " ".join([token.stem for token in tokens[first:end]]), first, end, True, 0
    lists = word_lists(language)
    roles = _roles(tokens, language, lists)
    closed, held = _borders(tokens, found)
    size = len(tokens)
    runs = [token.run for token in tokens]
    for first, role_of_first in enumerate(roles):
        leads = role_of_first != OPEN
        if closed[first] or (leads and tokens[first].word not in lists.leading):
            continue
        run = runs[first]
        alone = not (first and roles[first - 1] == OPEN and runs[first - 1] == run)
        if leads and not alone:
            continue
        linked = 0
        key = ""
        for last in range(first, min(first + LONGEST_LINKED, size)):
            end = last + 1
            if runs[last] != run or held[end] - held[first] > _MOST_TOPICS:
                break
            key = f"{key} {tokens[last].stem}" if key else tokens[last].stem
            role_of_last = roles[last]
            if role_of_last == STOP and last > first:
                linked += 1
                if linked > 1 or not alone or tokens[last].word not in lists.inner:
                    break
                continue
            if end - first > LONGEST and not linked:
                break
            if closed[end] or role_of_last < OPEN or (last == first and (leads or role_of_last == ENDING)):
                continue
            if terms and (first, end) in terms:
                continue
            whole = alone and (end == size or roles[end] < OPEN or runs[end] != run)
            kind = LED if leads else linked
            if whole or not kind:
                yield key, first, end, whole, kind


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

    The name of a brand counts as more than a phrase may hold.
    """
    closed = [token.joined for token in tokens] + [False]
    weights = [0] * (len(tokens) + 1)
    for match in found:
        closed[match.first + 1 : match.end] = [True] * (match.end - match.first - 1)
        kinds = {ref.kind for ref in match.term.refs}
        weights[match.first + 1] = _BRAND if "brand" in kinds else int(bool(kinds - {"body_area"}))
    return closed, list(accumulate(weights))
