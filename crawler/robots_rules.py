"""Allow and disallow rules: which of them decides about an address (RFC 9309, section 2.2.2)."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_AUTHORITY = re.compile(r"(?:[^/?;#]*://|//)?[^/?;#]*")
_TO_ESCAPE = re.compile(r'%[0-9A-Fa-f]{2}|[^!-~]|["<>\\^`{|}]')
_FREE_IN_QUERY = re.compile(r"%(?:2F|3A|3F|40)")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ALWAYS_ALLOWED = "/robots.txt"


class Rule(NamedTuple):
    """An allow or disallow line; `text` as published."""

    allow: bool
    pattern: bytes
    line: int
    text: str

    @property
    def length(self) -> int:
        """Octets by which rules are ranked: of the pattern, non-ASCII octets escaped, as Google counts them."""
        return len(self.pattern) + 2 * sum(octet > 127 for octet in self.pattern)


class Target(NamedTuple):
    """Path and query of an address, ready to match; `free`: with the escapes undone that a query does not need."""

    path: str
    free: str


def target_of(url: str) -> Target:
    """What rules are matched against: path and query of `url` without fragment, from the first slash."""
    rest = url[_end(url) :].partition("#")[0]
    path = _canonical((rest if rest.startswith("/") else "/" + rest).encode("utf-8", "surrogatepass"))
    path = path.replace("*", "%2A").replace("$", "%24")
    return Target(path, _free_query(path))


class Rules:
    """Rules of a group. The one with the longest pattern that matches decides; allow wins a tie.

    A rule is looked up by what its pattern begins with and by its longest piece, so that long lists stay fast, and is
    matched without backtracking: no pattern takes more than linear time. `key` is equal where rules decide alike.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        ranked = sorted((r for r in rules if r.pattern), key=lambda r: (-r.length, not r.allow, r.line))
        patterns: dict[_Pattern, Rule] = {}
        for rule in ranked:
            patterns.setdefault(_pattern(rule.pattern), rule)
        self._ranked = list(patterns.values())
        self.key = tuple((pattern, rule.allow) for pattern, rule in patterns.items())
        self._by_start: dict[str, list[tuple[int, str, _Pattern]]] = {}
        for rank, pattern in enumerate(patterns):
            piece = max(pattern.pieces, key=len)
            self._by_start.setdefault(pattern.start, []).append((rank, piece, pattern))
        self._lengths = sorted({len(start) for start in self._by_start})

    def deciding(self, target: Target) -> Rule | None:
        """The rule that decides about `target`; null: none does, so that it is allowed."""
        best = len(self._ranked)
        if target.path == _ALWAYS_ALLOWED:
            return None
        text = target.path if target.path == target.free else f"{target.path}\n{target.free}"
        for length in self._lengths:
            if length > len(target.path):
                break
            for rank, piece, pattern in self._by_start.get(target.path[:length], ()):
                if rank >= best:
                    break
                if piece in text and pattern.matches(target):
                    best = rank
                    break
        return self._ranked[best] if best < len(self._ranked) else None

    def forbid(self, target: Target) -> bool:
        rule = self.deciding(target)
        return rule is not None and not rule.allow


class _Pattern(NamedTuple):
    """`pieces`: what stands between its asterisks; `start`: what an address must begin with, up to a query."""

    pieces: tuple[str, ...]
    ended: bool
    queries: bool
    start: str

    def matches(self, target: Target) -> bool:
        text = target.free if self.queries else target.path
        first, *others = self.pieces
        if not text.startswith(first):
            return False
        if not others:
            return not self.ended or text == first
        last = others.pop() if self.ended else ""
        at = len(first)
        for piece in others:
            at = text.find(piece, at)
            if at < 0:
                return False
            at += len(piece)
        return len(text) - len(last) >= at and text.endswith(last)


def _pattern(published: bytes) -> _Pattern:
    text = _canonical(published)
    ended = text.endswith("$")
    text = text.removesuffix("$").replace("$", "%24")
    queries = "?" in text
    if queries:
        text = _free_query(text)
    first, *others = text.split("*")
    if others:
        others = [*filter(None, others[:-1]), others[-1]]
    return _Pattern((first, *others), ended, queries, first.partition("?")[0])


def _end(url: str) -> int:
    """Where scheme and authority of `url` end."""
    found = _AUTHORITY.match(url)
    return found.end() if found else 0


def _canonical(octets: bytes) -> str:
    """`octets` percent-encoded alike: what must be escaped is, in upper case, and what need not be is not.

    RFC 9309 asks for the latter, too (`%62%61%7A` is `baz`); Google's parser leaves it to whoever writes the rules.
    """
    return _TO_ESCAPE.sub(_escape, octets.decode("latin-1"))


def _escape(found: re.Match[str]) -> str:
    char = chr(int(found[0][1:], 16)) if len(found[0]) == 3 else found[0]
    return char if char in _UNRESERVED else f"%{ord(char):02X}"


def _free_query(text: str) -> str:
    """`text` with its query's `/ : ? @` unescaped, which stand for themselves there (RFC 3986, section 3.4)."""
    path, mark, query = text.partition("?")
    return path + mark + _FREE_IN_QUERY.sub(lambda found: chr(int(found[0][1:], 16)), query)
