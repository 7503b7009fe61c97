"""From the bytes of a sitemap to its text: gzip unfolded, encoding found."""

import re
import zlib
from typing import NamedTuple

from crawler.extract.encoding import decode

MAX_BYTES = 50 * 1024 * 1024
"""The protocol's limit for an uncompressed sitemap: https://www.sitemaps.org/protocol.html"""

TOO_LARGE = "larger than 50 MB: what follows is left out"
_GZIP = b"\x1f\x8b"
_CHUNK = 64  # damaged data costs what was unfolded from one chunk
_MAX_LAYERS = 3
_MAX_MEMBERS = 10_000
_DECLARED = re.compile(rb"""<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']""")
_DECLARATION_WITHIN = 2048


class Body(NamedTuple):
    """`size`: bytes, unfolded, one more than the limit where there would be more; `whole`: nothing is missing."""

    text: str
    size: int
    problems: tuple[str, ...]
    whole: bool


def read_body(body: bytes) -> Body:
    """Text of a sitemap's bytes, as far as it can be read; never raises."""
    unfolded, folding = _unfold(body)
    text, problem = _text(unfolded[:MAX_BYTES])
    problems = tuple(said for said in (folding, problem) if said)
    return Body(text, len(unfolded), problems, whole=folding is None)


def _unfold(body: bytes) -> tuple[bytes, str | None]:
    """At most one byte more than the limit, and why it is not all."""
    problem = None
    for _ in range(_MAX_LAYERS):
        if not body.startswith(_GZIP):
            break
        body, found = _gunzip(body)
        problem = problem or found
    if len(body) > MAX_BYTES:
        return body[: MAX_BYTES + 1], TOO_LARGE
    return body, problem


def _gunzip(body: bytes) -> tuple[bytes, str | None]:
    """All members of a gzip file, as far as they can be read."""
    text = bytearray()
    inflater = zlib.decompressobj(wbits=31)
    at = members = 0
    while at < len(body):
        chunk = body[at : at + _CHUNK]
        try:
            text += inflater.decompress(chunk, MAX_BYTES + 1 - len(text))
        except zlib.error:
            return bytes(text), "the gzip data is damaged: what could be unfolded was read"
        if len(text) > MAX_BYTES:
            return bytes(text), TOO_LARGE
        at += len(chunk) - len(inflater.unused_data)
        if inflater.eof:
            members += 1
            if members == _MAX_MEMBERS or not body.startswith(_GZIP, at):
                break
            inflater = zlib.decompressobj(wbits=31)
    if not inflater.eof:
        return bytes(text), "the gzip data is cut off: what could be unfolded was read"
    return bytes(text), "data follows the gzip data" if body[at:].strip(b"\0") else None


def _text(body: bytes) -> tuple[str, str | None]:
    """`body` read with the encoding that it is in, and what is wrong with that."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return decode(body, None)[0], None
    if body.startswith((b"<\0", b"\0<")):
        return body.decode("utf-16-le" if body.startswith(b"<") else "utf-16-be", "replace"), None
    declared = _DECLARED.search(body, 0, _DECLARATION_WITHIN)
    label = declared.group(1).decode("latin-1") if declared else "utf-8"
    if label.lower().startswith("utf-16"):  # the declaration could be read, so it is not
        return _read_as("utf-8", body)[0], f"declares {label}, which it is not"
    return _read_as(label, body)


def _read_as(label: str, body: bytes) -> tuple[str, str | None]:
    """As `decode`, but bytes that are no UTF-8 although they should be are read as the West's legacy encoding."""
    text, name, _ = decode(body, f"text/xml; charset={label}")
    if name != "utf-8" or "\ufffd" not in text:
        return text, None
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(body) - 3:
            return text, None
        line = body.count(b"\n", 0, error.start) + 1
        return decode(body, "text/xml; charset=windows-1252")[0], f"not in UTF-8 in line {line}"
    return text, None
