"""The site's internal links as a graph: crawl depth, inlinks, outlinks, link score."""

import duckdb

from crawler.analyse.context import Context

_DAMPING = 0.85
_ROUNDS = 30
"""PageRank as Brin and Page (1998) define it; thirty rounds settle it to a thousandth."""

_EDGES = """
CREATE OR REPLACE TEMP TABLE final AS
SELECT url, coalesce(final_url, url) AS final_url FROM facts.resources;

CREATE OR REPLACE TEMP TABLE edges AS
SELECT DISTINCT l.source_url AS source, coalesce(f.final_url, l.target_url) AS target
FROM facts.links l LEFT JOIN final f ON f.url = l.target_url
WHERE l.is_internal AND l.target_url IS NOT NULL;

CREATE OR REPLACE TEMP TABLE page_edges AS
SELECT e.source, e.target FROM edges e
JOIN facts.pages t ON t.url = e.target
WHERE e.source <> e.target;
"""

_SEED = """
CREATE OR REPLACE TEMP TABLE depths AS
SELECT coalesce(f.final_url, c.seed) AS url, 0 AS depth
FROM facts.crawl c LEFT JOIN final f ON f.url = c.seed
"""

_NEXT_LEVEL = """
INSERT INTO depths
SELECT DISTINCT e.target, ? FROM edges e
JOIN depths d ON d.url = e.source AND d.depth = ?
WHERE NOT EXISTS (SELECT 1 FROM depths known WHERE known.url = e.target)
"""

_RANK_START = """
CREATE OR REPLACE TEMP TABLE ranks AS
SELECT url, 1.0 / greatest(count(*) OVER (), 1) AS rank FROM facts.pages;

CREATE OR REPLACE TEMP TABLE out_counts AS
SELECT source, count(*) AS n FROM page_edges GROUP BY source;
"""

_RANK_ROUND = f"""
CREATE OR REPLACE TEMP TABLE ranks AS
WITH size AS (SELECT count(*) AS n FROM ranks),
given AS (
    SELECT e.target AS url, sum(r.rank / o.n) AS rank
    FROM page_edges e JOIN ranks r ON r.url = e.source JOIN out_counts o ON o.source = e.source
    GROUP BY e.target
),
lost AS (SELECT coalesce(sum(r.rank), 0) AS rank FROM ranks r ANTI JOIN out_counts o ON o.source = r.url)
SELECT r.url, {1 - _DAMPING} / size.n + {_DAMPING} * (coalesce(g.rank, 0) + lost.rank / size.n) AS rank
FROM ranks r LEFT JOIN given g USING (url), size, lost
"""  # noqa: S608 - our own constants

_LINKGRAPH = """
CREATE OR REPLACE TEMP TABLE linkgraph AS
SELECT
    p.url,
    d.depth,
    (SELECT count(*) FROM page_edges e WHERE e.target = p.url) AS inlinks,
    (SELECT count(*) FROM page_edges e WHERE e.source = p.url) AS outlinks,
    round(100 * r.rank / max(r.rank) OVER (), 2) AS link_score
FROM facts.pages p
LEFT JOIN depths d ON d.url = p.url
JOIN ranks r ON r.url = p.url
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:  # noqa: ARG001 - a step's signature
    """Create temporary tables `edges`, `depths` and `linkgraph` (url, depth, inlinks, outlinks, link_score)."""
    db.execute(_EDGES)
    db.execute(_SEED)
    depth = 0
    while _count(db.execute(_NEXT_LEVEL, [depth + 1, depth])):
        depth += 1
    db.execute(_RANK_START)
    for _ in range(_ROUNDS):
        db.execute(_RANK_ROUND)
    db.execute(_LINKGRAPH)


def _count(inserted: duckdb.DuckDBPyConnection) -> int:
    row = inserted.fetchone()
    return int(row[0]) if row else 0
