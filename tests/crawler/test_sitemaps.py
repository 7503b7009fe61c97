"""Sitemaps in every form that is published, whole and broken."""

import gzip
import time
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler import sitemap_body, sitemap_markup
from crawler.sitemap_markup import Entry
from crawler.sitemaps import parse_sitemap

_NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_A, _B = "https://clinic.example/a", "https://clinic.example/b"
_URLSET = (
    f"{_XML}<urlset {_NS}><url><loc> {_A}\n</loc><lastmod>2026-01-02</lastmod><changefreq>weekly</changefreq>"
    "<priority>0.5</priority></url><url><loc>/b</loc></url></urlset>"
)
_ENTRIES = (Entry(_A, "2026-01-02", "weekly", "0.5"), Entry("/b"))
_BYTES = _URLSET.encode()


def _locs(body: bytes | str) -> list[str]:
    return [e.loc for e in parse_sitemap(body.encode() if isinstance(body, str) else body).entries]


def _urls(*locs: str, tail: str = "</urlset>") -> str:
    return f"<urlset {_NS}>\n" + "\n".join(f"<url><loc>{loc}</loc></url>" for loc in locs) + tail


@pytest.mark.parametrize(
    "body",
    [
        _BYTES,
        b"\xef\xbb\xbf" + _BYTES,
        _URLSET.replace(f" {_NS}", "").encode(),
        _URLSET.replace(_NS, 'xmlns="http://www.google.com/schemas/sitemap/0.84"').encode(),
        _URLSET.replace("<", "<s:")
        .replace("<s:/", "</s:")
        .replace("<s:?", "<?")
        .replace("xmlns", "xmlns:s")
        .encode(),
        _URLSET.replace("<url>", "<!-- <url><loc>/no</loc></url> --><url>").encode(),
        _URLSET.replace("UTF-8", "utf-16").encode("utf-16"),
        _URLSET.replace("UTF-8", "UTF-16").encode("utf-16-le"),
        _URLSET.replace("UTF-8", "UTF-16").encode("utf-16-be"),
        _URLSET.replace("UTF-8", "windows-1252").encode("cp1252"),
        gzip.compress(_BYTES),
        gzip.compress(gzip.compress(_BYTES)),
        gzip.compress(_BYTES[:50]) + gzip.compress(b"") + gzip.compress(_BYTES[50:]) + b"\0" * 512,
    ],
)
def test_whole_sitemaps(body: bytes) -> None:
    read = parse_sitemap(body)
    assert read.entries == _ENTRIES
    assert (read.format, read.problems, read.listed) == ("urlset", (), 2)


def test_the_size_is_that_of_what_was_unfolded() -> None:
    assert parse_sitemap(gzip.compress(_BYTES)).bytes == len(_BYTES)


def test_an_index_names_sitemaps() -> None:
    read = parse_sitemap(f"<sitemapindex {_NS}><sitemap><loc>{_A}</loc></sitemap></sitemapindex>".encode())
    assert (read.format, read.children, read.sitemaps, read.entries, read.problems) == ("index", (_A,), 1, (), ())


_MEDIA = (
    f'<urlset {_NS} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:v="http://v.example/">'
    f"<url><image:loc>/no.png</image:loc><image:image><image:loc>/no2.png</image:loc></image:image>"
    f"<v:video><v:content_loc>/no.mp4</v:content_loc><loc>/no3</loc></v:video><loc>{_A}</loc></url></urlset>"
)


@pytest.mark.parametrize(
    "body", [_MEDIA, _MEDIA.replace("<loc>/no3</loc>", "").replace('xmlns:v="http://v.example/"', "")]
)
def test_pictures_and_videos_are_no_pages(body: str) -> None:
    assert _locs(body) == [_A]


@pytest.mark.parametrize(
    ("loc", "read"),
    [
        ("<![CDATA[https://clinic.example/?a=1&b=2]]>", "https://clinic.example/?a=1&b=2"),
        ("https://clinic.example/?a=1&amp;b=2", "https://clinic.example/?a=1&b=2"),
        ("https://clinic.example/caf&#233;&#x301;", "https://clinic.example/café\u0301"),
        ("\n\t https://clinic.example/a\r\n", _A),
        ("https://clinic.example/Größe", "https://clinic.example/Größe"),
    ],
)
def test_addresses_are_read_as_xml_writes_them(loc: str, read: str) -> None:
    assert _locs(_urls(loc)) == [read]
    assert _locs(_urls(loc, tail="")) == [read]


