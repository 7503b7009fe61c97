"""The second night: what did not change is not sent, not read, and stands in the facts as it did."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from crawler import reading
from crawler.before import PAGE_FACTS
from crawler.errors import OperatorError
from tests.crawler.reading import Reading, read

_HOME = "https://clinic.example/"
_TABLES = list(PAGE_FACTS)


class _Server:
    """Three pages; `bodies` may be changed between nights. Every request is kept with its conditions."""

    def __init__(self, *, etag: bool = True, obeys: bool = True) -> None:
        self.bodies = {
            "/": "<h1>Home</h1><a href=/a>a</a><img src=/i.png><script src=/s.js></script>",
            "/a": "<h1>Knee</h1><a href='tel:+12127365000'>Call (212) 736-5000</a><link rel=next href=/b>",
            "/b": '<h2>Back</h2><script type=\'application/ld+json\'>{"@type": "MedicalClinic"}</script>',
        }
        self.headers: dict[str, dict[str, str]] = {path: {} for path in self.bodies}
        self.etag, self.obeys = etag, obeys
        self.asked: list[tuple[str, bool, int]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        answer = self._answer(request)
        conditional = "if-none-match" in request.headers or "if-modified-since" in request.headers
        self.asked.append((request.url.path, conditional, answer.status_code))
        return answer

    def _answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path not in self.bodies:
            return httpx.Response(404)
        body = self.bodies[path]
        tag = f'"{hash(body)}"'
        sent = {"etag": tag} if self.etag else {"last-modified": "Sat, 01 Aug 2026 00:00:00 GMT"}
        sent |= self.headers.get(path, {})
        same = request.headers.get("if-none-match") == tag or (
            not self.etag and request.headers.get("if-modified-since") == sent["last-modified"]
        )
        return (
            httpx.Response(304, headers=sent)
            if same and self.obeys
            else httpx.Response(200, html=body, headers=sent)
        )


def _nights(
    folder: Path, server: _Server, between: Callable[[], Any] = lambda: None, **settings: Any
) -> list[Reading]:
    first = read(_HOME, folder / "first", httpx.MockTransport(server))
    between()
    server.asked.clear()
    second = read(_HOME, folder / "second", httpx.MockTransport(server), previous=first.folder, **settings)
    return [first, second]


def _facts(night: Reading, tables: list[str] = _TABLES) -> dict[str, list[tuple[Any, ...]]]:
    return {table: night.rows(table, "*") for table in tables}


@pytest.mark.parametrize("etag", [True, False])
def test_an_unchanged_site_is_not_read_again(tmp_path: Path, etag: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: object) -> object:
        raise AssertionError("a page was parsed")

    server = _Server(etag=etag)
    first, second = _nights(tmp_path, server, lambda: monkeypatch.setattr(reading, "extract", never))
    assert [(path, status) for path, _, status in server.asked if path in server.bodies] == [
        ("/", 304), ("/a", 304), ("/b", 304)
    ]  # fmt: skip
    assert _facts(first) == _facts(second)
    assert (second.row.pages, second.row.not_modified, second.row.carried_over) == (3, 3, 3)
    columns = "url, kind, content_type, charset, bytes, etag, last_modified, body_hash, found_by"
    assert first.rows("resources", columns) == second.rows("resources", columns)
    assert second.rows("resources", "DISTINCT status, outcome", "kind = 'page' AND found_by <> 'well-known'") == [
        (304, "not_modified")
    ]


def test_the_same_bytes_are_not_read_again_either(tmp_path: Path) -> None:
    server = _Server(obeys=False)
    first, second = _nights(tmp_path, server)
    assert {status for path, _, status in server.asked if path in server.bodies} == {200}
    assert (second.row.not_modified, second.row.carried_over) == (0, 3)
    assert _facts(first) == _facts(second)
    assert second.rows("resources", "DISTINCT outcome", "body_hash IS NOT NULL") == [("fetched",)]


def test_what_changed_is_read(tmp_path: Path) -> None:
    server = _Server()

    def change() -> None:
        server.bodies["/a"] = "<h1>Knee pain</h1><a href=/c>new</a>"
        server.bodies["/c"] = "<h1>New</h1>"

    first, second = _nights(tmp_path, server, change)
    assert second.rows("headings", "text") == [("Home",), ("Knee pain",), ("New",)]
    assert (second.row.not_modified, second.row.carried_over, second.row.pages) == (1, 1, 3)
    assert second.rows("resources", "url", "url LIKE '%/b'") == [], "only /a named it"
    assert first.rows("pages", "url, content_hash", "url LIKE '%/'") == second.rows(
        "pages", "url, content_hash", "url LIKE '%/'"
    )


@pytest.mark.parametrize("obeys", [True, False])
def test_a_header_that_changes_the_facts_is_a_change(tmp_path: Path, obeys: bool) -> None:
    server = _Server(obeys=obeys)
    _, second = _nights(tmp_path, server, lambda: server.headers["/a"].update({"x-robots-tag": "noindex"}))
    assert second.rows("pages", "x_robots_tag", "url LIKE '%/a'") == [("noindex",)]
    assert second.row.carried_over == 2


@pytest.mark.parametrize("what", ["program", "region", "hosts"])
def test_another_way_of_reading_reads_everything_anew(
    tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = _Server()
    settings: dict[str, Any] = {"hosts": ["blog.clinic.example"]} if what == "hosts" else {}

    def between() -> None:
        if what == "program":
            monkeypatch.setattr("crawler.before.extractor_version", lambda: "another")
        if what == "region":
            server.bodies["/"] += '<script type=\'application/ld+json\'>{"@type": "MedicalClinic", "address": '
            server.bodies["/"] += '{"@type": "PostalAddress", "addressCountry": "DE"}}</script>'

    _, second = _nights(tmp_path, server, between, **settings)
    assert second.row.carried_over == 0
    if what != "region":
        assert not any(conditional for _, conditional, _ in server.asked)


def test_a_server_that_says_unchanged_to_a_first_request_is_a_failure(tmp_path: Path) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/odd":
            return httpx.Response(304)
        return httpx.Response(200, html="<a href=/odd>odd</a>") if request.url.path == "/" else httpx.Response(404)

    night = read(_HOME, tmp_path, httpx.MockTransport(handler))
    assert night.rows("resources", "outcome, failure", "url LIKE '%/odd'") == [
        ("failed", "the server says that nothing changed, but was not asked that")
    ]


def test_three_nights_build_on_each_other(tmp_path: Path) -> None:
    server = _Server()
    first, second = _nights(tmp_path, server)
    third = read(_HOME, tmp_path / "third", httpx.MockTransport(server), previous=second.folder)
    assert third.row.carried_over == 3
    assert _facts(first) == _facts(third)


def test_a_second_night_that_was_cut_off_goes_on(tmp_path: Path) -> None:
    server = _Server()
    first = read(_HOME, tmp_path / "first", httpx.MockTransport(server))

    class _End(BaseException):
        pass

    def ends(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/b":
            raise _End
        return server(request)

    with pytest.raises(_End):
        read(_HOME, tmp_path / "second", httpx.MockTransport(ends), previous=first.folder)
    cut = next((tmp_path / "second").rglob(".*.partial"))
    server.asked.clear()
    second = read(_HOME, tmp_path / "second", httpx.MockTransport(server), previous=first.folder, resume=cut)
    assert [path for path, *_ in server.asked if path in server.bodies] == ["/b"]
    assert second.row.carried_over == 3
    assert _facts(first) == _facts(second)


def test_what_it_builds_on_must_be_there(tmp_path: Path) -> None:
    server = _Server()
    first = read(_HOME, tmp_path / "first", httpx.MockTransport(server))
    second = read(_HOME, tmp_path / "second", httpx.MockTransport(server), previous=first.folder)
    with pytest.raises(OperatorError, match="builds on is gone"):
        read(_HOME, tmp_path / "second", httpx.MockTransport(server), resume=second.folder)
