"""How a page behaves on a phone."""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="mobile.viewport_missing",
        severity="warning",
        population="indexable_pages",
        title="The page is not set up for phones",
        why="Without a viewport setting, phones show the desktop page in tiny letters.",
        fix="Use a design that adapts to phones; it sets the viewport.",
        sql="SELECT url, 'No viewport setting.' AS evidence FROM indexable_pages WHERE trim(coalesce(viewport, '')) = ''",
    ),
    Check(
        id="mobile.zoom_blocked",
        severity="warning",
        population="indexable_pages",
        title="Visitors cannot enlarge the page",
        why="People with weak eyes need to zoom, to twice the size at least (WCAG 1.4.4).",
        fix="Remove user-scalable and maximum-scale from the viewport setting.",
        sql=r"""
            SELECT url, quoted(viewport) AS evidence FROM indexable_pages
            WHERE regexp_matches(viewport, 'user-scalable\s*=\s*(no|0)\b', 'i')
               OR try_cast(regexp_extract(viewport, 'maximum-scale\s*=\s*(\d+(\.\d+)?)', 1, 'i') AS DOUBLE) < 2
        """,
    ),
)
