"""Videos of a page: files that the browser plays, and players of others."""

import re
from collections.abc import Iterator

from crawler.extract.accessibility.page import has_captions
from crawler.extract.document import Document, attribute
from crawler.extract.media.players import Player, player_of_address, player_of_element
from crawler.extract.tree import Element
from crawler.tables.media import VideoRow

_FRAMES = ("iframe", "embed")
_ELEMENTS = ("div", "span", "img", "video-js", "lite-youtube", "lite-vimeo", "wistia-player")
_LAZY = (
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-litespeed-src",
    "data-cookieblock-src",
    "data-cmp-src",
    "data-src-cmplz",
)
"""Where scripts that load a frame later, once it comes into view or visitors agree, keep its address."""

_AUTOPLAY = re.compile(r"[?&](?:autoplay|autoPlay)=(?:1|true)\b")


def videos(document: Document) -> list[VideoRow]:
    """Every video and embedded player in document order. `src` is where it can be watched, as far as that is known.

    What stands in <noscript> for a player that scripts load is not a second one.
    """
    found = [(tag, row) for tag in document.named("video", *_FRAMES, *_ELEMENTS) if (row := _video(document, tag))]
    seen = {row.src for tag, row in found if tag.hidden_by != "noscript"}
    rows = (row for tag, row in found if tag.hidden_by != "noscript" or row.src not in seen)
    return [row._replace(position=position) for position, row in enumerate(rows, start=1)]


def _video(document: Document, tag: Element) -> VideoRow | None:
    if tag.hidden_by == "template":
        return None
    if tag.name == "video":
        return _row(document, tag, _file(document, tag))
    found = _framed(document, tag) if tag.name in _FRAMES else player_of_element(tag)
    return _row(document, tag, found) if found else None


def _file(document: Document, tag: Element) -> Player:
    """The first address that a <video> names; players of others are put into one, too."""
    if found := player_of_element(tag):
        return found
    sources = [tag, *(child for child in tag.contents if isinstance(child, Element) and child.name == "source")]
    published = (attribute(source, name) for source in sources for name in ("src", *_LAZY))
    address = next((src for src in published if src and src.strip()), None)
    return Player("file", document.resolve(address) if address else None)


def _framed(document: Document, tag: Element) -> Player | None:
    for address in _addresses(document, tag):
        if found := player_of_address(address):
            return found
    return None


def _addresses(document: Document, tag: Element) -> Iterator[str]:
    for name in ("src", *_LAZY):
        published = attribute(tag, name)
        address = document.resolve(published) if published and published.strip() else None
        if address:
            yield address


def _row(document: Document, tag: Element, found: Player) -> VideoRow:
    is_video = tag.name == "video"
    poster = attribute(tag, "poster") if is_video else None
    loading = attribute(tag, "loading")
    starts = "autoplay" in tag.attrs or any(_AUTOPLAY.search(address) for address in _addresses(document, tag))
    return VideoRow(
        url=document.url,
        position=0,
        provider=found.provider,
        src=found.src,
        title=attribute(tag, "title") or attribute(tag, "aria-label") or attribute(tag, "playlabel"),
        poster=document.resolve(poster) if poster and poster.strip() else None,
        captions=has_captions(tag) if found.provider == "file" else None,
        autoplay=starts,
        loading=loading.strip().lower() if loading is not None else None,
        zone=tag.zone,
    )
