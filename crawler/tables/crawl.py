"""What the crawl itself records: the crawl, the URLs it knows, sitemaps and redirects."""

from datetime import datetime
from typing import Annotated, NamedTuple


class CrawlRow(NamedTuple):
    crawl_id: Annotated[str, "UTC stamp that names the snapshot"]
    site: Annotated[str, "host (and port) that was crawled"]
    seed: Annotated[str, "address the crawl started from"]
    started_at: Annotated[datetime, "start of the crawl"]
    finished_at: Annotated[datetime, "end of the crawl"]
    outcome: Annotated[str, "complete, limited (a limit was reached) or stopped"]
    note: Annotated[str, "what a reader of this snapshot must know; empty where nothing is odd"]
    pages: Annotated[int, "HTML documents read"]
    requests: Annotated[int, "requests sent, retries included"]
    bytes: Annotated[int, "bytes of bodies received, decoded", "bytes"]
    not_modified: Annotated[int, "answers 304"]
    carried_over: Annotated[int, "pages that did not change: their facts come from the snapshot before"]
    failures: Annotated[int, "URLs with no answer, or with status 400 and above"]
    user_agent: Annotated[str, "User-Agent sent"]
    config: Annotated[str, "settings of this crawl, JSON"]
    previous_crawl_id: Annotated[str | None, "snapshot that this one was compared with"]
    tool_version: Annotated[str, "version of Rounds"]
    extractor_version: Annotated[str, "what the facts depend on beside the pages: program, region, scope"]
    schema_version: Annotated[str, "version of these tables"]
    role: Annotated[str | None, "own or competitor; null: own, of a time before roles were told"] = "own"


class ResourceRow(NamedTuple):
    url: Annotated[str, "absolute, normalised (WHATWG), without fragment"]
    kind: Annotated[str, "page, image, pdf or other"]
    status: Annotated[int | None, "HTTP status; null where no answer came"]
    outcome: Annotated[
        str,
        "fetched, not_modified, redirect, client_error, server_error, failed, rate_limited, "
        "blocked_robots, excluded or over_limit",
    ]
    failure: Annotated[str | None, "why there was no good answer, in words"]
    final_url: Annotated[str | None, "where the redirects of this URL end"]
    redirect_hops: Annotated[int, "redirects between url and final_url"]
    content_type: Annotated[str | None, "Content-Type as sent"]
    charset: Annotated[str | None, "encoding the body was read with"]
    bytes: Annotated[int | None, "decoded size of the body; null where it was not read", "bytes"]
    elapsed_ms: Annotated[float | None, "from request to the whole answer", "ms"]
    attempts: Annotated[int, "requests sent for this URL"]
    depth: Annotated[int | None, "fewest clicks from the seed, by the analysis; null: found in the sitemap only"]
    found_on: Annotated[str | None, "page with the fewest clicks, else sitemap, that names this URL"]
    found_by: Annotated[
        str,
        "strongest way it was found: seed, link, redirect, canonical, refresh, pagination, hreflang, sitemap, list, "
        "probe or well-known",
    ]
    in_sitemap: Annotated[bool, "named by a sitemap"]
    etag: Annotated[str | None, "ETag as sent"]
    last_modified: Annotated[str | None, "Last-Modified as sent"]
    fetched_at: Annotated[datetime | None, "when the answer came"]
    body_hash: Annotated[
        str | None, "hash of the body of a page or PDF and of the headers that its facts depend on"
    ]


class SitemapEntryRow(NamedTuple):
    sitemap: Annotated[str, "address of the sitemap"]
    position: Annotated[int, "order in that sitemap, from 1"]
    url: Annotated[str | None, "normalised address without tracking parameters; null where it cannot be read"]
    loc: Annotated[str, "as published"]
    lastmod: Annotated[str | None, "as published"]
    changefreq: Annotated[str | None, "as published"]
    priority: Annotated[str | None, "as published"]
    problem: Annotated[str | None, "why it is no good entry: relative, on another host, …; null: it is one"]


class SitemapRow(NamedTuple):
    url: Annotated[str, "address of the sitemap"]
    found_on: Annotated[str, "robots.txt, another sitemap, or a well-known address"]
    status: Annotated[int | None, "HTTP status; null where no answer came"]
    format: Annotated[str | None, "urlset, index, text, rss or atom; null: it could not be read"]
    entries: Annotated[int, "URLs listed"]
    children: Annotated[int, "sitemaps listed"]
    bytes: Annotated[int | None, "size, unpacked; null where no body came", "bytes"]
    problem: Annotated[str | None, "what is wrong with it, in words; null: nothing"]


