"""Redirects: addresses that send visitors on."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="redirect.linked",
        severity="notice",
        population="linked_urls",
        title="Links lead to an address that redirects",
        why="Each detour costs time, and old addresses may stop redirecting one day.",
        fix="Let the links name the new address directly.",
        sql="""
            SELECT url, 'Leads to ' || final_url || '; ' || linked_from(pages, page, in_sitemap) AS evidence
            FROM linked_urls WHERE outcome = 'redirect' AND final_url <> url
        """,
    ),
    Check(
        id="redirect.chain",
        severity="warning",
        population="redirecting_urls",
        title="The redirect takes several steps",
        why="Each step costs time, and search engines give up on long chains.",
        fix="Redirect the first address straight to the last one.",
        sql="""
            SELECT u.url, counted(u.redirect_hops, 'step') || ': '
                   || string_agg(h.target_url, ' then ' ORDER BY h.hop) AS evidence
            FROM redirecting_urls u JOIN redirects h ON h.url = u.url AND h.hop <= 5
            WHERE u.redirect_hops > $max_hops AND u.final_url NOT IN (SELECT source_url FROM redirects)
            GROUP BY u.url, u.redirect_hops
        """,
        thresholds={"max_hops": Threshold(1, "redirects", "Screaming Frog: two or more are a chain")},
    ),
    Check(
        id="redirect.loop",
        severity="error",
        population="redirecting_urls",
        title="The redirect goes round in a circle",
        why="The page can never be reached; browsers show an error.",
        fix="Correct the redirect rule so that it ends at a page.",
        sql="""
            SELECT DISTINCT u.url, 'Comes back to ' || u.final_url AS evidence
            FROM redirecting_urls u JOIN redirects h ON h.url = u.url AND h.source_url = u.final_url
        """,
    ),
    Check(
        id="redirect.to_error",
        severity="error",
        population="redirecting_urls",
        title="The redirect ends at an error",
        why="Visitors are sent on to a page that does not exist.",
        fix="Redirect to a page that exists, or correct the links to the old address.",
        sql="""
            SELECT url, if(redirect_hops = 0, failure, 'Leads to ' || final_url || ', status ' || end_status) || '; '
                   || linked_from(pages, page, in_sitemap) AS evidence
            FROM redirecting_urls
            WHERE is_broken(end_outcome, end_status)
               OR (redirect_hops = 0 AND failure IS NOT NULL)
        """,
    ),
    Check(
        id="redirect.meta_refresh",
        severity="warning",
        population="html_pages",
        title="The page sends visitors on by itself",
        why="Search engines and the back button cope badly with such a redirect.",
        fix="Let the server redirect the address permanently (status 301).",
        sql="""
            SELECT url, quoted(meta_refresh) AS evidence FROM html_pages WHERE sends_on(meta_refresh, $max_seconds)
        """,
        thresholds={"max_seconds": Threshold(10, "seconds", "ours: later ones are slide shows or tickers")},
    ),
)
