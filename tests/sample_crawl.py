"""What the sample's crawl met beside pages: sitemaps, robots.txt, links to elsewhere, traps, scripts."""

from typing import Any

from crawler.tables import crawl

Row = tuple[Any, ...]


def sitemaps(root: str, entries: int, hostile: str) -> list[Row]:
    index, main, gone = (f"{root}/{name}.xml" for name in ("sitemap_main", "sitemap", "sitemap_gone"))
    return [
        crawl.SitemapRow(index, "robots.txt", 200, "index", 0, 2, 410, None),
        crawl.SitemapRow(main, index, 200, "urlset", entries + 2, 0, 4336, None),
        crawl.SitemapRow(gone, index, 404, None, 0, 0, None, f"not there (404) {hostile}"),
    ]


def bad_entries(root: str, hostile: str, after: int) -> list[Row]:
    return [
        crawl.SitemapEntryRow(f"{root}/sitemap.xml", after + at, None, loc, None, None, None, problem)
        for at, (loc, problem) in enumerate([(hostile, "no address"), ("/faq/", "relative")], 1)
    ]


def robots_agents(root: str, pages: int, hostile: str) -> list[Row]:
    robots = f"{root}/robots.txt"
    return [
        crawl.RobotsAgentRow(robots, "Googlebot", "Google", "search", "*", True, None, None, 0),
        crawl.RobotsAgentRow(robots, "Bingbot", "Microsoft", "search", "*", True, 9, f"Allow: /{hostile}", 3),
        crawl.RobotsAgentRow(robots, "ChatGPT-User", "OpenAI", "user_fetch", None, True, None, None, 0),
        crawl.RobotsAgentRow(robots, "GPTBot", "OpenAI", "training", "GPTBot", False, 12, "Disallow: /", pages),
        crawl.RobotsAgentRow(robots, "CCBot", "Common Crawl", "training", "*", True, None, None, 0),
    ]


def checked_urls(root: str, hostile: str, formula: str) -> list[Row]:
    def row(url: str, kind: str, status: int | None, outcome: str, failure: str | None, pages: int) -> Row:
        method = "HEAD" if status else None
        final = url if status else None
        return crawl.CheckedUrlRow(
            url, kind, url.startswith(root), method, status, outcome, failure, final, 0, None, None, 31.0, pages, f"{root}/faq/"
        )  # fmt: skip

    return [
        row("https://journal.example/study", "link", 200, "ok", None, 24),
        row(f"{root}/img/logo.svg", "image", 200, "ok", None, 24),
        row(f"{root}/img/{formula}.jpg", "image", 404, "broken", f"not there (status 404) {hostile}", 3),
        row("https://gone.example/" + "very-long/" * 30, "link", 410, "broken", "not there (status 410)", 1),
        row("https://no-such-host.example/", "script", None, "failed", "the host name is not known", 24),
        row("https://intranet.example/", "link", None, "refused", "it leads to a private address", 1),
        row("https://network.example/in/rivera", "link", 999, "unverified", "the server may only turn programs away", 2),
        row("https://busy.example/", "frame", 429, "rate_limited", "the server asked to slow down", 1),
    ]  # fmt: skip


def traps(root: str, hostile: str) -> list[Row]:
    return [
        crawl.TrapRow("calendar", f"{root}/events/?month=*", f"{root}/events/?month=2031-01", f"{root}/", 14,
                      "a calendar without end: more than 24 months ahead"),
        crawl.TrapRow("parameters", hostile, f"{root}/doctors/?sort=name&page=9", None, 230, "filters in ever new combinations"),
    ]  # fmt: skip


def renderings(seen: str, failed: str, hostile: str) -> list[Row]:
    return [
        crawl.RenderingRow(
            seen, "always", None, "Dr Rivera", "Dr Ana Rivera, MD", None, None, 12, 260, 3, 9,
            ["/a/", "/b/", hostile], "Loading", f"Dr Ana Rivera {hostile}", 812.0,
        ),
        crawl.RenderingRow(
            failed, "<main> is empty", f"the page did not load within 30 seconds {hostile}", "Questions", None, None, None, 640, None, 8,
            None, [], "Questions", None, None,
        ),
    ]  # fmt: skip
