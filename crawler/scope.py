"""Which addresses belong to a crawl: hosts, a path, and what the operator includes or excludes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from crawler.robots_rules import Rule, Rules, target_of
from crawler.urls import host


@dataclass(frozen=True)
class Hosts:
    """Hosts that are crawled, with port as in a normalised URL. `domain`: it and all below belong too."""

    names: frozenset[str]
    domain: str | None = None

    def include(self, url: str) -> bool:
        """`url`, normalised, is on one of them."""
        name = host(url)
        return name in self.names or (self.domain is not None and f".{name}".endswith(f".{self.domain}"))


@dataclass(frozen=True)
class Scope:
    """What may be crawled. `path`: prefix that paths must have; null: any.

    A pattern is matched as robots.txt does it: from the beginning of path and query, `*` for anything, `$` for the
    end. One that names scheme and host is for that host alone.
    """

    hosts: Hosts
    path: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def why_not(self, url: str) -> str | None:
        """Why `url`, which is on one of the hosts, is left out; null: it is not."""
        path = _path_and_query(url)
        if self.path is not None and not path.startswith(self.path):
            return f"outside of the path {self.path}"
        if pattern := _matching(self.exclude, url):
            return f"excluded by the pattern {pattern}"
        if self.include and not _matching(self.include, url):
            return "matches none of the patterns to include"
        return None


def hosts_of(seed: str, others: Sequence[str] = (), *, subdomains: bool = False) -> Hosts:
    """The hosts of a crawl of `seed`: its own, `others` as typed, and its domain's where `subdomains` count."""
    own = host(seed)
    return Hosts(frozenset({own, *others}), own.removeprefix("www.") if subdomains else None)


def directory(url: str) -> str:
    """Path of `url` up to its last slash: `/blog/` for `/blog/post`."""
    path = _path_and_query(url).partition("?")[0]
    return path[: path.rfind("/") + 1]


def _path_and_query(url: str) -> str:
    return "/" + url.split("/", 3)[3]


def _matching(patterns: Sequence[str], url: str) -> str | None:
    return next((pattern for pattern in patterns if _matches(pattern, url)), None)


def _matches(pattern: str, url: str) -> bool:
    origin, rules = _rules(pattern)
    return url.startswith(origin) and rules.forbid(target_of(url))


@cache
def _rules(pattern: str) -> tuple[str, Rules]:
    """Origin and rule of a pattern: `https://a.example/x*` is `/x*` on that origin."""
    origin, path = "", pattern
    if "://" in pattern:
        scheme, _, rest = pattern.partition("://")
        name, _, path = rest.partition("/")
        origin, path = f"{scheme}://{name}/", f"/{path}"
    return origin, Rules([Rule(allow=False, pattern=path.encode(), line=0, text=pattern)])
