"""What two competitors or more own, beside what this site has for it: the table `competitor_topics`."""

from collections.abc import Iterable

import duckdb

from crawler.analyse.competitors.owned import ABOUT, FEWEST_POINTS
from crawler.analyse.context import Context
from crawler.analyse.coverage.offers import ruled_out
from crawler.analyse.coverage.unseen import find_unseen, unread_pages
from crawler.analyse.said import as_words
from crawler.analyse.tables import append
from crawler.analyse.text.tokens import stems
from crawler.taxonomy import Taxonomy

_FOREIGN = "It is of a vocabulary that your site was not searched with: see packs in the clinic's file."

FEWEST_COMPETITORS = 2
"""What a single one writes about may be that clinic's own matter; see the domain notes on gaps."""

_SHARED = """
CREATE OR REPLACE TABLE work.shared_topics AS
WITH best AS (
    SELECT site, kind, language, key, arg_max({label: label, url: url, title: title}, (strength, -length(url), url)) AS page,
        max(strength) AS strength
    FROM work.competitor_owned GROUP BY ALL
)
SELECT kind, language, key, arg_max(page.label, (strength, site)) AS label, count(*) AS competitors,
    list(site ORDER BY site) AS sites, list(page.url ORDER BY site) AS urls, list(page.title ORDER BY site) AS titles,
    CASE kind WHEN 'phrase' THEN key END AS demand_key
FROM best GROUP BY kind, language, key HAVING count(*) >= $fewest
"""

_NESTED = """
DELETE FROM work.shared_topics s WHERE kind = 'phrase' AND EXISTS (
    FROM work.shared_topics l WHERE l.kind = 'phrase' AND l.language = s.language AND l.urls = s.urls
        AND l.key <> s.key AND contains(' ' || l.key || ' ', ' ' || s.key || ' '))
"""
"""A part of a longer phrase of the same pages tells nothing of its own."""

_OUR_PHRASES = f"""
CREATE OR REPLACE TABLE work.our_phrases AS
WITH phrases AS MATERIALIZED (SELECT *, {as_words("label")} AS said FROM work.shared_topics WHERE kind = 'phrase'),
headings AS MATERIALIZED (
    SELECT url, f.language, {as_words("concat_ws(' | ', title, h1)")} AS said FROM pages JOIN work.findable f USING (url)
),
held AS (
    SELECT f.language, k.key, k.url, k.score, k.in_title OR k.in_h1 OR t.url IS NOT NULL AS is_owned
    FROM keywords k JOIN work.findable f USING (url)
    LEFT JOIN (FROM targets WHERE source = 'manual' OR score >= {FEWEST_POINTS}) t ON t.url = k.url AND t.key = k.key
    UNION ALL
    SELECT p.language, p.key, l.url, 100, true
    FROM phrases p
    JOIN (SELECT url, language, title_keys, unnest(title_keys) AS word FROM work.likenesses JOIN work.findable USING (url)) l
        ON l.language = p.language AND l.word = string_split(p.key, ' ')[1]
    WHERE list_has_all(l.title_keys, string_split(p.key, ' '))
    UNION ALL
    SELECT p.language, p.key, h.url, 100, true
    FROM phrases p
    JOIN headings h ON h.language = p.language AND contains(h.said, p.said)
)
SELECT language, key, bool_or(is_owned) AS is_owned, count(DISTINCT url) AS pages,
    arg_max(url, (is_owned, score, -length(url), url)) AS url
FROM held SEMI JOIN phrases USING (language, key) GROUP BY language, key
"""

_OUR_ENTITIES = f"""
CREATE OR REPLACE TABLE work.our_entities AS
WITH owned AS (
    SELECT e.kind, e.entity AS key, arg_max(e.url, (e.score, -length(e.url), e.url)) AS url
    FROM entities e JOIN work.findable USING (url)
    WHERE e.kind IN ('condition', 'treatment') AND (e.in_title OR e.in_h1 OR e.score >= {ABOUT}) GROUP BY ALL
)
SELECT kind, key, coalesce(o.url, c.best_url) AS url, coalesce(c.pages, 1) AS pages, c.label,
    CASE WHEN o.url IS NOT NULL OR c.score >= {ABOUT} THEN 'owned' ELSE c.state END AS state, c.reasons
FROM owned o FULL JOIN (FROM coverage WHERE kind IN ('condition', 'treatment', 'cell')) c USING (kind, key)
"""

_DEMAND = """
CREATE OR REPLACE TABLE work.demand_by_key AS
SELECT key, round(sum(impressions_28d))::BIGINT AS impressions FROM searches WHERE NOT is_brand GROUP BY key
"""
"""A search that shows two pages counts for both: it was made once. Of days told twice the newest count."""

