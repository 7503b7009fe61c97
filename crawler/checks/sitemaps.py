"""Sitemaps: the list of pages that a site hands to search engines."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="sitemap.missing",
        severity="warning",
        population="site",
        title="The site has no sitemap that can be read",
        why="A sitemap tells search engines of new and changed pages without waiting for them to come across.",
        fix="Turn on the sitemap in your website system, and name it in robots.txt.",
        sql="""
            SELECT s.url, string_agg(r.url || ' answered with status ' || r.status, '; ' ORDER BY r.url)
                   || ', and no sitemap lists a page' AS evidence
            FROM site s, resources r
            WHERE r.found_on IN ('well-known address', 'robots.txt') AND path_of(r.url) <> '/robots.txt'
              AND NOT EXISTS (FROM sitemap_entries)
            GROUP BY s.url HAVING bool_and(r.outcome IN ('fetched', 'client_error'))
        """,
    ),
    Check(
        id="sitemap.broken_url",
        severity="warning",
        population="sitemap_urls",
        title="The sitemap lists a page that does not work",
        why="Search engines trust a sitemap less when its pages are missing.",
        fix="Remove the address from the sitemap, or repair the page.",
        sql="""
            SELECT url, 'Status ' || status || '; listed in ' || sitemap AS evidence
            FROM sitemap_urls WHERE is_broken(outcome, status)
        """,
    ),
    Check(
        id="sitemap.redirect",
        severity="warning",
        population="sitemap_urls",
        title="The sitemap lists an address that redirects",
        why="A sitemap should list the addresses that count.",
        fix="List the address at the end of the redirect.",
        sql="""
            SELECT url, 'Leads to ' || final_url || '; listed in ' || sitemap AS evidence
            FROM sitemap_urls WHERE outcome = 'redirect'
        """,
    ),
    Check(
        id="sitemap.noindex",
        severity="warning",
        population="sitemap_urls",
        title="The sitemap lists a page that asks not to be shown",
        why="The sitemap says “show this page”, the page says “do not”.",
        fix="Remove the page from the sitemap, or remove its noindex setting.",
        sql="""
            SELECT url, 'Has noindex; listed in ' || sitemap AS evidence
            FROM sitemap_urls WHERE indexability = 'noindex'
        """,
    ),
    Check(
        id="sitemap.blocked",
        severity="warning",
        population="sitemap_urls",
        title="The sitemap lists a page that robots.txt blocks",
        why="The sitemap says “read this page”, robots.txt says “do not”.",
        fix="Allow the page in robots.txt, or remove it from the sitemap.",
        sql="""
            SELECT url, 'Blocked by robots.txt; listed in ' || sitemap AS evidence
            FROM sitemap_urls WHERE outcome = 'blocked_robots'
        """,
    ),
    Check(
        id="sitemap.canonicalised",
        severity="notice",
        population="sitemap_urls",
        title="The sitemap lists a page whose canonical is another address",
        why="The sitemap and the page name different addresses as the one that counts.",
        fix="List the canonical address instead.",
        sql="""
            SELECT url, 'Its canonical is ' || canonical || '; listed in ' || sitemap AS evidence
            FROM sitemap_urls WHERE indexability = 'canonicalised'
        """,
    ),
    Check(
        id="sitemap.page_missing",
        severity="notice",
        population="content_pages_of_listed_site",
        title="The page is not in the sitemap",
        why="Search engines learn of changes to pages in the sitemap sooner.",
        fix="Let your website system add it to the sitemap.",
        sql="""
            SELECT url, 'In none of the sitemaps that were read.' AS evidence
            FROM content_pages_of_listed_site WHERE NOT in_sitemap
        """,
    ),
    Check(
        id="sitemap.too_many",
        severity="error",
        population="sitemaps",
        title="A sitemap lists too many addresses",
        why="Search engines read the first 50,000 and leave the rest.",
        fix="Split the sitemap into several.",
        sql="""
            SELECT url, format('{:,}', count(*)) || ' addresses' AS evidence
            FROM sitemaps GROUP BY url HAVING count(*) > $max_entries
        """,
        thresholds={"max_entries": Threshold(50_000, "addresses", "the sitemap protocol's limit")},
    ),
    Check(
        id="sitemap.bad_address",
        severity="warning",
        population="sitemaps",
        title="A sitemap holds an address that cannot be read",
        why="Search engines skip it, and may distrust the rest.",
        fix="Write each address in full, with https:// in front.",
        sql="SELECT url, quoted(loc) AS evidence FROM sitemaps WHERE address IS NULL",
    ),
)