@pytest.mark.parametrize(
    ("body", "form", "entries"),
    [
        (f"{_A}\r\n\r\n  {_B}\n", "text", [Entry(_A), Entry(_B)]),
        (
            f"<rss><channel><link>/no</link><item><link>{_A}</link><pubDate>Sun, 22 Nov 2026</pubDate></item></channel></rss>",
            "rss",
            [Entry(_A, "Sun, 22 Nov 2026")],
        ),
        (
            '<rdf:RDF xmlns:rdf="http://r.example/" xmlns="http://purl.org/rss/1.0/"><channel><link>/no</link></channel>'
            f"<item><link>{_A}</link></item></rdf:RDF>",
            "rss",
            [Entry(_A)],
        ),
        (
            '<feed xmlns="http://www.w3.org/2005/Atom"><link href="/no"/><entry><link rel="self" href="/no"/>'
            f'<link rel="alternate" href="{_A}"/><updated>2026-01-02</updated></entry>'
            f'<entry><link href="{_B}"/></entry></feed>',
            "atom",
            [Entry(_A, "2026-01-02"), Entry(_B)],
        ),
    ],
)
def test_lists_and_feeds(body: str, form: str, entries: list[Entry]) -> None:
    read = parse_sitemap(body.encode())
    assert (read.format, list(read.entries), read.problems) == (form, entries, ())
    cut = parse_sitemap(body.replace("</rss>", "").replace("</rdf:RDF>", "").replace("</feed>", "").encode())
    assert list(cut.entries) == entries


_TWO = _urls(_A, _B)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (_TWO.replace("/a<", "/a?x=1&copy=2<"), "not valid XML in line 2: an & that is not written &amp;"),
        (_TWO.replace("/a<", "/a&nbsp;<"), "not valid XML in line 2: undefined entity"),
        (_TWO.replace("</url>\n", "</url>\n\x07"), "not valid XML in line 3: not well-formed (invalid token)"),
        (_TWO.replace("</loc></url>\n", "</loc>\n"), "not valid XML in line 3: mismatched tag"),
        (_TWO.replace("</loc></url>\n", "\n"), "not valid XML in line 3: mismatched tag"),
        (_TWO.replace("</loc></url>\n", "</url>\n"), "not valid XML in line 2: mismatched tag"),
        (_TWO.replace("<url><loc>", "<loc>"), "not valid XML in line 2: mismatched tag"),
        (_TWO.replace("</urlset>", "<url><loc>https://clinic.example/cut"), "not valid XML in line 3: no element found"),
        (_TWO.replace("</urlset>", "<url><loc/></url><url><lastm"), "not valid XML in line 3: unclosed token"),
        (_TWO.replace("<url>", "<url><image:loc>/no.png</image:loc>", 1), "not valid XML in line 2: unbound prefix"),
        (_TWO.replace("</urlset>", "</urlset>\n<p>"), "not valid XML in line 4: junk after document element"),
        (_TWO.split("\n", 1)[1], "not valid XML in line 2: junk after document element"),
        (f'<!DOCTYPE x [<!ENTITY a "b">]>{_TWO}', "not valid XML for a sitemap: it declares entities"),
        (_TWO.replace("<url>", "<x>" * 200, 1), "not valid XML: it cannot be read"),
        (f"\n {_XML}{_TWO}", "white space stands before the XML declaration"),
        (f"<br />\n<b>Warning</b>: {_XML}{_TWO}", "text stands before the XML: “<br />\n<b>Warning</b>:”"),
        (f"Notice: {_TWO}", "text stands before the XML: “Notice:”"),
        (_TWO.replace("</urlset>", "<url><lastmod>2026</lastmod></url></urlset>"), "entries without an address: 1"),
        (f"{_A}\n# no\n{_B}\nclinic", "lines that are no address: 2"),
        (f'<?xml version="1.0" encoding="UTF-16"?>{_TWO}', "declares UTF-16, which it is not"),
    ],
)  # fmt: skip
def test_what_is_broken_is_said_and_the_rest_is_read(body: str, problem: str) -> None:
    read = parse_sitemap(body.encode())
    assert problem in "; ".join(read.problems)
    assert len(read.problems) == 1 or "lists" not in read.problems[-1]
    assert [loc.partition("?")[0].strip("\xa0") for loc in (e.loc for e in read.entries)] == [_A, _B]


def test_bytes_that_are_no_utf_8_are_said() -> None:
    read = parse_sitemap(_TWO.replace("/b", "/café").encode("latin-1"))
    assert read.problems == ("not in UTF-8 in line 3",)
    assert read.entries[1].loc == "https://clinic.example/café"


def test_a_feed_that_is_cut_off_does_not_list_its_channel() -> None:
    assert _locs(f"<rss><channel><link>/no</link><item><link>{_A}</link></item><item><link>/cut") == [_A]


