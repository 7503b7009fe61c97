"""German words made of several: the one that a term may stand in, and those that share their last part."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from crawler.analyse.text.terms import Match, Term
from crawler.analyse.text.tokens import Token, stem

LANGUAGE = "de"
_HEADS = tuple(
    stem(word, LANGUAGE)
    for word in (
        "behandlung therapie beschwerden problem erkrankung operation chirurgie patient symptom ursache diagnose "
        "diagnostik vorsorge prophylaxe spezialist experte sprechstunde zentrum praxis klinik versorgung bereich test "
        "behandlungen kosten rehabilitation reha kur training"
    ).split()
)
"""Last parts that leave a compound about what stands before them: Kariesbehandlung."""

_SHORTEST_COMPOUND = 9
_SHORTEST_PART = 3
_SHORTEST_SHARED = 5
_CONJUNCTIONS = frozenset({"und", "oder", "sowie", "bzw"})


def reduced(stems: Sequence[str], terms: Mapping[str, tuple[Term, ...]]) -> tuple[str, ...]:
    """`stems`, where a compound that is no term is the first part of it that is one."""
    return tuple(
        one if len(one) < _SHORTEST_COMPOUND or one in terms else next((p for p in _parts(one) if p in terms), one)
        for one in stems
    )


def hanging(
    tokens: Sequence[Token], matches: Sequence[Match], terms: Mapping[str, tuple[Term, ...]], text: str | None
) -> list[Match]:
    """`matches`, and terms that share the end of another word: Schulter- und Nackenschmerzen name both."""
    if text is None or ("- " not in text and "-," not in text):
        return list(matches)
    found = {match.first: match for match in matches}
    for number, token in enumerate(tokens[:-1]):
        if not _hangs(token, text):
            continue
        whole = next(
            (t for t in tokens[number + 1 :] if t.word not in _CONJUNCTIONS and not _hangs(t, text)), None
        )
        if whole is not None and (term := _shared(token.word, whole.word, terms)):
            found[number] = Match(number, number + 1, term)
    ordered = sorted(found.values())
    return [m for m, after in zip(ordered, [*ordered[1:], None], strict=True) if not after or m.end <= after.first]


def tied(tokens: Sequence[Token], matches: Sequence[Match], terms: Mapping[str, tuple[Term, ...]]) -> list[Match]:
    """`matches`, and instead of its halves a compound that a hyphen parts: Knie-Arthrose."""
    whole: list[Match] = []
    for number, token in enumerate(tokens):
        if token.joined and not (whole and whole[-1].end > number - 1):
            term = _single(stem(tokens[number - 1].word + token.word, LANGUAGE), terms)
            if term and not any(m.first <= number - 1 and m.end > number for m in matches):
                whole.append(Match(number - 1, number + 1, term))
    apart = [m for m in matches if not any(m.first < one.end and one.first < m.end for one in whole)]
    return sorted([*apart, *whole])


def _hangs(token: Token, text: str) -> bool:
    return text[token.end : token.end + 2] in ("- ", "-,")


def _shared(word: str, whole: str, terms: Mapping[str, tuple[Term, ...]]) -> Term | None:
    """The term that `word` is with the longest end of `whole` that makes one."""
    for size in range(len(whole) - _SHORTEST_PART, _SHORTEST_SHARED - 1, -1):
        if term := _single(stem(word + whole[-size:], LANGUAGE), terms):
            return term
    return None


def _single(stem: str, terms: Mapping[str, tuple[Term, ...]]) -> Term | None:
    return next((term for term in terms.get(stem, ()) if len(term.stems) == 1 and term.refs), None)


@lru_cache(maxsize=20_000)
def _parts(compound: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_first_parts(compound)))


def _first_parts(compound: str) -> Iterator[str]:
    for head in _HEADS:
        part = compound.removesuffix(head)
        if part != compound and len(part) >= _SHORTEST_PART:
            yield from (part, stem(part, LANGUAGE), stem(part.removesuffix("s"), LANGUAGE))
