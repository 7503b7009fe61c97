"""Where the pages hold the phrases that the clinic chose, be they among their keyphrases or not."""

from collections.abc import Iterator, Sequence
from typing import Any

import duckdb

from crawler.analyse.batches import url_ranges
from crawler.analyse.tables import append
from crawler.analyse.text.page import FIRST_WORDS, path_text
from crawler.analyse.text.placement import joined
from crawler.analyse.text.titles import own_title, shared_parts
from crawler.analyse.text.tokens import stems, tokenise
from crawler.taxonomy import Taxonomy

_LONGEST_WORD = 20
"""Letters that a word with its space may have in a text whose first words are wanted."""

_ASKED = """
CREATE OR REPLACE TABLE work.asked (
    url VARCHAR, language VARCHAR, phrase VARCHAR, key VARCHAR, in_title BOOLEAN, in_h1 BOOLEAN, in_url BOOLEAN,
    in_h2 BOOLEAN, in_first_100_words BOOLEAN, inbound_anchors BIGINT)
"""

_PAGES = f"""
SELECT f.url, f.language, p.title, left(p.main_text, {_LONGEST_WORD * FIRST_WORDS}), h.h1, h.h2
FROM work.findable f JOIN (SELECT url, title, main_text FROM pages WHERE url BETWEEN $first AND $last) p USING (url)
LEFT JOIN (
    SELECT url, list(text) FILTER (WHERE tag = 'h1') AS h1, list(text) FILTER (WHERE tag = 'h2') AS h2
    FROM blocks WHERE url BETWEEN $first AND $last AND tag IN ('h1', 'h2') AND NOT is_boilerplate GROUP BY url
) h USING (url)
WHERE f.url BETWEEN $first AND $last
"""

_ANCHORS = """
CREATE OR REPLACE TABLE work.asked AS
WITH keys AS (SELECT DISTINCT language, key FROM work.asked),
naming AS (
    SELECT k.language, k.key, i.id AS anchor
    FROM keys k JOIN work.anchors a ON starts_with(a.named, k.language || ':') AND contains(a.keys, ' ' || k.key || ' ')
    JOIN work.anchor_ids i ON a.named = k.language || ':' || i.anchor
),
inbound AS (
    SELECT p.url, n.key, count(DISTINCT l.source) AS sources
    FROM naming n JOIN work.inlinks l USING (anchor) JOIN work.ids p ON p.id = l.target AND p.language = n.language
    GROUP BY ALL
)
SELECT a.* REPLACE (coalesce(i.sources, 0) AS inbound_anchors) FROM work.asked a LEFT JOIN inbound i USING (url, key)
"""


def place_asked(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> None:
    """Create `work.asked`: places of each phrase of `work.chosen` on each page that holds it or was chosen for it."""
    db.execute(_ASKED)
    chosen = db.execute("SELECT url, phrase FROM work.chosen ORDER BY ALL").fetchall()
    if not chosen:
        return
    phrases = sorted({phrase for _, phrase in chosen})
    shared = shared_parts(db, taxonomy)
    for urls in url_ranges(db, "work.findable"):
        pages = db.execute(_PAGES, urls).fetchall()
        rows = [row for page in pages for row in _placed(phrases, page, own_title(page[2], shared))]
        append(db, "work.asked", [row for row in rows if any(row[4:9]) or (row[0], row[2]) in {*chosen}])
    db.execute(_ANCHORS)


def _placed(phrases: Sequence[str], page: Sequence[Any], title: str) -> Iterator[tuple[Any, ...]]:
    """Rows of `work.asked` for one page."""
    url, language, _, text, h1, h2 = page
    zones = [[title], h1 or (), [path_text(url)], h2 or ()]
    held = [joined(tokenise(part, language) for part in parts) for parts in zones]
    held.append(joined([tokenise(text or "", language)[:FIRST_WORDS]]))
    for phrase in phrases:
        key = " ".join(stems(phrase, language))
        yield (url, language, phrase, key, *(f" {key} " in zone for zone in held), 0)
