"""Addresses of pages: tidy ones are easier to share, and open under one form only."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="url.uppercase",
        severity="notice",
        population="indexable_pages",
        title="The address has capital letters",
        why="On many servers the same address in small letters is another page, or none.",
        fix="Use small letters for new pages. Leave old addresses unless you redirect them.",
        sql=r"""
            SELECT url, path_of(url) AS evidence FROM indexable_pages
            WHERE regexp_matches(regexp_replace(path_of(url), '%[0-9A-Fa-f]{2}', '', 'g'), '[A-Z]')
        """,
    ),
    Check(
        id="url.underscore",
        severity="notice",
        population="indexable_pages",
        title="The address has underscores",
        why="Search engines read hyphens as spaces between words; underscores glue words together.",
        fix="Use hyphens for new pages. Leave old addresses unless you redirect them.",
        sql="SELECT url, path_of(url) AS evidence FROM indexable_pages WHERE contains(path_of(url), '_')",
    ),
    Check(
        id="url.space",
        severity="notice",
        population="indexable_pages",
        title="The address has spaces",
        why="Such addresses break when they are copied into an e-mail.",
        fix="Use hyphens for new pages. Leave old addresses unless you redirect them.",
        sql="SELECT url, path_of(url) AS evidence FROM indexable_pages WHERE contains(path_of(url), '%20')",
    ),
    Check(
        id="url.too_long",
        severity="notice",
        population="indexable_pages",
        title="The address is very long",
        why="Long addresses are cut in results and hard to share.",
        fix="Keep the words that matter for new pages. Leave old addresses unless you redirect them.",
        sql="""
            SELECT url, counted(length(url), 'character') AS evidence
            FROM indexable_pages WHERE length(url) > $max_characters
        """,
        thresholds={"max_characters": Threshold(115, "characters", "Screaming Frog's default")},
    ),
    Check(
        id="url.tracking_parameter",
        severity="warning",
        population="internal_links",
        title="A link within the site carries a tracking parameter",
        why="It starts a new visit in your statistics and overwrites where the visitor came from.",
        fix="Remove utm_ and similar parameters from links within the site.",
        sql="""
            SELECT url, 'to ' || target_url || ' with ' || quoted(tracking) AS evidence
            FROM internal_links WHERE tracking IS NOT NULL
        """,
    ),
    Check(
        id="url.variant",
        severity="warning",
        population="html_pages",
        title="The page answers at a second address, too",
        why="Links and visitors are shared out between the two, and search engines choose which one they show.",
        fix="Redirect this address to the other one, or name the other one as the canonical of both.",
        sql="""
            SELECT url, 'the same text as ' || variant_of AS evidence
            FROM html_pages WHERE variant_by = 'content'
        """,
    ),
    Check(
        id="url.trap",
        severity="warning",
        population="site",
        title="The site makes addresses without end",
        why="Search engines waste their visits on them and come less often to the pages that matter.",
        fix="Remove the links to them or mark them “nofollow”, and disallow such addresses in robots.txt.",
        sql="""
            SELECT s.url, t.pattern || ': ' || t.reason || '; '
                || format('{:,}', t.urls) || if(t.urls = 1, ' address', ' addresses') || ' left out, such as '
                || left(t.example, 120) || coalesce(' on ' || t.found_on, '') AS evidence
            FROM site s, traps t
        """,
    ),
)
