"""The URLs that a crawl knows: which to fetch next, and how each was found."""

import heapq
import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.urls import without_credentials

WELL_KNOWN = "well-known address"
"""`found_on` of what is asked for without anybody naming it: robots.txt, /sitemap.xml."""

WAYS = (
    "seed",
    "list",
    "link",
    "redirect",
    "canonical",
    "refresh",
    "pagination",
    "hreflang",
    "sitemap",
    "well-known",
)
"""How a URL can be found, strongest first."""

_WEIGHT = {way: weight for weight, way in enumerate(WAYS)}
_NO_CLICKS = 1 << 30


@dataclass(slots=True)
class Known:
    """A URL of the site. `found_on`: page or sitemap that first named it; `way`: the strongest of WAYS;
    `depth`: fewest clicks from the seed as far as they are known, null: none lead there."""

    url: str
    found_on: str | None
    way: str
    depth: int | None = None
    in_sitemap: bool = False

    @property
    def rank(self) -> int:
        """Place in the order of fetching: by clicks, what no click leads to comes last."""
        return _NO_CLICKS if self.depth is None else self.depth


class Frontier:
    """Each URL is handed out once, in order of its clicks from the seed.

    `max_depth`: what is further away is not handed out. Then a level waits for the one before, so that the depths
    are exact.
    """

    def __init__(self, max_depth: int | None = None) -> None:
        self._max_depth = max_depth
        self._known: dict[str, Known] = {}
        self._heap: list[tuple[int, int, str]] = []
        self._order = itertools.count()
        self._taken: dict[str, int] = {}
        self._at_work: Counter[int] = Counter()

    def add(self, url: str, found_on: str | None, way: str = "link", depth: int | None = None) -> None:
        """Remember `url`, whose user name and password are left out: they are the same page, and no one else's
        business. A second finding only adds what was not known of it."""
        url = without_credentials(url)
        known = self._known.get(url)
        if known is None:
            known = self._known[url] = Known(url, found_on, way, depth)
            self._push(known)
        elif depth is not None and depth < known.rank:
            known.depth = depth
            self._push(known)
        if _WEIGHT[way] < _WEIGHT[known.way]:
            known.way, known.found_on = way, found_on
        known.in_sitemap |= way == "sitemap"

    def take(self) -> Known | None:
        """The next URL to fetch; null where none waits, or none may go before what is at work."""
        while self._heap:
            rank, _, url = self._heap[0]
            if url not in self._taken:
                if not self._may_go(rank):
                    return None
                self._taken[url] = rank
                self._at_work[rank] += 1
                heapq.heappop(self._heap)
                return self._known[url]
            heapq.heappop(self._heap)
        return None

    def done(self, known: Known, *, visited: bool = True) -> None:
        """Say that `known`, which was taken, has told all that it leads to; or, not `visited`, that it waits again."""
        rank = self._taken[known.url]
        self._at_work[rank] -= 1
        if not self._at_work[rank]:
            del self._at_work[rank]
        if not visited:
            del self._taken[known.url]

    def claim(self, url: str) -> bool:
        """Take `url` out of turn; false where it was handed out before."""
        self._known.setdefault(url, Known(url, None, "well-known"))
        if url in self._taken:
            return False
        self._taken[url] = _NO_CLICKS
        return True

    def waiting(self) -> Iterator[Known]:
        """Known URLs that were never handed out."""
        return (known for url, known in self._known.items() if url not in self._taken)

    def too_deep(self, known: Known) -> bool:
        """`known` is more clicks away than the limit allows."""
        return self._max_depth is not None and known.depth is not None and known.depth > self._max_depth

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, url: str) -> bool:
        return url in self._known

    def __getitem__(self, url: str) -> Known:
        return self._known[url]

    def _push(self, known: Known) -> None:
        if known.url not in self._taken and not self.too_deep(known):
            heapq.heappush(self._heap, (known.rank, next(self._order), known.url))

    def _may_go(self, rank: int) -> bool:
        return self._max_depth is None or not self._at_work or rank <= min(self._at_work)
