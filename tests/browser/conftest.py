"""A real browser on a real server over the sample. A test fails on any error in the page and on any request to outside."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright
from waitress.server import create_server

from dashboard.app import create_app
from dashboard.server import listen
from dashboard.store import Store
from tests import sample

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MORNING = datetime.fromisoformat("2026-11-22T09:00")
Opener = Callable[..., Page]
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail(
            f"The browser tests need Chromium at {CHROMIUM}. Install it with: apt-get install chromium",
            pytrace=False,
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), headless=True, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard over the sample."""
    folder = tmp_path_factory.mktemp("data")
    sample.sample(folder)
    with ExitStack() as stack:
        yield _served(stack, folder)


@pytest.fixture(scope="package")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard over a snapshot without rows."""
    folder = tmp_path_factory.mktemp("empty")
    sample.empty(folder)
    with ExitStack() as stack:
        yield _served(stack, folder)


@pytest.fixture(scope="package")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard that has no snapshot at all."""
    with ExitStack() as stack:
        yield _served(stack, tmp_path_factory.mktemp("nothing"))


def _served(stack: ExitStack, data_dir: Path) -> str:
    listener = listen("127.0.0.1", 0)
    app = create_app(Store(data_dir), clock=lambda: MORNING)
    server = create_server(app.server, sockets=[listener], threads=4, clear_untrusted_proxy_headers=True)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    stack.callback(thread.join, 5)
    stack.callback(server.task_dispatcher.shutdown)
    stack.callback(server.close)
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Opens an address in a browser that was nowhere before: `open_page(url, width=390, scheme="dark")`; waits until the
    page is drawn."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def opened(url: str, *, width: int = 1366, scheme: Scheme = "light") -> Page:
        contexts.append(browser.new_context(viewport=_screen(width), color_scheme=scheme, reduced_motion="reduce"))
        page = contexts[-1].new_page()
        _watch(page, problems)
        page.goto(url)
        settled(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture(scope="module")
def _window(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A window that stays open, and the problems of the pages in it."""
    problems: list[str] = []
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        _watch(page, problems)
        yield page, problems


@pytest.fixture
def show_page(_window: tuple[Page, list[str]]) -> Iterator[Opener]:
    """`open_page` in a window that has shown other pages before: it has read the scripts, and takes half the time."""
    page, problems = _window
    problems.clear()

    def shown(url: str, *, width: int = 1366, scheme: Scheme = "light") -> Page:
        page.set_viewport_size(_screen(width))
        page.emulate_media(color_scheme=scheme)
        page.goto(url)
        settled(page)
        return page

    yield shown
    assert problems == []


def _screen(width: int) -> ViewportSize:
    return {"width": width, "height": 844 if width < 600 else 900}


def _watch(page: Page, problems: list[str]) -> None:
    page.on("pageerror", lambda error: problems.append(f"page error: {error}"))
    page.on("console", lambda said: problems.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("request", lambda asked: None if _is_ours(asked.url) else problems.append(f"outside: {asked.url}"))


def _is_ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))


def settled(page: Page) -> None:
    """Wait until the content stands and its charts and grids are drawn."""
    page.wait_for_selector("#content h1")
    page.wait_for_function(
        """() => !document.querySelector('#content [aria-busy=true]')
            && !document.querySelector('#content[data-dash-is-loading=true]')
            && [...document.querySelectorAll('.chart')].every(e => e.querySelector('.main-svg'))
            && [...document.querySelectorAll('.grid')].every(e => e.querySelector('.ag-row'))"""
    )
