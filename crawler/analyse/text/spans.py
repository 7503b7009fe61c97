"""Spans of a line that may be phrases: no punctuation, one stop word inside at most; and terms of the taxonomy."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from crawler.analyse.text.matcher import Match
from crawler.analyse.text.tokens import Token
from crawler.analyse.text.wordlists import OPEN, STOP, WordLists, is_number, roles, word_lists

_LONGEST = 4
_LONGEST_LINKED = 5
"""With a function word inside: vaccin contre la fièvre jaune."""

LINKED, LED = 1, 2
"""A phrase with a function word inside: price per session. One that begins with a word such as first: first visit."""

_MOST_TOPICS, _BRAND = 2, 3
"""Conditions and treatments that a phrase may hold (rotator cuff surgery), and what the name of a brand counts."""

Place = tuple[int, int, int, bool, int]
"""Block, first word, end; whole: no word touches that may stand in a phrase with it; linked: `LINKED`, `LED` or 0."""


def spans(
    block: int, tokens: Sequence[Token], language: str, found: Sequence[Match]
) -> Iterator[tuple[str, Place]]:
    """Stems and place of every term of `found`, and of every other run of words of `block` that may be a phrase.

    Such a run parts neither a term nor a hyphenated word.
    """
    if not tokens:
        return
    words, stems, _, _, runs, joined = zip(*tokens, strict=True)
    lists = word_lists(language)
    role_of = _roles(words, joined, language, lists)
    closed, held = _borders(joined, found)
    terms = {(match.first, match.end) for match in found if match.term.refs}
    for first, end in sorted(terms):
        yield " ".join(stems[first:end]), (block, first, end, True, 0)
    size = len(words)
    role_of.append(STOP)
    for first in [at for at, word in enumerate(words) if role_of[at] == OPEN or word in lists.leading]:
        run, leads = runs[first], role_of[first] != OPEN
        alone = not (first and role_of[first - 1] == OPEN and runs[first - 1] == run)
        if closed[first] or (leads and not alone):
            continue
        key, linked, most = "", 0, held[first] + _MOST_TOPICS
        for last in range(first, min(first + _LONGEST_LINKED, size)):
            end = last + 1
            if runs[last] != run or held[end] > most:
                break
            key = f"{key} {stems[last]}" if key else stems[last]
            if role_of[last] < OPEN:
                if role_of[last] == STOP and last > first:
                    linked += 1
                    if linked > 1 or not alone or words[last] not in lists.inner:
                        break
                continue
            if end - first > _LONGEST and not linked:
                break
            if closed[end] or (first, end) in terms:
                continue
            whole = alone and (role_of[end] < OPEN or runs[end] != run)
            kind = LED if leads else linked
            if whole or not kind:
                yield key, (block, first, end, whole, kind)


def _roles(words: Sequence[str], joined: Sequence[bool], language: str, lists: WordLists) -> list[int]:
    """Role of each word."""
    found = list(map(roles(language).__getitem__, words))
    if True in joined or not lists.numbered.isdisjoint(words):
        _open_tied(found, words, joined, language, lists)
    if not lists.idioms.keys().isdisjoint(words):
        _stop_idioms(found, words, lists)
    return found


def _open_tied(
    roles: list[int], words: Sequence[str], joined: Sequence[bool], language: str, lists: WordLists
) -> None:
    """Words of a hyphenated one, and a number that belongs to the word before, are open."""
    for number, word in enumerate(words):
        if joined[number]:
            if language != "fr" or STOP not in roles[number - 1 : number + 1]:
                roles[number - 1] = roles[number] = OPEN
        elif roles[number] == STOP and number and words[number - 1] in lists.numbered:
            roles[number] = OPEN if is_number(word) or len(word) == 1 else STOP


def _stop_idioms(roles: list[int], words: Sequence[str], lists: WordLists) -> None:
    """No word of a turn of speech belongs to a phrase."""
    for end, word in enumerate(words, start=1):
        for idiom in lists.idioms.get(word, ()):
            if tuple(words[end - len(idiom) : end]) == idiom:
                roles[end - len(idiom) : end] = [STOP] * len(idiom)


def _borders(joined: Sequence[bool], found: Sequence[Match]) -> tuple[list[bool], list[int]]:
    """For each border before a word, and the last: whether it is closed, and the topics that begin before it.

    The name of a brand counts as more than a phrase may hold.
    """
    closed = [*joined, False]
    weights = [0] * len(closed)
    if not found:
        return closed, weights
    for match in found:
        closed[match.first + 1 : match.end] = [True] * (match.end - match.first - 1)
        kinds = {ref.kind for ref in match.term.refs}
        weights[match.first + 1] = _BRAND if "brand" in kinds else int(bool(kinds - {"body_area"}))
    return closed, list(accumulate(weights))