class RobotsRuleRow(NamedTuple):
    url: Annotated[str, "address of the robots.txt"]
    line: Annotated[int, "line, from 1"]
    agents: Annotated[str | None, "user agents of its group as published, joined by a comma; null: of no group"]
    directive: Annotated[str, "as published, in lower case: user-agent, allow, disallow, …; empty: it names none"]
    value: Annotated[str, "as published"]
    problem: Annotated[str | None, "what is wrong with it, in words; null: nothing"]


class RobotsAgentRow(NamedTuple):
    url: Annotated[str, "address of the robots.txt"]
    agent: Annotated[str, "user agent token of a search engine or AI service"]
    operator: Annotated[str, "who runs it"]
    agent_class: Annotated[str, "search, user_fetch or training"]
    obeys: Annotated[str | None, "user-agent line that applies to it; null: none does"]
    allowed: Annotated[bool, "it may fetch the seed"]
    line: Annotated[int | None, "line of robots.txt that decides about the seed; null: none does"]
    rule: Annotated[str | None, "that line as published"]
    pages_blocked: Annotated[int, "pages read that it may not fetch"]


UNKNOWN_HOST = "the host name is not known"
"""`failure` of an address whose host has no entry in the DNS."""


class CheckedUrlRow(NamedTuple):
    url: Annotated[str, "address of another site, or of an asset"]
    kind: Annotated[str, "link, image, script, stylesheet, media or frame: how pages use it"]
    is_internal: Annotated[bool, "on a host that is crawled"]
    method: Annotated[str | None, "HEAD or GET (of the first byte); null: no answer"]
    status: Annotated[int | None, "HTTP status behind redirects; null where no answer came"]
    outcome: Annotated[
        str,
        "ok, broken (404, 410, other 4xx and 5xx), unverified (the server turns programs away), rate_limited, failed "
        "(no answer), refused (a private address) or unchecked (a limit)",
    ]
    failure: Annotated[str | None, "why it is not ok, in words"]
    final_url: Annotated[str | None, "where its redirects end"]
    redirect_hops: Annotated[int, "redirects between url and final_url"]
    content_type: Annotated[str | None, "Content-Type as sent"]
    bytes: Annotated[int | None, "Content-Length as sent", "bytes"]
    elapsed_ms: Annotated[float | None, "from request to answer", "ms"]
    pages: Annotated[int, "pages that name it"]
    found_on: Annotated[str, "first of them, by address"]


class TrapRow(NamedTuple):
    kind: Annotated[
        str, "calendar, parameters, repeating_segments, session_id, depth, similar_urls or redirects (without end)"
    ]
    pattern: Annotated[str, "what the addresses have in common"]
    example: Annotated[str, "first address that was left out"]
    found_on: Annotated[str | None, "page that names the example"]
    urls: Annotated[int, "addresses left out"]
    reason: Annotated[str, "why they were left out, in words"]


class ProbeRow(NamedTuple):
    url: Annotated[str, "address that cannot exist, asked for to see how the site says so"]
    status: Annotated[int | None, "HTTP status; null where no answer came"]
    final_url: Annotated[str | None, "where it redirects to"]
    title: Annotated[str | None, "title of the page that came"]
    h1: Annotated[str | None, "its first H1"]
    text_hash: Annotated[str | None, "hash of its visible text, as content_hash of pages"]
    block_hashes: Annotated[list[str], "hashes of its text blocks"]


class RenderingRow(NamedTuple):
    url: Annotated[str, "page that was run in a browser"]
    reason: Annotated[str, "why: always, or what in the raw page says that scripts make its content"]
    failure: Annotated[str | None, "why it could not be rendered; null: it was"]
    raw_title: Annotated[str | None, "title without scripts"]
    rendered_title: Annotated[str | None, "title after scripts"]
    raw_canonical: Annotated[str | None, "canonical without scripts"]
    rendered_canonical: Annotated[str | None, "canonical after scripts"]
    raw_words: Annotated[int, "words of the body without scripts", "words"]
    rendered_words: Annotated[int | None, "words of the body after scripts", "words"]
    raw_links: Annotated[int, "distinct link targets without scripts"]
    rendered_links: Annotated[int | None, "distinct link targets after scripts"]
    links_by_scripts: Annotated[list[str], "link targets that only exist after scripts"]
    raw_text: Annotated[str, "visible text without scripts"]
    rendered_text: Annotated[str | None, "visible text after scripts"]
    elapsed_ms: Annotated[float | None, "time that the browser took", "ms"]


class RedirectRow(NamedTuple):
    url: Annotated[str, "first URL of the chain"]
    hop: Annotated[int, "order in the chain, from 1"]
    source_url: Annotated[str, "URL that answered with a redirect"]
    status: Annotated[int, "HTTP status of that answer"]
    target_url: Annotated[str, "where it leads"]
