"""Short words in brackets that a term may step over: sacroiliac (SI) joint pain."""

import re
from collections.abc import Sequence

from crawler.analyse.text.tokens import Token

_ASIDE = re.compile(r"\([^()]{1,24}\)")
_MOST_WORDS = 2


def without_asides(tokens: Sequence[Token], text: str) -> tuple[list[Token], list[int]] | None:
    """`tokens` of `text` without those in short brackets, as if these were not there, and the number that each has
    among `tokens`; null where there are none."""
    inside: set[int] = set()
    for aside in _ASIDE.finditer(text):
        number = [n for n, t in enumerate(tokens) if aside.start() < t.start and t.end < aside.end()]
        if number and len(number) <= _MOST_WORDS and _parts_nothing_else(tokens, text, number):
            inside.update(number)
    if not inside:
        return None
    kept: list[Token] = []
    numbers: list[int] = []
    closed = 0
    for n, token in enumerate(tokens):
        if n in inside:
            continue
        if n - 1 in inside:
            closed = token.run - kept[-1].run
        kept.append(token._replace(run=token.run - closed))
        numbers.append(n)
    return kept, numbers


def _parts_nothing_else(tokens: Sequence[Token], text: str, inside: Sequence[int]) -> bool:
    """Whether only white space stands between the brackets and the words on both sides."""
    first, last = inside[0], inside[-1]
    if first == 0 or last + 1 == len(tokens):
        return False
    before = text[tokens[first - 1].end : tokens[first].start].strip()
    after = text[tokens[last].end : tokens[last + 1].start].strip()
    return (before, after) == ("(", ")")
