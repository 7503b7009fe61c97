"""Addresses that cannot exist, asked for to see how a site says so."""

import re

from crawler.extract.page import PageFacts
from crawler.scope import directory
from crawler.tables.crawl import ProbeRow
from crawler.text import short_hash
from crawler.urls import host, normalise

_NAME = "rounds-probe-"
"""What a site's log shows, and how the analysis tells whether a probe was sent on to another page."""

_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp|cfm)$")


def probe_addresses(seed: str) -> list[str]:
    """Two addresses in the seed's folder that nobody made, the same every night: as a folder's name, and as a
    file's, since servers often answer these from different places."""
    name = _NAME + short_hash(host(seed))
    path = seed.partition("?")[0]
    ending = _ENDING.search(path)
    names = (name, name + (ending[0] if ending else ".html"))
    return [url for name in names if (url := normalise(directory(seed) + name, seed))]


def probe_row(url: str, status: int | None, final_url: str | None, facts: PageFacts | None) -> ProbeRow:
    """What the probe of `url` came to; `facts`: of the page that came."""
    if facts is None:
        return ProbeRow(url, status, final_url, None, None, None, [])
    [page] = facts.pages
    hashes = [block.block_hash for block in facts.blocks]
    return ProbeRow(url, status, final_url, page.title, page.h1, page.content_hash, hashes)
