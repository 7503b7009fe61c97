"""Cookies that a host cannot be read without; all others are left alone, so that each page is seen afresh."""

from urllib.parse import urlsplit

from crawler.urls import normalise

_MAX_SIZE = 4096


class Cookies:
    """Kept in memory for one crawl, each for the origin that set it and sent nowhere else.

    A host asks for cookies by a redirect of an address to itself. What other answers set is not kept: a language
    or a basket remembered from one page would change the next.
    """

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, str]] = {}

    def header(self, url: str) -> str | None:
        """Value of the Cookie header for `url`; null: none is sent."""
        kept = self._kept.get(_origin(url)) if self._kept else None
        return "; ".join(f"{name}={value}" for name, value in kept.items()) if kept else None

    def learn(self, url: str, location: str | None, set_cookies: list[str]) -> bool:
        """Keep what a redirect of `url` sets, where it leads back there; whether that changed anything."""
        if not set_cookies or not location or normalise(location, url) != normalise(url):
            return False
        kept = self._kept.setdefault(_origin(url), {})
        before = dict(kept)
        for line in set_cookies:
            name, equals, value = line.partition(";")[0].partition("=")
            if equals and _is_sound(name.strip() + value.strip()):
                kept[name.strip()] = value.strip()
        return kept != before and sum(map(len, kept.values())) <= _MAX_SIZE


def _is_sound(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
