"""Names of people among the candidates: whole ones, and surnames that stand alone."""

from collections.abc import Iterator, Sequence

from crawler.analyse.text.candidates import Candidate
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.tokens import Token
from crawler.analyse.text.wordlists import OPEN, rarity, role
from crawler.analyse.text.words.given_names import GIVEN_NAMES

_TITLES = frozenset(
    {"dr", "dra", "dre", "prof", "mr", "mrs", "ms", "miss", "sr", "sra", "mme", "professor", "nurse"}
)
"""A surname follows, behind a full stop or none."""

_LONGEST_NAME = 4

_RARE = 4.0
"""Rarity from which a word that begins a sentence may well be a first name that the list lacks."""


def is_person(page: ReadPage, candidate: Candidate) -> bool:
    """Whether a phrase of two to four words is a name: it begins with a given name, and each word has a capital wherever
    it stands."""
    if candidate.ref or not 1 < candidate.size <= _LONGEST_NAME:
        return False
    for block, first, end, *_ in candidate.places:
        text, tokens = page.text_of(block), page.tokens_of(block)[first:end]
        if tokens[0].word not in GIVEN_NAMES or not all(text[token.start].isupper() for token in tokens):
            return False
    return True


def is_part_of_name(page: ReadPage, candidate: Candidate) -> bool:
    """Whether a single word has a capital wherever it stands in running text, and somewhere another such word, or a title
    such as Dr., before it. An acronym is none.

    German writes every noun so: there is no telling.
    """
    if candidate.ref or page.language == "de":
        return False
    named = False
    for text, tokens, first in _in_running_text(page, candidate):
        written = text[tokens[first].start : tokens[first].end]
        if not written[0].isupper() or written[1:].isupper():
            return False
        named = named or _leads_name(tokens, first, text, page.language)
    return named


def _in_running_text(page: ReadPage, candidate: Candidate) -> Iterator[tuple[str, list[Token], int]]:
    """Text, words and first word of every use that is in no title or heading."""
    for block, first, *_ in candidate.places:
        if block >= 0 and not page.source.blocks[block].level:
            yield page.texts[block], page.blocks[block], first


def _leads_name(tokens: Sequence[Token], at: int, text: str, language: str) -> bool:
    """Whether the word before is of a name, too. One that begins a sentence has its capital anyway: Cosmetic Botox."""
    if not at or not text[tokens[at - 1].start].isupper():
        return False
    before, token = tokens[at - 1 : at + 1]
    if before.word in _TITLES:
        return text[before.end : token.start] in (" ", ". ")
    if before.run != token.run or role(before.word, language) != OPEN:
        return False
    begins = at == 1 or tokens[at - 2].run != before.run
    return not begins or before.word in GIVEN_NAMES or rarity(before.word, language) > _RARE