@pytest.mark.parametrize("spoil", [lambda b: b[:-12], lambda b: b[:-8] + b"\1" * 8, lambda b: b + b"junk"])
def test_damaged_gzip_keeps_what_could_be_read(spoil: Callable[[bytes], bytes]) -> None:
    locs = [f"https://clinic.example/{n * n}" for n in range(3000)]
    read = parse_sitemap(spoil(gzip.compress(_urls(*locs).encode())))
    assert len(read.entries) > 2900
    assert {e.loc for e in read.entries} <= set(locs)
    assert "gzip data" in read.problems[0]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"just words", "neither XML nor a list of addresses"),
        (b"User-agent: *\nDisallow:", "neither XML nor a list of addresses"),
        (b"<config/>", "neither a sitemap nor a feed: <config/>"),
        (b"<html><body><url><loc>/a</loc></url></body></html>", "a web page, no sitemap"),
        (b"\n<!DOCTYPE  HTML><title>Not found</title>", "a web page, no sitemap"),
        (b'<?xml version="1.0"?><html xmlns="x"/>', "a web page, no sitemap"),
        (b"\x1f\x8bbroken", "the gzip data is damaged"),
        (b"<urlset></urlset>", "lists nothing"),
        (b"<urlset><url>", "not valid XML in line 1"),
    ],
)
def test_what_lists_nothing_says_why(body: bytes, problem: str) -> None:
    read = parse_sitemap(body)
    assert (read.entries, read.children) == ((), ())
    assert problem in read.problems[0]
    assert (read.format is None) == ("urlset" not in body.decode("latin-1"))


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (f"<sitemapindex><url><loc>{_A}</loc></url></sitemapindex>", "an index that lists pages, too"),
        (f"<urlset><sitemap><loc>{_A}</loc></sitemap></urlset>", "lists sitemaps, although it is no index"),
    ],
)
def test_pages_and_sitemaps_in_the_wrong_place_are_followed(body: str, problem: str) -> None:
    read = parse_sitemap(body.encode())
    assert read.problems == (problem,)
    assert len(read.entries) + len(read.children) == 1


def test_what_is_beyond_the_limits_is_dropped_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.sitemaps.MAX_ENTRIES", 2)
    monkeypatch.setattr(sitemap_markup, "MAX_ENTRIES", 2)
    for body in (_urls(_A, _B, _A), f"{_A}\n{_A}\n{_A}"):
        read = parse_sitemap(body.encode())
        assert (len(read.entries), read.listed) == (2, 3)
        assert read.problems == ("lists 3 addresses: those after the first 2 are left out",)


def test_no_more_is_unfolded_than_the_protocol_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap_body, "MAX_BYTES", 1000)
    body = _urls(*[_A] * 100).encode()
    for served in (body, gzip.compress(body), gzip.compress(gzip.compress(body))):
        read = parse_sitemap(served)
        assert (read.bytes, read.problems) == (1001, (sitemap_body.TOO_LARGE,))
        assert 10 < len(read.entries) < 30
        assert set(read.entries) == {Entry(_A)}


def test_a_bomb_is_not_unfolded() -> None:
    read = parse_sitemap(gzip.compress(gzip.compress(bytes(120_000_000), 1)))
    assert read.bytes == sitemap_body.MAX_BYTES + 1
    assert read.problems[0] == sitemap_body.TOO_LARGE


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))
    read = parse_sitemap(f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>{_urls(_A, "&l19;")}'.encode())
    assert [e.loc for e in read.entries] == [_A, "&l19;"]
    outside = parse_sitemap(f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{_urls("&e;")}'.encode())
    assert [e.loc for e in outside.entries] == ["&e;"]
    assert "declares entities" in outside.problems[0]


@pytest.mark.parametrize(
    "unit",
    ["<", "&", "<a", "<!--", "<![CDATA[", "<loc ", "<url", "x:", "<x:", "]]>", "&a", "<!doctype ", "<?xml ", " "],
)
@pytest.mark.parametrize("before", ["", "<urlset><url><loc>"])
def test_megabytes_of_nothing_take_seconds(before: str, unit: str) -> None:
    started = time.process_time()
    assert parse_sitemap((before + unit * (1_000_000 // len(unit))).encode()).problems
    assert time.process_time() - started < 5


_PIECES = st.sampled_from(
    "<urlset> <sitemapindex> <rss> <feed> <url> </url> <loc> </loc> <loc/> <sitemap> <item> <link> <link/> <entry> & &#0; "
    "&#xD800; <![CDATA[ ]]> <!-- --> <!DOCTYPE <?xml encoding='idna'?> <html> http://x.example \0 \ufeff é".split(
        " "
    )
)


@given(st.binary(max_size=200) | st.lists(_PIECES, max_size=30).map(lambda pieces: "".join(pieces).encode()))
@example(b'<?xml version="1.0" encoding="unicode_escape"?><urlset>\\d')
def test_no_bytes_break_it(body: bytes) -> None:
    for tried in (body, b"<urlset>" + body, b"\x1f\x8b" + body, gzip.compress(body), b"\xff\xfe" + body):
        read = parse_sitemap(tried)
        assert read.format or read.problems
