"""The URLs that a crawl knows: which to fetch next, and what came of each."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.urls import without_credentials

WELL_KNOWN = "well-known address"
"""`found_on` of what is asked for without anybody naming it: robots.txt, /sitemap.xml."""


@dataclass
class Known:
    """A URL of the site; `found_on` is the page or sitemap that first named it."""

    url: str
    found_on: str | None
    in_sitemap: bool = False
    linked: bool = False


class Frontier:
    """Each URL is handed out once, those found by links before those found in sitemaps only."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._linked: deque[str] = deque()
        self._listed: deque[str] = deque()
        self._taken: set[str] = set()

    def add(self, url: str, found_on: str | None, *, from_sitemap: bool = False) -> None:
        """Remember `url`, whose user name and password are left out: they are the same page, and no one else's
        business. A second finding only adds what was not known of it."""
        url = without_credentials(url)
        known = self._known.setdefault(url, Known(url, found_on))
        if from_sitemap and not known.in_sitemap:
            known.in_sitemap = True
            self._listed.append(url)
        elif not from_sitemap and not known.linked:
            known.linked = True
            self._linked.append(url)

    def take(self) -> Known | None:
        """The next URL to fetch; null where none waits."""
        for queue in (self._linked, self._listed):
            while queue:
                url = queue.popleft()
                if url not in self._taken:
                    self._taken.add(url)
                    return self._known[url]
        return None

    def claim(self, url: str) -> bool:
        """Take `url` out of turn; false where it was handed out before."""
        self._known.setdefault(url, Known(url, None))
        if url in self._taken:
            return False
        self._taken.add(url)
        return True

    def __len__(self) -> int:
        return len(self._known)

    def in_sitemap(self, url: str) -> bool:
        """A sitemap names `url`."""
        return url in self._known and self._known[url].in_sitemap

    def __getitem__(self, url: str) -> Known:
        return self._known[url]

    def waiting(self) -> Iterator[Known]:
        """Known URLs that were never handed out."""
        return (known for url, known in self._known.items() if url not in self._taken)
