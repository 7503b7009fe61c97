"""Bodies are unfolded whole, or not at all, and never beyond the limit."""

import gzip
import random
import time
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from crawler.decoding import Undecodable, decode

_MB = 1024 * 1024
_MOST = 15 * _MB
_PAGE = b"<p>knee pain " * 5000 + random.Random(0).randbytes(3000)  # noqa: S311


def _bare_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def _zstd(body: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(body)


_PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "br": brotli.compress,
    "zstd": _zstd,
    "deflate": zlib.compress,
}


@pytest.mark.parametrize(
    ("codings", "packed"),
    [
        ("", _PAGE),
        ("identity", _PAGE),
        ("utf-8", _PAGE),
        ("gzip", gzip.compress(_PAGE)),
        ("GZIP", gzip.compress(_PAGE)),
        ("x-gzip", gzip.compress(_PAGE)),
        ("gzip", gzip.compress(_PAGE[:9]) + gzip.compress(b"") + gzip.compress(_PAGE[9:])),
        ("gzip", gzip.compress(_PAGE) + b"\0" * 100),
        ("gzip", gzip.compress(_PAGE) + b"junk"),
        ("deflate", zlib.compress(_PAGE)),
        ("deflate", _bare_deflate(_PAGE)),
        ("br", brotli.compress(_PAGE)),
        ("zstd", _zstd(_PAGE)),
        ("zstd", _zstd(_PAGE[:9]) + _zstd(_PAGE[9:])),
        ("zstd", zstandard.ZstdCompressor(write_content_size=False).compress(_PAGE)),
        ("gzip, br", brotli.compress(gzip.compress(_PAGE))),
        ("zstd,identity , deflate", zlib.compress(_zstd(_PAGE))),
    ],
)
def test_what_is_packed_is_unfolded(codings: str, packed: bytes) -> None:
    assert decode(packed, codings, _MOST) == _PAGE


@pytest.mark.parametrize("codings", _PACKERS)
def test_empty_bodies(codings: str) -> None:
    assert decode(b"", codings, _MOST) == b""
    assert decode(_PACKERS[codings](b""), codings, _MOST) == b""


def _kind(body: bytes, codings: str, most: int = _MOST) -> tuple[str, str]:
    with pytest.raises(Undecodable) as caught:
        decode(body, codings, most)
    return caught.value.kind, str(caught.value)


@pytest.mark.parametrize("cut", [1, 5, 100, 2000])
@pytest.mark.parametrize("codings", _PACKERS)
def test_a_stream_that_is_cut_off(codings: str, cut: int) -> None:
    packed = _PACKERS[codings](_PAGE)
    assert _kind(packed[:-cut], codings) == ("truncated", "the answer was cut off")


@pytest.mark.parametrize(
    ("codings", "body", "reason"),
    [
        ("gzip", b"<html>not packed at all", "the answer's compression is damaged"),
        ("br", b"<html>not packed at all" * 9, "the answer's compression is damaged"),
        ("zstd", b"<html>not packed at all", "the answer's compression is damaged"),
        ("deflate", b"<html>not packed at all", "the answer's compression is damaged"),
        ("gzip", gzip.compress(_PAGE)[:-8] + b"\0" * 8, "the answer's compression is damaged"),
        ("compress", b"x", "the answer's encoding 'compress' is not known"),
        ("gzip, sdch", b"x", "the answer's encoding 'sdch' is not known"),
        (",".join(["gzip"] * 6), b"x", "the answer is packed too many times"),
    ],
)
def test_what_cannot_be_unfolded(codings: str, body: bytes, reason: str) -> None:
    assert _kind(body, codings) == ("decoding", reason)


@pytest.fixture(scope="module")
def bombs() -> dict[str, bytes]:
    """Bodies of some KB that unfold to gigabytes, or would."""
    gigabyte = gzip.compress(bytes(64 * _MB), 9)
    repeated = ((128 * 1024) << 3 | 1 << 1).to_bytes(3, "little") + b"a"
    packer = brotli.Compressor(quality=5, lgwin=16)
    zeros = bytes(_MB)
    return {
        "gzip": gigabyte * 16,
        "gzip, gzip": gzip.compress(gigabyte * 16, 9),
        "zstd": b"\x28\xb5\x2f\xfd\x00\x58" + repeated * 20_000,
        "br": b"".join(packer.process(zeros) for _ in range(64)) + packer.finish(),
    }


@pytest.mark.parametrize("codings", ["gzip", "gzip, gzip", "zstd", "br"])
def test_a_bomb_costs_little(codings: str, bombs: dict[str, bytes]) -> None:
    tracemalloc.start()
    started = time.perf_counter()
    assert _kind(bombs[codings], codings) == ("too_large", "the body unfolds to more than 15 MB")
    seconds, peak = time.perf_counter() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seconds < 1
    assert peak < 60 * _MB


def test_many_members_take_no_time_each() -> None:
    members = gzip.compress(b"") * 40_000
    started = time.perf_counter()
    assert decode(members, "gzip", _MOST) == b""
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("codings", _PACKERS)
def test_the_limit_itself_is_no_bomb(codings: str) -> None:
    packed = _PACKERS[codings](bytes(1000))
    assert decode(packed, codings, 1000) == bytes(1000)
    assert _kind(packed, codings, 999)[0] == "too_large"


@given(body=st.binary(max_size=300), codings=st.sampled_from([*_PACKERS, "gzip, br"]), packed=st.booleans())
def test_hostile_bodies_are_values_or_refused(body: bytes, codings: str, packed: bool) -> None:
    sent = _PACKERS[codings](body)[:-3] + body[:3] if packed and codings in _PACKERS else body
    try:
        unfolded = decode(sent, codings, 10_000)
    except Undecodable:
        return
    assert len(unfolded) <= 10_000
