"""The site's internal links as a graph: crawl depth, inlinks, outlinks, link score."""

import duckdb

from crawler.analyse import variants
from crawler.analyse.context import Context

_DAMPING = 85
_ROUNDS = 30
"""PageRank as Brin and Page (1998) define it, in percent; thirty rounds settle it to a thousandth."""

_WHOLE = 10**15
"""Ranks are whole numbers that add up to this: sums that come out the same in whatever order they are made."""

_EDGES = """
CREATE OR REPLACE TEMP TABLE nodes AS
WITH known AS (
    SELECT DISTINCT target_url AS url FROM facts.links WHERE is_internal
    UNION SELECT url FROM facts.pages
    UNION SELECT canonical FROM facts.pages
    UNION SELECT seed FROM facts.crawl
),
ends AS (SELECT k.url, coalesce(r.final_url, k.url) AS final FROM known k LEFT JOIN facts.resources r USING (url)),
numbered AS (
    SELECT url, row_number() OVER (ORDER BY url)::INTEGER AS id
    FROM (SELECT url FROM ends UNION SELECT final FROM ends) WHERE url IS NOT NULL
)
SELECT n.id, n.url, coalesce(f.id, n.id) AS final
FROM numbered n LEFT JOIN ends e USING (url) LEFT JOIN numbered f ON f.url = e.final;

CREATE OR REPLACE TEMP TABLE edges AS
SELECT DISTINCT s.id AS source, t.final AS target
FROM facts.links l JOIN nodes s ON s.url = l.source_url JOIN nodes t ON t.url = l.target_url
WHERE l.is_internal;
"""
"""`nodes` number addresses; `final`: where the redirects of one end. `edges` are links behind redirects."""

_PAGE_EDGES = """
CREATE OR REPLACE TEMP TABLE page_edges AS
WITH of_canonicals AS (
    SELECT DISTINCT s.canonical AS source, e.target FROM edges e JOIN variants s ON s.id = e.source
)
SELECT DISTINCT e.source, t.canonical AS target
FROM of_canonicals e JOIN variants t ON t.id = e.target AND t.canonical <> e.source;
"""
"""Links between pages, the variants of each joined."""

_SEED = """
CREATE OR REPLACE TEMP TABLE reached AS
SELECT n.final AS id, 0 AS depth FROM facts.crawl c JOIN nodes n ON n.url = c.seed
"""

_NEXT_LEVEL = """
INSERT INTO reached
SELECT DISTINCT e.target, $depth + 1 FROM edges e
JOIN reached r ON r.id = e.source AND r.depth = $depth
ANTI JOIN reached known ON known.id = e.target
"""

_DEPTHS = """
CREATE OR REPLACE TEMP TABLE depths AS SELECT url, depth FROM reached JOIN nodes USING (id)
"""

_RANKS = f"""
CREATE OR REPLACE TEMP TABLE out_counts AS
SELECT source AS id, count(*) AS n FROM page_edges GROUP BY source;

CREATE OR REPLACE TEMP TABLE ranks AS
WITH RECURSIVE size AS (SELECT count(*) AS n FROM variants WHERE id = canonical),
rounds AS (
    SELECT 0 AS round, id, {_WHOLE} // size.n AS rank FROM variants, size WHERE id = canonical
    UNION ALL (
        WITH gifts AS (SELECT r.id, r.rank // o.n AS gift FROM rounds r JOIN out_counts o USING (id)),
        given AS (
            SELECT e.target AS id, sum(g.gift)::BIGINT AS rank
            FROM page_edges e JOIN gifts g ON g.id = e.source GROUP BY e.target
        ),
        lost AS (SELECT coalesce(sum(r.rank), 0)::BIGINT AS rank FROM rounds r ANTI JOIN out_counts o USING (id))
        SELECT r.round + 1, r.id, ({_WHOLE * (100 - _DAMPING)} // size.n
            + {_DAMPING} * (coalesce(g.rank, 0) + lost.rank // size.n)) // 100
        FROM rounds r LEFT JOIN given g USING (id), size, lost
        WHERE r.round < {_ROUNDS}
    )
)
SELECT id, rank FROM rounds WHERE round = {_ROUNDS};
"""
"""All rounds are one statement: thirty that are planned one by one take longer than the rest of a small site's graph."""

_LINKGRAPH = """
CREATE OR REPLACE TEMP TABLE linkgraph AS
WITH incoming AS (
    SELECT e.target AS id, e.source FROM edges e WHERE e.source <> e.target
    UNION
    SELECT v.canonical, e.source
    FROM (FROM variants WHERE canonical <> id) v JOIN edges e ON e.target = v.id AND v.canonical <> e.source
),
inlinks AS (SELECT id, count(*) AS n FROM incoming GROUP BY id),
outlinks AS (
    SELECT e.source AS id, count(*) AS n FROM edges e SEMI JOIN variants t ON t.id = e.target
    WHERE e.source <> e.target GROUP BY e.source
),
of_variants AS (
    SELECT v.canonical AS id, min(d.depth) AS depth FROM variants v JOIN reached d USING (id) GROUP BY ALL
)
SELECT
    n.url,
    coalesce(d.depth, c.depth)::BIGINT AS depth,
    coalesce(i.n, 0) AS inlinks,
    coalesce(o.n, 0) AS outlinks,
    round(100 * r.rank / max(r.rank) OVER (), 2) AS link_score
FROM variants v
JOIN nodes n ON n.id = v.id
JOIN ranks r ON r.id = v.canonical
LEFT JOIN reached d ON d.id = v.id
LEFT JOIN of_variants c ON c.id = v.id
LEFT JOIN inlinks i ON i.id = v.id
LEFT JOIN outlinks o ON o.id = v.id
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create temporary tables `depths` (url, depth), `page_variants` (url, variant_of, variant_by) and `linkgraph` (url, depth, inlinks, outlinks, link_score)."""
    db.execute(_EDGES)
    variants.run(db)
    db.execute(_PAGE_EDGES)
    db.execute(_SEED)
    depth = 0
    while _count(db.execute(_NEXT_LEVEL, {"depth": depth})):
        depth += 1
    db.execute(_DEPTHS)
    db.execute(_RANKS)
    db.execute(_LINKGRAPH)
    for table in ("nodes", "edges", "variants", "page_edges", "reached", "ranks", "out_counts"):
        db.execute(f"DROP TABLE {table}")


def _count(inserted: duckdb.DuckDBPyConnection) -> int:
    [[count]] = inserted.fetchall()
    return int(count)
