"""Sitemaps as published: XML (urlset or index), plain text, RSS or Atom; gzip or not, whole or broken."""

import re
from dataclasses import dataclass
from itertools import islice
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from crawler.sitemap_body import Body, read_body
from crawler.sitemap_markup import MAX_ENTRIES, Entry, Reader, scan

_ROOT = re.compile(
    r"<!doctype\s{1,9}html\b|<(?:([\w.-]++):)?(html|urlset|sitemapindex|rss|rdf|feed)(?=[\s/>])"
    r"|<(url|sitemap)>\s*+<loc\b",
    re.IGNORECASE,
)
_FORMATS = {"urlset": "urlset", "url": "urlset", "sitemapindex": "index", "sitemap": "index", "feed": "atom"}
_BLANK = "\ufeff \t\r\n"
_SHOWN = 60
_LINE = re.compile(r"[^\r\n]+")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_STRAY_AMPERSAND = re.compile(r"&(?!(?:#\d|#x[0-9a-f]|[a-z])\w*;)", re.IGNORECASE)


@dataclass(frozen=True)
class Sitemap:
    """What a sitemap lists, at most 50,000 `entries` and as many `children`: the sitemaps that an index names.

    `format`: urlset, index, text, rss or atom, null where it is none; `problems`: what is wrong, in words; `bytes`:
    its size, unfolded; `listed` and `sitemaps` count what it lists, also beyond the limit.
    """

    entries: tuple[Entry, ...] = ()
    children: tuple[str, ...] = ()
    format: str | None = None
    problems: tuple[str, ...] = ()
    bytes: int = 0
    listed: int = 0
    sitemaps: int = 0


def parse_sitemap(body: bytes) -> Sitemap:
    """What a sitemap's bytes hold, as far as it can be read; never raises, whatever they are."""
    read = read_body(body)
    root = _ROOT.search(read.text)
    if root is None:
        return _from_plain(read)
    name = (root.group(2) or root.group(3) or "html").lower()
    if name == "html":
        return _none(read, "a web page, no sitemap")
    form = _FORMATS.get(name, "rss")
    reader, problems = _read_markup(read, root, form)
    return _sitemap(read, form, reader, [*read.problems, *problems])


def _none(read: Body, problem: str) -> Sitemap:
    return Sitemap(problems=(*read.problems, problem), bytes=read.size)


def _sitemap(read: Body, form: str, reader: Reader, problems: list[str]) -> Sitemap:
    if reader.nameless:
        problems.append(f"entries without an address: {reader.nameless:,}")
    if form == "index" and reader.listed:
        problems.append("an index that lists pages, too")
    if form == "urlset" and reader.sitemaps:
        problems.append("lists sitemaps, although it is no index")
    if not reader.listed and not reader.sitemaps:
        problems.append("lists nothing")
    problems += _beyond(max(reader.listed, reader.sitemaps))
    return Sitemap(
        tuple(reader.entries),
        tuple(reader.children),
        form,
        tuple(problems),
        read.size,
        reader.listed,
        reader.sitemaps,
    )


def _beyond(listed: int) -> list[str]:
    if listed <= MAX_ENTRIES:
        return []
    return [f"lists {listed:,} addresses: those after the first {MAX_ENTRIES:,} are left out"]


def _read_markup(read: Body, root: re.Match[str], form: str) -> tuple[Reader, list[str]]:
    """What is listed, and what is wrong with the markup."""
    problems = []
    start = _start(read.text, root.start())
    if before := read.text[:start].strip(_BLANK):
        problems.append(f"text stands before the XML: “{before[:_SHOWN]}”")
    elif start and read.text.startswith("<?xml", start):
        problems.append("white space stands before the XML declaration")
    reader = Reader(form)
    error = _read_xml(read.text, start, reader) if read.whole else None
    if error or not read.whole:
        reader = Reader(form)
        scan(read.text, reader, "sitemap" if form == "index" else "url", root.group(1) or "")
    return reader, [*problems, error] if error else problems


def _start(text: str, root: int) -> int:
    """Where the XML begins that `root` is the root of: at its declaration, at comments before it, or there."""
    declared = text.find("<?xml ", 0, root)
    if declared >= 0:
        return declared
    first = len(text) - len(text.lstrip(_BLANK))
    return first if text.startswith(("<!", "<?"), first) else root


def _read_xml(text: str, start: int, reader: Reader) -> str | None:
    """Why `text` is no XML; null where it is and `reader` has it all."""
    parser = XMLParser(target=reader)
    try:
        parser.feed(text[start:])
        parser.close()
    except ParseError as error:
        line = text.count("\n", 0, start) + error.position[0]
        return f"not valid XML in line {line}: {_reason(text, line, error)}"
    except DefusedXmlException:
        return "not valid XML for a sitemap: it declares entities, which are not read"
    except ValueError:
        return "not valid XML: it cannot be read"
    return None


def _reason(text: str, line: int, error: ParseError) -> str:
    published = next(islice(text.split("\n", line), line - 1, None), "")
    if "invalid token" in str(error) and _STRAY_AMPERSAND.search(published):
        return "an & that is not written &amp;"
    return str(error).partition(":")[0]


def _from_plain(read: Body) -> Sitemap:
    """A list of addresses, one a line."""
    if read.text.lstrip(_BLANK).startswith("<"):
        return _none(read, "neither a sitemap nor a feed: " + read.text.lstrip(_BLANK)[:_SHOWN])
    reader, others = Reader("text"), 0
    for line in _LINE.finditer(read.text):
        loc = line.group().strip(_BLANK)
        if _ADDRESS.match(loc):
            reader.add(Entry(loc))
        else:
            others += bool(loc)
    if not reader.listed:
        return _none(read, "neither XML nor a list of addresses" if others else "empty")
    problems = [f"lines that are no address: {others:,}"] * bool(others)
    return _sitemap(read, "text", reader, [*read.problems, *problems])
