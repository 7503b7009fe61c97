"""Which encoding a page's bytes are in, as the HTML standard sniffs it.

https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
"""

import re
from typing import NamedTuple

import webencodings

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16be"), (b"\xff\xfe", "utf-16le"))
_PRESCAN_BYTES = 65_536  # the standard prescans 1,024 and changes its mind where the parser meets a later meta
_CHARSET = re.compile(r"""charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))""", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rb"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""",
)


class Decoded(NamedTuple):
    """`text` of a page, the `charset` that it was read with, and what decided it: mark, header, meta or content."""

    text: str
    charset: str
    source: str


def decode(body: bytes, content_type: str | None) -> Decoded:
    """Text of `body`; never raises."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return Decoded(body[len(mark) :].decode(name, "replace"), name, "mark")
    name, source = _declared(body, content_type)
    encoding = webencodings.lookup(name) or webencodings.UTF8
    return Decoded(encoding.codec_info.decode(body, "replace")[0], encoding.name, source)


def _declared(body: bytes, content_type: str | None) -> tuple[str, str]:
    if name := declared_in_header(content_type):
        return name, "header"
    if name := declared_in_meta(body[:_PRESCAN_BYTES]):
        return name, "meta"
    return _by_content(body), "content"


def declared_in_header(content_type: str | None) -> str | None:
    """WHATWG name of the charset in a Content-Type header; null where none is known."""
    return _known(_charset_parameter(content_type or ""))


def declared_in_meta(head: bytes) -> str | None:
    """WHATWG name of the encoding that a meta element in `head` declares (the standard's prescan)."""
    at = 0
    while (at := head.find(b"<", at)) >= 0:
        if head.startswith(b"<!--", at):
            end = head.find(b"-->", at + 2)
            if end < 0:
                return None
            at = end + 3
        elif re.match(rb"<meta[\s/]", head[at : at + 6], re.IGNORECASE):
            attributes, at = _attributes(head, at + 5)
            if name := _from_meta(attributes):
                return name
        elif re.match(rb"</?[a-zA-Z]", head[at : at + 3]):
            name_end = re.compile(rb"[\s>]").search(head, at)
            at = _attributes(head, name_end.start())[1] if name_end else len(head)
        elif head[at + 1 : at + 2] in (b"!", b"/", b"?"):
            end = head.find(b">", at)
            at = end + 1 if end >= 0 else len(head)
        else:
            at += 1
    return None


def _attributes(head: bytes, at: int) -> tuple[dict[str, str], int]:
    """Attributes of the tag whose name ends at `at`, and where the tag ends."""
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(head, at):
        key = match.group(1).decode("latin-1").lower()
        value = next((g for g in match.groups()[1:] if g is not None), b"")
        found.setdefault(key, value.decode("latin-1"))
        at = match.end()
    return found, at + 1


def _from_meta(attributes: dict[str, str]) -> str | None:
    if "charset" in attributes:
        label: str | None = attributes["charset"]
    elif attributes.get("http-equiv", "").lower() == "content-type":
        label = _charset_parameter(attributes.get("content", ""))
    else:
        return None
    name = _known(label)
    if name in ("utf-16le", "utf-16be"):
        return "utf-8"
    return "windows-1252" if name == "x-user-defined" else name


def _charset_parameter(text: str) -> str | None:
    match = _CHARSET.search(text)
    return next((g for g in match.groups() if g is not None), None) if match else None


def _known(label: str | None) -> str | None:
    encoding = webencodings.lookup(label) if label else None
    return encoding.name if encoding else None


def _by_content(body: bytes) -> str:
    """Without a declaration: UTF-8 where the bytes can be nothing else, else the West's legacy encoding."""
    if body.isascii():
        return "windows-1252"
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
