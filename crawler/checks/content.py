"""Main content: how much there is, and whether it is the page's own."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="content.missing",
        severity="warning",
        population="content_pages",
        title="The page has no text of its own",
        why="Apart from menu and footer there is nothing to read, so nothing to be found for.",
        fix="Write the text, or, if it is drawn by a script or stands in a picture, put it into the page itself.",
        sql="""
            SELECT url, 'No main content; ' || counted(text_words, 'word') || ' in menus, footer and the like'
                   AS evidence
            FROM content_pages WHERE word_count = 0
        """,
    ),
    Check(
        id="content.thin",
        severity="warning",
        population="text_pages",
        title="The page has very little text",
        why="A page of a few sentences seldom answers what a patient wants to know.",
        fix="Answer the questions patients ask about it, or join the page with a related one.",
        sql="""
            SELECT p.url, counted(p.word_count, 'word') || ' of main content' AS evidence
            FROM text_pages p LEFT JOIN page_types t USING (page_type)
            WHERE p.word_count > 0 AND p.word_count < least($min_words, coalesce(t.min_words, $min_words))
        """,
        thresholds={"min_words": Threshold(200, "words", "Screaming Frog's and SEOnaut's default")},
    ),
    Check(
        id="content.short_for_type",
        severity="notice",
        population="text_pages",
        title="The page is short for what it is",
        why="Pages of this kind that patients find useful say more. The limit is a convention, not a rule.",
        fix="Look for questions that the page leaves open: who it helps, how it works, risks, cost, recovery.",
        sql="""
            SELECT p.url, counted(p.word_count, 'word') || ' of main content; ' || t.min_words
                   || ' are usual for the type “' || t.label || '”' AS evidence
            FROM text_pages p JOIN page_types t USING (page_type)
            WHERE p.word_count >= $min_words AND p.word_count < t.min_words
        """,
        thresholds={"min_words": Threshold(200, "words", "below it, content.thin reports the page")},
    ),
    Check(
        id="content.duplicate",
        severity="error",
        population="content_pages",
        title="Several pages have the same text",
        why="Search engines show one of them and leave out the others.",
        fix="Keep one page and redirect the others to it, or name it as their canonical address.",
        sql="""
            WITH texts AS MATERIALIZED (
                SELECT url, md5(lower(replace(main_text, chr(10), ' '))) AS text FROM pages)
            SELECT url, 'The same ' || word_count || ' words as ' || if(url = first_url, last_url, first_url)
                   || if(n > 2, ' and ' || counted(n - 2, 'other page'), '') AS evidence
            FROM (SELECT url, word_count, count(*) OVER w AS n, min(url) OVER w AS first_url,
                         max(url) OVER w AS last_url
                  FROM content_pages JOIN texts USING (url) WHERE word_count >= $min_words
                  WINDOW w AS (PARTITION BY text))
            WHERE n > 1
        """,
        thresholds={"min_words": Threshold(50, "words", "ours: shorter texts may well be equal")},
    ),
    Check(
        id="content.placeholder",
        severity="error",
        population="indexable_pages",
        title="The page shows text of a template",
        why="Patients see that the page is unfinished.",
        fix="Replace the placeholder text, or take the page offline.",
        sql=r"""
            SELECT url, quoted(regexp_extract(main_text, $pattern, 0, 'i')) AS evidence
            FROM indexable_pages WHERE regexp_matches(main_text, $pattern, 'i')
        """.replace(
            "$pattern",
            r"'.{0,30}(lorem ipsum|dolor sit amet|\[insert [a-z ]+\]|\[(your|clinic|practice|doctor) name\]"
            r"|your (text|content|description) (goes )?here\b|add your (text|content) here).{0,30}'",
        ),
    ),
    Check(
        id="content.mojibake",
        severity="warning",
        population="indexable_pages",
        title="The page shows garbled characters",
        why="“Ã©” or “â€™” in the text looks careless, and such words are not found.",
        fix="Save the text again as UTF-8, and let the server say so.",
        sql=r"""
            SELECT url, quoted(regexp_extract(words, $pattern)) AS evidence
            FROM (SELECT url, concat_ws(' ', title, h1, meta_description, main_text) AS words FROM indexable_pages)
            WHERE regexp_matches(words, $pattern)
        """.replace(
            "$pattern",
            r"'.{0,20}(\x{C3}[\x{80}-\x{BF}]|\x{E2}\x{20AC}[\x{2122}\x{153}\x{9D}\x{201C}\x{201D}\x{A6}\x{2DC}]"
            r"|\x{C2}[\x{A9}\x{AE}\x{B0}\x{AB}\x{BB}\x{B7}]|\x{EF}\x{BF}\x{BD}|\x{FFFD}).{0,20}'",
        ),
    ),
    Check(
        id="content.hard_to_read",
        severity="notice",
        population="clinical_pages",
        title="The text is hard to read",
        why="Most adults read with ease at school grade 8; long sentences and rare words lose them.",
        fix="Shorten sentences and explain medical words when they first appear.",
        sql="""
            SELECT url, format('Reads at school grade {:.1f}, ', readability_grade)
                   || if(readability_grade > 12, 'very hard', 'hard')
                   || coalesce(format('; {:.1f} with medical names taken as known', readability_grade_plain), '')
                   || if(len(hardest_words) > 0, '; hardest words: ' || array_to_string(hardest_words[1:5], ', '), '')
                   AS evidence
            FROM clinical_pages WHERE readability_grade > $max_grade
        """,
        thresholds={
            "max_grade": Threshold(
                10, "grade", "ours: up to 8 is good, to 10 fair, to 12 hard; the NIH asks for grade 6 to 8"
            )
        },
    ),
    Check(
        id="content.long_sentences",
        severity="notice",
        population="clinical_pages",
        title="Many sentences are long",
        why="Readers lose the thread in sentences of more than 25 words, on a phone above all.",
        fix="Make two sentences of one; put lists of three things or more into a list.",
        sql="""
            SELECT url, long_sentences || ' of ' || counted(sentences, 'sentence') || ' have more than 25 words'
                   || coalesce(', such as ' || quoted(longest_sentence), '') AS evidence
            FROM clinical_pages
            WHERE sentences >= $min_sentences AND 100.0 * long_sentences / sentences > $max_percent
        """,
        thresholds={
            "max_percent": Threshold(25, "percent", "ours: a long sentence now and then does no harm"),
            "min_sentences": Threshold(10, "sentences", "ours: fewer show no habit"),
        },
    ),
)
