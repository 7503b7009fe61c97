"""What link texts name: keys of phrases, and entities."""

from collections.abc import Sequence
from functools import partial

import duckdb

from crawler.analyse.batches import url_ranges, worked
from crawler.analyse.context import Context
from crawler.analyse.memo import Memo
from crawler.analyse.tables import append
from crawler.analyse.text.matcher import find_matches
from crawler.analyse.text.tokens import tokenise
from crawler.analyse.text.vocabularies import Vocabularies

_BATCH = 4_000

_LINKS = """
CREATE OR REPLACE TABLE work.ids AS
SELECT url, language, row_number() OVER ()::INTEGER AS id FROM work.pages;

CREATE OR REPLACE TABLE work.anchor_ids AS
SELECT anchor, row_number() OVER ()::INTEGER AS id
FROM (SELECT DISTINCT anchor FROM links WHERE is_internal AND anchor <> '');

CREATE OR REPLACE TABLE work.inlinks AS
WITH ends AS (
    SELECT l.target_url, p.id FROM (SELECT DISTINCT target_url FROM links WHERE is_internal) l
    LEFT JOIN facts.resources r ON r.url = l.target_url JOIN work.ids p ON p.url = coalesce(r.final_url, l.target_url)
)
SELECT DISTINCT e.id AS target, s.id AS source, a.id AS anchor
FROM links l JOIN ends e USING (target_url) JOIN work.ids s ON s.url = l.source_url JOIN work.anchor_ids a USING (anchor)
WHERE l.is_internal AND s.id <> e.id;

CREATE OR REPLACE TABLE work.anchor_uses AS
SELECT target, anchor, count(*) AS sources FROM work.inlinks GROUP BY ALL;

CREATE OR REPLACE TABLE work.anchors (named VARCHAR, keys VARCHAR);
CREATE OR REPLACE TABLE work.anchor_entities (named VARCHAR, anchor VARCHAR, kind VARCHAR, entity VARCHAR);
"""

_KEYS = """
CREATE OR REPLACE TABLE work.anchor_keys AS
SELECT DISTINCT p.language || ':' || a.anchor AS named, $version AS key
FROM work.anchor_uses u JOIN work.ids p ON p.id = u.target JOIN work.anchor_ids a ON a.id = u.anchor
"""
"""A link text is read in the language of the page that it leads to."""

_INBOUND_KEYS = """
INSERT INTO work.inbound_keys
WITH padded AS (
    SELECT url, key, ' ' || key || ' ' AS padded FROM work.phrases WHERE url BETWEEN $first AND $last
),
named AS (
    SELECT u.target, u.anchor, k.url, k.key
    FROM (FROM work.ids WHERE url BETWEEN $first AND $last) p
    JOIN work.anchor_uses u ON u.target = p.id
    JOIN work.anchor_ids i ON i.id = u.anchor
    JOIN work.anchors a ON a.named = p.language || ':' || i.anchor
    JOIN padded k ON k.url = p.url AND contains(a.keys, k.padded)
)
SELECT n.url, n.key, count(DISTINCT l.source)
FROM named n JOIN work.inlinks l ON l.target = n.target AND l.anchor = n.anchor
GROUP BY n.url, n.key
"""

_INBOUND_ENTITIES = """
CREATE OR REPLACE TABLE work.inbound_entities AS
SELECT p.url, a.kind, a.entity, count(DISTINCT l.source) AS sources
FROM work.inlinks l
JOIN work.ids p ON p.id = l.target
JOIN work.anchor_ids i ON i.id = l.anchor
JOIN work.anchor_entities a ON a.named = p.language || ':' || i.anchor
GROUP BY p.url, a.kind, a.entity
"""

_Read = tuple[list[tuple[str, str]], list[tuple[str, str, str, str]]]


def read_anchors(
    db: duckdb.DuckDBPyConnection, vocabularies: Vocabularies, version: str, context: Context
) -> None:
    """Create `work.inbound_keys` and `inbound_entities`: distinct source pages per page and term.

    `version`: what a reading depends on beside the text.
    """
    db.execute(_LINKS)
    db.execute(_KEYS, {"version": version})
    memo = Memo(context.memo, "work.anchor_keys", ("work.anchors", "work.anchor_entities"), subject="named")
    new = memo.recall(db)
    batches = (new[start : start + _BATCH] for start in range(0, len(new), _BATCH))
    for keys, entities in worked(context.executor, partial(_read, vocabularies=vocabularies), batches):
        append(db, "work.anchors", keys)
        append(db, "work.anchor_entities", entities)
    memo.keep(db)
    db.execute("CREATE OR REPLACE TABLE work.inbound_keys (url VARCHAR, key VARCHAR, sources BIGINT)")
    for urls in url_ranges(db, "pages"):
        db.execute(_INBOUND_KEYS, urls)
    db.execute(_INBOUND_ENTITIES)


def _read(named: Sequence[str], vocabularies: Vocabularies) -> _Read:
    """Rows of `work.anchors` and `work.anchor_entities`. `named`: link texts behind their language and a colon."""
    keys, entities = [], []
    for name in named:
        language, _, anchor = name.partition(":")
        tokens = tokenise(anchor, language)
        keys.append((name, f" {' '.join(token.stem for token in tokens)} "))
        refs = {ref for match in find_matches(tokens, vocabularies.of(language)) for ref in match.term.refs}
        entities += [(name, anchor, ref.kind, ref.id) for ref in sorted(refs)]
    return keys, entities
