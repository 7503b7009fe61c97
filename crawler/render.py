"""Pages as they are after their scripts ran, in the system's Chromium, which is cut off from the net.

Whatever a page asks for, it gets from the crawl's own fetcher or not at all.
"""

import asyncio
import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import NamedTuple, Self

from playwright.async_api import Browser, Error, Frame, Page, Playwright, Request, Route, async_playwright

from crawler.body import MAX_BODY
from crawler.fetch import Fetcher
from crawler.render_plan import chromium
from crawler.render_requests import Answer, Files, Visit
from crawler.urls import normalise

_PAGES = 2
"""Pages that are rendered at a time."""

_MAX_STARTS = 4
"""How often Chromium is started in a crawl: the first time, and after it crashed."""

_PATIENCE = 4
"""Times the timeout that a page is given as long as it waits for what we fetch at the pace of its server."""

_TO_SERIALISE = 3.0
_TO_CLOSE = 5.0

_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--js-flags=--max-old-space-size=512",  # MB: a page that wants more ends before the machine does
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-first-run",
)
_NOWHERE = "http://proxy.invalid:9"
"""Proxy of all connections: requests that cannot be intercepted (redirects, sockets, preconnects) end here."""

_HEIGHT = 10_000
"""Pixels: about as tall as Google's renderer makes its window, so that what waits to be scrolled to is loaded."""

_QUIET = "() => new Promise(done => setTimeout(done, 500))"
"""Half a second by the page's own clock, which a busy script holds up."""

_SERIALISE = """most => {
    const flatten = root => {
        for (const host of root.querySelectorAll('*')) {
            if (!host.shadowRoot) continue;
            flatten(host.shadowRoot);
            for (const slot of host.shadowRoot.querySelectorAll('slot'))
                slot.replaceWith(...slot.assignedNodes({flatten: true}));
            host.append(...host.shadowRoot.childNodes);
        }
    };
    flatten(document);
    const mode = document.compatMode === 'CSS1Compat' ? '<!DOCTYPE html>' : '';
    const html = mode + (document.documentElement ? document.documentElement.outerHTML : '');
    return html.length > most ? null : html;
}"""


class Rendered(NamedTuple):
    """`html`: the page after its scripts, open shadow roots included; `final_url`: what scripts made of its address;
    `sent_to`: where a script wanted to go on to, which it was not let; `elapsed_ms`: time in the browser."""

    html: str
    final_url: str
    sent_to: str | None
    elapsed_ms: float

    @property
    def outcome(self) -> tuple[str | None, str | None, float | None]:
        """As `reading.read_rendered` takes it: the page, why there is none, and the time."""
        return self.html, None, self.elapsed_ms


class NotRendered(NamedTuple):
    """`reason` in words; `sent_to`: where a script went on to before the page had loaded."""

    reason: str
    sent_to: str | None = None

    @property
    def outcome(self) -> tuple[str | None, str | None, float | None]:
        """As `Rendered.outcome`."""
        return None, self.reason, None


