"""Single blocks of text: which read like prose, which may be content, which end it. `linked`: words of a block in links."""

import re

from crawler.extract.survey import HEADINGS
from crawler.tables.facts import BlockRow

COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)

_SENTENCE = re.compile(r"[.!?…:;。！？”\"]\s*$|[.!?…]\s")
_SENTENCE_WORDS = 15
"""So long a text is prose even where no punctuation shows a sentence."""

_FEWEST_WORDS = 8
_FEWEST_WORDS_OF_ITEM = 5
_FEWEST_FREE_WORDS = 10
_FREE_SHARE = 0.25
_LINKED_SHARE_OF_PROSE = 0.4
_LINKED_SHARE_OF_ARTICLE = 0.6
_LINKED_SHARE_OF_PAGE = 0.5
_LINKED_SHARE_AT_END = 0.2
_FREE_WORDS_OF_PAGE = 4
_LINKED_SENTENCE_WORDS = 7
_MOST_HIDDEN_WORDS = 150
"""An answer that a tap shows; what is longer is a copy of the article for machines."""

_LABEL = re.compile(
    r"(?:advert(?:isement|ising)?s?|story continues below.*|publicidade?|anzeige|werbung|publicité"
    r"|sponsored(?: content)?|comments?|share(?: this.*)?|tags:?|print|email|close|loading|read (?:more|also).*"
    r"|see also.*|related.{0,20}|more from .*|follow (?:us|@).*|©.*|copyright.*)\W*",
    re.IGNORECASE,
)
"""Blocks that label or announce something else, in the words of newsrooms."""


def prose_words(row: BlockRow, linked: int) -> int:
    """Words outside links of a block that reads like prose; 0 for one that does not.

    Headings, link lists and labels do not: length, link density and punctuation tell (Kohlschütter et al.,
    Boilerplate detection using shallow text features, 2010).
    """
    words = row.words
    if words < _FEWEST_WORDS_OF_ITEM or row.tag in HEADINGS:
        return 0
    if row.tag == "li" and not linked:
        return words
    free = words - linked
    if words < _FEWEST_WORDS or free < _FREE_SHARE * words:
        return 0
    if linked > _LINKED_SHARE_OF_PROSE * words and free < _FEWEST_FREE_WORDS:
        return 0
    if words < _SENTENCE_WORDS and not _SENTENCE.search(row.text):
        return 0
    return 0 if row.hidden and COOKIES.search(row.text) else free


def is_text(row: BlockRow) -> bool:
    """Not a label, a stray number in the body, or markup that is shown."""
    if not row.words or (row.tag == "body" and row.words < _FEWEST_WORDS):
        return False
    return not row.text.startswith("<") and _LABEL.fullmatch(row.text) is None


def is_of_article(row: BlockRow, linked: int, prose: int) -> bool:
    """In the container of an article, what is neither a link nor hidden from readers is of it."""
    if row.hidden and row.tag not in ("p", "li"):
        return 0 < prose <= _MOST_HIDDEN_WORDS
    return row.tag == "td" or row.words - linked >= _FEWEST_WORDS or linked <= _LINKED_SHARE_OF_ARTICLE * row.words


def is_of_page(row: BlockRow, linked: int) -> bool:
    """On a page without an article, links are left out but for cards, linked as a whole."""
    if not linked or row.words - linked >= _FREE_WORDS_OF_PAGE or linked < _LINKED_SHARE_OF_PAGE * row.words:
        return True
    return row.tag in HEADINGS or (row.tag == "p" and row.words >= _LINKED_SENTENCE_WORDS)


def is_prose_of_its_own(row: BlockRow, linked: int, prose: int) -> bool:
    """Prose with hardly a link in it."""
    return prose > 0 and linked < _LINKED_SHARE_AT_END * row.words


def is_end(row: BlockRow, linked: int, *, is_article: bool) -> bool:
    """Not the last of an article's text: a heading, a link, and below a declared article a label, too."""
    if row.tag in HEADINGS or linked > _LINKED_SHARE_AT_END * row.words:
        return True
    is_label = row.words < _FEWEST_WORDS and row.tag not in ("li", "td")
    return is_article and is_label and not _SENTENCE.search(row.text)


def is_bare_heading(row: BlockRow) -> bool:
    """A heading too short to say something by itself."""
    return row.tag in HEADINGS and row.words < _FEWEST_WORDS
