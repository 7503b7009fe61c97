"""Facts about a PDF file: its title, pages, properties.

Read here and not by a library: pypdf takes a fifth of a second and 20 MB in every worker before it reads the first
file, and half a second for a damaged one of 140 KB; all that is wanted are three dictionaries.
"""

import html
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from crawler.extract.media.pdf_syntax import Name, Ref, Value, date_of, text_of, value_at
from crawler.tables.media import PdfRow
from crawler.text import collapse

MAX_PDF = 2 * 1024 * 1024
"""Bytes of a file that is read; what is larger is known by its size alone."""

_MOST_UNPACKED = 4 * 1024 * 1024
_MOST_STREAMS = 1_000
_MOST_TRAILERS = 20
_MOST_HOPS = 8
_OBJECT = re.compile(rb"obj\b(?<=[\s\d]obj)")
_NUMBER = re.compile(rb"(\d{1,9})\s+\d{1,5}\s*$")
_DATA = re.compile(rb"\s*stream(?:\r\n|\n|\r)")
_PACKED = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
_TITLE = re.compile(rb"<dc:title>.{0,200}?<rdf:li[^>]{0,200}>([^<]{1,1000})<", re.DOTALL)
"""Title in the metadata (XMP), where newer programs write it: https://developer.adobe.com/xmp/docs/"""


class _Stream(NamedTuple):
    """A stream: its dictionary, and where its bytes begin."""

    about: dict[str, Value]
    start: int


def pdf_row(url: str, body: bytes | None, size: int | None) -> PdfRow:
    """Facts of the file at `url`; never raises for any bytes. `body` null: it was not read; `size`: as was sent."""
    empty = PdfRow(url, None, None, None, None, None, None, None, None, None, None)
    if body is None:
        large = size is not None and size > MAX_PDF
        why = (
            f"files of more than {MAX_PDF >> 20} MB are not read"
            if large
            else "the answer could not be read to its end"
        )
        return empty._replace(bytes=size, failure=why)
    known = empty._replace(bytes=len(body))
    if not body:
        return known._replace(failure="the file is empty")
    if b"%PDF-" not in body[:1024]:
        return known._replace(failure="it is no PDF")
    return _facts(known, _File(body))


def _facts(known: PdfRow, file: "_File") -> PdfRow:
    trailer = file.trailer
    root, info = file.dictionary(trailer.get("Root")), file.dictionary(trailer.get("Info"))
    encrypted = "Encrypt" in trailer
    pages = file.get(file.dictionary(root.get("Pages")).get("Count"))
    counted = pages if isinstance(pages, int) and pages > 0 else None
    known = known._replace(pages=counted, is_encrypted=encrypted if trailer else None)
    if root:
        known = known._replace(is_tagged=file.get(file.dictionary(root.get("MarkInfo")).get("Marked")) is True)
    if encrypted:
        return known._replace(failure="it is encrypted: its title and properties cannot be read")
    if not root:
        return known._replace(failure="it is damaged: its structure cannot be read")
    return known._replace(
        title=text_of(file.get(info.get("Title"))) or file.title_in_metadata(root.get("Metadata")),
        author=text_of(file.get(info.get("Author"))),
        created=date_of(file.get(info.get("CreationDate"))),
        modified=date_of(file.get(info.get("ModDate"))),
        language=text_of(file.get(root.get("Lang"))),
        failure=None if counted else "it is damaged: its pages cannot be counted",
    )


class _File:
    """The objects of a file, by their numbers: those that stand later are newer. The table of their places is not asked,
    for it is what damaged files lack."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at: dict[int, int] = {}
        for found in _OBJECT.finditer(data):
            if number := _NUMBER.search(data[max(0, found.start() - 20) : found.start()]):
                self._at[int(number[1])] = found.end()
        self.trailer: dict[str, Value] = {}
        self._packed: dict[int, tuple[_Stream, int]] = {}
        self._unpacked: dict[int, bytes] = {}
        self._left = _MOST_UNPACKED
        for stream in self._streams():
            if stream.about["Type"] == "XRef":
                self.trailer |= stream.about
            else:
                self._index(stream)
        for found in list(re.finditer(rb"\btrailer\b", data))[-_MOST_TRAILERS:]:
            trailer, _ = value_at(data, found.end())
            if isinstance(trailer, dict):
                self.trailer |= trailer

    def get(self, value: Value) -> Value:
        """`value`, or what it refers to."""
        for _ in range(_MOST_HOPS):
            if not isinstance(value, Ref):
                return value
            value = self._object(value.number)
        return None

    def dictionary(self, value: Value) -> dict[str, Value]:
        found = self.get(value)
        return found if isinstance(found, dict) else {}

    def title_in_metadata(self, value: Value) -> str | None:
        """Title in the XML that describes the file, which nobody parses for that."""
        at = self._at.get(value.number) if isinstance(value, Ref) else None
        stream = self._stream_at(at) if at is not None else None
        found = _TITLE.search(self._unpack(stream)) if stream else None
        return collapse(html.unescape(found[1].decode("utf-8", "replace"))) or None if found else None

    def _object(self, number: int) -> Value:
        at = self._at.get(number, -1)
        stream, offset = self._packed.get(number, (None, 0))
        if stream is not None and stream.start > at:
            return value_at(self._unpack(stream), offset)[0]
        return value_at(self._data, at)[0] if at >= 0 else None

    def _streams(self) -> Iterator[_Stream]:
        """Streams that hold objects, or the table of their places with what else is a trailer."""
        for count, found in enumerate(_PACKED.finditer(self._data)):
            before = self._data.rfind(b"obj", max(0, found.start() - 2_000), found.start())
            stream = self._stream_at(before + 3) if before >= 0 else None
            if stream is not None and stream.about.get("Type") in ("ObjStm", "XRef"):
                yield stream
            if count > _MOST_STREAMS:
                return

    def _stream_at(self, at: int) -> _Stream | None:
        about, end = value_at(self._data, at, 1_000)
        data = _DATA.match(self._data, end)
        return _Stream(about, data.end()) if data and isinstance(about, dict) else None

    def _index(self, stream: _Stream) -> None:
        """Note which objects are packed in `stream`: their numbers and places stand before the first."""
        first = stream.about.get("First")
        if not isinstance(first, int) or not 0 < first < 1_000_000:
            return
        numbers = self._unpack(stream, first).split()
        for number, offset in zip(numbers[::2], numbers[1::2], strict=False):
            if number.isdigit() and offset.isdigit() and len(number) < 10 and len(offset) < 10:
                self._packed[int(number)] = stream, first + int(offset)

    def _unpack(self, stream: _Stream, most: int = 0) -> bytes:
        """Bytes of a stream, the first `most` where that is given; of all streams together no more than 4 MB."""
        if stream.start in self._unpacked:
            return self._unpacked[stream.start]
        kind = stream.about.get("Filter")
        kind = kind[0] if isinstance(kind, list) and len(kind) == 1 else kind
        limit = min(most or self._left, self._left)
        data = self._data[stream.start : stream.start + (limit if kind is None else len(self._data))]
        if kind == Name("FlateDecode") and limit > 0:
            try:
                data = zlib.decompressobj().decompress(data, limit)
            except zlib.error:
                data = b""
        elif kind is not None:
            data = b""
        self._left -= len(data)
        if not most:
            self._unpacked[stream.start] = data
        return data
