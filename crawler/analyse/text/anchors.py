"""What link texts name: keys of phrases, and entities."""

import duckdb

from crawler.analyse.tables import append
from crawler.analyse.text.matcher import Vocabulary, find_matches
from crawler.analyse.text.tokens import tokenise

_BATCH = 5_000

_LINKS = """
CREATE OR REPLACE TABLE work.inlinks AS
SELECT DISTINCT p.url AS target, l.source_url AS source, l.anchor, w.language
FROM links l
LEFT JOIN facts.resources r ON r.url = l.target_url
JOIN pages p ON p.url = coalesce(r.final_url, l.target_url)
JOIN work.pages w ON w.url = p.url
WHERE l.is_internal AND l.anchor <> '' AND l.source_url <> p.url;
CREATE OR REPLACE TABLE work.anchors (anchor VARCHAR, language VARCHAR, keys VARCHAR);
CREATE OR REPLACE TABLE work.anchor_entities (anchor VARCHAR, language VARCHAR, kind VARCHAR, entity VARCHAR);
"""

_INBOUND = """
CREATE OR REPLACE TABLE work.inbound_keys AS
WITH pairs AS (SELECT DISTINCT target, anchor, language FROM work.inlinks),
named AS (
    SELECT p.target, p.anchor, k.key
    FROM pairs p
    JOIN work.anchors a USING (anchor, language)
    JOIN work.phrases k ON k.url = p.target AND contains(a.keys, ' ' || k.key || ' ')
)
SELECT n.target AS url, n.key, count(DISTINCT l.source) AS sources
FROM named n JOIN work.inlinks l ON l.target = n.target AND l.anchor = n.anchor
GROUP BY n.target, n.key;

CREATE OR REPLACE TABLE work.inbound_entities AS
SELECT l.target AS url, a.kind, a.entity, count(DISTINCT l.source) AS sources
FROM work.inlinks l JOIN work.anchor_entities a USING (anchor, language)
GROUP BY l.target, a.kind, a.entity;
"""


def read_anchors(db: duckdb.DuckDBPyConnection, vocabulary: Vocabulary) -> None:
    """Create `work.inlinks`, `inbound_keys` and `inbound_entities`: distinct source pages per page and term."""
    db.execute(_LINKS)
    cursor = db.cursor()
    cursor.execute("SELECT DISTINCT anchor, language FROM work.inlinks")
    while batch := cursor.fetchmany(_BATCH):
        keys = []
        entities = []
        for anchor, language in batch:
            tokens = tokenise(anchor, language)
            keys.append((anchor, language, f" {' '.join(token.stem for token in tokens)} "))
            if language == vocabulary.language:
                refs = {ref for match in find_matches(tokens, vocabulary) for ref in match.term.refs}
                entities += [(anchor, language, ref.kind, ref.id) for ref in sorted(refs)]
        append(db, "work.anchors", keys)
        append(db, "work.anchor_entities", entities)
    db.execute(_INBOUND)
