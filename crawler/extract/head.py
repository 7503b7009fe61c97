"""What a page tells search engines, browsers and networks of itself: a row a tag, and the first of each kind."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from crawler.extract.document import Document, attribute, text_of
from crawler.extract.link_header import link_header_entries
from crawler.extract.pixels import pixel_width
from crawler.extract.tree import Element
from crawler.tables.facts import HeadTagRow
from crawler.text import collapse

_REFRESH = re.compile(
    r"""\s*[\d.]+\s*(?:[;,]|\s)\s*(?:url\s*=\s*)?(?:(?P<quote>["'])(?P<quoted>[^"']*)|(?P<bare>[^"'\s].*))""",
    re.IGNORECASE,
)
_TITLE_PX = 20
_DESCRIPTION_PX = 14
_NAMES_ADDRESS = frozenset(
    {"og:url", "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "og:video"}
)
_OF_LINKS = ("hreflang", "media", "type")


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
    charset_declared: str | None
    doctype: str | None
    base_href: str | None
    viewport: str | None
    meta_refresh: str | None
    og_title: str | None
    og_image: str | None
    refresh_url: str | None
    rel_next: str | None
    rel_prev: str | None
    alternates: list[str]
    icon: str | None


def head_tags(document: Document, link_header: str | None) -> list[HeadTagRow]:
    """Titles, metas, links and bases in document order, positions from 1; then those of the HTTP Link header."""
    found = [said for tag in document.named("title", "meta", "link", "base") for said in _said_by(tag)]
    found += [
        _Said(f"link:{rel}", entry.target, "header", entry.attributes)
        for entry in link_header_entries(link_header or "")
        for rel in entry.rels
    ]
    return [_row(document, position, said) for position, said in enumerate(found, start=1)]


def head(document: Document, rows: list[HeadTagRow]) -> Head:
    """The first of each kind among `rows`; robots directives all together, since each of them counts."""
    by_name: dict[str, list[HeadTagRow]] = {}
    for row in rows:
        by_name.setdefault(row.name, []).append(row)
    title = _first(by_name, "title")
    description = _first(by_name, "description")
    robots = [row.value for row in by_name.get("robots", ())]
    canonicals = _targets(by_name.get("link:canonical", ()))
    return Head(
        title=title,
        title_px=None if title is None else pixel_width(title, _TITLE_PX),
        titles=len(by_name.get("title", ())),
        meta_description=None if description is None else collapse(description),
        meta_description_px=None if description is None else pixel_width(collapse(description), _DESCRIPTION_PX),
        meta_descriptions=len(by_name.get("description", ())),
        canonical=canonicals[0] if canonicals else None,
        canonicals=canonicals,
        robots=robots[0] if robots else None,
        robots_all=", ".join(robots) if robots else None,
        lang=document.attribute_of_root("lang"),
        charset_declared=_first(by_name, "charset"),
        doctype=document.doctype,
        base_href=_first(by_name, "base"),
        viewport=_first(by_name, "viewport"),
        meta_refresh=_first(by_name, "http-equiv:refresh"),
        og_title=_first(by_name, "og:title"),
        og_image=_first(by_name, "og:image"),
        refresh_url=next(iter(_targets(by_name.get("http-equiv:refresh", ()))), None),
        rel_next=_relation(document, by_name, "next"),
        rel_prev=_relation(document, by_name, "prev"),
        alternates=_targets(row for row in by_name.get("link:alternate", ()) if row.hreflang),
        icon=next(iter(_targets(by_name.get("link:icon", ()))), None),
    )


class _Said(NamedTuple):
    """What a tag says, and under which name; `attributes`: those of a link."""

    name: str
    value: str
    place: str
    attributes: Mapping[str, str]


def _said_by(tag: Element) -> Iterator[_Said]:
    place = "head" if tag.parent is not None and tag.parent.name == "head" else "body"
    attributes = {}
    if tag.name == "link":
        attributes = {name: value for name in _OF_LINKS if (value := attribute(tag, name)) is not None}
    elif "media" in tag.attrs:
        attributes = {"media": attribute(tag, "media") or ""}
    for name, value in _said(tag):
        yield _Said(name, value, place, attributes)


def _said(tag: Element) -> Iterator[tuple[str, str]]:
    """Names that a tag speaks under, and what it says."""
    if tag.name == "title":
        if not any(parent.name == "svg" for parent in tag.parents):
            yield "title", text_of(tag)
    elif tag.name == "meta":
        yield from _of_meta(tag)
    elif (href := attribute(tag, "href")) is not None or "hreflang" in tag.attrs:
        href = href or ""
        if tag.name == "base":
            yield "base", href
        else:
            yield from (
                (f"link:{rel}", href) for rel in dict.fromkeys((attribute(tag, "rel") or "").lower().split())
            )


def _of_meta(tag: Element) -> Iterator[tuple[str, str]]:
    if (charset := attribute(tag, "charset")) is not None:
        yield "charset", charset.strip()
    if (content := attribute(tag, "content")) is None:
        return
    names = [(attribute(tag, key) or "").strip().lower() for key in ("name", "property")]
    yield from ((name, content.strip()) for name in dict.fromkeys(names) if name)
    if equivalent := (attribute(tag, "http-equiv") or "").strip().lower():
        yield f"http-equiv:{equivalent}", content.strip()


def _row(document: Document, position: int, said: _Said) -> HeadTagRow:
    kind = said.attributes.get("type")
    return HeadTagRow(
        url=document.url,
        position=position,
        name=said.name,
        value=said.value,
        target_url=_target(document, said.name, said.value),
        hreflang=said.attributes.get("hreflang"),
        media=said.attributes.get("media"),
        type=kind.strip().lower() if kind else None,
        place=said.place,
    )


def _target(document: Document, name: str, value: str) -> str | None:
    """Absolute address that a tag names; null where it names none."""
    if name == "http-equiv:refresh":
        match = _REFRESH.match(value)
        value = (match["quoted"] if match["quote"] else match["bare"]) if match else ""
    elif not name.startswith("link:") and name not in _NAMES_ADDRESS:
        return None
    return document.resolve(value) if value.strip() else None


def _first(by_name: Mapping[str, list[HeadTagRow]], name: str) -> str | None:
    return by_name[name][0].value if name in by_name else None


def _targets(rows: Iterable[HeadTagRow]) -> list[str]:
    """Distinct addresses that rows name, in order."""
    return list(dict.fromkeys(row.target_url for row in rows if row.target_url))


def _relation(document: Document, by_name: Mapping[str, list[HeadTagRow]], name: str) -> str | None:
    """Absolute target of the first <link>, else <a>, with this rel."""
    if f"link:{name}" in by_name:
        return by_name[f"link:{name}"][0].target_url
    for tag in document.named("a"):
        if "rel" in tag.attrs and name in (attribute(tag, "rel") or "").lower().split():
            return document.resolve(attribute(tag, "href") or "")
    return None
