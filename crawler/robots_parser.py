"""The lines and groups of a robots.txt, read as Google's open parser reads them (RFC 9309 and what it forgives)."""

import math
import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

MAX_BYTES = 500 * 1024
"""Google reads the first 500 KiB; what follows is ignored."""

MAX_LINE = 2083 * 8 - 1
"""Octets of a line that Google's parser reads: eight times the longest address that browsers took."""

Kind = Literal["user-agent", "allow", "disallow", "sitemap", "crawl-delay", "other", "unreadable"]

_BOM = b"\xef\xbb\xbf"
_BLANK = re.compile(rb"[ \t]+")
_TOKEN = re.compile(rb"[A-Za-z_-]*")
_SPELLINGS: tuple[tuple[Kind, tuple[bytes, ...]], ...] = (
    ("user-agent", (b"user-agent", b"useragent", b"user agent")),
    ("allow", (b"allow",)),
    ("disallow", (b"disallow", b"dissallow", b"dissalow", b"disalow", b"diasllow", b"disallaw")),
    ("sitemap", (b"sitemap", b"site-map")),
    ("crawl-delay", (b"crawl-delay", b"crawldelay")),
)
"""How a directive may begin; the misspellings are those that Google's parser forgives."""


class Line(NamedTuple):
    """A line that is neither empty nor a comment. `kind`: what it is taken for; `directive`: as published, in lower
    case; `text`: the whole line without its comment."""

    number: int
    kind: Kind
    directive: str
    value: bytes
    text: str
    colon: bool


@dataclass
class Group:
    """User-agent lines and the rules below them."""

    agents: list[str] = field(default_factory=list)
    rules: list[Line] = field(default_factory=list)


@dataclass
class RobotsFile:
    """What a robots.txt says. `lines`: each with the group that it belongs to; `groups`: by product token in lower
    case, several where a token is named again; `names`: the same tokens as published; `delays`: seconds by token;
    `rest`: where a line stands beyond the first 500 KiB, its number and beginning."""

    lines: list[tuple[Line, Group | None]] = field(default_factory=list)
    groups: dict[str, list[Group]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    delays: dict[str, float] = field(default_factory=dict)
    sitemaps: list[str] = field(default_factory=list)
    rest: tuple[int, str] | None = None


def parse(body: bytes) -> RobotsFile:
    """Lines and groups of `body`; never raises, in time linear to the size of `body`.

    Rules before any user-agent line are of no group. Only allow and disallow lines end the list of user agents that
    a group begins with: a Sitemap, a Crawl-delay or an unknown line does not.
    """
    file = RobotsFile()
    group: Group | None = None
    without_delay: list[str] = []
    texts = _without_bom(body[:MAX_BYTES]).splitlines()
    for line in filter(None, map(_line, range(1, len(texts) + 1), texts)):
        if line.kind == "user-agent":
            if group is None or group.rules:
                group, without_delay = Group(), []
            without_delay += _name_agent(file, group, line)
        elif line.kind in ("allow", "disallow") and group is not None:
            group.rules.append(line)
        elif line.kind == "crawl-delay":
            seconds = delay_of(line.value)
            if seconds is not None:
                file.delays.update({t: seconds for t in without_delay if t not in file.delays})
                without_delay = []
        elif line.kind == "sitemap" and line.value:
            file.sitemaps.append(decoded(line.value))
        file.lines.append((line, None if line.kind == "sitemap" else group))
    file.rest = _rest(body, len(texts))
    return file


def delay_of(value: bytes) -> float | None:
    """Seconds of a Crawl-delay; null where it is no number that one can wait for."""
    try:
        seconds = float(value)
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def decoded(octets: bytes) -> str:
    return octets.decode("utf-8", "replace")


def _line(number: int, raw: bytes) -> Line | None:
    text = raw[:MAX_LINE].partition(b"\0")[0].partition(b"#")[0].strip()
    if not text:
        return None
    name, colon, value = text.partition(b":")
    if not colon:
        words = _BLANK.split(text)
        name, value = words if len(words) == 2 else (b"", text)
    name = name.strip().lower()
    kind = _kind(name)
    if not name or (not colon and kind == "other"):
        return Line(number, "unreadable", "", text, decoded(text), bool(colon))
    return Line(number, kind, decoded(name), value.strip(), decoded(text), bool(colon))


def _kind(name: bytes) -> Kind:
    return next((kind for kind, spellings in _SPELLINGS if name.startswith(spellings)), "other")


def _name_agent(file: RobotsFile, group: Group, line: Line) -> list[str]:
    """Let `group` be one of the agent that `line` names; returns its token, none where it names nobody."""
    name = decoded(line.value)
    group.agents.append(name)
    token = _token(line.value)
    if not token:
        return []
    file.names.setdefault(token, name)
    groups = file.groups.setdefault(token, [])
    if not groups or groups[-1] is not group:
        groups.append(group)
    return [token]


def _token(value: bytes) -> str:
    """Product token of a user-agent line: `*`, else the letters, hyphens and underscores that it begins with."""
    if value[:1] == b"*" and not value[1:2].strip():
        return "*"
    found = _TOKEN.match(value)
    return found[0].decode("ascii").lower() if found else ""


def _without_bom(body: bytes) -> bytes:
    """`body` without its byte order mark, or the part of one that it begins with."""
    marks = next((n for n in range(3) if body[n : n + 1] != _BOM[n : n + 1]), 3)
    return body[marks:]


def _rest(body: bytes, lines: int) -> tuple[int, str] | None:
    tail = body[MAX_BYTES : MAX_BYTES + MAX_LINE].strip()
    if not tail:
        return None
    whole = body[MAX_BYTES - 1 : MAX_BYTES] in (b"\n", b"\r")
    return lines + whole, decoded(tail.splitlines()[0][:200])
