"""What the analysis adds to `pages`: indexable or not, main content, links, history."""

import duckdb

from crawler.analyse import history
from crawler.analyse.batches import url_ranges
from crawler.analyse.context import Context
from crawler.analyse.page_kinds import page_kinds
from crawler.analyse.page_text_facts import page_text_facts
from crawler.analyse.tables import create_in_ranges

FEWEST_PROSE_WORDS = 4
"""Shorter blocks are entries of lists, labels and buttons: nothing that is read as sentences."""

_CONTENT_BLOCKS = f"""
CREATE OR REPLACE TEMP VIEW content_blocks AS
SELECT b.*,
    b.words >= {FEWEST_PROSE_WORDS} AND b.link_words < b.words AND r.url IS NULL AND b.tag NOT IN (
        'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'dt', 'button', 'label', 'legend', 'option', 'pre', 'address'
    ) AS is_prose
FROM blocks b
LEFT JOIN (SELECT DISTINCT url, block_position FROM facts."references" WHERE text IS NOT NULL) r
    ON r.url = b.url AND r.block_position = b.position
WHERE NOT b.is_boilerplate
"""
"""Main content. Prose is what is read as sentences: no headings, no short entries, no list of references."""

_MAIN = """
INSERT INTO main_content
SELECT url, main_text, md5(concat(main_text, chr(0), prose)), words, paragraphs, lists, tables FROM (
    SELECT url, string_agg(text, chr(10) ORDER BY position) AS main_text, sum(words) AS words,
        string_agg(text, chr(10) ORDER BY position) FILTER (is_prose) AS prose,
        count(*) FILTER (
            WHERE list_position IS NULL AND table_position IS NULL AND NOT regexp_full_match(tag, 'h[1-6]')
        ) AS paragraphs,
        count(DISTINCT list_position) AS lists,
        count(DISTINCT table_position) AS tables
    FROM content_blocks WHERE url BETWEEN $first AND $last GROUP BY url)
"""

SAME_SHARE = 0.9
"""Share of its blocks that a page has in common with an answer to an address that cannot exist, and the other way
round. Ours: such answers may name the address or the time; a thin page differs in its title or H1."""

FEWEST_WORDS = 5
"""Fewer say nothing: a page of pictures, or one that scripts write."""

_SOFT_404 = r"""
CREATE OR REPLACE TEMP TABLE soft_404 AS
WITH probes AS (
    SELECT * FROM facts.probes WHERE status BETWEEN 200 AND 299 AND text_hash IS NOT NULL
        AND contains(coalesce(final_url, url), regexp_extract(url, 'rounds-probe-\w+'))
),
home AS (SELECT p.url, p.content_hash FROM facts.pages p JOIN facts.crawl c ON c.seed = p.url),
home_blocks AS (SELECT DISTINCT block_hash FROM facts.blocks SEMI JOIN home USING (url)),
probe_blocks AS (SELECT DISTINCT url AS probe, unnest(block_hashes) AS block_hash FROM probes),
candidates AS (
    SELECT p.* FROM facts.pages p
    ANTI JOIN facts.crawl c ON c.seed IN (p.url, regexp_replace(p.url, '(index|default|home)(\.\w+)?/?$', ''))
    WHERE p.text_words >= $fewest_words AND (p.script_clue IS NULL OR p.rendered)
        AND p.url NOT IN (SELECT canonical FROM facts.pages WHERE canonical IS NOT NULL AND canonical <> url)
),
near AS (
    SELECT c.url
    FROM candidates c
    JOIN probes p ON p.title IS NOT DISTINCT FROM c.title AND p.h1 IS NOT DISTINCT FROM c.h1
    JOIN facts.blocks b ON b.url = c.url
    LEFT JOIN probe_blocks s ON s.probe = p.url AND s.block_hash = b.block_hash
    GROUP BY c.url, p.url, p.text_hash, p.block_hashes
    HAVING count(s.block_hash) >= $same_share * count(*)
        AND count(DISTINCT s.block_hash) >= $same_share * len(list_distinct(p.block_hashes))
        AND (p.text_hash IN (SELECT content_hash FROM home)
            OR bool_or(s.block_hash IS NOT NULL AND b.block_hash NOT IN (FROM home_blocks)))
)
SELECT url FROM candidates WHERE content_hash IN (SELECT text_hash FROM probes) UNION SELECT url FROM near
"""
"""Pages that say what the site says of an address that cannot exist. A probe that was sent on to another page tells
nothing; nor does what the first page has, too, unless that is the answer. The first page is never one of them."""

