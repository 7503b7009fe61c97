"""Canonical addresses: which of several addresses of a page search engines are told to show."""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="canonical.missing",
        severity="notice",
        population="indexable_pages",
        title="The page does not name its canonical address",
        why="A page often opens under several addresses; the canonical says which one counts.",
        fix="Let your website system add a canonical link to every page.",
        sql="SELECT url, 'No canonical link.' AS evidence FROM indexable_pages WHERE canonical IS NULL",
    ),
    Check(
        id="canonical.multiple",
        severity="error",
        population="html_pages",
        title="The page names several canonical addresses",
        why="Search engines then ignore all of them.",
        fix="Keep one canonical link; a plugin and the theme often each add theirs.",
        sql="""
            SELECT url, array_to_string(canonicals[1:3], ' and ') AS evidence
            FROM html_pages WHERE len(canonicals) > 1
        """,
    ),
    Check(
        id="canonical.header_differs",
        severity="warning",
        population="html_pages",
        title="The server and the page name different canonical addresses",
        why="Search engines then ignore both.",
        fix="Name one address: remove the canonical from the server's Link header, or from the page.",
        sql="""
            SELECT url, 'The server names ' || min(target_url) FILTER (place = 'header') || ', the page '
                   || min(target_url) FILTER (place <> 'header') AS evidence
            FROM head_tags WHERE name = 'link:canonical' GROUP BY url
            HAVING min(target_url) FILTER (place = 'header') <> min(target_url) FILTER (place <> 'header')
        """,
    ),
    Check(
        id="canonical.relative",
        severity="notice",
        population="html_pages",
        title="The canonical address is not written in full",
        why="On a copy of the site, such as a test server, the address then points to the copy.",
        fix="Write the canonical with https:// and the host name.",
        sql=r"""
            SELECT url, quoted(value) AS evidence FROM head_tags
            WHERE name = 'link:canonical' AND trim(value) <> '' AND NOT regexp_matches(trim(value), '^https?://', 'i')
        """,
    ),
    Check(
        id="canonical.to_error",
        severity="error",
        population="canonical_pages",
        title="The canonical address does not work",
        why="Search engines are told to show an address that answers with an error, so neither may be shown.",
        fix="Let the canonical name the page's own, working address.",
        sql="""
            SELECT url, 'The canonical is ' || canonical || ', which answers with status ' || status AS evidence
            FROM canonical_pages
            WHERE is_broken(outcome, status)
        """,
    ),
    Check(
        id="canonical.to_redirect",
        severity="warning",
        population="canonical_pages",
        title="The canonical address redirects",
        why="Search engines are told to show an address that sends them elsewhere.",
        fix="Let the canonical name the address at the end of the redirect.",
        sql="""
            SELECT url, 'The canonical is ' || canonical || ', which redirects to '
                   || coalesce(final_url, 'no address') AS evidence
            FROM canonical_pages WHERE outcome = 'redirect'
        """,
    ),
    Check(
        id="canonical.to_noindex",
        severity="error",
        population="canonical_pages",
        title="The canonical address asks not to be shown",
        why="One setting says “show that page instead”, the other says “do not show that page”.",
        fix="Remove noindex from the canonical page, or let this page be its own canonical.",
        sql="""
            SELECT url, 'The canonical is ' || canonical || ', which has noindex' AS evidence
            FROM canonical_pages ANTI JOIN (FROM html_pages WHERE indexability = 'noindex') USING (url)
            WHERE canonical <> url AND target_indexability = 'noindex'
        """,
    ),
    Check(
        id="canonical.chain",
        severity="warning",
        population="canonical_pages",
        title="The canonical address names yet another one",
        why="Search engines may stop following the chain and choose for themselves.",
        fix="Let every version of the page name the last address directly.",
        sql="""
            SELECT url, 'The canonical is ' || canonical || ', whose own canonical is ' || target_canonical AS evidence
            FROM canonical_pages WHERE canonical <> url AND target_canonical <> canonical
        """,
    ),
    Check(
        id="canonical.to_home",
        severity="warning",
        population="canonical_pages",
        title="The page names the home page as its canonical",
        why="Search engines are told to show the home page instead of this one.",
        fix="Let the page name its own address.",
        sql="""
            SELECT url, 'The canonical is ' || canonical || ', the home page' AS evidence
            FROM canonical_pages
            WHERE path_of(canonical) = '/' AND NOT contains(canonical, '?') AND page_type <> 'home'
              AND host_of(canonical) = host_of(url)
        """,
    ),
    Check(
        id="canonical.other_site",
        severity="warning",
        population="canonical_pages",
        title="The canonical address is on another site",
        why="Search engines are told to show another site's page instead of yours.",
        fix="Unless the text is meant to rank there, let the page name its own address.",
        sql=r"""
            SELECT url, 'The canonical is ' || canonical || ', on another site' AS evidence
            FROM canonical_pages, crawl
            WHERE regexp_replace(host_of(canonical), '^www\.', '') <> regexp_replace(crawl.site, '^www\.', '')
        """,
    ),
)
