"""Calls to action: whether a page asks its reader to call, and where."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="cta.phone_missing",
        severity="warning",
        population="cta_pages",
        title="The page offers no phone number of the clinic",
        why="A patient who is convinced here has to look elsewhere for a way to call.",
        fix="Show the clinic's number in the header and at the end of the text, linked so that a tap calls.",
        sql="""
            SELECT url, 'No number of the clinic in text, links, header or footer' AS evidence
            FROM cta_pages ANTI JOIN (
                SELECT url FROM seen_phone_ctas
                WHERE ownership NOT IN ('third_party', 'agency', 'fax', 'placeholder') AND number IS NOT NULL
                  AND NOT regexp_matches(channel, '^(aria|json-ld|microdata|rdfa)')) c
            USING (url)
        """,
    ),
    Check(
        id="cta.missing_on_page",
        severity="warning",
        population="cta_pages",
        title="The page lacks the phone number that pages of its kind have",
        why="Something went wrong with the template here, and patients miss what they are used to.",
        fix="Use the same template as on the other pages, or put the number where they have it.",
        sql="""
            WITH offered AS (
                SELECT c.url, c.number, c.is_template, b.block_hash,
                       CASE WHEN c.zone IN ('sticky', 'header', 'nav', 'hero') THEN 'at the top'
                            WHEN c.zone = 'footer' THEN 'in the footer' WHEN c.zone = 'aside' THEN 'at the side'
                            ELSE 'in the main text' END AS place
                FROM own_phone_ctas c LEFT JOIN blocks b ON b.url = c.url AND b.position = c.block_position
                WHERE c.zone <> 'modal' AND is_visible(c.hidden)
            ),
            usual AS (
                SELECT p.page_type, o.number, o.place, k.pages, count(DISTINCT url) FILTER (o.is_template) AS having_it,
                       list(DISTINCT o.block_hash) FILTER (o.is_template) AS blocks
                FROM cta_pages p JOIN offered o USING (url)
                JOIN (SELECT page_type, count(*) AS pages FROM cta_pages GROUP BY page_type) k USING (page_type)
                GROUP BY p.page_type, o.number, o.place, k.pages HAVING having_it * 100 >= $min_percent * k.pages
            )
            SELECT p.url, u.number, 'No ' || u.number || ' ' || u.place || ', where ' || u.having_it || ' of '
                   || counted(u.pages, 'page') || ' of its kind have it' AS evidence
            FROM cta_pages p JOIN usual u USING (page_type)
            ANTI JOIN offered o ON o.url = p.url AND o.number = u.number
                AND (o.place = u.place OR coalesce(list_contains(u.blocks, o.block_hash), false))
        """,
        thresholds={
            "min_percent": Threshold(
                80, "% of the pages of a kind", "ours, as in the list of issues of phone numbers"
            )
        },
    ),
    Check(
        id="cta.top_missing",
        severity="warning",
        population="cta_pages",
        title="The phone number is not near the top of the page",
        why="Patients in pain do not scroll to find out how to call.",
        fix="Put the number into the header, or into the first lines of the text.",
        sql="""
            SELECT p.url, min(c.position) AS mention, coalesce('The first number comes after '
                   || counted(any_value(p.first_cta_word), 'word'), 'The number stands only in the footer or at the side')
                   AS evidence
            FROM cta_pages p JOIN own_phone_ctas c USING (url)
            WHERE p.own_numbers > 0 AND NOT p.has_top AND p.word_count >= $min_words GROUP BY p.url
        """,
        thresholds={"min_words": Threshold(100, "words", "ours: the first 100 words are the top of a page")},
    ),
    Check(
        id="cta.end_missing",
        severity="notice",
        population="cta_pages",
        title="A long page ends without a phone number",
        why="Readers who come to the end are the most interested ones.",
        fix="End the text with an invitation to call, and the number as a link.",
        sql="""
            SELECT p.url, max(c.position) AS mention, 'No number in the last part of '
                   || counted(any_value(p.word_count), 'word') AS evidence
            FROM cta_pages p LEFT JOIN (FROM own_phone_ctas WHERE word_offset IS NOT NULL) c USING (url)
            WHERE p.own_numbers > 0 AND NOT p.has_end AND p.word_count >= $min_words GROUP BY p.url
        """,
        thresholds={"min_words": Threshold(500, "words", "ours: shorter pages have their end in sight")},
    ),
    Check(
        id="cta.long_gap",
        severity="notice",
        population="cta_pages",
        title="A long stretch of text has no phone number",
        why="Readers decide to call at different points; the number should be near then.",
        fix="Add an invitation to call between sections.",
        sql="""
            SELECT url, counted(longest_gap_words, 'word') || ' without a number' AS evidence
            FROM cta_pages WHERE own_numbers > 0 AND longest_gap_words > $max_words
        """,
        thresholds={"max_words": Threshold(600, "words", "ours: about three minutes of reading")},
    ),
    Check(
        id="cta.verb_missing",
        severity="notice",
        population="cta_pages",
        title="The number stands there without asking for a call",
        why="“Call today” moves more people than a bare number.",
        fix="Put an invitation in front of the number: call, book, ask.",
        sql="""
            SELECT url, min(position) AS mention, 'Only ' || string_agg(DISTINCT quoted(coalesce(cta_phrase, shown_text, accessible_name, href)), ', '
                   ORDER BY quoted(coalesce(cta_phrase, shown_text, accessible_name, href))) AS evidence
            FROM own_phone_ctas GROUP BY url HAVING bool_and(cta_class IN ('bare', 'label'))
        """,
    ),
    Check(
        id="cta.overload",
        severity="notice",
        population="cta_pages",
        title="The text repeats the phone number very often",
        why="Too many calls to action read like an advertisement.",
        fix="Keep one at the top, one at the end, and one where readers decide.",
        sql="""
            SELECT p.url, c.mention, c.number || ' ' || c.n || ' times in ' || counted(p.word_count, 'word') AS evidence
            FROM cta_pages p JOIN (
                SELECT url, number, count(*) AS n, min(position) AS mention FROM own_phone_ctas WHERE word_offset IS NOT NULL GROUP BY ALL
            ) c USING (url)
            WHERE p.page_type NOT IN ('contact', 'location')
              AND c.n > $enough AND c.n * 1000 > $max_per_1000 * p.word_count
        """,
        thresholds={
            "max_per_1000": Threshold(8, "times per 1,000 words", "ours: more than one in 125 words"),
            "enough": Threshold(3, "times", "ours: at the top, at the end and where readers decide"),
        },
    ),
)
