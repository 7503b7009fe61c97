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

CREATE OR REPLACE TEMP TABLE variants AS
SELECT p.url, coalesce(c.url, p.url) AS canonical
FROM facts.pages p
LEFT JOIN final f ON f.url = p.canonical
LEFT JOIN facts.pages c ON c.url = coalesce(f.final_url, p.canonical) AND coalesce(c.canonical, c.url) = c.url;

CREATE OR REPLACE TEMP TABLE page_edges AS
SELECT DISTINCT s.canonical AS source, t.canonical AS target
FROM edges e JOIN variants s ON s.url = e.source JOIN variants t ON t.url = e.target
WHERE s.canonical <> t.canonical;
"""
"""`edges` are links behind redirects; `page_edges` join the variants of a page under its canonical, where that
is a page that stands for itself."""

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
SELECT url, 1.0 / count(*) OVER () AS rank FROM variants WHERE url = canonical;

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
"""

_LINKGRAPH = """
CREATE OR REPLACE TEMP TABLE linkgraph AS
WITH incoming AS (
    SELECT e.target AS url, e.source FROM edges e WHERE e.source <> e.target
    UNION
    SELECT t.canonical, e.source FROM edges e JOIN variants t ON t.url = e.target WHERE t.canonical <> e.source
),
inlinks AS (SELECT url, count(*) AS n FROM incoming GROUP BY url),
outlinks AS (
    SELECT e.source AS url, count(*) AS n FROM edges e SEMI JOIN facts.pages t ON t.url = e.target
    WHERE e.source <> e.target GROUP BY e.source
),
reached AS (
    SELECT v.canonical AS url, min(d.depth) AS depth FROM variants v JOIN depths d USING (url) GROUP BY ALL
)
SELECT
    v.url,
    coalesce(d.depth, c.depth)::BIGINT AS depth,
    coalesce(i.n, 0) AS inlinks,
    coalesce(o.n, 0) AS outlinks,
    round(100 * r.rank / max(r.rank) OVER (), 2) AS link_score
FROM variants v
JOIN ranks r ON r.url = v.canonical
LEFT JOIN depths d ON d.url = v.url
LEFT JOIN reached c ON c.url = v.url
LEFT JOIN inlinks i ON i.url = v.url
LEFT JOIN outlinks o ON o.url = v.url
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
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
    [[count]] = inserted.fetchall()
    return int(count)
