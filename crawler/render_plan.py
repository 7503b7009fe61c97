"""What is decided about rendering without a browser: which pages need it, what they may ask for, what came of it."""

from importlib.util import find_spec
from shutil import which
from typing import Literal

from crawler.errors import OperatorError
from crawler.extract.page import PageFacts, Source
from crawler.tables.crawl import RenderingRow
from crawler.urls import host

Mode = Literal["auto", "always", "never"]

MAX_TEXT = 100_000
"""Characters of a page's text that are kept for comparison."""

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_ASKED_FOR = frozenset({"script", "stylesheet", "xhr", "fetch"})
"""Kinds of requests, by Playwright's names, that may change what a page says."""

_TRACKERS = frozenset(
    # statistics and recordings of visits
    "google-analytics.com googletagmanager.com analytics.google.com googleoptimize.com clarity.ms hotjar.com "
    "hotjar.io segment.com segment.io mixpanel.com amplitude.com heap.io heapanalytics.com fullstory.com "
    "mouseflow.com luckyorange.com crazyegg.com matomo.cloud plausible.io usefathom.com quantserve.com "
    "scorecardresearch.com statcounter.com cloudflareinsights.com newrelic.com nr-data.net sentry.io bugsnag.com "
    "optimizely.com visualwebsiteoptimizer.com mc.yandex.ru hs-analytics.net hscollectedforms.net "
    # advertisements
    "doubleclick.net googleadservices.com googlesyndication.com googletagservices.com adservice.google.com "
    "facebook.com facebook.net bat.bing.com ads-twitter.com ads.linkedin.com licdn.com analytics.tiktok.com "
    "ct.pinterest.com pinimg.com adroll.com criteo.com criteo.net taboola.com outbrain.com hsadspixel.net "
    # chats and pop-ups
    "hubspot.com hs-scripts.com hs-banner.com usemessages.com intercom.io intercomcdn.com drift.com driftt.com "
    "tawk.to crisp.chat zdassets.com zopim.com livechatinc.com olark.com podium.com birdeye.com optinmonster.com "
    "klaviyo.com userway.org accessibe.com "
    # call tracking: a number would be lent to us as if to a visitor
    "callrail.com calltrk.com tctm.co invoca.net invocacdn.com whatconverts.com "
    # consent banners, which are paid for by visit and are no text of the page
    "cookiebot.com cookielaw.org onetrust.com iubenda.com termly.io usercentrics.eu cookieyes.com cdn-cookieyes.com "
    "trustarc.com osano.com".split()
)
"""Domains that are never asked: a nightly crawl must not count as a visitor. Ours."""


def check_renderer() -> None:
    """Raise `OperatorError` where pages cannot be rendered on this machine."""
    if find_spec("playwright") is None:
        raise OperatorError("Rendering needs Playwright; install it with: pip install 'clinic-rounds[render]'")
    if chromium() is None:
        raise OperatorError("Rendering needs Chromium; install it with: apt-get install chromium")


def chromium() -> str | None:
    """Path of the system's Chromium; null where there is none."""
    return next((path for name in _CHROMIUM if (path := which(name))), None)


def wants_rendering(mode: Mode, script_clue: str | None) -> str | None:
    """Why a page is to be rendered; null: it is not. `script_clue`: as in `pages`."""
    if mode == "never":
        return None
    return script_clue or ("always" if mode == "always" else None)


def is_asked_for(method: str, kind: str, url: str) -> bool:
    """A page that is rendered gets what `url` holds. Else it is told that there was no answer, and nobody is asked."""
    web = url.startswith(("http://", "https://"))
    return method == "GET" and kind in _ASKED_FOR and web and not is_tracker(url)


def is_tracker(url: str) -> bool:
    """`url`, http(s), is on a domain that counts visits, shows advertisements or chats, or on one below it."""
    labels = host(url).partition(":")[0].split(".")
    return any(".".join(labels[start:]) in _TRACKERS for start in range(len(labels)))


def rendered_source(source: Source, html: str) -> Source:
    """What the facts of a rendered page are extracted from: `source`, the page as it came, with `html` for body."""
    return source._replace(
        body=html.encode("utf-8", "replace"), content_type="text/html; charset=utf-8", rendered=True
    )


def rendering_row(
    url: str,
    reason: str,
    raw: PageFacts,
    rendered: PageFacts | None,
    failure: str | None,
    elapsed_ms: float | None,
) -> RenderingRow:
    """A page without its scripts beside the same page after them; `rendered` null: `failure` says why."""
    before = raw.pages[0]
    after = rendered.pages[0] if rendered else None
    links = _targets(raw)
    rendered_links = _targets(rendered) if rendered else None
    return RenderingRow(
        url=url,
        reason=reason,
        failure=failure,
        raw_title=before.title,
        rendered_title=after.title if after else None,
        raw_canonical=before.canonical,
        rendered_canonical=after.canonical if after else None,
        raw_words=before.text_words,
        rendered_words=after.text_words if after else None,
        raw_links=len(links),
        rendered_links=None if rendered_links is None else len(rendered_links),
        links_by_scripts=sorted((rendered_links or set()) - links),
        raw_text=_text(raw),
        rendered_text=_text(rendered) if rendered else None,
        elapsed_ms=None if elapsed_ms is None else round(elapsed_ms, 1),
    )


def _targets(facts: PageFacts) -> set[str]:
    return {link.target_url for link in facts.links if link.target_url}


def _text(facts: PageFacts) -> str:
    return "\n".join(block.text for block in facts.blocks)[:MAX_TEXT]
