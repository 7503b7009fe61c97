"""The table `topics`: each topic beside what it was at the crawl before. What was not seen is unknown."""

import duckdb

from crawler import __version__
from crawler.analyse.coverage.unseen import IS_REFUSAL

_ANSWERED = """(outcome IN ('fetched', 'not_modified', 'redirect')
    OR (outcome = 'client_error' AND coalesce(status NOT IN (401, 403), true)))"""
"""What an address holds is known; a server that forbids a page does not say that it is gone."""

_SEEN = f"""
CREATE OR REPLACE TABLE work.{{seen}} AS
SELECT url, bool_and(is_read) AS is_read FROM (
    SELECT url, {_ANSWERED} AS is_read FROM {{resources}} WHERE kind IN ('page', 'other') OR {_ANSWERED}
    UNION ALL SELECT url, NOT coalesce({IS_REFUSAL}, false) FROM {{pages}}
) GROUP BY url
"""
"""Addresses that a crawl asked for, and whether it learned what they hold."""

_STATE = """
CREATE OR REPLACE TABLE work.both_crawls AS
SELECT *, is_complete AND closed = 0 AS saw_all, was_complete AND opened = 0 AS saw_all_before FROM (SELECT
    (SELECT count(*) > 0 FROM previous.topics) AS is_known,
    (SELECT coalesce(bool_and(outcome = 'complete'), false) FROM previous.crawl) AS was_complete,
    (SELECT coalesce(bool_and(outcome = 'complete'), false) FROM crawl) AS is_complete,
    (SELECT count(*) > 0 FROM work.seen WHERE NOT is_read) AS has_unread,
    (SELECT count(*) FROM work.seen s JOIN work.seen_before b USING (url) WHERE NOT s.is_read AND b.is_read) AS closed,
    (SELECT count(*) FROM work.seen s JOIN work.seen_before b USING (url) WHERE s.is_read AND NOT b.is_read) AS opened,
    (SELECT coalesce(any_value(taxonomy_version), $taxonomy) <> $taxonomy FROM previous.analysis) AS has_other_terms,
    (SELECT coalesce(bool_or(tool_version IS DISTINCT FROM $tool), false) FROM previous.analysis) AS has_other_tool
)
"""
"""A crawl saw all where it was complete and read every page that the other one read: from one that failed, links may
lead to pages that nothing else names."""

_MOVED = """
CREATE OR REPLACE TABLE work.moved_topics AS
WITH before AS (SELECT topic_id, url FROM previous.topic_pages),
came AS (
    SELECT topic_id, NOT saw_all_before AND url NOT IN (SELECT url FROM work.seen_before WHERE is_read) AS is_unsure, 1 AS added
    FROM (SELECT topic_id, url FROM topic_pages ANTI JOIN before USING (topic_id, url)), work.both_crawls
),
went AS (
    SELECT topic_id, NOT saw_all AND url NOT IN (SELECT url FROM work.seen WHERE is_read) AS is_unsure, 0 AS added
    FROM (SELECT b.topic_id, b.url FROM before b ANTI JOIN topic_pages USING (topic_id, url)), work.both_crawls
)
SELECT topic_id, count(*) FILTER (added = 1 AND NOT is_unsure) AS added,
    count(*) FILTER (added = 1 AND is_unsure) AS perhaps_added,
    count(*) FILTER (added = 0 AND NOT is_unsure) AS lost,
    count(*) FILTER (added = 0 AND is_unsure) AS perhaps_lost
FROM (FROM came UNION ALL FROM went) GROUP BY topic_id
"""
"""Pages that came to a topic and that went, and those of which one of the two crawls did not see enough to say so."""

_TOPICS = """
CREATE OR REPLACE TABLE topics AS
WITH before AS (
    SELECT topic_id, kind, language, label, phrases, pages, coalesce(pages, pages_before) AS pages_before
    FROM previous.topics WHERE pages > 0 OR (pages IS NULL AND pages_before > 0)
),
known AS (
    SELECT s.*, b.pages_before, b.topic_id IS NOT NULL AS was_there, b.pages IS NULL AS was_unseen,
        coalesce(m.added, 0) AS added, coalesce(m.lost, 0) AS lost, coalesce(m.perhaps_added, 0) AS perhaps_added,
        coalesce(m.perhaps_lost, 0) AS perhaps_lost
    FROM work.seen_topics s LEFT JOIN before b USING (topic_id) LEFT JOIN work.moved_topics m USING (topic_id)
),
judged AS (
    SELECT known.* EXCLUDE (was_there, was_unseen, perhaps_added, perhaps_lost),
        CASE
            WHEN NOT c.is_known THEN 'first'
            WHEN c.has_other_tool OR c.has_other_terms THEN 'unknown'
            WHEN NOT was_there AND added > 0 AND perhaps_added = 0 AND c.was_complete THEN 'new'
            WHEN NOT was_there OR was_unseen THEN 'unknown'
            WHEN added - lost - perhaps_lost > 0 THEN 'grown'
            WHEN added + perhaps_added - lost < 0 THEN 'shrunk'
            WHEN perhaps_added + perhaps_lost = 0 THEN 'same'
            ELSE 'unknown'
        END AS change
    FROM known, work.both_crawls c
),
absent AS (
    SELECT b.*, coalesce(m.lost, 0) AS lost,
        c.is_complete AND coalesce(m.perhaps_lost, 0) = 0 AND (b.pages IS NOT NULL OR NOT c.has_unread)
            AND NOT (c.has_other_tool OR c.has_other_terms) AS is_gone
    FROM before b LEFT JOIN work.moved_topics m USING (topic_id), work.both_crawls c
    WHERE b.topic_id NOT IN (SELECT topic_id FROM work.seen_topics)
)
SELECT topic_id, kind, language, label, phrases, pages, pages_about, pages_part, pages_mentioned, pages_main, words,
    share, state, best_url, CASE WHEN change <> 'first' THEN pages_before END AS pages_before,
    CASE WHEN change <> 'first' THEN added END AS pages_added, CASE WHEN change <> 'first' THEN lost END AS pages_lost,
    change
FROM judged
UNION ALL
SELECT topic_id, kind, language, label, phrases, n, n, n, n, n, n, n, if(is_gone, 'none', 'unknown'), NULL, pages_before, 0,
    lost, if(is_gone, 'gone', 'unknown')
FROM (SELECT *, if(is_gone, 0, NULL) AS n FROM absent)
ORDER BY topic_id
"""
"""Grown and shrunk are said only where that holds whatever the pages are like that were not seen."""


def run(db: duckdb.DuckDBPyConnection, taxonomy: str) -> None:
    """Create `topics` from `work.seen_topics`, `topic_pages` and the crawl before. `taxonomy`: version of the vocabulary.

    What another version of Rounds, or one that did not yet say so, made of the same pages is no change of the site.
    """
    db.execute(_SEEN.format(seen="seen", resources="facts.resources", pages="pages"))
    db.execute(_SEEN.format(seen="seen_before", resources="previous.resources", pages="previous.pages"))
    db.execute(_STATE, {"taxonomy": taxonomy, "tool": __version__})
    db.execute(_MOVED)
    db.execute(_TOPICS)
