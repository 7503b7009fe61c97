"""Pages that ask search engines not to show them, or not to follow their links."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="index.noindex",
        severity="warning",
        population="html_pages",
        title="The page asks search engines not to show it",
        why="A page with “noindex” never appears in search results, whatever stands on it.",
        fix="If patients should find the page, remove the noindex setting; if not, leave it as it is.",
        sql="""
            SELECT url, directives(robots_all, x_robots_tag) AS evidence FROM html_pages
            WHERE indexability = 'noindex' AND page_type NOT IN ('legal', 'listing')
        """,
    ),
    Check(
        id="index.noindex_home",
        severity="error",
        population="html_pages",
        title="The home page asks search engines not to show it",
        why="Without its home page a clinic is hard to find even by its own name.",
        fix="Remove the noindex setting from the home page; it is often left over from building the site.",
        sql="""
            SELECT url, directives(robots_all, x_robots_tag) AS evidence FROM html_pages
            WHERE indexability = 'noindex' AND path_of(url) = '/' AND NOT contains(url, '?')
        """,
    ),
    Check(
        id="index.noindex_sitewide",
        severity="error",
        population="site",
        title="Most of the site asks search engines not to show it",
        why="A whole site is hidden by one setting that is often left over from building it.",
        fix="Find the setting “discourage search engines” of your website system and turn it off.",
        sql="""
            SELECT s.url, counted(p.hidden, 'page') || ' of ' || p.pages || ' with noindex' AS evidence
            FROM site s, (SELECT count(*) AS pages, count(*) FILTER (indexability = 'noindex') AS hidden
                          FROM html_pages) p
            WHERE p.hidden * 100 > p.pages * $max_percent
        """,
        thresholds={"max_percent": Threshold(50, "%", "ours: most pages of a clinic are meant to be found")},
    ),
    Check(
        id="index.nofollow_page",
        severity="notice",
        population="indexable_pages",
        title="The page asks search engines not to follow its links",
        why="Pages that it links to lose the support of this page.",
        fix="Remove “nofollow” from the page's robots setting.",
        sql="""
            SELECT url, directives(robots_all, x_robots_tag) AS evidence FROM indexable_pages
            WHERE list_contains(regexp_split_to_array(lower(concat_ws(',', robots_all, x_robots_tag)), '[\\s,:]+'),
                                'nofollow')
        """,
    ),
)
