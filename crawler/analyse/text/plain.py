"""Keyphrases of a plain text, which has no address, no title of its own and no headings that are marked."""

import re

from crawler.analyse.text.analyse import analyse_page
from crawler.analyse.text.matcher import Vocabulary, term_vocabulary
from crawler.analyse.text.page import Block, PageText

_LINES = re.compile(r"\s*\n\s*")
_LONGEST_TITLE = 25
"""Words of a first line that is a title."""


def keyphrases(text: str, language: str = "en", top: int = 10, vocabulary: Vocabulary | None = None) -> list[str]:
    """The `top` keyphrases of `text`, best first, as they are written there.

    A first line that is short and ends without a full stop is its title. `language`: ISO 639-1, where the text is too short
    to tell its own. `vocabulary`: of a taxonomy whose terms lead; without one, no term does.
    """
    lines = [line for line in _LINES.split(text.strip()) if line]
    titled = len(lines) > 1 and len(lines[0].split()) <= _LONGEST_TITLE and not lines[0].endswith((".", ";", ","))
    blocks = tuple(Block(int(titled and not number), line) for number, line in enumerate(lines))
    source = PageText("", language, lines[0] if titled else "", "", blocks)
    found = analyse_page(source, vocabulary or term_vocabulary((), language)).phrases
    return [phrase.keyphrase for phrase in found if phrase.score > 0][:top]
