"""PDFs as programs write them, damaged ones, and what is none."""

import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.media.pdf import MAX_PDF, pdf_row
from crawler.extract.media.pdf_syntax import date_of, text_of, value_at
from crawler.tables.media import PdfRow
from tests.crawler.pdf_files import objects, packed, plain

_URL = "https://clinic.example/form.pdf"
_TAGGED = b"/Lang (en-US) /MarkInfo << /Marked true >> "
_XMP = b"<rdf:RDF><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Knee &amp; hip</rdf:li></rdf:Alt></dc:title></rdf:RDF>"


def _row(body: bytes) -> PdfRow:
    return pdf_row(_URL, body, None)


@pytest.mark.parametrize("write", [plain, packed])
def test_facts(write: object) -> None:
    body = write(objects(root=_TAGGED))  # type: ignore[operator]
    assert _row(body) == PdfRow(
        url=_URL,
        title="New-patient form",
        pages=3,
        bytes=len(body),
        author="Dr. Elin Moss",
        created="2026-03-14",
        modified=None,
        language="en-US",
        is_tagged=True,
        is_encrypted=False,
        failure=None,
    )


def test_what_is_missing_is_null() -> None:
    row = _row(plain({1: b"<</Pages 2 0 R>>", 2: b"<</Count 1>>"}, b"/Root 1 0 R"))
    assert (row.title, row.author, row.created, row.language) == (None, None, None, None)
    assert (row.pages, row.is_tagged, row.is_encrypted, row.failure) == (1, False, False, None)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (b"(Knee \\(left\\) (and hip))", "Knee (left) (and hip)"),
        (b"(Caf\\351)", "Café"),
        (b"(Knee\\\n pain \\r\\n here)", "Knee pain here"),
        (b"(Knee \x84 hip)", "Knee — hip"),
        (b"(Caf\xc3\xa9)", "Café"),
        (b"<FEFF004B006E00650065>", "Knee"),
        (b"<FEFF 00C9 007>", "Ép"),
        (b"(\xef\xbb\xbfKn\xc3\xa9e)", "Knée"),
        (b"4 0 R", "Elsewhere"),
        (b"( )", None),
        (b"/Knee", None),
        (b"5 0 R", None),
        (b"(never closed", None),
    ],
)
def test_titles(title: bytes, expected: str | None) -> None:
    found = objects(title) | {4: b"(Elsewhere)", 5: b"5 0 R"}
    assert _row(plain(found)).title == expected


def test_a_title_in_the_metadata() -> None:
    found = objects(b"()", root=b"/Metadata 4 0 R ") | {
        4: b"<< /Type /Metadata /Length 1 >>\nstream\n" + _XMP + b"\nendstream"
    }
    assert _row(plain(found)).title == "Knee & hip"
    found[4] = b"<< /Filter [/FlateDecode] >>\nstream\n" + zlib.compress(_XMP) + b"\nendstream"
    assert _row(plain(found)).title == "Knee & hip"


def test_what_stands_later_is_newer() -> None:
    changed = plain({3: b"<< /Title (Second) >>"}, b"/Root 1 0 R /Info 3 0 R", head=b"")
    assert _row(plain(objects()) + changed).title == "Second"
    assert _row(packed(objects()) + changed).title == "Second"
    assert _row(plain(objects()) + packed({3: b"<< /Title (Second) >>"})).title == "Second"


def test_an_encrypted_file() -> None:
    row = _row(plain(objects(b"(\x8a\x01)", root=_TAGGED), b"/Root 1 0 R /Info 3 0 R /Encrypt 4 0 R"))
    assert (row.title, row.author, row.language) == (None, None, None)
    assert (row.pages, row.is_tagged, row.is_encrypted) == (3, True, True)
    assert row.failure == "it is encrypted: its title and properties cannot be read"


