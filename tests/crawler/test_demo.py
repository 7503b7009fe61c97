"""The demo server: what a path gets (a table), and how it is said over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.demo import serve_site
from crawler.demo_site import Answer, Endless, Manifest, Redirect, Site, answer_to, load_manifest
from crawler.errors import OperatorError

MANIFEST = """
gone = ["/gone/"]

[redirects]
"/moved" = { status = 301, to = "/a/" }
"/away" = { status = 308, to = "{ORIGIN}/a/" }
"/?p=7" = { status = 302, to = "/a/" }

[endless]
"/talks/{month}/" = { template = "talks.template", months = 3 }

[errors]
"/broken" = 500

[fail_first]
"/shy.html" = 503

[slow]
"/shy.html" = 0.01

[headers."/paper.pdf"]
X-Robots-Tag = "noindex"

[headers."/latin.html"]
Content-Type = "text/html; charset=ISO-8859-1"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "outside.txt").write_text("secret")
    root = tmp_path / "site"
    (root / "a").mkdir(parents=True)
    (root / "empty").mkdir()
    (root / "site.toml").write_text(MANIFEST)
    (root / "index.html").write_text("<a href='{ORIGIN}/a/'>a</a>")
    (root / "a" / "index.html").write_text("a")
    (root / "talks.template").write_text("{ORIGIN}/talks/{MONTH}/ then {NEXT}")
    (root / "tool.js").write_text("'{ORIGIN}'")
    (root / "shy.html").write_text("shy")
    (root / "latin.html").write_bytes(b"caf\xe9 {ORIGIN}")
    (root / "paper.pdf").write_bytes(b"%PDF {ORIGIN}")
    (root / "film.mp4").write_bytes(b"\0\0\0\x18ftyp")
    (root / "film.vtt").write_text("WEBVTT")
    (root / "404.html").write_text("not here, see {ORIGIN}")
    return root


@pytest.fixture
def site(root: Path) -> Site:
    return Site(root.resolve(), load_manifest(root), "http://127.0.0.1:9")


@pytest.fixture
def origin(root: Path) -> Iterator[str]:
    with serve_site(root) as origin:
        yield origin


@pytest.mark.parametrize(
    ("target", "status", "header", "value"),
    [
        ("/", 200, "Content-Type", "text/html"),
        ("/index.html", 200, "Content-Type", "text/html"),
        ("/?utm_source=x", 200, "Content-Type", "text/html"),
        ("/?p=7", 302, "Location", "/a/"),
        ("/a", 301, "Location", "/a/"),
        ("/a?x=1", 301, "Location", "/a/?x=1"),
        ("/a/", 200, "Content-Type", "text/html"),
        ("/%61/", 200, "Content-Type", "text/html"),
        ("/moved", 301, "Location", "/a/"),
        ("/moved?x=1", 301, "Location", "/a/"),
        ("/away", 308, "Location", "http://127.0.0.1:9/a/"),
        ("/gone/", 410, "Content-Type", "text/html"),
        ("/broken", 500, "Content-Type", "text/html"),
        ("/paper.pdf", 200, "X-Robots-Tag", "noindex"),
        ("/paper.pdf", 200, "Content-Type", "application/pdf"),
        ("/latin.html", 200, "Content-Type", "text/html; charset=ISO-8859-1"),
        ("/tool.js", 200, "Content-Type", "text/javascript"),
        ("/film.mp4", 200, "Content-Type", "video/mp4"),
        ("/film.vtt", 200, "Content-Type", "text/vtt"),
        ("/talks/2027-01/", 200, "Content-Type", "text/html"),
        ("/talks/2027-13/", 404, "Content-Type", "text/html"),
        ("/talks/2027-01", 404, "Content-Type", "text/html"),
        ("/talks/{month}/", 404, "Content-Type", "text/html"),
        ("/talks.template", 404, "Content-Type", "text/html"),
        ("/nowhere", 404, "Content-Type", "text/html"),
        ("/" + "a" * 300, 404, "Content-Type", "text/html"),
        ("/A/", 404, "Content-Type", "text/html"),
        ("/shy.html/", 404, "Content-Type", "text/html"),
        ("/empty/", 404, "Content-Type", "text/html"),
        ("/site.toml", 404, "Content-Type", "text/html"),
        ("/../outside.txt", 404, "Content-Type", "text/html"),
        ("/%2e%2e/outside.txt", 404, "Content-Type", "text/html"),
        ("/a/..%2f..%2foutside.txt", 404, "Content-Type", "text/html"),
        ("/a%00", 404, "Content-Type", "text/html"),
        ("//outside.txt", 404, "Content-Type", "text/html"),
        ("*", 404, "Content-Type", "text/html"),
    ],
)
def test_what_a_path_gets(site: Site, target: str, status: int, header: str, value: str) -> None:
    answer = answer_to(site, target)
    assert (answer.status, answer.headers[header]) == (status, value)


