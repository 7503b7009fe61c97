"""What a page that is rendered gets for its requests: bytes that the crawl has, files that its fetcher gets, nothing."""

import asyncio
import base64
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import NamedTuple

from crawler.fetch import Fetcher, FetchFailure, Response
from crawler.redirects import MAX_HOPS, redirect_target
from crawler.render_plan import is_asked_for, is_tracker
from crawler.urls import host, normalise

_MAX_ASKED = 300
"""Files that a page may ask for. Ours: a page that asks for more is no page to crawl every night."""

_MAX_KEPT = 64 * 1024 * 1024
_OVERHEAD = 2000
"""Bytes: of all that is kept, and about what an answer takes beside its body."""

_TRIES = 2
"""Pages that ask for a file in vain before the others are not made to wait for it."""

_NOT_PASSED_ON = frozenset(
    "connection content-encoding content-length content-security-policy keep-alive location set-cookie "
    "strict-transport-security transfer-encoding".split()
)
_PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
"""A transparent GIF for every image: a picture that does not load makes scripts put another one in its place."""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


_IMAGE = Answer(200, {"content-type": "image/gif"}, _PIXEL)
_FRAME = Answer(200, {"content-type": "text/html"}, b"")


class Files:
    """Files that pages ask for, each fetched once in a crawl: redirects are followed, failures are values."""

    def __init__(self, fetcher: Fetcher, allows: Callable[[str], bool]) -> None:
        self._fetcher = fetcher
        self._allows = allows
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._failed: Counter[str] = Counter()
        self._kept: dict[str, Response | FetchFailure] = {}
        self._size = 0

    async def get(self, url: str) -> Response | FetchFailure | None:
        """What `url` holds, redirects followed; null: we may not ask."""
        address: str | None = url
        for _ in range(MAX_HOPS):
            if address is None or is_tracker(address) or not self._allows(address):
                return None
            async with self._asking[address]:
                answer = self._kept.get(address) or await self._fetcher.get(address, read_all=True)
                self._keep(answer)
            if isinstance(answer, FetchFailure):
                return answer
            if not 300 <= answer.status < 400:
                return answer
            address = redirect_target(answer)
        return None

    def _keep(self, answer: Response | FetchFailure) -> None:
        """Keep `answer` for other pages; one that may be different the next time only when it came twice."""
        if answer.url in self._kept:
            return
        if _is_passing(answer):
            self._failed[answer.url] += 1
            if self._failed[answer.url] < _TRIES:
                return
        size = _OVERHEAD + len(answer.body or b"" if isinstance(answer, Response) else b"")
        if self._size + size > _MAX_KEPT:
            self._kept.clear()
            self._size = 0
        self._kept[answer.url] = answer
        self._size += size


class Visit:
    """A page while it is rendered. `asked`: requests it made; `loading`: those that are under way; `loaded`: all
    of it was parsed; `sent_to`: where it wanted to go on to; `missing`: why what came cannot be trusted."""

    def __init__(self, files: Files, url: str, body: bytes, content_type: str | None) -> None:
        self.url = url
        self.asked = 0
        self.loading: set[asyncio.Task[Response | FetchFailure | None]] = set()
        self.loaded = False
        self.sent_to: str | None = None
        self.missing: str | None = None
        self._files = files
        self._page = Answer(200, {"content-type": content_type or "text/html"}, body)
        self._opened = False

    def navigation(self, url: str, method: str, *, inner: bool) -> Answer | None:
        """The page itself, once. A frame inside of it stays empty: what it shows is no text of the page."""
        if inner:
            return _FRAME
        if not self._opened:
            self._opened = True
            return self._page
        if method == "GET":
            self.sent_to = self.sent_to or normalise(url)
        return None

    async def request(self, url: str, method: str, kind: str) -> Answer | None:
        """What the page gets for a request that is no navigation; null: no answer."""
        if kind == "image":
            return _IMAGE
        self.asked += 1
        address = normalise(url)
        if address is None or self.asked > _MAX_ASKED or not is_asked_for(method, kind, address):
            return None
        if address == self.url:
            return self._page
        answer = await self._load(address)
        if kind != "stylesheet" and host(address) == host(self.url):
            self._note_missing(address, answer)
        if not isinstance(answer, Response):
            return None
        passed_on = {name: value for name, value in answer.headers.items() if name.lower() not in _NOT_PASSED_ON}
        return Answer(answer.status, passed_on, answer.body or b"")

    def has_loaded(self, _: object) -> None:
        """Where a page goes on to another while it loads, the rest of it is not parsed and this is never called."""
        self.loaded = True

    def end(self) -> None:
        """Give up what is still under way."""
        for task in self.loading:
            task.cancel()

    async def _load(self, address: str) -> Response | FetchFailure | None:
        task = asyncio.ensure_future(self._files.get(address))
        self.loading.add(task)
        try:
            await asyncio.wait([task])
            return None if task.cancelled() else task.result()
        finally:
            task.cancel()
            self.loading.discard(task)

    def _note_missing(self, address: str, answer: Response | FetchFailure | None) -> None:
        """Without a script or data of its own that should be there, a page is not what its readers see."""
        if isinstance(answer, FetchFailure):
            self.missing = f"{address} could not be fetched: {answer.reason}"
        elif answer and _is_passing(answer):
            self.missing = f"{address} answered with status {answer.status}"


def _is_passing(answer: Response | FetchFailure) -> bool:
    """It may be different the next time."""
    return isinstance(answer, FetchFailure) or answer.status in (408, 425, 429, 430) or answer.status >= 500
