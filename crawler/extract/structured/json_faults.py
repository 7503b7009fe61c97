"""What is wrong with a JSON text, in words that someone can act on who does not know JSON by heart."""

import re
from json import JSONDecodeError

from crawler.text import collapse

TEXT = r'"[^"\\]*(?:\\.[^"\\]*)*"?'
"""A text in its quotation marks, or one that is never closed; matches without going back."""

_TEXTS = re.compile(TEXT, re.DOTALL)
_AROUND = 29
_QUOTES = re.compile("['‘’“”„«»`´]|&(?:quot|#0*34|#x0*22|ldquo|rdquo|apos|#0*39);", re.IGNORECASE)
_QUOTE = "has {} where a straight double quotation mark must stand"
_WORDS = {
    "Expecting property name enclosed in double quotes": "a name in double quotation marks must stand here",
    "Illegal trailing comma before end of object": "there is a comma too many",
    "Illegal trailing comma before end of array": "there is a comma too many",
    "Expecting value": "a value is missing here, or is not written as JSON",
    "Expecting ':' delimiter": "a colon must stand here, between a name and its value",
    "Expecting ',' delimiter": "a comma is missing here, or a quotation mark before it has no backslash",
    "Unterminated string starting at": "a text that begins here has no closing quotation mark",
    "Extra data": "more follows after its end",
}
"""By the messages of Python's `json` module."""


def fault(text: str, error: JSONDecodeError) -> str:
    """What is wrong, line and column in `text`, both from 1, and at most sixty characters of what stands there."""
    position = min(error.pos, len(text))
    unclosed = _unclosed(text, position) if error.msg.startswith("Expecting") else None
    if unclosed is not None:
        position, words = unclosed, _WORDS["Unterminated string starting at"]
    else:
        words = _words(text, position, error.msg)
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    around = collapse(text[max(0, position - _AROUND) : position + _AROUND])
    near = f", near “{around}”" if around else ""
    return f"{words}: line {line} column {column}{near}"


def _words(text: str, position: int, message: str) -> str:
    rest = text[position : position + 200].lstrip()
    if not text.strip():
        return "the script is empty"
    if not rest and not text[position:].strip() and not message.startswith("Unterminated"):
        return "it ends before its last bracket is closed"
    if other := _QUOTES.match(rest):
        return _QUOTE.format(other[0])
    if rest[:1] == "," and message.startswith(("Expecting property", "Expecting value")):
        return "there is a comma too many"
    return _WORDS.get(message, message[:1].lower() + message[1:])


def _unclosed(text: str, position: int) -> int | None:
    """Where a text begins that ran over its line into the next one, whose own text stands bare at `position` now."""
    last = None
    for found in _TEXTS.finditer(text, 0, position):
        last = found
    if last is None or "\n" not in last[0] or text[last.end() : position].strip():
        return None
    return last.start() if text[position : position + 1].isalnum() else None
