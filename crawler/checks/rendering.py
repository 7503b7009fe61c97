"""Scripts: what only exists after a browser ran them, and what nobody saw because none did."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="rendering.text_by_scripts",
        severity="warning",
        population="rendered_pages",
        title="Much of the text only exists after scripts ran",
        why="Most AI services and many other readers run no scripts: to them this text is not there.",
        fix="Let the server send the text with the page (server-side rendering or prerendering).",
        sql="""
            SELECT url, format('{:.0f} % of the text', 100 * (1 - raw_words / rendered_words)) || ': '
                   || counted(raw_words, 'word') || ' before scripts, ' || format('{:,}', rendered_words) || ' after'
                   AS evidence
            FROM rendered_pages
            WHERE rendered_words - raw_words >= $min_words AND raw_words <= (1 - $min_share) * rendered_words
        """,
        thresholds={
            "min_share": Threshold(0.3, "share", "ours: readers without scripts should see 70 % of the words"),
            "min_words": Threshold(30, "words", "ours: fewer are a notice or a widget"),
        },
    ),
    Check(
        id="rendering.links_by_scripts",
        severity="warning",
        population="rendered_pages",
        title="Links to your own pages only exist after scripts ran",
        why="Who runs no scripts cannot follow them, and search engines find such pages later or never.",
        fix="Write menus and lists as plain links, <a href>, into the page that the server sends.",
        sql="""
            SELECT url, counted(len(own), 'link') || ' by scripts, such as ' || array_to_string(own[1:3], ', ')
                   AS evidence
            FROM (SELECT url, list_filter(links_by_scripts, lambda link: host_of(link) = host_of(url)) AS own
                  FROM rendered_pages)
            WHERE len(own) >= $min_links
        """,
        thresholds={"min_links": Threshold(1, "links", "ours: one may be the only way to a page")},
    ),
    Check(
        id="rendering.title_by_scripts",
        severity="warning",
        population="rendered_pages",
        title="Scripts change the title",
        why="Readers without scripts show the other title, and search engines may show either.",
        fix="Let the server send the final title.",
        sql="""
            SELECT url, coalesce(quoted(nullif(trim(raw_title), '')), 'No title') || ' before scripts, '
                   || coalesce(quoted(nullif(trim(rendered_title), '')), 'none') || ' after' AS evidence
            FROM rendered_pages WHERE folded(coalesce(raw_title, '')) <> folded(coalesce(rendered_title, ''))
        """,
    ),
    Check(
        id="rendering.canonical_by_scripts",
        severity="warning",
        population="rendered_pages",
        title="Scripts change the canonical address",
        why="Search engines may go by either address, and so show the wrong page.",
        fix="Let the server send the final canonical link.",
        sql="""
            SELECT url, coalesce(raw_canonical, 'None') || ' before scripts, ' || coalesce(rendered_canonical, 'none')
                   || ' after' AS evidence
            FROM rendered_pages WHERE raw_canonical IS DISTINCT FROM rendered_canonical
        """,
    ),
    Check(
        id="rendering.not_run",
        severity="warning",
        population="html_pages",
        title="Scripts make the page, and they were not run",
        why="What patients read on this page is unknown to us, and to all who run no scripts.",
        fix="Crawl with --render auto; better still, let the server send the text with the page.",
        sql="""
            SELECT url, script_clue AS evidence FROM html_pages ANTI JOIN renderings USING (url)
            WHERE script_clue IS NOT NULL AND NOT rendered
        """,
    ),
    Check(
        id="rendering.failed",
        severity="notice",
        population="tried_renderings",
        title="The page could not be shown by a browser",
        why="What its scripts make is unknown; we report what stands in the page without them.",
        fix="Open the page in a browser and look for errors of its scripts.",
        sql="SELECT url, failure AS evidence FROM tried_renderings WHERE failure IS NOT NULL",
    ),
)
