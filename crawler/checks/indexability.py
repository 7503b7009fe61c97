"""Pages that ask search engines not to show them, or not to follow their links."""

from crawler.checks.check import Check, Threshold

_KNOWN = (
    "all index follow noindex nofollow none noarchive nocache nosnippet indexifembedded max-snippet max-image-preview "
    "max-video-preview notranslate noimageindex unavailable_after noodp noydir noimageclick nopagereadaloud archive snippet "
    "imageindex odp ydir nositelinkssearchbox noai noimageai"
)
"""Directives that search engines document, those that have lost their meaning too."""

_THANKS = "thank[-_ ]?you|thanks|muchas[-_ ]gracias|gracias|merci|vielen[-_ ]dank|danke|grazie|obrigad[oa]|bedankt"
_CONFIRMED = r"confirmations?|confirmed|confirmaci[oó]n|confirmad[oa]|bestätigung|bestaetigung|conferma"
_IS_THANKS = rf"""(
                regexp_matches(path_of(url), '/(({_THANKS})([-_][^/]*)?|([^/]+[-_])?({_THANKS}|{_CONFIRMED}))(\.\w+)?(/|$)', 'i')
                OR regexp_matches(concat_ws(' | ', title, h1), '(^|[|–—:·] |\s-\s)\W*({_THANKS})(\W|$)', 'i')
                OR regexp_matches(concat_ws(' | ', title, h1), '(^|[|–—:·] |\s-\s)([^\s|]+ ){{0,3}}({_CONFIRMED})\W*($|[|–—·]|\s-\s)', 'i'))"""
"""A page that thanks for a message or confirms a booking: rightly kept out of search, where nobody has sent anything."""

_KNOWN_SQL = ", ".join(f"'{name}'" for name in _KNOWN.split())

CHECKS = (
    Check(
        id="index.noindex",
        severity="warning",
        population="html_pages",
        title="The page asks search engines not to show it",
        why="A page with “noindex” never appears in search results, whatever stands on it.",
        fix="If patients should find the page, remove the noindex setting; if not, leave it as it is.",
        sql=f"""
            SELECT url, directives(robots_all, x_robots_tag) AS evidence FROM html_pages
            WHERE indexability = 'noindex' AND page_type NOT IN ('legal', 'listing') AND NOT {_IS_THANKS}
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
            WHERE url IN (SELECT url FROM robots_directives
                          WHERE agent IN ('robots', 'googlebot') AND directive IN ('nofollow', 'none'))
        """,
    ),
    Check(
        id="index.noindex_for_agent",
        severity="notice",
        population="html_pages",
        title="The page asks one search engine alone not to show it",
        why="It is found with some search engines and missing from others, which nobody notices.",
        fix="Remove the setting for that search engine, unless it is meant.",
        sql="""
            SELECT url, quoted(agent) || ': ' || string_agg(DISTINCT directive, ', ' ORDER BY directive) AS evidence
            FROM robots_directives
            WHERE agent NOT IN ('robots', 'googlebot') AND directive IN ('noindex', 'none') GROUP BY url, agent
        """,
    ),
    Check(
        id="index.snippet_blocked",
        severity="warning",
        population="content_pages",
        title="Search engines may not show text of the page",
        why="The result appears without a description, and answers of AI search leave the page out.",
        fix="Remove nosnippet and max-snippet:0 from the page's robots setting.",
        sql="""
            SELECT url, quoted(directive || coalesce(':' || value, '')) AS evidence FROM robots_directives
            WHERE agent IN ('robots', 'googlebot')
              AND (directive = 'nosnippet' OR (directive = 'max-snippet' AND trim(value) = '0'))
        """,
    ),
    Check(
        id="index.expires",
        severity="warning",
        population="html_pages",
        title="The page asks search engines to forget it after a date",
        why="After that day it disappears from search results, often to everyone's surprise.",
        fix="Remove unavailable_after, unless the page is about something that ends.",
        sql="SELECT url, 'unavailable_after: ' || value AS evidence FROM robots_directives"
        " WHERE directive = 'unavailable_after' AND trim(value) <> ''",
    ),
    Check(
        id="index.directive_unknown",
        severity="notice",
        population="html_pages",
        title="A robots setting is misspelt",
        why="Search engines pass over words that they do not know, so what was meant does not happen.",
        fix="Correct the word, such as noindex for “no-index”.",
        sql=f"""
            SELECT url, quoted(directive) AS evidence FROM robots_directives
            WHERE agent IN ('robots', 'googlebot', 'bingbot') AND directive NOT IN ({_KNOWN_SQL})
        """,
    ),
)