_JUDGED = """
CREATE OR REPLACE TEMP TABLE judged AS
WITH kept_out AS (
    SELECT DISTINCT url FROM facts.robots_directives
    WHERE agent IN ('robots', 'googlebot') AND directive IN ('noindex', 'none')
)
SELECT p.url, CASE
    WHEN p.body_kind <> 'html' THEN 'not_html'
    WHEN p.error_phrase IS NOT NULL THEN 'soft_404'
    WHEN k.url IS NOT NULL THEN 'noindex'
    WHEN p.canonical IS NOT NULL AND p.canonical <> p.url THEN 'canonicalised'
    WHEN s.url IS NOT NULL THEN 'soft_404'
    ELSE 'indexable' END AS indexability
FROM facts.pages p LEFT JOIN soft_404 s USING (url) LEFT JOIN kept_out k USING (url)
"""
"""What Google shows decides: a directive that names another agent alone keeps nobody else out."""

_PAGES = """
SELECT
    p.* REPLACE (g.depth AS depth),
    j.indexability = 'indexable' AS indexable,
    j.indexability,
    coalesce(m.words, 0)::BIGINT AS word_count,
    coalesce(m.main_text, '') AS main_text,
    coalesce(m.paragraphs, 0) AS paragraphs,
    coalesce(m.lists, 0) AS lists,
    coalesce(m.tables, 0) AS tables,
    k.page_type,
    a.* EXCLUDE (url, language, rare_stems, names),
    coalesce(r.in_sitemap, false) AS in_sitemap,
    g.inlinks,
    g.outlinks,
    g.link_score,
    CASE WHEN o.content_hash = p.content_hash THEN o.unchanged_since ELSE $crawl_id END AS unchanged_since,
    v.variant_of,
    v.variant_by
FROM facts.pages p
JOIN judged j ON j.url = p.url
JOIN linkgraph g ON g.url = p.url
LEFT JOIN (FROM main_content WHERE url BETWEEN $first AND $last) m ON m.url = p.url
LEFT JOIN page_kinds k ON k.url = p.url
LEFT JOIN page_text_facts a ON a.url = p.url
LEFT JOIN facts.resources r ON r.url = p.url
LEFT JOIN earlier_pages o ON o.url = p.url
LEFT JOIN page_variants v ON v.url = p.url
WHERE p.url BETWEEN $first AND $last
"""

_RESOURCES = """
DROP VIEW IF EXISTS main.resources;
CREATE OR REPLACE TABLE resources AS
WITH linking AS (
    SELECT l.target_url AS url, arg_min(l.source_url, (coalesce(d.depth, 1_000_000), l.source_url)) AS page
    FROM facts.links l LEFT JOIN depths d ON d.url = l.source_url
    WHERE l.is_internal AND l.target_url <> l.source_url GROUP BY ALL
),
redirecting AS (
    SELECT h.target_url AS url, min(l.page) AS page FROM facts.redirects h JOIN linking l USING (url) GROUP BY ALL
),
listing AS (SELECT url, min(sitemap) AS page FROM facts.sitemap_entries GROUP BY ALL),
naming AS (
    SELECT named, min(url) AS page
    FROM (SELECT unnest([canonical, refresh_url, rel_next, rel_prev] || alternates) AS named, url FROM facts.pages)
    WHERE named <> url GROUP BY named
)
SELECT r.* REPLACE (
    d.depth::BIGINT AS depth,
    coalesce(CASE r.found_by
        WHEN 'link' THEN l.page WHEN 'redirect' THEN e.page WHEN 'sitemap' THEN s.page
        WHEN 'canonical' THEN n.page WHEN 'refresh' THEN n.page WHEN 'pagination' THEN n.page
        WHEN 'hreflang' THEN n.page END, r.found_on) AS found_on)
FROM facts.resources r
LEFT JOIN depths d ON d.url = coalesce(r.final_url, r.url)
LEFT JOIN linking l ON l.url = r.url
LEFT JOIN redirecting e ON e.url = r.url
LEFT JOIN listing s ON s.url = r.url
LEFT JOIN naming n ON n.named = r.url
ORDER BY r.url
"""
"""The crawl's own order of visits depends on how quickly answers came; who names an address does not."""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `pages` and `resources` from the facts, `blocks` and `linkgraph`; texts are joined a range at a time."""
    db.execute(
        "CREATE OR REPLACE TEMP TABLE main_content (url VARCHAR, main_text VARCHAR, text_hash VARCHAR, words BIGINT, "
        "paragraphs BIGINT, lists BIGINT, tables BIGINT)"
    )
    db.execute(_CONTENT_BLOCKS)
    ranges = url_ranges(db, "facts.pages")
    for urls in ranges:
        db.execute(_MAIN, urls)
    page_text_facts(db, context)
    page_kinds(db, context)
    db.execute(_SOFT_404, {"fewest_words": FEWEST_WORDS, "same_share": SAME_SHARE})
    db.execute(_JUDGED)
    history.run(db, context.nights)
    values = [{**urls, "crawl_id": context.crawl_id} for urls in ranges]
    create_in_ranges(db, "pages", _PAGES, values, context.built)
    db.execute("DROP TABLE main_content")
    db.execute(_RESOURCES)
