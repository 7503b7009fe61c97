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
                SELECT url FROM shown_phone_ctas WHERE ownership NOT IN ('third_party', 'agency', 'fax', 'placeholder')) c
            USING (url)
        """,
    ),
    Check(
        id="cta.top_missing",
        severity="warning",
        population="cta_pages",
        title="The phone number is not near the top of the page",
        why="Patients in pain do not scroll to find out how to call.",
        fix="Put the number into the header, or into the first lines of the text.",
        sql="""
            SELECT url, coalesce('The first number comes after ' || counted(first_cta_word, 'word'),
                   'The number stands only in the footer or at the side') AS evidence
            FROM cta_pages WHERE own_numbers > 0 AND NOT has_top AND word_count >= $min_words
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
            SELECT url, 'No number in the last part of ' || counted(word_count, 'word') AS evidence
            FROM cta_pages WHERE own_numbers > 0 AND NOT has_end AND word_count >= $min_words
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
            SELECT url, 'Only ' || string_agg(DISTINCT quoted(coalesce(cta_phrase, shown_text, accessible_name, href)), ', '
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
            SELECT p.url, c.number || ' ' || c.n || ' times in ' || counted(p.word_count, 'word') AS evidence
            FROM cta_pages p JOIN (
                SELECT url, number, count(*) AS n FROM own_phone_ctas WHERE word_offset IS NOT NULL GROUP BY ALL
            ) c USING (url)
            WHERE p.word_count >= $min_words AND p.page_type NOT IN ('contact', 'location')
              AND c.n * 1000 > $max_per_1000 * p.word_count
        """,
        thresholds={
            "max_per_1000": Threshold(8, "times per 1,000 words", "ours: more than one in 125 words"),
            "min_words": Threshold(300, "words", "ours: on a short page two numbers would be too many"),
        },
    ),
)
