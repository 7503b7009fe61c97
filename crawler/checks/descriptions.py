"""Meta descriptions: the text under the title in a search result."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="description.missing",
        severity="warning",
        population="content_pages",
        title="The page has no meta description",
        why="It is the text under the title in search results. Without one, a search engine picks a sentence.",
        fix="Write one or two sentences that say what the page offers and ask the reader to call or book.",
        sql="""
            SELECT url, if(meta_description IS NULL, 'No meta description.', 'The meta description is empty.')
                   AS evidence
            FROM content_pages WHERE trim(coalesce(meta_description, '')) = ''
        """,
    ),
    Check(
        id="description.duplicate",
        severity="warning",
        population="content_pages",
        title="Several pages have the same meta description",
        why="Search results that read alike give no reason to choose one of them.",
        fix="Describe on each page what only this page offers.",
        sql="""
            SELECT url, quoted(meta_description) || ' also stands on ' || counted(n - 1, 'other page')
                   || ', such as ' || if(url = first_url, last_url, first_url) AS evidence
            FROM (SELECT url, meta_description, count(*) OVER w AS n, min(url) OVER w AS first_url,
                         max(url) OVER w AS last_url
                  FROM content_pages WHERE trim(coalesce(meta_description, '')) <> ''
                  WINDOW w AS (PARTITION BY folded(meta_description)))
            WHERE n > 1
        """,
    ),
    Check(
        id="description.too_long",
        severity="notice",
        population="content_pages",
        title="The meta description is cut off in search results",
        why="What stands behind the cut is not read: often the phone number or the call to act.",
        fix="Put what matters first and shorten the rest.",
        sql="""
            SELECT url, meta_description_px || ' pixels wide, ' || $max_px || ' fit; it ends '
                   || quoted(right(meta_description, 60)) AS evidence
            FROM content_pages WHERE meta_description_px > $max_px
        """,
        thresholds={"max_px": Threshold(985, "px", "Screaming Frog's default")},
    ),
    Check(
        id="description.too_short",
        severity="notice",
        population="content_pages",
        title="The meta description is very short",
        why="There is room for two sentences; a few words give little reason to click.",
        fix="Say whom the page helps, how, where, and how to book.",
        sql="""
            SELECT url, quoted(meta_description) || ' is ' || meta_description_px || ' pixels wide' AS evidence
            FROM content_pages WHERE meta_description_px < $min_px AND trim(meta_description) <> ''
        """,
        thresholds={"min_px": Threshold(400, "px", "Screaming Frog's default")},
    ),
    Check(
        id="description.multiple",
        severity="warning",
        population="content_pages",
        title="The page has more than one meta description",
        why="Search engines may take either, or join them.",
        fix="Keep one; a plugin and the theme often each add theirs.",
        sql="""
            SELECT url, counted(meta_descriptions, 'meta description') || ', the first is '
                   || quoted(coalesce(meta_description, '')) AS evidence
            FROM content_pages WHERE meta_descriptions > 1
        """,
    ),
)
