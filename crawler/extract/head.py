"""What the head of a page tells search engines and browsers."""

import re
from typing import NamedTuple

from bs4.element import Tag

from crawler.extract.document import Document, attribute, text_of
from crawler.extract.pixels import pixel_width
from crawler.text import collapse

_REFRESH = re.compile(
    r"""\s*[\d.]+\s*(?:[;,]|\s)\s*(?:url\s*=\s*)?(?:(?P<quote>["'])(?P<quoted>[^"']*)|(?P<bare>[^"'\s].*))""",
    re.IGNORECASE,
)
_TITLE_PX = 20
_DESCRIPTION_PX = 14


class Head(NamedTuple):
    """Fields of the same names in `pages`."""

    title: str | None
    title_px: int | None
    titles: int
    meta_description: str | None
    meta_description_px: int | None
    meta_descriptions: int
    canonical: str | None
    canonicals: list[str]
    robots: str | None
    robots_all: str | None
    lang: str | None
    viewport: str | None
    meta_refresh: str | None
    og_title: str | None
    og_image: str | None
    refresh_url: str | None
    rel_next: str | None
    rel_prev: str | None
    alternates: list[str]


def head(document: Document, link_header: str | None) -> Head:
    """Head facts of a page; `link_header`: the HTTP Link header, which may name a canonical too."""
    titles = [tag for tag in document.tags if tag.name == "title" and not tag.find_parent("svg")]
    metas = _metas(document)
    title = text_of(titles[0]) if titles else None
    descriptions = metas.get("description", [])
    description = collapse(descriptions[0]) if descriptions else None
    canonicals = _canonicals(document, link_header)
    return Head(
        title=title,
        title_px=None if title is None else pixel_width(title, _TITLE_PX),
        titles=len(titles),
        meta_description=description,
        meta_description_px=None if description is None else pixel_width(description, _DESCRIPTION_PX),
        meta_descriptions=len(descriptions),
        canonical=canonicals[0] if canonicals else None,
        canonicals=canonicals,
        robots=_first(metas, "robots"),
        robots_all=", ".join(metas["robots"]) if "robots" in metas else None,
        lang=_lang(document),
        viewport=_first(metas, "viewport"),
        meta_refresh=_first(metas, "http-equiv:refresh"),
        og_title=_first(metas, "property:og:title"),
        og_image=_first(metas, "property:og:image"),
        refresh_url=_refresh_url(document, metas.get("http-equiv:refresh", [])),
        rel_next=_relation(document, "next"),
        rel_prev=_relation(document, "prev"),
        alternates=_alternates(document),
    )


def _metas(document: Document) -> dict[str, list[str]]:
    """Contents of the meta elements by lower-case name, ``property:…`` or ``http-equiv:…``."""
    found: dict[str, list[str]] = {}
    for tag in document.tags:
        content = attribute(tag, "content") if tag.name == "meta" else None
        if content is None:
            continue
        for key in ("name", "property", "http-equiv"):
            if name := attribute(tag, key):
                prefix = "" if key == "name" else f"{key}:"
                found.setdefault(prefix + name.strip().lower(), []).append(content.strip())
    return found


def _first(metas: dict[str, list[str]], name: str) -> str | None:
    return metas[name][0] if name in metas else None


def _canonicals(document: Document, link_header: str | None) -> list[str]:
    hrefs = [attribute(tag, "href") for tag in document.tags if _is_canonical(tag)]
    hrefs.append(_canonical_of_header(link_header or ""))
    resolved = (document.resolve(href) for href in hrefs if href and href.strip())
    return list(dict.fromkeys(url for url in resolved if url))


def _is_canonical(tag: Tag) -> bool:
    return tag.name == "link" and "canonical" in (attribute(tag, "rel") or "").lower().split()


def _canonical_of_header(link_header: str) -> str | None:
    """Target of ``<…>; rel="canonical"`` in a Link header (RFC 8288)."""
    for part in link_header.split(",<"):
        target, _, parameters = part.strip().lstrip("<").partition(">")
        if "canonical" in parameters.replace('"', " ").replace("=", " ").lower().split():
            return target
    return None


def _refresh_url(document: Document, refreshes: list[str]) -> str | None:
    """Target of the first meta refresh that has one, as the HTML standard parses it."""
    for content in refreshes:
        match = _REFRESH.match(content)
        if match and (href := match["quoted"] if match["quote"] else match["bare"]):
            return document.resolve(href)
    return None


def _relation(document: Document, name: str) -> str | None:
    """Absolute target of the first <link> or <a> with this rel."""
    for tag in document.tags:
        if tag.name in ("link", "a") and name in (attribute(tag, "rel") or "").lower().split():
            return document.resolve(attribute(tag, "href") or "")
    return None


def _alternates(document: Document) -> list[str]:
    """Distinct targets of <link rel=alternate hreflang>."""
    hrefs = (
        attribute(tag, "href")
        for tag in document.tags
        if tag.name == "link"
        and attribute(tag, "hreflang")
        and "alternate" in (attribute(tag, "rel") or "").lower().split()
    )
    resolved = (document.resolve(href) for href in hrefs if href and href.strip())
    return list(dict.fromkeys(url for url in resolved if url))


def _lang(document: Document) -> str | None:
    root = next((tag for tag in document.tags if tag.name == "html"), None)
    return attribute(root, "lang") if root is not None else None
