"""Cookies that a host cannot be read without; all others are left alone, so that each page is seen afresh."""

from collections import Counter
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl, urlsplit

from crawler.answer import FetchFailure, Response
from crawler.urls import normalise

_MAX_SIZE = 4096
_MAX_HOPS = 5
_MISSES = 3
"""Detours that lead elsewhere before no more of their kind are followed: they cost requests."""


class Cookies:
    """Kept in memory for one crawl, each for the origin that set it and sent nowhere else.

    A host asks for cookies by redirects that lead back to where they began. What other answers set is not kept: a
    language or a basket remembered from one page would change the next.
    """

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, str]] = {}
        self._offered: dict[str, list[str]] = {}
        self._misses: Counter[str] = Counter()

    def header(self, url: str) -> str | None:
        """Value of the Cookie header for `url`; null: none is sent."""
        kept = self._kept.get(_origin(url)) if self._kept else None
        return "; ".join(f"{name}={value}" for name, value in kept.items()) if kept else None

    def learn(self, answer: Response | FetchFailure) -> bool:
        """Note a redirect and keep its cookies where they are needed.

        True: it leads to itself and set new ones, so asking again may help.
        """
        if isinstance(answer, FetchFailure) or not 300 <= answer.status < 400:
            return False
        url, target, set_cookies = normalise(answer.url) or answer.url, _target(answer), _set_cookies(answer)
        self._offered[url] = set_cookies
        if target not in self._offered or _origin(target) != _origin(url):
            return False
        before = dict(self._kept.get(_origin(url), {}))
        self._keep(url, [*self._offered[target], *set_cookies])
        return target == url and self._kept[_origin(url)] != before

    async def fetch(
        self, answer: Response, ask: Callable[[str], Awaitable[Response | FetchFailure | None]]
    ) -> bool:
        """Follow the redirect `answer` where it seems to be a detour for a cookie; `ask` gives an answer, or null
        where none may be asked for.

        True: it set some and led back, so asking the first URL again may help.
        """
        kind = _kind_of_detour(answer)
        if kind is None or self._misses[kind] >= _MISSES:
            return False
        url, offered, hop = normalise(answer.url) or answer.url, _set_cookies(answer), answer
        for _ in range(_MAX_HOPS):
            target = _target(hop)
            if target == url:
                self._keep(url, offered)
                return bool(offered)
            if target is None or _origin(target) != _origin(url):
                break
            found = await ask(target)
            if not isinstance(found, Response):
                break
            hop = found
            offered += _set_cookies(hop)
        self._misses[kind] += 1
        return False

    def judge(self, first: Response, again: Response | FetchFailure) -> None:
        """Note whether the cookies that followed `first` changed the answer."""
        kind = _kind_of_detour(first)
        if kind is not None:
            helped = isinstance(again, FetchFailure) or _target(again) != _target(first)
            self._misses[kind] = 0 if helped else self._misses[kind] + 1

    def _keep(self, url: str, set_cookies: list[str]) -> None:
        kept = self._kept.setdefault(_origin(url), {})
        for line in set_cookies:
            name, equals, value = (part.strip() for part in line.partition(";")[0].partition("="))
            if equals and (name + value).isascii() and (name + value).isprintable() and len(line) < _MAX_SIZE:
                kept[name] = value


def _kind_of_detour(answer: Response) -> str | None:
    """Names redirects that fare alike; null: `answer` shows no sign of leading back to its own URL.

    Signs: the target's query names the URL, or the answer sets a cookie. First pages show the latter to choose a
    language, and whoever crawls follows where they lead anyway.
    """
    url, target = normalise(answer.url), _target(answer)
    if url is None or target in (None, url) or _origin(target) != _origin(url):
        return None
    parts = urlsplit(target)
    if any(normalise(value, url) == url for _, value in parse_qsl(parts.query)):
        return _origin(url) + parts.path
    return _origin(url) if _set_cookies(answer) and urlsplit(url).path != "/" else None


def _target(answer: Response) -> str | None:
    location = answer.headers.get("location") if 300 <= answer.status < 400 else None
    return normalise(location, answer.url) if location else None


def _set_cookies(answer: Response) -> list[str]:
    return answer.headers.get_list("set-cookie")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
