"""How pages hang together: what can be reached, from where, and in how many clicks."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="architecture.orphan",
        severity="warning",
        population="pages_of_whole_site",
        title="The page is in the sitemap, but no page links to it",
        why="Visitors cannot come across it, and search engines take it for unimportant.",
        fix="Link to it from the page above it in the menu and from pages on related topics.",
        sql="""
            SELECT p.url, 'None of ' || counted(c.pages, 'page') || ' that were read links to it' AS evidence
            FROM pages_of_whole_site p, crawl c
            WHERE p.in_sitemap AND p.inlinks = 0 AND p.depth IS NULL AND p.url <> c.seed
        """,
    ),
    Check(
        id="architecture.deep",
        severity="notice",
        population="pages_of_whole_site",
        title="The page is many clicks away from the start",
        why="The deeper a page lies, the fewer visitors and search engines get to it.",
        fix="Link to it from a page nearer to the home page.",
        sql="""
            SELECT url, counted(depth, 'click') || ' from the start page' AS evidence
            FROM pages_of_whole_site WHERE depth > $max_clicks
        """,
        thresholds={"max_clicks": Threshold(4, "clicks", "SEOnaut: more than 4")},
    ),
    Check(
        id="architecture.dead_end",
        severity="notice",
        population="content_pages",
        title="The page links to no other page of the site",
        why="A reader who has finished has nowhere to go on to.",
        fix="Add the site's menu, a link to a related page, and one to book.",
        sql="SELECT url, 'No link to another page of the site.' AS evidence FROM content_pages WHERE outlinks = 0",
    ),
    Check(
        id="architecture.weakly_linked",
        severity="notice",
        population="pages_of_whole_site",
        title="Only one page links to an important page",
        why="Pages that bring patients deserve more than one way in.",
        fix="Link to it from articles and from pages on related conditions and treatments.",
        sql="""
            SELECT p.url, 'The only link stands on ' || min(l.source_url) AS evidence
            FROM pages_of_whole_site p JOIN links l ON l.target_url = p.url AND l.source_url <> p.url
            WHERE p.inlinks = 1 AND p.page_type IN ('condition', 'treatment', 'provider', 'location')
              AND (SELECT count(*) FROM html_pages) >= $min_pages
            GROUP BY p.url
        """,
        thresholds={
            "min_pages": Threshold(10, "pages", "ours: on a smaller site one link may be all there can be")
        },
    ),
)
