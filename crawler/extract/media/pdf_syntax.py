"""Values of PDF's syntax, as far as the facts about a file need them: ISO 32000-1, 7.3 and 7.9."""

import re
from typing import NamedTuple

from crawler.text import collapse


class Ref(NamedTuple):
    """A reference to an object."""

    number: int


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


Value = None | bool | int | bytes | Ref | Name | list["Value"] | dict[str, "Value"]

_MOST_STRING = 8_192
"""Bytes of a string; a title needs far fewer."""

_TOKEN = re.compile(
    rb"""(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])*+(?:
        (?P<open><<|\[) | (?P<close>>>|\]) | <(?P<hex>[0-9A-Fa-f\s]*)> | (?P<string>\() |
        /(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*) | (?P<ref>\d{1,9})\s+\d{1,5}\s+R\b |
        (?P<number>[+-]?(?:\d{1,15}(?:\.\d*)?|\.\d+)) | (?P<word>true|false|null)\b
    )""",
    re.VERBOSE,
)
_PARENTHESES = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_WORDS: dict[bytes, bool | None] = {b"true": True, b"false": False, b"null": None}
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?")
_DOC_ENCODING = dict(zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", strict=True)) | {0xA0: "€"}
"""PDFDocEncoding where it differs from Latin-1: ISO 32000-1, D.2."""


def value_at(data: bytes, at: int, most: int = 5_000) -> tuple[Value, int]:
    """The value that begins at `at`, and where it ends; null where there is none within `most` tokens. Numbers lose
    their fraction."""
    stack: list[list[Value]] = []
    for _ in range(most):
        token = _TOKEN.match(data, at)
        if token is None:
            break
        at = token.end()
        if token.lastgroup == "open":
            stack.append([])
            continue
        if token.lastgroup == "close":
            if not stack:
                break
            value = _closed(stack.pop(), token["close"])
        else:
            value, at = _simple(data, token)
        if not stack:
            return value, at
        stack[-1].append(value)
    return None, at


def text_of(value: Value) -> str | None:
    """Text of a string, white space collapsed: UTF-16 or UTF-8 with a mark, UTF-8 without one, else PDFDocEncoding."""
    if not isinstance(value, bytes):
        return None
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        text = value.decode("utf-16", "replace")
    else:
        try:
            text = value.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = value.decode("latin-1").translate(_DOC_ENCODING)
    return collapse(text.replace("\0", "")) or None


def date_of(value: Value) -> str | None:
    """ISO date of a PDF date, D:YYYYMMDDHHmmSS…; year, or year and month, where no more is given."""
    found = _DATE.match(text_of(value) or "")
    parts = [part for part in found.groups() if part] if found else []
    likely = parts and 1980 <= int(parts[0]) < 2100 and all(0 < int(part) < 32 for part in parts[1:])
    return "-".join(parts) if likely and (len(parts) < 2 or int(parts[1]) < 13) else None


def _closed(items: list[Value], mark: bytes) -> Value:
    if mark == b"]":
        return items
    return {str(key): value for key, value in zip(items[::2], items[1::2], strict=False) if isinstance(key, Name)}


def _simple(data: bytes, token: re.Match[bytes]) -> tuple[Value, int]:
    kind, at = token.lastgroup, token.end()
    if kind == "string":
        return _literal(data, at)
    if kind == "ref":
        return Ref(int(token["ref"])), at
    if kind == "name":
        return Name(token["name"].decode("latin-1")), at
    if kind == "number":
        return int(token["number"].partition(b".")[0] or b"0") if token["number"][-1:].isdigit() else 0, at
    if kind == "hex":
        digits = b"".join(token["hex"][: 2 * _MOST_STRING].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")), at
    return _WORDS[token["word"]], at


def _literal(data: bytes, start: int) -> tuple[bytes, int]:
    """A string in parentheses, which may stand in it in pairs; cut where it is longer than any is."""
    depth, end = 1, min(len(data), start + _MOST_STRING)
    for mark in _PARENTHESES.finditer(data, start, end):
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
        if not depth:
            return _ESCAPE.sub(_unescaped, data[start : mark.start()]), mark.end()
    return b"", end


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return _ESCAPED.get(found[2], found[2])
