"""Bodies unfolded as their Content-Encoding says (RFC 9110), never further than a limit."""

import zlib
from collections.abc import Callable
from typing import Any

import brotli
import zstandard

_IDENTITY = frozenset({"", "identity", "none", "binary", "7bit", "8bit", "utf-8", "utf8", "iso-8859-1"})
"""Names of no coding at all: some servers publish a charset here, and browsers read their pages."""

_MAX_CODINGS = 5
_BROTLI_STEP = 256 * 1024
_ZLIB_SLICE = 4096
_ZSTD_SLICE = 256
"""Bytes fed at once. deflate unfolds to 1032 times its size at most, a zstd block of 4 bytes to 128 KB."""

_ZSTD_WINDOW = 8 * 1024 * 1024
"""Largest window of zstd as a Content-Encoding (RFC 9659)."""


class Undecodable(ValueError):
    """A body that cannot be used; `kind` as of `FetchFailure`, the text is the reason."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind


def decode(body: bytes, codings: str, most: int) -> bytes:
    """`body` without its `codings`, a Content-Encoding header; raises `Undecodable` beyond `most` bytes."""
    names = [name.strip().lower() for name in codings.split(",")]
    if len(names) > _MAX_CODINGS:
        raise Undecodable("decoding", "the answer is packed too many times")
    for name in reversed(names):
        if name in _IDENTITY or not body:
            continue
        if name not in _UNFOLD:
            raise Undecodable("decoding", f"the answer's encoding {name[:40]!r} is not known")
        try:
            body = _UNFOLD[name](body, most)
        except (zlib.error, brotli.error, zstandard.ZstdError) as error:
            raise damaged() from error
    return body


def too_large(most: int) -> Undecodable:
    """A body larger than `most` bytes."""
    return Undecodable("too_large", f"the body is larger than {most // 1024 // 1024} MB")


def cut_off() -> Undecodable:
    """A body that ends before its end."""
    return Undecodable("truncated", "the answer was cut off")


def damaged() -> Undecodable:
    """A body whose compression cannot be undone."""
    return Undecodable("decoding", "the answer's compression is damaged")


def _bomb(most: int) -> Undecodable:
    return Undecodable("too_large", f"the body unfolds to more than {most // 1024 // 1024} MB")


def _gzip(body: bytes, most: int) -> bytes:
    return _frames(body, most, lambda: zlib.decompressobj(31), _ZLIB_SLICE, b"\x1f\x8b")


def _deflate(body: bytes, most: int) -> bytes:
    """zlib as the standard says, or bare deflate as some servers send."""
    try:
        return _frames(body, most, lambda: zlib.decompressobj(15), _ZLIB_SLICE)
    except zlib.error:
        return _frames(body, most, lambda: zlib.decompressobj(-15), _ZLIB_SLICE)


def _zstd(body: bytes, most: int) -> bytes:
    decompressor = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    return _frames(body, most, decompressor.decompressobj, _ZSTD_SLICE, b"\x28\xb5\x2f\xfd")


def _frames(body: bytes, most: int, new: Callable[[], Any], slice_size: int, magic: bytes = b"") -> bytes:
    """All frames that start with `magic`; what follows them is left out, as the tools of these formats do."""
    whole, stream = bytearray(), new()
    for at in range(0, len(body), slice_size):
        rest = body[at : at + slice_size]
        while rest:
            if stream.eof:
                if not magic or not magic.startswith(rest[: len(magic)]):
                    return bytes(whole)
                stream = new()
            whole += stream.decompress(rest)
            if len(whole) > most:
                raise _bomb(most)
            rest = stream.unused_data if stream.eof else b""
    if not stream.eof:
        raise cut_off()
    return bytes(whole)


def _brotli(body: bytes, most: int) -> bytes:
    stream = brotli.Decompressor()
    whole = bytearray(stream.process(body, output_buffer_limit=_BROTLI_STEP))
    while len(whole) <= most:
        if stream.is_finished():
            return bytes(whole)
        step = stream.process(b"", output_buffer_limit=_BROTLI_STEP)
        if not step and not stream.is_finished():
            raise cut_off()
        whole += step
    raise _bomb(most)


_UNFOLD = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}
