"""The head of a page: what it tells search engines, browsers and networks of itself, and whether it takes effect."""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="head.tag_in_body",
        severity="warning",
        population="html_pages",
        title="A setting for search engines stands in the wrong place",
        why="Browsers end the head of a page at the first thing that does not belong there, such as an image. What follows "
        "lands in the body, where search engines do not heed it.",
        fix="Move the tag into the head, and what broke the head out of it.",
        sql="""
            SELECT url, quoted(CASE name WHEN 'link:canonical' THEN 'canonical' WHEN 'link:alternate' THEN 'hreflang'
                   ELSE name END) || ' stands in the body: ' || quoted(min(value)) AS evidence
            FROM head_tags
            WHERE place = 'body' AND (name IN ('title', 'description', 'robots', 'link:canonical')
                OR (name = 'link:alternate' AND hreflang IS NOT NULL))
            GROUP BY url, name
        """,
    ),
    Check(
        id="head.charset_missing",
        severity="notice",
        population="html_pages",
        title="The page does not say how its letters are encoded",
        why="Browsers have to guess, and may show é as Ã©.",
        fix='Add <meta charset="utf-8"> at the top of the head.',
        sql="SELECT url, 'Read as ' || charset || ', by its content.' AS evidence FROM html_pages"
        " WHERE charset_source = 'content'",
    ),
    Check(
        id="head.doctype_missing",
        severity="notice",
        population="html_pages",
        title="The page does not begin with a doctype",
        why="Browsers then lay it out by the rules of the nineties, so that sizes and columns may be off.",
        fix="Let the page begin with <!doctype html>.",
        sql="SELECT url, 'No doctype.' AS evidence FROM html_pages WHERE doctype IS NULL",
    ),
    Check(
        id="head.share_picture_missing",
        severity="notice",
        population="content_pages",
        title="The page names no picture for sharing",
        why="Sent by message or posted, its link appears without a picture and is easily passed over.",
        fix="Set a picture for social media; most website systems have a field for it (og:image).",
        sql="SELECT url, 'No og:image.' AS evidence FROM content_pages WHERE trim(coalesce(og_image, '')) = ''",
    ),
    Check(
        id="head.icon_missing",
        severity="notice",
        population="site",
        title="The site has no icon",
        why="Google shows a site's icon beside its name; without one it shows a grey globe.",
        fix="Add a square icon of at least 48 pixels and link it as rel=icon on the home page.",
        sql="""
            SELECT s.url, 'No page links an icon.' AS evidence FROM site s
            WHERE EXISTS (FROM html_pages) AND NOT EXISTS (SELECT 1 FROM html_pages WHERE icon IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM resources WHERE path_of(url) = '/favicon.ico' AND outcome = 'fetched')
        """,
    ),
)
