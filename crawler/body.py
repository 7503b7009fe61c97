"""Bodies of answers: which are read, how far, and that they are whole."""

import math
import re
import time
from typing import Literal

import httpx

from crawler.decoding import Undecodable, cut_off, decode, too_large
from crawler.extract.media.pdf import MAX_PDF

MAX_BODY = 15 * 1024 * 1024
"""Google reads 15 MB of a page; larger bodies are a failure with that reason."""

MAX_FILE = 50 * 1024 * 1024
"""What is read of a file whatever it is: the limit that the protocol of sitemaps sets."""

Wanted = Literal["page", "all"]
_MOST: dict[Wanted, int] = {"page": MAX_BODY, "all": MAX_FILE}
_SMALL = 64 * 1024
_PATIENCE = 10.0
"""Seconds for a PDF, of which little is wanted."""

_NOT_MODIFIED = 304
_HTML = ("text/html", "application/xhtml+xml")


def is_html(content_type: str | None) -> bool:
    """A page, by its Content-Type; without one it is read as a page, as browsers do."""
    return media_type(content_type) in ("", *_HTML)


def media_type(content_type: str | None) -> str:
    """Type without parameters, in lower case; empty where none is given, the first where several are."""
    return re.split("[;,]", content_type or "", maxsplit=1)[0].strip().lower()


def is_pdf(content_type: str | None) -> bool:
    """A PDF, by its Content-Type."""
    return media_type(content_type) == "application/pdf"


async def read_body(answer: httpx.Response, wanted: Wanted | None) -> bytes | None:
    """The body without its encodings; null where it is not wanted or there is none. What is small is read, and the end
    of an answer without body waited for, to keep the connection. A PDF is read where that is soon done.

    Raises `Undecodable` where it is too large, cut off or damaged, and httpx's errors.
    """
    if answer.request.method == "HEAD" or answer.status_code == _NOT_MODIFIED:
        async for _ in answer.stream:  # type: ignore[union-attr]
            break  # what should not be there is left, and the connection with it
        return None
    if wanted is None:
        return None
    needed = wanted == "all" or (answer.is_success and is_html(answer.headers.get("content-type")))
    declared = answer.headers.get("content-length", "")
    size = int(declared) if re.fullmatch("[0-9]{1,15}", declared) else None
    if not needed and answer.is_success and is_pdf(answer.headers.get("content-type")):
        return await _file(answer, size)
    if not needed and (size is None or size > _SMALL):
        return None
    body = await _raw(answer, size, _MOST[wanted])
    try:
        return decode(body, answer.headers.get("content-encoding", ""), _MOST[wanted])
    except Undecodable:
        if needed:
            raise
        return None


async def _file(answer: httpx.Response, size: int | None) -> bytes | None:
    """The body of a PDF; null where it is large, slow, cut off or damaged: that it is there is enough to know."""
    try:
        body = await _raw(answer, size, MAX_PDF, time.monotonic() + _PATIENCE)
        return decode(body, answer.headers.get("content-encoding", ""), MAX_PDF)
    except (Undecodable, httpx.HTTPError):
        return None


async def _raw(answer: httpx.Response, size: int | None, most: int, until: float = math.inf) -> bytes:
    if size is not None and size > most:
        raise too_large(most)
    body = bytearray()
    async for part in answer.stream:  # type: ignore[union-attr]
        body += part
        if len(body) > most or time.monotonic() > until:
            raise too_large(most)
    if size is not None and len(body) < size:
        raise cut_off()
    return bytes(body)
