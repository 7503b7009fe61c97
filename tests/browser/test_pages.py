"""Every page, in light and dark, wide and narrow: no violation, no sideways scroll, nothing that runs."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests import sample
from tests.browser.conftest import Opener

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
HOSTILE_PAGE = quote(f"{sample.ROOT}/blog/hostile-markup/", safe="")
CONDITION_PAGE = quote(f"{sample.ROOT}/conditions/meniscus/", safe="")
CONTACT_PAGE = quote(f"{sample.ROOT}/contact/", safe="")
ADDRESSES = {
    "overview": "/",
    "coverage": "/coverage",
    "services": "/services",
    "services saved": "/services?saved=1",
    "cell": "/coverage?c=knee_oa&t=prp",
    "gap": "/gap?id=gap-00",
    "calls": "/calls?number=%2B13105550142",
    "keywords": "/keywords?key=script",
    "keywords filtered": "/keywords?q=knee&target=contradicted&grade=certain&chance=striking&demand=other&mark=overused",
    "pages": "/pages?issue=link.broken",
    "trust": "/trust",
    "trust filtered": "/trust?need=watched&claim=absolute&problem=no_entry&tracker=ads",
    "crawl": "/crawl?outcome=all&found=link",
    "elsewhere": "/crawl?checked=unverified",
    "addresses": "/pages?outcome=client_error",
    "page": f"/page?url={HOSTILE_PAGE}",
    "page of a condition": f"/page?url={CONDITION_PAGE}",
    "page of contact": f"/page?url={CONTACT_PAGE}",
    "about": "/about",
    "not found": "/nowhere",
}
_OTHER_LOOKS = ("cell", "calls", "keywords", "services")
"""Pages with parts that only a wide or a narrow screen has: seen in the other scheme, too."""

LOOKS = [
    *((name, *look) for name in ADDRESSES for look in ((1366, "light"), (390, "dark"))),
    *((name, *look) for name in _OTHER_LOOKS for look in ((1366, "dark"), (390, "light"))),
]


_OF_SCREENS = ["color-contrast", "target-size", "scrollable-region-focusable", "meta-viewport"]
"""Rules that the same page may keep on one screen, and break on another."""


def _violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """Of all rules, where none is named."""
    page.evaluate(AXE)
    options = {"resultTypes": ["violations"], **({"runOnly": {"type": "rule", "values": rules}} if rules else {})}
    found = page.evaluate("async options => (await axe.run(options)).violations", options)
    return [
        f"{item['id']}: {item['help']} – {[node['html'][:160] for node in item['nodes'][:3]]}" for item in found
    ]


@pytest.mark.parametrize(("name", "width", "scheme"), LOOKS, ids=str)
def test_page(name: str, width: int, scheme: str, site: str, show_page: Opener) -> None:
    page = show_page(site + ADDRESSES[name], width=width, scheme=scheme)
    was_seen = width == 390 and name not in _OTHER_LOOKS
    assert _violations(page, _OF_SCREENS if was_seen else ()) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("window.__xss") is None
    assert page.evaluate("document.documentElement.dataset.mantineColorScheme") == scheme
    assert page.locator("text=could not be drawn").count() == 0


@pytest.mark.parametrize("width", [1366, 390])
def test_empty_snapshot_and_first_run(width: int, empty_site: str, first_run: str, show_page: Opener) -> None:
    for address in (
        f"{empty_site}/",
        f"{empty_site}/coverage",
        f"{empty_site}/pages",
        f"{empty_site}/crawl",
        f"{empty_site}/trust",
        f"{empty_site}/keywords",
        f"{first_run}/calls",
    ):
        page = show_page(address, width=width)
        assert _violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("name", ["overview", "coverage", "pages", "trust", "crawl"])
def test_nothing_jumps_and_little_is_sent(name: str, site: str, open_page: Opener) -> None:
    page = open_page(site + ADDRESSES[name])
    page.wait_for_timeout(500)
    shift = page.evaluate(
        """() => new Promise(done => {
            let sum = 0;
            new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) sum += e.value; }))
                .observe({type: 'layout-shift', buffered: true});
            setTimeout(() => done(sum), 100);
        })"""
    )
    sent = page.evaluate("performance.getEntriesByType('resource').reduce((sum, e) => sum + e.transferSize, 0)")
    assert shift < 0.1
    assert sent < 1_500_000
