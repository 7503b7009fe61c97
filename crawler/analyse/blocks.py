"""Boilerplate: blocks that many pages share, and what stands outside the main content."""

import duckdb

from crawler.analyse.context import Context

SHARE = 0.30
"""A block on this share of the pages is the site's furniture; see the domain notes on keywords."""

MIN_PAGES = 3
MIN_SITE = 5
"""Fewer pages cannot show what is shared: landmarks alone decide."""

_BLOCKS = """
CREATE OR REPLACE TABLE blocks AS
WITH size AS (SELECT count(*) AS pages FROM facts.pages),
shared AS (
    SELECT block_hash FROM facts.blocks, size
    WHERE size.pages >= $min_site
    GROUP BY block_hash, size.pages
    HAVING count(DISTINCT url) >= greatest($min_pages, $share * size.pages)
)
SELECT
    b.*,
    b.zone IN ('header', 'nav', 'footer', 'sticky')
        OR (b.zone = 'aside' AND b.tag NOT IN ('p', 'blockquote'))
        OR s.block_hash IS NOT NULL AS is_boilerplate
FROM facts.blocks b
LEFT JOIN shared s USING (block_hash)
ORDER BY b.url, b.position
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `blocks`."""
    db.execute(_BLOCKS, {"share": SHARE, "min_pages": MIN_PAGES, "min_site": MIN_SITE})
