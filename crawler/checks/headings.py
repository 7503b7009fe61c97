"""Headings: the outline that readers, screen readers and search engines go by."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="heading.h1_missing",
        severity="error",
        population="indexable_pages",
        title="The page has no main heading",
        why="The main heading (H1) tells readers and search engines in one line what the page is about.",
        fix="Make the page's headline an H1 with text; a picture or an empty heading does not count.",
        sql="""
            SELECT p.url, 'No H1 with text' || coalesce('; the first heading is H' || h.level || ' '
                   || quoted(h.text), '; no other heading either') AS evidence
            FROM indexable_pages p LEFT JOIN (
                SELECT url, arg_min(level, position) AS level, arg_min(text, position) AS text
                FROM headings WHERE trim(text) <> '' GROUP BY url) h USING (url)
            WHERE p.h1_count = 0 AND p.url NOT IN (SELECT url FROM headings WHERE level = 1 AND alt_text IS NOT NULL)
        """,
    ),
    Check(
        id="heading.h1_is_image",
        severity="notice",
        population="indexable_pages",
        title="The main heading is an image",
        why="Its alt text counts, but less than words that can be read, copied and enlarged.",
        fix="Write the heading as text and show the image beside it.",
        sql="""
            SELECT p.url, 'The alt text is ' || quoted(min(h.alt_text)) AS evidence
            FROM indexable_pages p JOIN headings h USING (url)
            WHERE p.h1_count = 0 AND h.level = 1 AND h.alt_text IS NOT NULL GROUP BY p.url
        """,
    ),
    Check(
        id="heading.h1_multiple",
        severity="notice",
        population="indexable_pages",
        title="The page has several main headings",
        why="Search engines cope, but a reader with a screen reader cannot tell which one names the page.",
        fix="Keep one H1 and make the others H2.",
        sql="""
            SELECT p.url, counted(any_value(p.h1_count), 'H1 heading') || ': '
                   || array_to_string(list(quoted(h.text) ORDER BY h.position)[1:3], ', ') AS evidence
            FROM indexable_pages p JOIN headings h USING (url)
            WHERE p.h1_count > 1 AND h.level = 1 AND trim(h.text) <> '' GROUP BY p.url
        """,
    ),
    Check(
        id="heading.h1_duplicate",
        severity="notice",
        population="content_pages",
        title="Several pages have the same main heading",
        why="Pages under one headline look like the same page.",
        fix="Let each headline say what only this page is about.",
        sql="""
            SELECT url, quoted(h1) || ' also heads ' || counted(n - 1, 'other page') || ', such as '
                   || if(url = first_url, last_url, first_url) AS evidence
            FROM (SELECT url, h1, count(*) OVER w AS n, min(url) OVER w AS first_url, max(url) OVER w AS last_url
                  FROM content_pages WHERE h1 IS NOT NULL WINDOW w AS (PARTITION BY folded(h1), lower(lang)))
            WHERE n > 1
        """,
    ),
    Check(
        id="heading.level_skipped",
        severity="notice",
        population="indexable_pages",
        title="The heading outline skips a level",
        why="People who listen to a page jump from heading to heading; a hole in the outline confuses them.",
        fix="Let an H2 be followed by an H3, not an H4; choose the size in the design instead.",
        sql="""
            SELECT url, 'H' || before || ' is followed by H' || level || ' ' || quoted(text) AS evidence
            FROM (SELECT url, level, text, position,
                         lag(level) OVER (PARTITION BY url ORDER BY position) AS before
                  FROM headings WHERE zone IN ('main', 'hero') AND trim(text) <> '')
            WHERE level > before + 1
            QUALIFY row_number() OVER (PARTITION BY url ORDER BY position) = 1
        """,
    ),
    Check(
        id="heading.empty",
        severity="notice",
        population="indexable_pages",
        title="The page has an empty heading",
        why="Screen readers announce a heading and then read nothing.",
        fix="Delete the empty heading, or give its picture an alt text.",
        sql="""
            SELECT url, counted(count(*), 'heading') || ' without text: '
                   || string_agg(DISTINCT 'H' || level, ', ' ORDER BY 'H' || level) AS evidence
            FROM headings WHERE trim(text) = '' AND alt_text IS NULL AND hidden IS NULL GROUP BY url
        """,
    ),
    Check(
        id="heading.section_too_long",
        severity="notice",
        population="content_pages",
        title="A long stretch of text has no subheading",
        why="Readers scan for the part that answers their question, most of them on a phone.",
        fix="Break the text up with subheadings that say what follows.",
        # Questions that open their answers part a text as subheadings do; a list of references is not read through.
        sql="""
            WITH parted AS (
                SELECT url, heading_position AS position FROM (
                    SELECT url, heading_position FROM blocks WHERE tag IN ('summary', 'dt', 'button')
                    UNION ALL
                    SELECT b.url, b.heading_position FROM main.references r
                    JOIN blocks b ON b.url = r.url AND b.position = r.block_position WHERE r.text IS NOT NULL)
                GROUP BY ALL HAVING count(*) > 1)
            SELECT url, counted(longest, 'word') || coalesce(' under ' || quoted(heading), ' before any heading')
                   AS evidence
            FROM (SELECT url, max(words) AS longest, arg_max(text, words) AS heading FROM (
                      SELECT url, words, text FROM headings ANTI JOIN parted USING (url, position)
                      UNION ALL
                      SELECT url, sum(words)::BIGINT, NULL FROM blocks
                      WHERE NOT is_boilerplate AND heading_position IS NULL GROUP BY url)
                  GROUP BY url)
            WHERE longest > $max_words
        """,
        thresholds={"max_words": Threshold(350, "words", "Yoast: over 300 words is long, 350 and more is bad")},
    ),
)
