"""Answers of the server: what is broken, and what could not be read."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="http.client_error",
        severity="error",
        population="answered_urls",
        title="The page is not there",
        why="Visitors and search engines that follow a link to it meet an error page.",
        fix="Correct the links to it, or redirect the address to the page that replaces it.",
        sql="""
            SELECT url, 'Status ' || status || '; ' || linked_from(pages, page, in_sitemap) AS evidence
            FROM answered_urls WHERE outcome = 'client_error' AND is_broken(outcome, status)
        """,
    ),
    Check(
        id="http.refused",
        severity="notice",
        population="answered_urls",
        title="The server refused access",
        why="What stands there could not be read. Visitors may be refused as well.",
        fix="Open the address in a private window. If it opens, the server only refuses this program.",
        sql="""
            SELECT url, 'Status ' || status || '; ' || linked_from(pages, page, in_sitemap) AS evidence
            FROM answered_urls WHERE outcome = 'client_error' AND NOT is_broken(outcome, status)
        """,
    ),
    Check(
        id="http.server_error",
        severity="error",
        population="answered_urls",
        title="The server failed to show the page",
        why="Visitors meet an error, and search engines drop pages that keep failing.",
        fix="Ask whoever runs the website to look into the server's error log.",
        sql="""
            SELECT url, 'Status ' || status || '; ' || linked_from(pages, page, in_sitemap) AS evidence
            FROM answered_urls WHERE outcome = 'server_error'
        """,
    ),
    Check(
        id="http.no_answer",
        severity="notice",
        population="requested_urls",
        title="The address gave no answer during this crawl",
        why="What stands there is unknown: it counts neither as good nor as missing.",
        fix="If it happens night after night, ask whoever runs the website to look into it.",
        sql="""
            SELECT url, coalesce(failure, 'No answer') || '; ' || linked_from(pages, page, in_sitemap) AS evidence
            FROM requested_urls WHERE outcome = 'failed'
        """,
    ),
    Check(
        id="http.rate_limited",
        severity="notice",
        population="requested_urls",
        title="The server asked to slow down, so the page was not read",
        why="What stands there is unknown: it counts neither as good nor as missing.",
        fix="Crawl more slowly, or ask the host to let this crawl pass.",
        sql="""
            SELECT url, coalesce(failure, 'The server asked to slow down') AS evidence
            FROM requested_urls WHERE outcome = 'rate_limited'
        """,
    ),
    Check(
        id="http.slow",
        severity="notice",
        population="html_pages",
        title="The page took long to arrive",
        why="Patients on a phone leave before a slow page appears.",
        fix="Ask whoever runs the website to turn on caching, or to look for what slows the page down.",
        sql="""
            SELECT p.url, format('{:.1f} seconds', r.elapsed_ms / 1000) AS evidence
            FROM html_pages p JOIN resources r USING (url)
            WHERE r.elapsed_ms > $max_ms AND r.outcome = 'fetched'
        """,
        thresholds={"max_ms": Threshold(3000, "ms", "LibreCrawl, FreeCrawl and open-seo-crawler: 3 seconds")},
    ),
    Check(
        id="http.wrong_type",
        severity="warning",
        population="read_pages",
        title="The address says it is a web page, but is not",
        why="Visitors see raw code or a download, and search engines read nothing.",
        fix="Remove the links to it, or let the server send the right file.",
        sql="""
            SELECT url, 'Sent as a web page, but the content is ' || body_kind AS evidence
            FROM read_pages WHERE body_kind <> 'html'
        """,
    ),
    Check(
        id="http.soft_404",
        severity="warning",
        population="html_pages",
        title="An error page pretends to be a normal page",
        why="It shows an error, but the server says all is well, so search engines may list the error.",
        fix="Let the server answer with status 404 for pages that do not exist.",
        sql="""
            SELECT url, 'Status ' || status || ', but ' || if(error_phrase IS NOT NULL,
                'the page says ' || quoted(error_phrase),
                'the text is that of an address that cannot exist, '
                || (SELECT min(url) FROM probes WHERE status BETWEEN 200 AND 299)) AS evidence
            FROM html_pages WHERE indexability = 'soft_404'
        """,
    ),
    Check(
        id="http.unknown_address_ok",
        severity="warning",
        population="probed_site",
        title="The site shows a page for addresses that do not exist",
        why="Old and mistyped links never count as broken: search engines list them, and nobody notices the mistake.",
        fix="Let the server answer with status 404 for pages that do not exist, instead of a page or a redirect.",
        sql="""
            SELECT s.url, p.url || if(p.final_url <> p.url, ' leads to ' || p.final_url || ': status ', ': status ')
                || p.status AS evidence
            FROM probed_site s, probes p WHERE p.status BETWEEN 200 AND 299
        """,
    ),
)