@pytest.mark.parametrize(
    ("body", "failure"),
    [
        (b"", "the file is empty"),
        (b"<!doctype html><title>Not found</title>", "it is no PDF"),
        (b"%PDF-1.4\n", "it is damaged: its structure cannot be read"),
        (plain(objects())[:120], "it is damaged: its structure cannot be read"),
        (plain(objects(pages=0)), "it is damaged: its pages cannot be counted"),
        (packed(objects())[:90], "it is damaged: its structure cannot be read"),
        (packed(objects()).replace(b"x\x9c", b"xx"), "it is damaged: its structure cannot be read"),
    ],
)
def test_failures(body: bytes, failure: str) -> None:
    row = _row(body)
    assert (row.failure, row.bytes, row.pages) == (failure, len(body), None)


@pytest.mark.parametrize(
    ("size", "failure"),
    [
        (MAX_PDF + 1, "files of more than 2 MB are not read"),
        (None, "the answer could not be read to its end"),
        (10, "the answer could not be read to its end"),
    ],
)
def test_a_file_that_was_not_read(size: int | None, failure: str) -> None:
    row = pdf_row(_URL, None, size)
    assert {name: value for name, value in row._asdict().items() if value is not None} == {
        "url": _URL,
        "failure": failure,
        **({} if size is None else {"bytes": size}),
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"D:20260314091500Z", "2026-03-14"),
        (b"20260314", "2026-03-14"),
        (b"D:202603", "2026-03"),
        (b"D:2026", "2026"),
        (b"D:20261301", None),
        (b"D:20260300", None),
        (b"D:00010101", None),
        (b"3/14/2026", None),
        (None, None),
    ],
)
def test_dates(value: bytes | None, expected: str | None) -> None:
    assert date_of(value) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b" % comment\n<</A[1 -2.5 .5]/B<</C true>>/D null/E 7 0 R/F/Name>> x", {"A": [1, -2, 0], "B": {"C": True}, "D": None, "E": (7,), "F": "Name"}),
        (b"<</A 1 /B>>", {"A": 1}),
        (b"[(a)(b)]", [b"a", b"b"]),
        (b"]", None),
        (b"<</A", None),
        (b"[" * 100_000, None),
        (b"", None),
    ],
)  # fmt: skip
def test_values(data: bytes, expected: object) -> None:
    assert value_at(data, 0)[0] == expected


_MB = 1 << 20
_BOMB = zlib.compress(b"1 0 " + b" " * (64 * _MB), 9)


@pytest.mark.parametrize(
    "body",
    [
        b"1 0 obj<<" * 200_000,
        b"trailer<</Root(" * 130_000,
        b"trailer" + b"[" * MAX_PDF,
        b"1 0 obj<</Type/ObjStm/First 1" + b"(" * MAX_PDF,
        b"1 0 obj<</Type/ObjStm/First 1 [" * 60_000,
        b"1 0 obj<</Type/ObjStm/First 999999/Filter/FlateDecode>>stream\n%s\n" % _BOMB * 20
        + b"trailer<</Root 1 0 R>>",
        b"1 " * _MB,
        b"1 0 obj<</Metadata 2 0 R>>endobj 2 0 obj<<>>stream\n"
        + b"<dc:title>" * 200_000
        + b"trailer<</Root 1 0 R>>",
    ],
    ids=range(8),
)
def test_hostile_files_take_no_long(body: bytes) -> None:
    started = time.process_time()
    assert _row(b"%PDF-1.4\n" + body).failure
    assert time.process_time() - started < 3.0


_PIECES = st.sampled_from(
    b"1 0 obj |2 0 obj |endobj |<< |>> |[ |] |( |) |/Root |/Pages |/Count |/Type /ObjStm |/Type /XRef |/First |1 0 R |2 0 R "
    b"|stream\n|trailer |3 |-1 |/Filter /FlateDecode |/Info |/Title |<FE|x\x9c\x03|\x00\xff|/Encrypt |/Metadata ".split(
        b"|"
    )
)


@given(st.lists(_PIECES, max_size=40).map(b"".join))
def test_never_raises(body: bytes) -> None:
    row = _row(b"%PDF-1.4 " + body)
    assert row.failure or row.pages


@given(st.binary(max_size=60))
def test_strings_never_raise(data: bytes) -> None:
    text_of(value_at(b"(" + data + b")", 0)[0])
    value_at(b"<" + data + b">", 0)
