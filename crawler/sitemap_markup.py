"""What the elements of a sitemap or a feed say; for markup that is no XML, where its tags stand."""

import html
import re
from collections.abc import Mapping
from typing import NamedTuple

MAX_ENTRIES = 50_000
"""The protocol's limit for what one sitemap lists: https://www.sitemaps.org/protocol.html"""

_MAX_DEPTH = 100
_SITEMAP = (
    {"url", "sitemap"},
    {"loc": "loc", "lastmod": "lastmod", "changefreq": "changefreq", "priority": "priority"},
)
_FORMS: dict[str, tuple[set[str], dict[str, str]]] = {
    "urlset": _SITEMAP,
    "index": _SITEMAP,
    "rss": ({"item"}, {"link": "loc", "pubdate": "lastmod"}),
    "text": (set(), {}),
    "atom": ({"entry"}, {"link": "loc", "updated": "lastmod"}),
}
"""Elements that list something, and what their direct children mean, by format."""

_MARK = re.compile(
    r"<!--|<(/?)(?:([\w.-]++):)?(url|sitemap|loc|lastmod|changefreq|priority|item|link|pubdate|entry|updated)"
    r"(?=[\s/>])([^<>]{0,4096}+)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""\b(href|rel)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


class Entry(NamedTuple):
    """A URL as a sitemap names it: `loc` is not resolved."""

    loc: str
    lastmod: str | None = None
    changefreq: str | None = None
    priority: str | None = None


class TooDeep(ValueError):
    """Elements stand in each other deeper than any sitemap needs."""


class Reader:
    """Takes the events of a parser, tags as `{namespace}name`, and keeps what is listed.

    `listed` and `sitemaps` count all pages and sitemaps, also those beyond the limit; `nameless` those without address.
    """

    def __init__(self, form: str) -> None:
        self.items, self.fields = _FORMS[form]
        self.entries: list[Entry] = []
        self.children: list[str] = []
        self.listed = self.sitemaps = self.nameless = 0
        self._depth = 0
        self._item: tuple[str, str, int] | None = None
        self._field: str | None = None
        self._found: dict[str, str] = {}
        self._chunks: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise TooDeep
        space, _, name = tag.lower().rpartition("}")
        if self._item is None:
            if name in self.items:
                self._item, self._found = (space, name, self._depth), {}
        elif (space, self._depth - 1) == (self._item[0], self._item[2]) and name in self.fields:
            self._field, self._chunks = self.fields[name], []
            if name == "link" and attributes.get("rel", "alternate") == "alternate":
                self._chunks.append(attributes.get("href", ""))

    def data(self, text: str) -> None:
        if self._field is not None:
            self._chunks.append(text)

    def end(self, tag: str) -> None:
        if self._item is not None and self._depth == self._item[2]:
            self._finish()
        elif self._item is not None and self._field is not None and self._depth == self._item[2] + 1:
            if value := "".join(self._chunks).strip():
                self._found.setdefault(self._field, value)
            self._field = None
        self._depth -= 1

    def add(self, entry: Entry) -> None:
        """List a page."""
        self.listed += 1
        if self.listed <= MAX_ENTRIES:
            self.entries.append(entry)

    def drop_field(self) -> None:
        """Forget the field that is being read."""
        self._field = None

    @property
    def located(self) -> bool:
        """What is being read has its address."""
        return "loc" in self._found

    def _finish(self) -> None:
        name, found = self._item[1] if self._item else "", self._found
        self._item, self._found = None, {}
        if "loc" not in found:
            self.nameless += 1
        elif name == "sitemap":
            self.sitemaps += 1
            if self.sitemaps <= MAX_ENTRIES:
                self.children.append(found["loc"])
        else:
            self.add(Entry(**found))


def scan(text: str, reader: Reader, implied: str, prefix: str) -> None:
    """Give `reader` the tags of markup that is no XML, in time that grows with its length.

    Tags that are not closed end where the next begins; an address outside of any element makes one of its own, named
    `implied`, if its prefix is `prefix`. What is cut off at the end of the text is left out.
    """
    opened: list[str] = []
    at, comments = 0, True
    while mark := _MARK.search(text, at):
        if len(opened) == 2:
            reader.data(_plain(text[at : mark.start()]))
        at = mark.end()
        if mark.group(3) is None:
            end = text.find("-->", at) if comments else -1
            comments = end >= 0
            at = end if comments else at
            continue
        _tag(mark, reader, opened, f"{{{prefix}}}{implied}".lower())
    reader.drop_field()
    if reader.located:
        _close(reader, opened, 0)


def _tag(mark: re.Match[str], reader: Reader, opened: list[str], implied: str) -> None:
    """One tag; `opened` are the open item and field."""
    closing, prefix, name, rest = mark.groups()
    tag = f"{{{prefix or ''}}}{name}".lower()
    space, name = tag.rpartition("}")[0], name.lower()
    if closing and tag in opened:
        _close(reader, opened, opened.index(tag))
        return
    _close(reader, opened, 1)
    if closing:
        return
    if name in reader.items:
        _close(reader, opened, 0)
        _open(reader, opened, tag)
    elif name in reader.fields and space == (opened[0] if opened else implied).rpartition("}")[0]:
        if name == "loc" and (not opened or reader.located):
            _close(reader, opened, 0)
            _open(reader, opened, implied)
        if opened:
            _open(reader, opened, tag, rest)
            _close(reader, opened, 1 if rest.endswith("/") else 2)


def _open(reader: Reader, opened: list[str], tag: str, rest: str = "") -> None:
    found = _ATTRIBUTE.finditer(rest)
    reader.start(tag, {m.group(1).lower(): _plain(m.group(2) or m.group(3) or "") for m in found})
    opened.append(tag)


def _close(reader: Reader, opened: list[str], down_to: int) -> None:
    while len(opened) > down_to:
        reader.end(opened.pop())


def _plain(text: str) -> str:
    """Character data up to a stray <, without CDATA marks, its entities replaced; an & that is none stays."""
    text = text.replace("<![CDATA[", "").replace("]]>", "").partition("<")[0]
    return _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)
