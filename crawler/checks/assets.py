"""Scripts and style sheets: whether what pages are built from arrives."""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="asset.broken",
        severity="warning",
        population="checked_assets",
        title="A script or style sheet of the page is missing",
        why="Without it the page may look wrong, or a menu, a form or a booking button may not work.",
        fix="Ask whoever runs the website to put the file back or to remove the reference to it.",
        sql="""
            SELECT url, kind || ' ' || src || ', ' || failure || ', on ' || counted(pages, 'page') AS evidence
            FROM checked_assets WHERE outcome = 'broken'
        """,
    ),
)
