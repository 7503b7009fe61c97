"""What a title promises: its phrases, and which of their words the text does not hold."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from crawler.analyse.text.matcher import Match
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.wordlists import OPEN, OWN_LISTS, STOP, role, word_lists

_SHORTEST_PART = 4
_ENDING = 3
"""Letters at the end of a stem in which words of one family may differ: orthodontic, orthodontist."""


class Promise(NamedTuple):
    """A phrase of the title. `words`: folded words of it that mean something; `missing`: those not in the text."""

    phrase: str
    key: str
    words: list[str]
    missing: list[str]


def title_promises(
    page: ReadPage, matches: Sequence[Sequence[Match]], title_matches: Sequence[Match]
) -> list[Promise]:
    """Phrases of the title without names of the clinic; none in a language without word lists of our own.

    A condition or treatment that the text names in any of its synonyms is not missing.
    """
    if page.language not in OWN_LISTS:
        return []
    text = {token.stem for tokens in page.blocks for token in tokens}
    named = {ref for found in matches for match in found for ref in match.term.refs}
    kept = {at for m in title_matches if not named.isdisjoint(m.term.refs) for at in range(m.first, m.end)}
    return [_promise(page, first, end, text, kept) for first, end in _spans(page, title_matches)]


def _spans(page: ReadPage, title_matches: Sequence[Match]) -> Iterator[tuple[int, int]]:
    """First word and end of what stands between stop words, punctuation and names of the clinic."""
    brand = {
        at for m in title_matches if any(r.kind == "brand" for r in m.term.refs) for at in range(m.first, m.end)
    }
    lists = word_lists(page.language)
    first = 0
    for end in range(1, len(page.title) + 1):
        last = page.title[end - 1]
        broken = end - 1 in brand or role(last.word, page.language) == STOP
        if broken or end == len(page.title) or page.title[end].run != last.run:
            span = page.title[first : end - broken]
            if span and " ".join(token.stem for token in span) not in lists.templates:
                yield first, end - broken
            first = end


def _promise(page: ReadPage, first: int, end: int, text: Collection[str], kept: Collection[int]) -> Promise:
    generic = word_lists(page.language).generic
    telling = [
        (at, page.title[at])
        for at in range(first, end)
        if role(page.title[at].word, page.language) == OPEN and page.title[at].stem not in generic
    ]
    missing = [token.word for at, token in telling if at not in kept and not _is_held(token.stem, text)]
    return Promise(
        phrase=page.title_text[page.title[first].start : page.title[end - 1].end],
        key=" ".join(token.stem for token in page.title[first:end]),
        words=[token.word for _, token in telling],
        missing=missing,
    )


def _is_held(stem: str, text: Collection[str]) -> bool:
    """Whether `stem`, a word of its family or, of a compound word, a part of it is among the stems of `text`."""
    if stem in text:
        return True
    beginning = stem[: max(_SHORTEST_PART, len(stem) - _ENDING)]
    return any(beginning in one or (len(one) > _SHORTEST_PART and one in stem) for one in text)
