"""What the analysis adds to `pages`: indexable or not, main content, links, history."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import duckdb

from crawler.analyse.batches import worked
from crawler.analyse.context import Context
from crawler.analyse.page_types import page_type
from crawler.analyse.readability import flesch_kincaid_grade
from crawler.analyse.tables import append
from crawler.analyse.text.matcher import Vocabulary, build_vocabulary
from crawler.taxonomy import PageType

_MAIN = """
CREATE OR REPLACE TEMP TABLE main_content AS
SELECT
    url,
    string_agg(text, chr(10) ORDER BY position) AS main_text,
    sum(words) AS words
FROM blocks WHERE NOT is_boilerplate GROUP BY url
"""

_ROBOTS_WORDS = """
regexp_split_to_array(lower(concat_ws(',', p.robots_all, p.x_robots_tag)), '[\\s,:]+')
"""

_PAGES = f"""
CREATE OR REPLACE TABLE pages AS
WITH judged AS (
    SELECT p.url, CASE
        WHEN p.body_kind <> 'html' THEN 'not_html'
        WHEN list_has_any({_ROBOTS_WORDS}, ['noindex', 'none']) THEN 'noindex'
        WHEN p.canonical IS NOT NULL AND p.canonical <> p.url THEN 'canonicalised'
        ELSE 'indexable' END AS indexability
    FROM facts.pages p
)
SELECT
    p.* REPLACE (g.depth AS depth),
    j.indexability = 'indexable' AS indexable,
    j.indexability,
    coalesce(m.words, 0)::BIGINT AS word_count,
    coalesce(m.main_text, '') AS main_text,
    a.page_type,
    a.readability_grade,
    coalesce(r.in_sitemap, false) AS in_sitemap,
    g.inlinks,
    g.outlinks,
    g.link_score,
    CASE WHEN o.content_hash = p.content_hash THEN coalesce(o.unchanged_since, before.crawl_id)
         ELSE $crawl_id END AS unchanged_since
FROM facts.pages p
JOIN judged j ON j.url = p.url
JOIN linkgraph g ON g.url = p.url
LEFT JOIN main_content m ON m.url = p.url
LEFT JOIN page_text_facts a ON a.url = p.url
LEFT JOIN facts.resources r ON r.url = p.url
LEFT JOIN previous.pages o ON o.url = p.url
LEFT JOIN previous.crawl before ON true
ORDER BY p.url
"""

_RESOURCES = """
DROP VIEW IF EXISTS main.resources;
CREATE OR REPLACE TABLE resources AS
SELECT r.* REPLACE (d.depth::BIGINT AS depth)
FROM facts.resources r LEFT JOIN depths d ON d.url = coalesce(r.final_url, r.url)
ORDER BY r.url
"""

_TEXTS = """
SELECT p.url, p.title, p.h1, p.lang, coalesce(m.main_text, ''),
    (SELECT coalesce(list(DISTINCT s.type), [])
     FROM facts.structured_data s WHERE s.url = p.url AND s.type IS NOT NULL)
FROM facts.pages p LEFT JOIN main_content m USING (url)
WHERE p.url IN (SELECT unnest($urls::VARCHAR[])) ORDER BY p.url
"""

_BATCH = 64


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `pages` and `resources` from the facts, `blocks` and `linkgraph`."""
    db.execute(_MAIN)
    _page_text_facts(db, context)
    db.execute(_PAGES, {"crawl_id": context.crawl_id})
    db.execute(_RESOURCES)


def _page_text_facts(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create the temporary table `page_text_facts` (url, page_type, readability_grade), a batch at a time."""
    judge = partial(_judged, rules=context.taxonomy.page_types, vocabulary=build_vocabulary(context.taxonomy))
    db.execute(
        "CREATE OR REPLACE TEMP TABLE page_text_facts (url VARCHAR, page_type VARCHAR, readability_grade DOUBLE)"
    )
    urls = [url for (url,) in db.execute("SELECT url FROM facts.pages ORDER BY url").fetchall()]
    batches = (
        db.execute(_TEXTS, {"urls": urls[start : start + _BATCH]}).fetchall()
        for start in range(0, len(urls), _BATCH)
    )
    for judged in worked(context.executor, judge, batches):
        append(db, "page_text_facts", judged)


def _judged(
    texts: Sequence[tuple[Any, ...]], rules: Sequence[PageType], vocabulary: Vocabulary
) -> list[tuple[str, str, float | None]]:
    """Address, page type and readability grade of each row of `_TEXTS`."""
    return [
        (url, page_type(url, title, h1, types, rules, vocabulary), flesch_kincaid_grade(text, lang or "en"))
        for url, title, h1, lang, text, types in texts
    ]
