"""Boilerplate: blocks that many pages share in the same zone and rank, and what stands outside the main content."""

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.tables import create_large

SHARE = 0.30
"""A block on this share of the pages is the site's furniture; see the domain notes on keywords."""

MIN_PAGES = 3
MIN_SITE = 5
"""Fewer pages cannot show what is shared: each is judged by itself."""

_RANK = "CASE WHEN tag = 'h1' THEN 1 WHEN tag IN ('h2', 'h3', 'h4', 'h5', 'h6') THEN 2 ELSE 0 END"
"""Parts headings from text: a page's headline is its own, though links on many pages say the same."""

_SHARED = f"""
CREATE OR REPLACE TEMP TABLE shared_blocks AS
WITH ids AS (SELECT url, dense_rank() OVER (ORDER BY content_hash) AS id FROM facts.pages),
size AS (SELECT greatest($min_pages, $share * max(id)) AS fewest FROM ids HAVING max(id) >= $min_site),
frequent AS (
    SELECT block_hash, zone, {_RANK} AS rank, size.fewest FROM facts.blocks, size
    GROUP BY ALL HAVING count(*) >= size.fewest
)
SELECT b.block_hash, b.zone, f.rank FROM facts.blocks b
    JOIN frequent f ON f.block_hash = b.block_hash AND f.zone = b.zone AND f.rank = {_RANK} JOIN ids USING (url)
GROUP BY b.block_hash, b.zone, f.rank, fewest HAVING count(DISTINCT id) >= fewest
"""
"""Pages are told apart for the few blocks only that are frequent at all; those that say the same count once."""

_SECTIONS = f"""
CREATE OR REPLACE TEMP TABLE hubs AS
SELECT url FROM facts.blocks WHERE zone IN ('main', 'hero') GROUP BY url
HAVING coalesce(sum(words) FILTER (WHERE is_content), 0)
    <= coalesce(sum(words) FILTER (WHERE NOT is_content AND link_words = words), 0);

CREATE OR REPLACE TEMP VIEW judged_blocks AS
SELECT
    b.*,
    b.tag IN ('h2', 'h3', 'h4', 'h5', 'h6') AS opens_section,
    CASE
        WHEN (SELECT count(DISTINCT content_hash) FROM facts.pages) < {MIN_SITE}
            THEN NOT b.is_content AND NOT (b.tag = 'h1' AND b.zone IN ('main', 'hero'))
        ELSE b.zone IN ('nav', 'footer', 'sticky')
            OR (b.zone IN ('header', 'modal') AND NOT b.is_content)
            OR (b.zone = 'aside' AND NOT b.is_content AND b.tag NOT IN ('p', 'blockquote'))
            OR (b.hidden IS NOT NULL AND NOT b.is_content)
            OR (NOT b.is_content AND b.words > 0 AND b.link_words = b.words AND b.tag IN ('li', 'td', 'dd', 'div')
                AND h.url IS NULL)
    END AS outside,
    s.block_hash IS NOT NULL AS is_shared
FROM facts.blocks b
LEFT JOIN shared_blocks s ON s.block_hash = b.block_hash AND s.zone = b.zone AND s.rank = {_RANK}
LEFT JOIN hubs h ON h.url = b.url;

CREATE OR REPLACE TEMP TABLE own_sections AS
SELECT DISTINCT url, heading_position FROM judged_blocks
SEMI JOIN (SELECT url, heading_position FROM judged_blocks WHERE opens_section AND is_shared)
    USING (url, heading_position)
WHERE NOT (opens_section OR outside OR is_shared)
"""
"""Sections with text of their own under a heading that pages share."""

_BLOCKS = """
SELECT
    j.* EXCLUDE (opens_section, outside, is_shared),
    j.outside OR (j.is_shared AND (NOT j.opens_section OR s.url IS NULL)) AS is_boilerplate
FROM judged_blocks j LEFT JOIN own_sections s USING (url, heading_position)
"""
"""A heading such as "Cost" that many pages share is boilerplate only where the text under it is shared, too."""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `blocks`."""
    db.execute(_SHARED, {"share": SHARE, "min_pages": MIN_PAGES, "min_site": MIN_SITE})
    db.execute(_SECTIONS)
    create_large(db, "blocks", _BLOCKS, context.built)
