"""Cookie notices among the text of a page, by what they say: few of them have a telling class name."""

import re

from crawler.extract.main.blocks import COOKIES
from crawler.extract.main.outline import Outline
from crawler.tables.facts import BlockRow

_MOST_WORDS = 200
_MOST_BUTTON_WORDS = 5
_MOST_LEVELS = 20
_CONSENT = re.compile(
    r"\b(?:accept(?:er|e)?|agree|allow|got it|ok|okay|understood|akzeptieren|zustimmen|einverstanden|verstanden"
    r"|j['’]accepte|aceptar|acepto|accetta|accetto|akkoord|aceitar)\b",
    re.IGNORECASE,
)
_DIALOGS = frozenset({"dialog", "alertdialog"})
_NEVER = frozenset({"html", "body", "main", "article"})


def cookie_notices(outline: Outline, rows: list[BlockRow]) -> set[int]:
    """Elements of `outline` that are cookie notices: dialogs that speak of cookies, and short elements that do and
    hold a button of consent."""
    speaking = (block for block, row in enumerate(rows) if "ookie" in row.text and COOKIES.search(row.text))
    around = {_around(outline, outline.of_block[block]) for block in speaking} - {-1}
    return {
        node
        for node in around
        if outline.elements[node].attrs.get("role") in _DIALOGS
        or any(_is_consent(rows[block]) for block in outline.blocks[node])
    }


def _around(outline: Outline, node: int) -> int:
    """The dialog around element `node`, else the largest short element around it; -1 where there is neither."""
    largest = -1
    for _ in range(_MOST_LEVELS):
        element = outline.elements[node]
        if element.name in _NEVER or outline.titled[node]:
            break
        if element.attrs.get("role") in _DIALOGS:
            return node
        if outline.words[node] <= _MOST_WORDS:
            largest = node
        node = outline.parents[node]
    return largest


def _is_consent(row: BlockRow) -> bool:
    is_pressed = row.tag == "button" or row.link_words == row.words
    return is_pressed and row.words <= _MOST_BUTTON_WORDS and _CONSENT.search(row.text) is not None
