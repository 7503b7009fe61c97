"""Versions of a page in other languages, as hreflang names them.

https://developers.google.com/search/docs/specialty/international/localized-versions
"""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="hreflang.code_invalid",
        severity="warning",
        population="hreflang_pages",
        title="A language version has a wrong code",
        why="Search engines leave out versions whose language they cannot read.",
        fix="Use a code of language and, if needed, region: en, en-GB, es, fr-BE, or x-default.",
        sql=r"""
            SELECT url, quoted(hreflang) || ' for ' || coalesce(target_url, value) AS evidence FROM hreflang_pages
            WHERE NOT regexp_full_match(hreflang, '(?i)[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?|x-default')
               OR regexp_matches(hreflang, '(?i)-(uk|eu|en)$')
        """,
    ),
    Check(
        id="hreflang.self_missing",
        severity="notice",
        population="hreflang_pages",
        title="The page does not list itself among its language versions",
        why="Each version has to name all of them, itself too; otherwise search engines may ignore the list.",
        fix="Let every version carry the same list of all versions.",
        sql="""
            SELECT url, counted(count(*), 'version') || ' listed, none of them this page' AS evidence
            FROM hreflang_pages GROUP BY url HAVING NOT bool_or(coalesce(target_url = url, false))
        """,
    ),
    Check(
        id="hreflang.return_missing",
        severity="warning",
        population="hreflang_pages",
        title="A language version does not name this page in return",
        why="Search engines only believe two versions that name each other.",
        fix="Add this page to the list of the other version.",
        sql="""
            SELECT h.url, h.target_url || ' (' || h.hreflang || ') does not name this page' AS evidence
            FROM hreflang_pages h SEMI JOIN html_pages p ON p.url = h.target_url
            ANTI JOIN hreflang_pages r ON r.url = h.target_url AND r.target_url = h.url
            WHERE h.target_url <> h.url
        """,
    ),
    Check(
        id="hreflang.language_twice",
        severity="warning",
        population="hreflang_pages",
        title="Two addresses are named for the same language",
        why="Search engines cannot tell which one to show.",
        fix="Keep one address for each language.",
        sql="""
            SELECT url, quoted(lower(hreflang)) || ' for ' || array_to_string(list(DISTINCT target_url)[1:3], ' and ')
                   AS evidence
            FROM hreflang_pages GROUP BY url, lower(hreflang) HAVING count(DISTINCT target_url) > 1
        """,
    ),
    Check(
        id="hreflang.not_shown",
        severity="warning",
        population="hreflang_pages",
        title="A language version cannot be shown by search engines",
        why="It answers with an error or a redirect, asks not to be shown, or names another page as its canonical.",
        fix="List the address that works and may be shown.",
        sql="""
            SELECT h.url, h.target_url || ' (' || h.hreflang || '): ' || CASE
                WHEN r.outcome = 'redirect' THEN 'redirects'
                WHEN is_broken(r.outcome, r.status) THEN 'answers with status ' || r.status
                ELSE t.indexability END AS evidence
            FROM hreflang_pages h JOIN resources r ON r.url = h.target_url LEFT JOIN pages t ON t.url = h.target_url
            WHERE r.outcome = 'redirect' OR is_broken(r.outcome, r.status)
               OR t.indexability IN ('noindex', 'canonicalised', 'soft_404')
        """,
    ),
    Check(
        id="hreflang.default_missing",
        severity="notice",
        population="hreflang_pages",
        title="No version is named for all other languages",
        why="Visitors whose language you do not offer get whichever version search engines pick.",
        fix="Add x-default with the version that should be shown to everyone else.",
        sql="""
            SELECT url, string_agg(DISTINCT lower(hreflang), ', ' ORDER BY lower(hreflang)) AS evidence FROM hreflang_pages
            GROUP BY url HAVING count(DISTINCT lower(hreflang)) > 1 AND NOT bool_or(lower(hreflang) = 'x-default')
        """,
    ),
)
