"""Keyphrases: where they stand, which page is to be found for them, and pages that compete with each other."""

from crawler.checks.check import Check, Threshold

IS_OVERUSED = """(per_1000_words > $max_per_1000 AND count >= $min_uses)
            OR (100 * heading_share > $max_heading_percent AND headings >= $min_headings * heading_share)"""
"""Of a row of `keywords`. A phrase in a share of the headings stands in as many of all there are."""

OVERUSED = Check(
    id="keyword.overused",
    severity="notice",
    population="text_pages",
    title="A phrase is used too often",
    why="Text that repeats a phrase over and over reads as if it were written for machines, and is ranked lower for it.",
    fix="Say it in other words, leave it out of some of the headings, or tell more about it.",
    sql=f"""
        SELECT url, quoted(keyphrase) || ': ' || counted(count, 'use') || format(', {{:.0f}}', per_1000_words)
               || ' in 1,000 words' || if(headings > 1, format('; in {{:.0f}} % of the subheadings', 100 * heading_share), '')
               AS evidence
        FROM keywords
        WHERE {IS_OVERUSED}
    """,
    thresholds={
        "max_per_1000": Threshold(25, "uses per 1,000 words", "ours: well above what clinics' pages come to"),
        "min_uses": Threshold(5, "uses", "ours: fewer, in a short text, are no habit"),
        "max_heading_percent": Threshold(60, "percent", "ours: most headings can name what sets them apart"),
        "min_headings": Threshold(5, "headings", "ours: of a few headings most may well name the topic"),
    },
)

CHECKS = (
    Check(
        id="keyword.target_contradicted",
        severity="warning",
        population="targeted_pages",
        title="Another page is stronger for this page's target phrase",
        why="Search engines will show the page where the phrase is placed best, not the one that you chose.",
        fix="Put the phrase into title, H1 and link texts of the chosen page, take it out of the other one, or choose that.",
        sql="""
            SELECT url, quoted(phrase) || ' is placed better on ' || strongest_url || ' (' || strongest_score
                   || ' of 100) than here (' || coalesce(score, 0) || ')' AS evidence
            FROM targets WHERE is_contradicted
        """,
    ),
    Check(
        id="keyword.cannibalised",
        severity="warning",
        population="content_pages",
        title="Pages compete with each other for a phrase",
        why="Where several pages answer the same search, links and clicks are shared out, and each of them ranks lower.",
        fix="Join the pages and redirect to the best one, or give each a question of its own and link them to each other.",
        sql="""
            SELECT url, upper(grade[1]) || grade[2:] || if(key = '', '', ' for ' || quoted(phrase)) || ': ' || reason
                   AS evidence
            FROM cannibalisation WHERE grade IN ('certain', 'likely')
        """,
    ),
    Check(
        id="keyword.cannibalised_possibly",
        severity="notice",
        population="content_pages",
        title="Pages have the same target phrase",
        why="Search engines have to guess which one to show, and may choose the wrong one.",
        fix="Decide which page is to be found for the phrase; name it in targets.csv, and give the others another one.",
        sql="""
            SELECT url, 'Possible for ' || quoted(phrase) || ': ' || reason AS evidence
            FROM cannibalisation WHERE grade = 'possible'
        """,
    ),
    Check(
        id="keyword.title_unkept",
        severity="warning",
        population="text_pages",
        title="The title promises what the text does not hold",
        why="Who comes for those words does not find them and leaves; search engines may write a title of their own.",
        fix="Write about it on this page, or leave it out of the title.",
        sql="""
            SELECT p.url, quoted(t.phrase) || ' stands in the title; the text does not hold '
                   || quoted(array_to_string(t.missing, ', ')) AS evidence
            FROM title_promises t JOIN text_pages p USING (url)
            WHERE NOT t.is_kept AND p.word_count >= $min_words AND p.page_type NOT IN ('home', 'contact')
        """,
        thresholds={"min_words": Threshold(100, "words", "ours: below it, content.thin says what is wrong")},
    ),
    OVERUSED,
)
