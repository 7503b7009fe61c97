"""PDFs: what search results and tabs call them, and how long they take to come."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="pdf.no_title",
        severity="notice",
        population="read_pdfs",
        title="A PDF has no title",
        why="Search results, browser tabs and screen readers show its file name instead.",
        fix="Give the document a title in its properties, and export it again.",
        sql="""
            SELECT url, coalesce(counted(pages, 'page') || ', no title', 'No title') AS evidence
            FROM read_pdfs WHERE title IS NULL
        """,
    ),
    Check(
        id="pdf.not_tagged",
        severity="notice",
        population="read_pdfs",
        title="A PDF is not marked up for screen readers",
        why="Without tags, a screen reader guesses what is a heading, a list or a table, and in which order to read.",
        fix="Export it as a tagged PDF, or offer its content as a page.",
        sql="SELECT url, coalesce(counted(pages, 'page'), 'A PDF') || ' without tags' AS evidence FROM read_pdfs WHERE NOT is_tagged",
    ),
    Check(
        id="pdf.large",
        severity="notice",
        population="sized_pdfs",
        title="A PDF is a large file",
        why="It takes long to open on a phone and eats into the visitor's data plan.",
        fix="Export it for the screen: smaller pictures make most of the difference.",
        sql="""
            SELECT url, format('{:.1f} MB', bytes / 1e6) AS evidence FROM sized_pdfs WHERE bytes > $max_mb * 1000000
        """,
        thresholds={"max_mb": Threshold(10, "MB", "Front-End Checklist: 10 MB; SquirrelScan warns from 30 MB")},
    ),
)
