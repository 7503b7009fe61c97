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
            SELECT s.url, string_agg(m.url || ': ' || coalesce(m.problem, 'lists no page'), '; ' ORDER BY m.url)
                   AS evidence
            FROM site s, sitemaps m WHERE NOT EXISTS (FROM sitemap_entries)
            GROUP BY s.url HAVING NOT bool_or(is_unseen_sitemap(m.format, m.status))
        """,
    ),
    Check(
        id="sitemap.unreachable",
        severity="warning",
        population="published_sitemaps",
        title="A sitemap that the site names cannot be read",
        why="Search engines are sent to a list of pages that is not there, or that they may not read.",
        fix="Repair the sitemap, allow it in robots.txt, or take its address out of robots.txt and the index.",
        sql="""
            SELECT m.url, m.problem || '; named by ' || m.found_on AS evidence
            FROM published_sitemaps m LEFT JOIN resources r USING (url)
            WHERE m.format IS NULL AND m.found_on <> 'well-known address' AND (is_broken(r.outcome, r.status)
                  OR regexp_matches(m.problem, '^(robots.txt forbids|no http|redirects (in|more|to no))'))
        """,
    ),
    Check(
        id="sitemap.invalid",
        severity="warning",
        population="published_sitemaps",
        title="A sitemap is not as search engines expect it",
        why="Search engines may leave out a part of it, or all.",
        fix="Turn the sitemap of your website system off and on again, or show its maker the problem.",
        sql="""
            SELECT url, problem || if(found_on = 'well-known address', '', '; named by ' || found_on) AS evidence
            FROM published_sitemaps
            WHERE status = 200 AND NOT regexp_matches(problem, '^(lists ([0-9,]+ addresses|more than)|larger than)')
        """,
    ),
    Check(
        id="sitemap.not_in_robots",
        severity="notice",
        population="published_sitemaps",
        title="The sitemap is not named in robots.txt",
        why="Search engines that nobody told of the sitemap look for its address in robots.txt.",
        fix="Add a line “Sitemap:” with the whole address of the sitemap to robots.txt.",
        sql="""
            SELECT url, format('Lists {:,} addresses', entries + children) AS evidence
            FROM published_sitemaps WHERE found_on = 'well-known address' AND entries + children > 0
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
        population="published_sitemaps",
        title="A sitemap is longer than search engines read",
        why="Search engines read the first 50,000 addresses of at most 50 MB, and leave the rest.",
        fix="Split the sitemap into several, and list them in a sitemap index.",
        sql="""
            SELECT url, concat_ws(', ', format('{:,} addresses', nullif(entries + children, 0)),
                                  format('{:.1f} MB', bytes / 1048576), problem) AS evidence
            FROM published_sitemaps
            WHERE greatest(entries, children) > $max_entries OR bytes > $max_megabytes * 1048576
                  OR contains(problem, 'larger than 50 MB')
        """,
        thresholds={
            "max_entries": Threshold(50_000, "addresses", "the sitemap protocol's limit"),
            "max_megabytes": Threshold(50, "MB", "the sitemap protocol's limit, uncompressed"),
        },
    ),
    Check(
        id="sitemap.bad_address",
        severity="warning",
        population="sitemaps_with_entries",
        title="A sitemap holds addresses that search engines skip",
        why="A sitemap may only list whole addresses of its own host, with https:// in front.",
        fix="Write each address in full, as visitors see it; move those of another host to a sitemap there.",
        sql="""
            SELECT url, split_part(problem, ';', 1) || ' (' || counted(count(*), 'time') || '), such as '
                   || quoted(min(loc)) AS evidence
            FROM sitemaps_with_entries WHERE address IS NULL OR regexp_matches(problem, '^(relative|on another host)')
            GROUP BY url, split_part(problem, ';', 1)
        """,
    ),
    Check(
        id="sitemap.faulty_entry",
        severity="notice",
        population="listed_addresses",
        title="The sitemap lists an address in a way that is not quite right",
        why="Search engines trust a sitemap less that lists pages twice, under odd addresses or with wrong dates.",
        fix="Let your website system list each page once, by the address that counts, with the day of its last change.",
        sql="""
            SELECT url, string_agg(DISTINCT problem, '; ' ORDER BY problem) || '; listed in ' || min(sitemap) AS evidence
            FROM listed_addresses
            WHERE problem IS NOT NULL AND NOT regexp_matches(problem, '^(relative|on another host)')
            GROUP BY url
        """,
    ),
)
