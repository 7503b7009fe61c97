"""Titles: the clickable line of a search result."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="title.missing",
        severity="error",
        population="indexable_pages",
        title="The page has no title",
        why="The title is the line people click in search results. Without one, search engines make one up.",
        fix="Write a title that names the treatment or condition, the place and the clinic.",
        sql="""
            SELECT url, if(title IS NULL, 'No title in the page.', 'The title is empty.') AS evidence
            FROM indexable_pages WHERE trim(coalesce(title, '')) = ''
        """,
    ),
    Check(
        id="title.duplicate",
        severity="warning",
        population="indexable_pages",
        title="Several pages have the same title",
        why="Searchers and search engines cannot tell the pages apart, so the wrong one may be shown.",
        fix="Give each page a title of its own that says what only this page is about.",
        sql="""
            SELECT url, quoted(title) || ' also stands on ' || counted(n - 1, 'other page') || ', such as '
                   || if(url = first_url, last_url, first_url) AS evidence
            FROM (SELECT url, title, count(*) OVER w AS n, min(url) OVER w AS first_url, max(url) OVER w AS last_url
                  FROM indexable_pages WHERE page_type <> 'listing' AND trim(coalesce(title, '')) <> ''
                  WINDOW w AS (PARTITION BY folded(title), lower(lang)))
            WHERE n > 1
        """,
    ),
    Check(
        id="title.too_long",
        severity="warning",
        population="indexable_pages",
        title="The title is cut off in search results",
        why="A result has room for one line; what stands behind is cut, often the place or the clinic's name.",
        fix="Put the words that matter first and shorten the rest.",
        sql="""
            SELECT url, quoted(title) || ' is ' || title_px || ' pixels wide, ' || $max_px || ' fit' AS evidence
            FROM indexable_pages WHERE title_px > $max_px
        """,
        thresholds={
            "max_px": Threshold(600, "px", "a Google result's width, as Lumar has it; Screaming Frog: 561")
        },
    ),
    Check(
        id="title.too_short",
        severity="notice",
        population="indexable_pages",
        title="The title is very short",
        why="A title of one or two words leaves out what people search for.",
        fix="Add the treatment or condition, the place or the clinic's name.",
        sql="""
            SELECT url, quoted(title) || ' is ' || title_px || ' pixels wide' AS evidence
            FROM indexable_pages WHERE title_px < $min_px AND trim(title) <> ''
        """,
        thresholds={"min_px": Threshold(200, "px", "Screaming Frog's default")},
    ),
    Check(
        id="title.multiple",
        severity="warning",
        population="indexable_pages",
        title="The page has more than one title",
        why="Search engines take one of them, and it may be the wrong one.",
        fix="Keep one title; a plugin and the theme often each add theirs.",
        sql="""
            SELECT url, counted(titles, 'title') || ', the first is ' || quoted(coalesce(title, '')) AS evidence
            FROM indexable_pages WHERE titles > 1
        """,
    ),
    Check(
        id="title.placeholder",
        severity="warning",
        population="indexable_pages",
        title="The title says nothing about the page",
        why="“Home” or “Untitled” is what a website builder puts there; nobody searches for it.",
        fix="Replace it by what the page is about, the place and the clinic's name.",
        sql=r"""
            SELECT url, quoted(title) AS evidence FROM indexable_pages
            WHERE regexp_matches(folded(title), '^(home|home ?page|index|untitled( (document|page))?|new page'
                || '|page title|title|welcome|blank( page)?|my site|accueil|inicio|startseite|document)$')
        """,
    ),
)
