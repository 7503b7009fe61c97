"""The tables `topics`, `topic_pages` and `topic_phrases`: what the site as a whole speaks of, and how well.

Terms of the taxonomy come first; phrases that belong to none are grouped by words and pages that they share.
"""

import duckdb

from crawler.analyse import keyness, topic_changes
from crawler.analyse.batches import url_ranges
from crawler.analyse.context import Context
from crawler.analyse.tables import append, create_large
from crawler.analyse.topic_names import site_names
from crawler.analyse.topic_phrases import group_phrases

THIN_BELOW, STRONG_FROM = 300, 600
"""Words of a page about a topic: fewer are thin, as in the check of thin pages; twice as many are strong."""

FEWEST_MENTIONS = 3
"""Pages that must mention a term in their text where none has it in title, H1 or heading: less is said in passing. What was
a topic at the crawl before stays one while a page names it."""

_SPOKEN_OF = """
CREATE OR REPLACE TABLE work.topic_uses (
    topic_id VARCHAR, url VARCHAR, about BOOLEAN, part BOOLEAN, uses BIGINT, is_first BOOLEAN)
"""

_USES = """
INSERT INTO work.topic_uses
WITH range AS (FROM work.findable WHERE url BETWEEN $first AND $last),
terms AS (
    SELECT kind || ':' || entity AS topic_id, url, in_title OR in_h1 AS about, in_headings AS part, count AS uses
    FROM entities SEMI JOIN range USING (url)
    WHERE kind IN ('condition', 'treatment') AND count > 0 AND url BETWEEN $first AND $last
),
said AS (
    SELECT t.topic_id, k.url, bool_or(k.in_title OR k.in_h1) AS about, bool_or(k.in_headings) AS part,
        greatest(sum(k.count), 1) AS uses, min(k.rank) AS rank
    FROM (FROM keywords WHERE url BETWEEN $first AND $last) k JOIN range f USING (url)
    JOIN work.topic_phrases t ON t.language = f.language AND t.key = k.key GROUP BY t.topic_id, k.url
),
held AS (
    SELECT l.topic_id, c.url
    FROM (SELECT url, unnest(hashes) AS hash FROM work.candidates WHERE url BETWEEN $first AND $last) c
    JOIN work.topic_labels l USING (hash) JOIN range f ON f.url = c.url AND f.language = l.language
),
phrases AS (
    SELECT topic_id, url, coalesce(s.about, false) AS about, coalesce(s.part, false) AS part, coalesce(s.uses, 1) AS uses
    FROM (FROM said WHERE starts_with(topic_id, 'phrase:')) s FULL JOIN held h USING (topic_id, url)
),
every AS (FROM terms UNION ALL FROM phrases)
SELECT e.*, row_number() OVER (
    PARTITION BY e.url ORDER BY e.about DESC, s.rank NULLS LAST, e.uses DESC, e.topic_id) = 1
FROM every e LEFT JOIN said s USING (topic_id, url)
"""
"""Of a range of pages at a time: of all at once, neither the phrases nor the ranks fit into memory."""

_PAGES = f"""
WITH kept AS (
    SELECT topic_id FROM work.topic_uses GROUP BY topic_id
    HAVING starts_with(topic_id, 'phrase:') OR bool_or(about OR part) OR count(*) >= {FEWEST_MENTIONS}
        OR topic_id IN (SELECT topic_id FROM previous.topics WHERE pages IS NULL OR pages > 0)
)
SELECT topic_id, url, CASE WHEN about THEN 'about' WHEN part THEN 'part' ELSE 'mentioned' END AS strength,
    about AND is_first AS is_main, uses
FROM work.topic_uses SEMI JOIN kept USING (topic_id)
"""

