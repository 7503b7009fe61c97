"""The languages that a site is written in: coverage is that of its main one, so that a translation hides no gap."""

import duckdb

_SHARE = 0.2
"""The home page tells the main language where so many pages are written in it; one that only lets readers choose does not."""

_LANGUAGES = """
CREATE OR REPLACE TABLE work.languages AS
WITH read AS (
    SELECT w.language, p.depth IS NOT DISTINCT FROM 0 AS is_home
    FROM (SELECT url, language FROM work.pages WHERE words > 0) w JOIN pages p USING (url)
),
counted AS (SELECT language, count(*) AS pages, bool_or(is_home) AS is_of_home FROM read GROUP BY language)
SELECT language, row_number() OVER (
    ORDER BY is_of_home AND pages >= $share * (SELECT count(*) FROM read) DESC, pages DESC, language) = 1 AS is_main,
    pages
FROM counted;
"""


def note_languages(db: duckdb.DuckDBPyConnection) -> None:
    """Create `work.languages` (language, is_main, pages) of the pages that hold words. The main one is that of the home
    page, else that of most pages."""
    db.execute(_LANGUAGES, {"share": _SHARE})


def site_languages(db: duckdb.DuckDBPyConnection) -> list[str]:
    """Languages of the site, the main one first, then by their pages."""
    rows = db.execute("SELECT language FROM work.languages ORDER BY is_main DESC, pages DESC, language").fetchall()
    return [language for (language,) in rows]


def main_language(db: duckdb.DuckDBPyConnection) -> str:
    """The first of `site_languages`; empty where no page could be read."""
    return next(iter(site_languages(db)), "")
