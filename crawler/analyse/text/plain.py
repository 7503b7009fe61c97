"""Keyphrases of a plain text, which has no address, no description and no headings that are marked."""

import re

from crawler.analyse.text.analyse import analyse_page
from crawler.analyse.text.page import Block, PageText
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.taxonomy import Pack, Taxonomy
from crawler.text import collapse

_LONGEST_WRAPPED = 160
"""Characters. Where no line is longer, lines are wrapped, and only an empty one parts paragraphs."""

_NO_TAXONOMY = Taxonomy(Pack(id="none"), ())
_LONGEST_TITLE = 25
"""Words of a first paragraph that is a title."""


def keyphrases(
    text: str, language: str = "en", top: int = 10, vocabularies: Vocabularies | None = None
) -> list[str]:
    """The `top` keyphrases of `text`, best first, as they are written there; fewer where it holds fewer.

    A short first paragraph that does not end like a sentence is its title. `language`: ISO 639-1, for a text that is too short
    to tell its own. `vocabularies`: of a taxonomy whose terms are known; without one, none is.
    """
    parts = _paragraphs(text)
    titled = len(parts) > 1 and len(parts[0].split()) <= _LONGEST_TITLE and not parts[0].endswith((".", ";", ","))
    blocks = tuple(Block(int(titled and not number), part) for number, part in enumerate(parts))
    source = PageText("", language, "", "", blocks)
    found = analyse_page(source, vocabularies or Vocabularies(_NO_TAXONOMY)).phrases
    return [phrase.keyphrase for phrase in found if phrase.score > 0][:top]


def _paragraphs(text: str) -> list[str]:
    wrapped = max(map(len, text.splitlines()), default=0) <= _LONGEST_WRAPPED
    return [part for part in map(collapse, re.split(r"\n\s*\n" if wrapped else r"\n", text)) if part]