_PHRASES = """
CREATE OR REPLACE TABLE topic_phrases AS
SELECT t.topic_id, s.key, arg_max(s.keyphrase, (s.pages, s.uses, s.language)) AS keyphrase, sum(s.pages)::BIGINT AS pages,
    sum(s.uses)::BIGINT AS uses
FROM work.topic_phrases t JOIN work.site_phrases s USING (language, key)
SEMI JOIN (SELECT DISTINCT topic_id FROM topic_pages) p USING (topic_id)
GROUP BY t.topic_id, s.key ORDER BY ALL
"""

_SEEN = f"""
CREATE OR REPLACE TABLE work.seen_topics AS
WITH size AS (SELECT count(*) AS pages FROM work.findable),
sums AS (
    SELECT t.topic_id, count(*) AS pages, count(*) FILTER (t.strength = 'about') AS pages_about,
        count(*) FILTER (t.strength = 'part') AS pages_part,
        count(*) FILTER (t.strength = 'mentioned') AS pages_mentioned, count(*) FILTER (t.is_main) AS pages_main,
        coalesce(sum(p.word_count) FILTER (t.strength = 'about'), 0) AS words,
        coalesce(max(p.word_count) FILTER (t.strength = 'about'), 0) AS longest,
        count(*) FILTER (t.strength = 'about' AND p.word_count >= {THIN_BELOW}) AS full_pages,
        arg_max(t.url, (t.is_main, t.strength = 'about', t.strength = 'part', t.uses, t.url)) AS most_url
    FROM topic_pages t JOIN (SELECT url, word_count FROM pages) p USING (url) GROUP BY t.topic_id
),
phrases AS (SELECT topic_id, count(*) AS phrases FROM topic_phrases GROUP BY topic_id)
SELECT s.topic_id, split_part(s.topic_id, ':', 1) AS kind, coalesce(l.language, $language) AS language,
    coalesce(l.label, c.label, n.label) AS label, coalesce(h.phrases, 0) AS phrases, s.pages, s.pages_about,
    s.pages_part, s.pages_mentioned, s.pages_main, s.words::BIGINT AS words,
    round(100.0 * s.pages / size.pages, 1) AS share,
    CASE WHEN c.state <> 'none' THEN c.state WHEN s.pages_about = 0 AND s.pages_part = 0 THEN 'mentioned'
        WHEN s.longest >= {STRONG_FROM} OR s.full_pages > 1 THEN 'strong'
        WHEN s.full_pages > 0 THEN 'covered' ELSE 'thin' END AS state,
    coalesce(c.best_url, s.most_url) AS best_url
FROM sums s, size
LEFT JOIN work.topic_labels l ON l.topic_id = s.topic_id
LEFT JOIN work.term_labels n ON n.topic_id = s.topic_id
LEFT JOIN coverage c ON c.kind IN ('condition', 'treatment') AND c.kind || ':' || c.key = s.topic_id
LEFT JOIN phrases h ON h.topic_id = s.topic_id
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create the tables of topics and `keyness`, of what `keywords`, `entities`, `coverage` and `targets` leave."""
    keyness.count_words(db)
    names = site_names(db, context)
    group_phrases(db, context, names)
    _name_terms(db, context)
    db.execute(_SPOKEN_OF)
    for urls in url_ranges(db, "work.findable"):
        db.execute(_USES, urls)
    create_large(db, "topic_pages", _PAGES, context.built)
    db.execute("DROP TABLE work.topic_uses")
    db.execute(_PHRASES)
    db.execute(_SEEN, {"language": context.taxonomy.language})
    topic_changes.run(db, context.taxonomy.version)
    keyness.run(db, names.words)


def _name_terms(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """`work.term_labels`: what the taxonomy calls its terms."""
    db.execute("CREATE OR REPLACE TABLE work.term_labels (topic_id VARCHAR, label VARCHAR)")
    taxonomy = context.taxonomy
    rows = [(f"condition:{one.id}", one.label) for one in taxonomy.conditions]
    append(db, "work.term_labels", rows + [(f"treatment:{one.id}", one.label) for one in taxonomy.treatments])
