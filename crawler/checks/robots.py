"""What robots.txt keeps search engines from reading."""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="robots.linked_page_blocked",
        severity="notice",
        population="linked_urls",
        title="Links lead to a page that robots.txt blocks",
        why="Search engines may not read the page, so its text does not count. Here, too, it was not read.",
        fix="If patients should find the page, allow it in robots.txt; if not, leave it as it is.",
        sql="""
            SELECT url, coalesce(failure, 'robots.txt forbids it') || '; ' || linked_from(pages, page, in_sitemap)
                   AS evidence
            FROM linked_urls WHERE outcome = 'blocked_robots'
        """,
    ),
)
