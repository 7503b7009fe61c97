"""Encryption, reported once a site."""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="security.unencrypted",
        severity="error",
        population="public_site",
        title="Pages are sent without encryption",
        why="Browsers mark the site “not secure”, which patients should not see on a clinic's site.",
        fix="Ask whoever runs the website to turn on https and to redirect all addresses to it.",
        sql="""
            SELECT s.url, counted(p.bare, 'page') || ' of ' || p.pages || ', such as ' || p.example AS evidence
            FROM public_site s, (
                SELECT count(*) AS pages, count(*) FILTER (url LIKE 'http:%') AS bare,
                       min(url) FILTER (url LIKE 'http:%') AS example FROM html_pages) p
            WHERE p.bare > 0
        """,
    ),
    Check(
        id="security.mixed_content",
        severity="warning",
        population="public_site",
        title="Encrypted pages show images that are sent without encryption",
        why="Browsers may leave them out or mark the page as not quite secure.",
        fix="Write https:// in the addresses of images.",
        sql="""
            SELECT s.url, counted(i.pages, 'page') || ', such as ' || i.example AS evidence
            FROM public_site s, (
                SELECT count(DISTINCT url) AS pages, min(url) || ' with ' || arg_min(src, url) AS example
                FROM images WHERE url LIKE 'https:%' AND src LIKE 'http:%') i
            WHERE i.pages > 0
        """,
    ),
)