_TOPICS = """
CREATE OR REPLACE TABLE competitor_topics AS
WITH unread AS (
    SELECT s.language, s.key, min(u.url) AS url FROM work.shared_topics s JOIN work.unread u
        ON u.language = s.language AND contains(u.said, ' ' || s.key || ' ') WHERE s.kind = 'phrase' GROUP BY ALL
),
joined AS (
    SELECT s.*, CASE WHEN s.kind = 'phrase' THEN if(p.is_owned, 'owned', if(p.url IS NULL, 'none', 'mentioned'))
            WHEN s.kind <> 'cell' AND s.key NOT IN (FROM unnest($known::VARCHAR[])) THEN 'unknown'
            ELSE coalesce(e.state, 'none') END AS state,
        coalesce(p.url, e.url) AS our_url, coalesce(p.pages, e.pages, 0) AS our_pages, e.label AS our_label,
        e.reasons, e.key IS NOT NULL AS is_expected,
        coalesce($everything, 'The page ' || u.url || ' could not be read.') AS unseen
    FROM work.shared_topics s
    LEFT JOIN work.our_phrases p ON s.kind = 'phrase' AND p.language = s.language AND p.key = s.key
    LEFT JOIN work.our_entities e ON e.kind = s.kind AND e.key = s.key
    LEFT JOIN unread u ON s.kind = 'phrase' AND u.language = s.language AND u.key = s.key
)
SELECT kind, language, joined.key, coalesce(our_label, label) AS label, competitors, sites, urls, titles,
    CASE WHEN state = 'owned' OR (state <> 'unknown' AND unseen IS NULL) THEN state ELSE 'unknown' END AS our_state,
    our_url, our_pages, CASE WHEN our_state = 'unknown' THEN coalesce(unseen, reasons, $foreign) END AS why_unknown,
    d.impressions
FROM joined LEFT JOIN work.demand_by_key d ON d.key = joined.demand_key
WHERE kind <> 'cell' OR is_expected
"""
"""A combination is compared only where the clinic could have a page for it."""


def create_topics(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `competitor_topics` from `work.competitor_owned` and the tables of this site."""
    db.execute(_SHARED, {"fewest": FEWEST_COMPETITORS})
    db.execute(_NESTED)
    _leave_out(db, ruled_out(context.clinic, context.services, context.taxonomy))
    _leave_out_words(db, context.taxonomy)
    _name_searches(db, context.taxonomy.language)
    _note_unread(db)
    db.execute(_OUR_PHRASES)
    db.execute(_OUR_ENTITIES)
    db.execute(_DEMAND)
    taxonomy = context.taxonomy
    known = [entry.id for entry in (*taxonomy.conditions, *taxonomy.treatments)]
    values = {"everything": find_unseen(db, taxonomy).everything, "known": known, "foreign": _FOREIGN}
    db.execute(_TOPICS, values)


def _leave_out(db: duckdb.DuckDBPyConnection, not_offered: Iterable[str]) -> None:
    """What the clinic does not offer, or does not look for, is no opportunity, for any condition."""
    db.execute(
        "DELETE FROM work.shared_topics WHERE kind <> 'phrase' "
        "AND list_has_any(string_split_regex(key, '[^a-z0-9_]+'), $ids::VARCHAR[])",
        {"ids": sorted(not_offered)},
    )


def _leave_out_words(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> None:
    """What the clinic's file switches off is no phrase either; a single word is told by itself only."""
    words = taxonomy.own.decoys if taxonomy.own else ()
    db.execute(
        "DELETE FROM work.shared_topics WHERE kind = 'phrase' AND language = $language AND EXISTS ("
        "SELECT 1 FROM unnest($words::VARCHAR[]) t(off) WHERE key = off "
        "OR (contains(off, ' ') AND contains(' ' || key || ' ', ' ' || off || ' ')))",
        {
            "language": taxonomy.language,
            "words": sorted({" ".join(stems(word, taxonomy.language)) for word in words}),
        },
    )


def _name_searches(db: duckdb.DuckDBPyConnection, language: str) -> None:
    """Conditions and treatments are searched for by their labels."""
    rows = db.execute("SELECT kind, key, label FROM work.shared_topics WHERE kind <> 'phrase'").fetchall()
    db.execute("CREATE OR REPLACE TABLE work.searched (kind VARCHAR, key VARCHAR, demand_key VARCHAR)")
    append(db, "work.searched", [(kind, key, " ".join(stems(label, language))) for kind, key, label in rows])
    db.execute(
        "UPDATE work.shared_topics s SET demand_key = x.demand_key FROM work.searched x "
        "WHERE x.kind = s.kind AND x.key = s.key"
    )


def _note_unread(db: duckdb.DuckDBPyConnection) -> None:
    """`work.unread` (url, language, said): addresses that gave no page this time, and what they are about, by stems in each
    language of the topics."""
    languages = db.execute("SELECT DISTINCT language FROM work.shared_topics WHERE kind = 'phrase'").fetchall()
    said = [
        (url, language, f" {' '.join(stems(text, language))} ")
        for url, text in unread_pages(db)
        for (language,) in languages
    ]
    db.execute("CREATE OR REPLACE TABLE work.unread (url VARCHAR, language VARCHAR, said VARCHAR)")
    append(db, "work.unread", said)
