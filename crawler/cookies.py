"""Cookies that a host cannot be read without; all others are left alone, so that each page is seen afresh."""

from urllib.parse import urlsplit

from crawler.urls import normalise

_MAX_SIZE = 4096


class Cookies:
    """Kept in memory for one crawl, each for the origin that set it and sent nowhere else.

    A host asks for cookies by redirects that lead back to where they began. What other answers set is not kept: a
    language or a basket remembered from one page would change the next.
    """

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, str]] = {}
        self._offered: dict[str, list[str]] = {}

    def header(self, url: str) -> str | None:
        """Value of the Cookie header for `url`; null: none is sent."""
        kept = self._kept.get(_origin(url)) if self._kept else None
        return "; ".join(f"{name}={value}" for name, value in kept.items()) if kept else None

    def learn(self, url: str, location: str | None, set_cookies: list[str]) -> bool:
        """Note a redirect of `url` and keep its cookies where they are needed.

        True: it leads to itself and set new ones, so asking again may help.
        """
        url = normalise(url) or url
        target = normalise(location, url) if location else None
        self._offered[url] = set_cookies
        if target not in self._offered or _origin(target) != _origin(url):
            return False
        kept = self._kept.setdefault(_origin(url), {})
        before = dict(kept)
        for line in (*self._offered[target], *set_cookies):
            name, equals, value = (part.strip() for part in line.partition(";")[0].partition("="))
            if equals and (name + value).isascii() and (name + value).isprintable() and len(line) < _MAX_SIZE:
                kept[name] = value
        return target == url and kept != before


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