class Renderer:
    """Renders pages; Chromium is started with the first of them.

    `allows`: robots.txt of the hosts that are crawled lets an address be fetched; true for addresses of other
    hosts. `timeout`: seconds that a page may take.
    """

    def __init__(self, fetcher: Fetcher, allows: Callable[[str], bool], timeout: float = 15.0) -> None:
        self._files = Files(fetcher, allows)
        self._timeout = timeout
        self._slots = asyncio.Semaphore(_PAGES)
        self._starting = asyncio.Lock()
        self._starts = 0
        self._driver: Playwright | None = None
        self._browser: Browser | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._browser:
            with suppress(Error, TimeoutError):
                async with asyncio.timeout(_TO_CLOSE):
                    await self._browser.close()
        if self._driver:
            await self._driver.stop()

    async def render(self, url: str, body: bytes, content_type: str | None) -> Rendered | NotRendered:
        """The page `url`, of which the crawl has `body`, after its scripts."""
        async with self._slots:
            try:
                browser = await self._running()
            except Error as error:
                return NotRendered(f"Chromium did not start: {_first_line(error)}")
            if browser is None:
                return NotRendered(f"Chromium crashed {_MAX_STARTS} times in this crawl")
            try:
                async with asyncio.timeout(self._timeout * (_PATIENCE + 2)):
                    return await self._visit(browser, Visit(self._files, url, body, content_type))
            except TimeoutError:
                return NotRendered(f"its scripts did not come to rest within {self._timeout:g} seconds")
            except Error as error:
                return NotRendered(f"the browser gave up: {_first_line(error)}")

    async def _running(self) -> Browser | None:
        """Chromium, started if need be; null where it crashed too often."""
        async with self._starting:
            if self._browser is None or not self._browser.is_connected():
                if self._starts == _MAX_STARTS:
                    return None
                self._starts += 1
                self._driver = self._driver or await async_playwright().start()
                self._browser = await self._driver.chromium.launch(
                    executable_path=chromium(),
                    chromium_sandbox=os.geteuid() != 0,
                    args=_ARGUMENTS,
                    proxy={"server": _NOWHERE, "bypass": "<-loopback>"},
                    handle_sigint=False,
                    handle_sigterm=False,
                    handle_sighup=False,
                )
            return self._browser

    async def _visit(self, browser: Browser, visit: Visit) -> Rendered | NotRendered:
        started = time.monotonic()
        context = await browser.new_context(
            accept_downloads=False,
            reduced_motion="reduce",
            service_workers="block",
            viewport={"width": 1280, "height": _HEIGHT},
        )
        try:
            page = await context.new_page()
            page.on("load", visit.has_loaded)
            context.on("page", lambda popup: popup.close())
            await context.route("**/*", lambda route: _answer(visit, page, route))
            await page.goto(visit.url, wait_until="commit", timeout=self._timeout * 1000)
            await self._settle(page, visit)
            async with asyncio.timeout(_TO_SERIALISE):
                html: str | None = await page.evaluate(_SERIALISE, MAX_BODY)
            final_url = normalise(page.url)
        finally:
            visit.end()
            with suppress(Error, TimeoutError):
                async with asyncio.timeout(_TO_CLOSE):
                    await context.close()
        if reason := _why_not(visit, html, final_url):
            return NotRendered(reason, visit.sent_to)
        elapsed = (time.monotonic() - started) * 1000
        return Rendered(
            (html or "").encode(errors="replace").decode(), final_url or visit.url, visit.sent_to, elapsed
        )

    async def _settle(self, page: Page, visit: Visit) -> None:
        """Wait until the page has loaded and asks for nothing more, or time is up."""
        for _ in range(_PATIENCE):
            with suppress(TimeoutError):
                async with asyncio.timeout(self._timeout):
                    while not await _is_quiet(page, visit):
                        pass
                    return
            if not visit.loading:
                return


def _why_not(visit: Visit, html: str | None, final_url: str | None) -> str | None:
    """Why what the browser shows is not what the page's readers see; null: it is."""
    if final_url is None:
        return "a script replaced the page"
    if visit.sent_to and not visit.loaded:
        return f"a script goes on to {visit.sent_to} before the page has loaded"
    if html is None:
        return f"the page is larger than {MAX_BODY // 1024 // 1024} MB"
    return visit.missing


async def _is_quiet(page: Page, visit: Visit) -> bool:
    """Half a second later: the page has loaded, or was left, and has asked for nothing more meanwhile."""
    asked = visit.asked
    await page.evaluate(_QUIET)
    return (visit.loaded or visit.sent_to is not None) and not visit.loading and visit.asked == asked


async def _answer(visit: Visit, page: Page, route: Route) -> None:
    """Answer one request of the page."""
    answer = await _answer_to(route.request, visit, page)
    with suppress(Error):  # the page may have been closed meanwhile
        if answer is not None:
            try:
                await route.fulfill(status=answer.status, headers=answer.headers, body=answer.body)
                return
            except Error:  # headers that Chromium does not take
                pass
        await route.abort("aborted")


async def _answer_to(request: Request, visit: Visit, page: Page) -> Answer | None:
    if not request.is_navigation_request():
        return await visit.request(request.url, request.method, request.resource_type)
    frame = _frame(request, page)
    return visit.navigation(request.url, request.method, inner=frame != page.main_frame) if frame else None


def _frame(request: Request, page: Page) -> Frame | None:
    """The frame of `page` that navigates; null: a pop-up does."""
    try:
        return request.frame if request.frame.page == page else None
    except Error:  # a new window has no frame yet
        return None


def _first_line(error: Error) -> str:
    """What Playwright says, without the name of the call."""
    return re.sub(r"^\w+\.\w+: ", "", error.message.strip().partition("\n")[0]).rstrip(".")
