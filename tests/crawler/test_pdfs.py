"""PDFs on a crawl: read where that is cheap, carried over where nothing changed, and never a reason to fail."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from crawler import reading
from crawler.extract.media.pdf import MAX_PDF
from tests.crawler.pdf_files import objects, packed, plain
from tests.crawler.reading import Reading, read

_HOME = "https://clinic.example/"
_FORM = plain(objects())
_PACKED = packed(objects(b"(Packed)", pages=12))
_COLUMNS = "url, title, pages, bytes, failure"


async def _parts(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def _broken() -> AsyncIterator[bytes]:
    yield b"%PDF-1.4\n"
    raise httpx.ReadError("reset")


class _Server:
    """A page that links to files; `files`: what makes the body of each, anew at every request."""

    def __init__(self, files: dict[str, Callable[[], Any]], headers: dict[str, str] | None = None) -> None:
        self.files = files
        self.headers = {"content-type": "Application/PDF; x=y", **(headers or {})}
        self.etag: str | None = None
        self.statuses: list[tuple[str, int]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        answer = self._answer(request)
        self.statuses.append((request.url.path, answer.status_code))
        return answer

    def _answer(self, request: httpx.Request) -> httpx.Response:
        name = request.url.path.removeprefix("/")
        if not name:
            return httpx.Response(200, html="".join(f"<a href='/{file}'>{file}</a>" for file in self.files))
        if name not in self.files:
            return httpx.Response(404)
        tag = {"etag": self.etag} if self.etag else {}
        if self.etag and request.headers.get("if-none-match") == self.etag:
            return httpx.Response(304, headers={**tag, "x-robots-tag": "noindex"})
        return httpx.Response(200, content=self.files[name](), headers=self.headers | tag)


def _read(folder: Path, server: _Server, previous: Reading | None = None, **settings: Any) -> Reading:
    net = httpx.MockTransport(server)
    return read(_HOME, folder, net, previous=previous.folder if previous else None, **settings)


def test_files_are_rows(tmp_path: Path) -> None:
    files = {
        "a.pdf": lambda: _FORM,
        "b": lambda: _PACKED,
        "c.pdf": lambda: b"<!doctype html><p>Not found",
        "d.pdf": lambda: b"",
        "e.pdf": lambda: _FORM[:100],
        "f.pdf": lambda: b"%PDF-1.4\n" + b" " * MAX_PDF,
        "g.pdf": lambda: _parts(_FORM[:50], _FORM[50:]),
        "h.pdf": lambda: _parts(_FORM, b" " * MAX_PDF),
        "i.pdf": _broken,
    }
    night = _read(tmp_path, _Server(files))
    rows = {url.removeprefix(_HOME): tuple(rest) for url, *rest in night.rows("pdfs", _COLUMNS)}
    unread = "the answer could not be read to its end"
    assert rows == {
        "a.pdf": ("New-patient form", 3, len(_FORM), None),
        "b": ("Packed", 12, len(_PACKED), None),
        "c.pdf": (None, None, 27, "it is no PDF"),
        "d.pdf": (None, None, 0, "the file is empty"),
        "e.pdf": (None, None, 100, "it is damaged: its structure cannot be read"),
        "f.pdf": (None, None, MAX_PDF + 9, "files of more than 2 MB are not read"),
        "g.pdf": ("New-patient form", 3, len(_FORM), None),
        "h.pdf": (None, None, None, unread),
        "i.pdf": (None, None, None, unread),
    }
    resources = night.rows(
        "resources", "DISTINCT outcome, kind, attempts", "url NOT LIKE '%.xml' AND kind = 'pdf'"
    )
    assert resources == [("fetched", "pdf", 1)]
    assert night.row.pages == 1


def test_a_slow_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.body._PATIENCE", -1.0)
    night = _read(tmp_path, _Server({"a.pdf": lambda: _FORM}))
    assert night.rows("pdfs", "bytes, failure") == [(len(_FORM), "the answer could not be read to its end")]
    assert night.rows("resources", "outcome, status, bytes", "kind = 'pdf'") == [("fetched", 200, None)]


def test_other_answers_are_no_rows(tmp_path: Path) -> None:
    server = _Server({"a.doc": lambda: _FORM}, {"content-type": "application/msword"})
    assert _read(tmp_path, server).rows("pdfs", _COLUMNS) == []
    gone = _read(tmp_path / "gone", _Server({"a.pdf": lambda: _FORM}), urls=(f"{_HOME}missing.pdf",))
    assert gone.rows("pdfs", _COLUMNS) == []


@pytest.mark.parametrize("etag", ['"1"', None])
def test_an_unchanged_file_is_not_read_again(
    tmp_path: Path, etag: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> object:
        raise AssertionError("a file was read")

    server = _Server({"a.pdf": lambda: _FORM})
    server.etag = etag
    first = _read(tmp_path / "first", server)
    monkeypatch.setattr(reading, "pdf_row", never)
    server.statuses.clear()
    second = _read(tmp_path / "second", server, first)
    assert ("/a.pdf", 304 if etag else 200) in server.statuses
    assert sum(path == "/a.pdf" for path, _ in server.statuses) == 1
    columns = "url, kind, body_hash, content_type, bytes"
    for table, wanted in (("pdfs", "*"), ("resources", columns), ("pages", "url, title")):
        assert second.rows(table, wanted) == first.rows(table, wanted), table
    assert (second.row.pages, second.row.carried_over) == (1, 1)
    third = _read(tmp_path / "third", server, second)
    assert third.rows("pdfs", "*") == first.rows("pdfs", "*")


def test_a_changed_file_is_read_again_beside_pages_that_are_as_they_were(tmp_path: Path) -> None:
    server = _Server({"a.pdf": lambda: _FORM, "b.pdf": lambda: plain(objects(b"(Same)"))})
    first = _read(tmp_path / "first", server)
    server.files["a.pdf"] = lambda: plain(objects(b"(Changed)"))
    second = _read(tmp_path / "second", server, first)
    assert second.rows("pdfs", "title") == [("Changed",), ("Same",)]
    assert (second.row.pages, second.row.carried_over) == (1, 1)


def test_an_unread_file_is_asked_for_again(tmp_path: Path) -> None:
    server = _Server({"a.pdf": lambda: b"%PDF-1.4\n" + b" " * MAX_PDF})
    first = _read(tmp_path / "first", server)
    server.files["a.pdf"] = lambda: _FORM
    assert _read(tmp_path / "second", server, first).rows("pdfs", "title, pages") == [("New-patient form", 3)]
