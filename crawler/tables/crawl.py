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
    failures: Annotated[int, "URLs with no answer, or with status 400 and above"]
    user_agent: Annotated[str, "User-Agent sent"]
    config: Annotated[str, "settings of this crawl, JSON"]
    previous_crawl_id: Annotated[str | None, "snapshot that this one was compared with"]
    tool_version: Annotated[str, "version of Rounds"]
    schema_version: Annotated[str, "version of these tables"]


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
    found_on: Annotated[str | None, "page or sitemap that first named this URL"]
    in_sitemap: Annotated[bool, "named by a sitemap"]
    etag: Annotated[str | None, "ETag as sent"]
    last_modified: Annotated[str | None, "Last-Modified as sent"]
    fetched_at: Annotated[datetime | None, "when the answer came"]


class SitemapEntryRow(NamedTuple):
    sitemap: Annotated[str, "address of the sitemap"]
    position: Annotated[int, "order in that sitemap, from 1"]
    url: Annotated[str | None, "normalised address; null where it cannot be read"]
    loc: Annotated[str, "as published"]
    lastmod: Annotated[str | None, "as published"]
    changefreq: Annotated[str | None, "as published"]
    priority: Annotated[str | None, "as published"]


class RedirectRow(NamedTuple):
    url: Annotated[str, "first URL of the chain"]
    hop: Annotated[int, "order in the chain, from 1"]
    source_url: Annotated[str, "URL that answered with a redirect"]
    status: Annotated[int, "HTTP status of that answer"]
    target_url: Annotated[str, "where it leads"]
