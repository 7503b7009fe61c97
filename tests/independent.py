"""A second, slow and simple reading of a site, sharing no code with the crawler: html5lib and a WHATWG URL
library, breadth first. The crawler is held to it."""

import gzip
import re
import urllib.error
import urllib.request
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

import ada_url
import html5lib

_XHTML = "{http://www.w3.org/1999/xhtml}"
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"\s]+)", re.IGNORECASE)


@dataclass
class Read:
    """One page as html5lib sees it; texts have their white space collapsed."""

    url: str
    headings: list[tuple[int, str]] = field(default_factory=list)
    title: str | None = None
    meta_description: str | None = None
    canonical: str | None = None
    robots: str | None = None
    lang: str | None = None
    links: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Addresses that it names as its canonical, next, previous or translated page, or sends on to."""

    tel: list[str] = field(default_factory=list)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any) -> None:
        return None


def read_site(seed: str, but_for: str = "(?!)") -> dict[str, Read]:
    """Every HTML page of the seed's host that links or sitemaps reach, by its normalised URL; those whose URL holds a
    match of `but_for` are left out."""
    site = ada_url.URL(seed).host
    waiting = deque([_normal(seed, None) or seed, *_listed(seed)])
    seen: set[str] = set()
    pages: dict[str, Read] = {}
    while waiting:
        url = waiting.popleft()
        if url in seen or ada_url.URL(url).host != site or re.search(but_for, url):
            continue
        seen.add(url)
        status, headers, body = _get(url)
        if 300 <= status < 400 and (target := _normal(headers.get("Location", ""), url)):
            waiting.append(target)
        elif status == 200 and headers.get_content_type() in ("text/html", "application/xhtml+xml"):
            pages[url] = read_page(url, body, headers.get_content_charset())
            waiting.extend([*pages[url].links, *pages[url].others])
    return pages


def read_page(url: str, body: bytes, charset: str | None) -> Read:
    """Facts of one page from its bytes."""
    tree = html5lib.parse(body, transport_encoding=charset, likely_encoding=_likely(body))
    page = Read(url, lang=tree.get("lang"))
    base = next((e.get("href") for e in tree.iter(f"{_XHTML}base") if e.get("href") is not None), None)
    against = (_normal(base, url) if base else None) or url
    titles = list(tree.iter(f"{_XHTML}title"))
    page.title = _text(titles[0]) if titles else None
    page.headings = [
        (int(e.tag[-1]), _text(e)) for e in tree.iter() if re.fullmatch(rf"{_XHTML}h[1-6]", str(e.tag))
    ]
    page.meta_description, page.robots = _meta(tree, "description"), _meta(tree, "robots")
    canonicals = (
        e.get("href") or "" for e in tree.iter(f"{_XHTML}link") if "canonical" in e.get("rel", "").lower().split()
    )
    page.canonical = next((u for u in (_normal(href, against) for href in canonicals if href) if u), None)
    page.others = [u for href in _named(tree) if (u := _normal(href, against))]
    for anchor in tree.iter():
        if anchor.tag not in (f"{_XHTML}a", f"{_XHTML}area") or anchor.get("href") is None:
            continue
        href = anchor.get("href") or ""
        if href.strip().lower().startswith("tel:"):
            page.tel.append(href)
        elif target := _normal(href, against):
            page.links.append(target)
    return page


def _named(tree: Any) -> Iterator[str]:
    """Targets of a meta refresh and of the links in the head that name other pages."""
    for e in tree.iter(f"{_XHTML}meta"):
        if e.get("http-equiv", "").lower() == "refresh" and (found := _REFRESH.search(e.get("content", ""))):
            yield found[1]
    for e in tree.iter(f"{_XHTML}link"):
        rel = set(e.get("rel", "").lower().split())
        if e.get("href") and (rel & {"canonical", "next", "prev"} or ("alternate" in rel and e.get("hreflang"))):
            yield e.get("href")


def _get(url: str) -> tuple[int, Any, bytes]:
    opener = urllib.request.build_opener(_NoRedirect, urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(url, headers={"User-Agent": "independent"}), timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, b""


def _listed(seed: str) -> list[str]:
    """URLs of the sitemaps that robots.txt names, else of /sitemap.xml and /sitemap_index.xml."""
    status, _, body = _get(_normal("/robots.txt", seed) or seed)
    named = re.findall(rb"(?im)^\s*sitemap\s*:\s*(\S+)", body) if status == 200 else []
    waiting = [name.decode() for name in named] or [
        _normal(path, seed) or seed for path in ("/sitemap.xml", "/sitemap_index.xml")
    ]
    found: list[str] = []
    seen: set[str] = set()
    while waiting:
        sitemap = waiting.pop()
        if sitemap in seen or ada_url.URL(sitemap).host != ada_url.URL(seed).host:
            continue
        seen.add(sitemap)
        status, _, body = _get(sitemap)
        body = gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body
        try:
            root = ElementTree.fromstring(body.strip()) if status == 200 else None  # noqa: S314 - a test's own site
        except ElementTree.ParseError:
            continue
        if root is None:
            continue
        locs = [(e.text or "").strip() for e in root.iter() if str(e.tag).endswith("}loc") or e.tag == "loc"]
        urls = [u for u in (_normal(loc, sitemap) for loc in locs) if u]
        (waiting if str(root.tag).endswith("sitemapindex") else found).extend(urls)
    return found


def _normal(href: str, base: str | None) -> str | None:
    try:
        url = ada_url.URL(href, base)
    except ValueError:
        return None
    url.hash = ""
    if "utm_" in url.search:
        url.search = "&".join(p for p in url.search[1:].split("&") if not p.startswith("utm_"))
    return str(url.href) if url.protocol in ("http:", "https:") else None


def _meta(tree: Any, name: str) -> str | None:
    for e in tree.iter(f"{_XHTML}meta"):
        if e.get("name", "").strip().lower() == name and e.get("content") is not None:
            return " ".join(e.get("content").split())
    return None


def _text(element: Any) -> str:
    pieces: list[str] = []
    _collect(element, pieces)
    text = ""
    for piece in pieces:
        follows = piece.startswith(tuple(",.;:!?)]}%…’”»")) or re.match(r"'\w", piece)
        text += piece if follows or text.endswith(tuple("([{“‘«$£€")) else f" {piece}"
    return " ".join(text.split())


def _collect(element: Any, pieces: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in (f"{_XHTML}script", f"{_XHTML}style"):
        return
    pieces.append(element.text or "")
    for child in element:
        _collect(child, pieces)
        pieces.append(child.tail or "")


def _likely(body: bytes) -> str:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
