"""Numbers as people's programs write them: points and commas either way, percent signs, "<10"."""

import re
import unicodedata
from functools import lru_cache

_NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "nan", "null", "none", "(not set)"})
_FEWER_THAN = re.compile(r"[<≤~]|&lt;")
_SIGNS = str.maketrans(
    {"٫": ".", "٬": ",", "，": ",", "．": ".", "’": "'", "`": "'", "٪": "%", "％": "%", "−": "-"}
)
_UNSEEN = re.compile(r"[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*|\d{1,3}(?:,\d{2})+,\d{3}")
"""Thousands by the same sign each; India's groups of two."""

_PLAIN = re.compile(r"\d+(?:[.,]0*)?")
_TWO_SIGNS = re.compile(r"(\d{1,3}(?:,\d{3})+)\.(\d*)|(\d{1,3}(?:[.']\d{3})+),(\d*)")
_DECIMAL = re.compile(r"\d+(?:[.,]\d*)?(?:[eE][+-]?\d{1,2})?|[.,]\d+")
_LONGEST = 40
"""Characters; what is longer is no number of this world, and slow to read as one."""


class Unreadable(ValueError):
    """A cell that should be a number and is none."""


@lru_cache(maxsize=10_000)
def count(cell: str) -> int | None:
    """A whole number: `1,234`, `1.234`, `1 234`, `1'234` and `1234.0` alike.

    Null where the cell is empty or says only that it is few (`<10`). Raises `Unreadable`.
    """
    text = _cleaned(cell)
    if text is None or _FEWER_THAN.match(text):
        return None
    if both := _TWO_SIGNS.fullmatch(text):
        whole, rest = (both[1], both[2]) if both[1] else (both[3], both[4])
        if rest.strip("0"):
            raise Unreadable(cell)
        return int(_digits(whole))
    if _GROUPED.fullmatch(text):
        return int(_digits(text))
    if _PLAIN.fullmatch(text):
        return int(re.split("[.,]", text)[0])
    raise Unreadable(cell)


@lru_cache(maxsize=10_000)
def position(cell: str) -> float | None:
    """An average position, from 1: `4.2` and `4,2` alike. Null where the cell is empty, or 0: it was never shown.

    Raises `Unreadable`.
    """
    text = _cleaned(cell)
    if text is None or _FEWER_THAN.match(text):
        return None
    return _decimal(text, cell) or None


@lru_cache(maxsize=10_000)
def share(cell: str) -> tuple[float, bool] | None:
    """A rate as it stands, and whether a percent sign does: `3.5%` and `3,5 %` are (3.5, True).

    Null where the cell is empty. Raises `Unreadable`.
    """
    text = _cleaned(cell)
    if text is None or _FEWER_THAN.match(text):
        return None
    bare = text.removesuffix("%").removeprefix("%")
    return _decimal(bare, cell), bare != text


def _decimal(text: str, cell: str) -> float:
    if both := _TWO_SIGNS.fullmatch(text):
        whole, rest = (both[1], both[2]) if both[1] else (both[3], both[4])
        return float(f"{_digits(whole)}.{rest or 0}")
    if not _DECIMAL.fullmatch(text):
        raise Unreadable(cell)
    return float(text.replace(",", "."))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _cleaned(cell: str) -> str | None:
    """`cell` in ASCII digits, without white space; null where it says nothing."""
    if len(cell) > _LONGEST:
        raise Unreadable(cell[:_LONGEST])
    text = _UNSEEN.sub("", cell.translate(_SIGNS))
    if not text.isascii():
        text = "".join(_ascii_digit(character) for character in text)
    return None if text.lower() in _NOTHING else text


def _ascii_digit(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