@given(path=st.text().map(lambda text: f"/{text}"))
def test_no_path_gets_a_file_from_outside(path: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.getbasetemp() / "bare"
    root.mkdir(exist_ok=True)
    answer = answer_to(Site(root.resolve(), Manifest(), "http://127.0.0.1:9"), path)
    assert answer.status == 404


def test_origin_is_filled_in_text_only(site: Site) -> None:
    assert answer_to(site, "/").body == b"<a href='http://127.0.0.1:9/a/'>a</a>"
    assert answer_to(site, "/latin.html").body == b"caf\xe9 http://127.0.0.1:9"
    assert answer_to(site, "/nowhere").body == b"not here, see http://127.0.0.1:9"
    assert answer_to(site, "/paper.pdf").body == b"%PDF {ORIGIN}"


@pytest.mark.parametrize(
    ("month", "after"), [("2027-01", "2027-04"), ("2027-10", "2028-01"), ("2031-11", "2032-02")]
)
def test_pages_without_end_lead_on(site: Site, month: str, after: str) -> None:
    answer = answer_to(site, f"/talks/{month}/")
    assert answer.body.decode() == f"http://127.0.0.1:9/talks/{month}/ then {after}"
    conditions = {"if-none-match": answer.headers["ETag"]}
    assert answer_to(site, f"/talks/{month}/", conditions=conditions).status == 304
    assert answer_to(site, f"/talks/{after}/", conditions=conditions).status == 200


def test_fails_first_then_works(site: Site) -> None:
    assert answer_to(site, "/shy.html", first=True).status == 503
    assert answer_to(site, "/shy.html").status == 200
    assert answer_to(site, "/shy.html").delay == 0.01


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("if-none-match", "{etag}", 304),
        ("if-none-match", 'W/{etag}, "other"', 304),
        ("if-none-match", "*", 304),
        ("if-none-match", '"other"', 200),
        ("if-modified-since", "{modified}", 304),
        ("if-modified-since", "Tue, 01 Jan 2030 00:00:00 GMT", 304),
        ("if-modified-since", "Sat, 01 Jan 2000 00:00:00 GMT", 200),
        ("if-modified-since", "yesterday", 200),
    ],
)
def test_conditional_get(site: Site, name: str, value: str, status: int) -> None:
    known = answer_to(site, "/").headers
    asked = value.format(etag=known["ETag"], modified=known["Last-Modified"])
    answer = answer_to(site, "/", conditions={name: asked})
    assert answer.status == status
    assert (answer.body == b"") == (status == 304)
    assert answer.headers["ETag"] == known["ETag"]


def test_etag_decides_before_the_date(site: Site) -> None:
    conditions = {"if-none-match": '"other"', "if-modified-since": "Tue, 01 Jan 2030 00:00:00 GMT"}
    assert answer_to(site, "/", conditions=conditions).status == 200


def test_a_site_without_its_own_404_page(site: Site) -> None:
    (site.root / "404.html").unlink()
    assert answer_to(site, "/nowhere") == Answer(
        404, {"Content-Type": "text/html"}, b"<!doctype html><title>Not found</title><h1>Not found</h1>"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("gone = [", "is not valid TOML"),
        ("gonne = []", "gonne: Extra inputs"),
        ('[slow]\n"/a" = 5', "slow./a: Input should be less than or equal to 1"),
        ('[endless]\n"/a/" = { template = "a.template", months = 1 }', "endless./a/.[key]: String should match"),
        ('[endless]\n"/{month}" = { template = "a", months = 1 }', "endless./{month}: there is no file a."),
        ('[redirects]\n"/a" = { status = 200, to = "/" }', "redirects./a.status: Input should be 301"),
        (None, "cannot be read"),
    ],
)
def test_a_broken_manifest_is_one_sentence(tmp_path: Path, text: str | None, sentence: str) -> None:
    if text is not None:
        (tmp_path / "site.toml").write_text(text)
    with pytest.raises(OperatorError, match=r"site\.toml") as caught, serve_site(tmp_path):
        pass
    assert sentence in str(caught.value)


def test_manifest_is_read(root: Path) -> None:
    manifest = load_manifest(root)
    assert manifest.redirects["/moved"] == Redirect(status=301, to="/a/")
    assert manifest.gone == ("/gone/",)
    assert manifest.endless == {"/talks/{month}/": Endless(template="talks.template", months=3)}


def test_over_http(origin: str) -> None:
    with httpx.Client(base_url=origin) as client:
        first = client.get("/")
        assert first.http_version == "HTTP/1.1"
        assert first.headers["content-length"] == str(len(first.content))
        assert first.text == f"<a href='{origin}/a/'>a</a>"
        again = client.get("/", headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        head = client.head("/")
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-length"] == first.headers["content-length"]
        assert client.get("/a", follow_redirects=True).text == "a"
        assert [client.get("/shy.html").status_code for _ in range(2)] == [503, 200]


def test_connection_is_kept_and_requests_are_logged(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    log: list[tuple[str, int]] = []
    with serve_site(root, log=log) as origin, httpx.Client(base_url=origin) as client:
        streams = [client.get(path).extensions["network_stream"] for path in ("/a/?q=1", "/nowhere", "/gone/")]
        ports = {stream.get_extra_info("client_addr") for stream in streams}
    assert len(ports) == 1
    assert log == [("/a/?q=1", 200), ("/nowhere", 404), ("/gone/", 410)]
    assert capfd.readouterr() == ("", "")


def test_a_taken_port_is_one_sentence(root: Path, origin: str) -> None:
    port = int(origin.rsplit(":", 1)[1])
    with pytest.raises(OperatorError, match=f"Port {port} cannot be used"), serve_site(root, port=port):
        pass
