"""Small tools for text: words, folding, hashing."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:['’&\-‑][^\W_]+)*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")


def collapse(text: str) -> str:
    """`text` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


_SEAM = "\0"
_NO_SPACE = re.compile(rf"{_SEAM}(?:(?=[,.;:!?)\]}}%…’”»])|(?<=[(\[{{“‘«$£€]{_SEAM})|(?='\w))")
"""Begins with the seam, which is all that has to be looked for."""


def joined(pieces: Iterable[str]) -> str:
    """Text of pieces that stand in elements of their own, collapsed: a space between them, for words would run together
    where the design parts them, but none before a comma or behind a bracket."""
    text = _SEAM.join(pieces)
    if _SEAM in text:
        text = _NO_SPACE.sub("", text).replace(_SEAM, " ")
    return collapse(text)


def count_words(text: str) -> int:
    """Words of `text`: runs of letters and digits, joined by apostrophe, hyphen or ampersand."""
    return len(_WORD.findall(text))


def fold(text: str) -> str:
    """`text` for comparison: compatibility forms, case and control characters folded away."""
    if text.isascii() and text.isprintable():
        return collapse(text.lower())
    return collapse(_CONTROL.sub("", unicodedata.normalize("NFKC", text))).casefold()


def short_hash(text: str) -> str:
    """Sixteen hex digits that name `text`."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def counted(number: int, noun: str) -> str:
    """``1 page``, ``2,000 pages``, ``2 addresses``."""
    ending = "" if number == 1 else "es" if noun.endswith("s") else "s"
    return f"{number:,} {noun}{ending}"
