"""Words that two terms share: neck and back pain; dolor de cuello y espalda."""

import re
from collections.abc import Sequence

from crawler.analyse.text.compounds import LANGUAGE as GERMAN
from crawler.analyse.text.compounds import hanging, tied
from crawler.analyse.text.spellings import PARTICLES
from crawler.analyse.text.terms import Match, Vocabulary
from crawler.analyse.text.tokens import Token, stem

_SHARED_HEADS = frozenset({"pain", "arthritis", "injuri"})
_CONJUNCTIONS = frozenset({"and", "or"})
_JOINS = frozenset({",", "&", "/"})

_LEADING = {
    "de": "schmerzen arthrose verletzung beschwerden",
    "es": "dolor dolores artrosis artritis lesión molestias esguince",
    "fr": "douleur douleurs mal maux arthrose blessure entorse",
}
_LEADING_STEMS = {code: frozenset(stem(w, code) for w in words.split()) for code, words in _LEADING.items()}
"""First words of conditions that what is joined to them shares."""

_JOINING = {"de": {"und", "oder", "sowie"}, "es": {"y", "e", "o", "u"}, "fr": {"et", "ou"}}
_PARTS = re.compile(r"[.;:!?()|]")


def coordinated(
    tokens: Sequence[Token], matches: Sequence[Match], vocabulary: Vocabulary, text: str | None
) -> list[Match]:
    """`matches`, where a body area that is joined to a condition takes on the word that both share.

    `text`: what the tokens were cut from, which tells a comma from a full stop; null: any punctuation joins.
    """
    if vocabulary.language == "en":
        return _before_head(tokens, matches, vocabulary, text)
    if vocabulary.language not in _LEADING_STEMS:
        return list(matches)
    read = _behind_head(tokens, matches, vocabulary, text) if len(matches) > 1 else list(matches)
    if vocabulary.language == GERMAN:
        read = tied(tokens, hanging(tokens, read, vocabulary.terms, text), vocabulary.terms)
    return read


def _before_head(
    tokens: Sequence[Token], matches: Sequence[Match], vocabulary: Vocabulary, text: str | None
) -> list[Match]:
    """Neck and back pain: the last word of the condition counts for what stands before."""
    read: list[Match] = []
    head: str | None = None
    following = len(tokens)
    for match in reversed(matches):
        term = match.term
        if not _is_area(match):
            size = match.end - match.first
            head = tokens[match.end - 1].stem if size > 1 else None
        elif head in _SHARED_HEADS and _is_joined(tokens, match.end, following, text):
            wanted = (*term.stems, head)
            term = next((t for t in vocabulary.terms[wanted[0]] if t.stems == wanted and t.refs), term)
        else:
            head = None
        following = match.first
        read.append(match._replace(term=term))
    return read[::-1]


def _is_joined(tokens: Sequence[Token], end: int, following: int, text: str | None) -> bool:
    """Whether only a comma, an ampersand, a slash or a conjunction stands between two terms."""
    if following == end:
        if text is not None:
            return text[tokens[end - 1].end : tokens[end].start].strip() in _JOINS
        return tokens[end - 1].run != tokens[end].run
    return following == end + 1 and tokens[end].word in _CONJUNCTIONS


def _behind_head(
    tokens: Sequence[Token], matches: Sequence[Match], vocabulary: Vocabulary, text: str | None
) -> list[Match]:
    """Dolor de cuello y espalda: the first word of the condition counts for what stands behind."""
    heads = _LEADING_STEMS[vocabulary.language]
    read: list[Match] = []
    head: str | None = None
    for before, match in zip([None, *matches], matches, strict=False):
        term = match.term
        if not _is_area(match):
            first = tokens[match.first].stem
            head = first if match.end - match.first > 1 and first in heads else None
        elif before and head and _is_joined_on(tokens, before.end, match.first, text, vocabulary.language):
            wanted = (head, *term.stems)
            term = next((t for t in vocabulary.terms.get(head, ()) if t.stems == wanted and t.refs), term)
        else:
            head = None
        read.append(match._replace(term=term))
    return read


def _is_joined_on(tokens: Sequence[Token], end: int, first: int, text: str | None, language: str) -> bool:
    """Whether a comma or a conjunction stands between two terms, with nothing else but articles."""
    words = [token.word for token in tokens[end:first] if token.word not in PARTICLES[language]]
    if any(word not in _JOINING[language] for word in words):
        return False
    gap = "," if text is None else text[tokens[end - 1].end : tokens[first].start]
    return not _PARTS.search(gap) and (bool(words) or any(join in gap for join in _JOINS))


def _is_area(match: Match) -> bool:
    return all(ref.kind == "body_area" for ref in match.term.refs)
