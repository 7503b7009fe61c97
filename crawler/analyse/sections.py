"""Sections: how many words of main content stand under each heading."""

import duckdb

from crawler.analyse.batches import url_ranges
from crawler.analyse.context import Context
from crawler.analyse.tables import create_in_ranges

_HEADINGS = """
WITH content AS (
    SELECT url, heading_position AS position, words, is_boilerplate, tag IN ('h1', 'h2', 'h3', 'h4', 'h5', 'h6') AS opens
    FROM blocks WHERE url BETWEEN $first AND $last AND heading_position IS NOT NULL
),
under AS (
    SELECT url, position,
        coalesce(sum(words) FILTER (WHERE NOT is_boilerplate AND NOT opens), 0)::BIGINT AS words,
        bool_and(is_boilerplate) FILTER (WHERE opens) AS is_boilerplate
    FROM content GROUP BY url, position
),
numbered AS (
    SELECT h.*, coalesce(u.words, 0) AS words,
        coalesce(u.is_boilerplate, h.zone IN ('sticky', 'header', 'nav', 'footer', 'modal')) AS is_boilerplate,
        sum(coalesce(u.words, 0)) OVER (PARTITION BY h.url ORDER BY h.position) AS so_far
    FROM facts.headings h LEFT JOIN under u USING (url, position)
    WHERE h.url BETWEEN $first AND $last
)
SELECT n.* EXCLUDE (so_far), (e.so_far - n.so_far + n.words)::BIGINT AS section_words
FROM numbered n JOIN numbered e ON e.url = n.url AND e.position = n.section_end
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `headings` from the facts and `blocks`."""
    create_in_ranges(db, "headings", _HEADINGS, url_ranges(db, "facts.pages"), context.built)
