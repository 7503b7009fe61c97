"""Surnames and other single words that are only a part of a name."""

from crawler.analyse.text.candidates import Candidate
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.tokens import Token
from crawler.analyse.text.wordlists import OPEN, role


def is_part_of_name(page: ReadPage, candidate: Candidate) -> bool:
    """Whether a single word has a capital wherever it stands in running text, and somewhere another such word before it.

    German writes every noun so: there is no telling.
    """
    if candidate.ref or page.language == "de":
        return False
    named = False
    for block, first, *_ in candidate.places:
        if block < 0 or page.source.blocks[block].level:
            continue
        text, tokens = page.texts[block], page.blocks[block]
        if not text[tokens[first].start].isupper():
            return False
        named = named or (first > 0 and _leads_name(tokens[first - 1], tokens[first], text, page.language))
    return named


def _leads_name(before: Token, token: Token, text: str, language: str) -> bool:
    return before.run == token.run and text[before.start].isupper() and role(before.word, language) == OPEN
