"""The table `keyness`: single words that the site uses far more often than the language at large."""

import math
from collections.abc import Collection, Iterator
from typing import Any

import duckdb
import wordfreq

from crawler.analyse.batches import url_ranges
from crawler.analyse.tables import insert
from crawler.analyse.text.wordlists import OPEN, role
from crawler.tables.topics import KeynessRow

SURE_FROM = 15.13
"""G² that chance reaches once in 10,000 (Rayson, Berridge and Francis 2004)."""

LARGE_FROM = 3.0
"""Log ratio that counts as large: eight times as often."""

FEWEST_USES, FEWEST_PAGES = 5, 2
MOST_WORDS = 200
"""Words kept, those of most G² first."""

BACKGROUND_WORDS = 1_000_000_000
"""Size that the background is taken to have. wordfreq tells shares only; its large languages rest on more. G² hardly
depends on it once it is far larger than a site."""

_RAREST = 0.5e-6
"""Share of a word that wordfreq's small list, which ends at one in a million, does not hold: half of its last."""

_ELIDING = "('fr', 'it', 'ca')"
"""Languages whose apostrophe parts two words."""

_HIDDEN = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphens and the like, which are left out; signs for an apostrophe become one."""

_CREATE = (
    "CREATE OR REPLACE TABLE work.words (language VARCHAR, word VARCHAR, uses BIGINT, small BIGINT, pages BIGINT)"
)

_COUNT = rf"""
INSERT INTO work.words
WITH texts AS (
    SELECT f.language, f.url,
        regexp_replace(translate(nfc_normalize(p.main_text), '’ʼ´‘{_HIDDEN}', ''''''''''), '''[sS]\b', '', 'g') AS said
    FROM (SELECT url, main_text FROM pages WHERE url BETWEEN $first AND $last) p JOIN work.findable f USING (url)
),
written AS (
    SELECT language, url, word, count(*) AS uses FROM (
        SELECT language, url, unnest(CASE WHEN language IN {_ELIDING}
            THEN regexp_extract_all(said, '[\pL\pM\pN]+')
            ELSE regexp_extract_all(said, '[\pL\pM\pN]+(?:''[\pL\pM\pN]+)*') END) AS word FROM texts
    ) GROUP BY ALL
),
on_page AS (
    SELECT language, url, lower(word) AS folded, sum(uses) AS uses, sum(uses) FILTER (word = folded) AS small
    FROM written GROUP BY ALL
)
SELECT language, folded, sum(uses), coalesce(sum(small), 0), count(*) FROM on_page GROUP BY ALL
"""
"""A pattern that is constant is compiled once; words are brought together as written before they are folded."""

_WORDS = """
WITH sums AS (SELECT language, word, sum(uses)::BIGINT AS uses, sum(pages)::BIGINT AS pages FROM work.words GROUP BY ALL),
sizes AS (SELECT language, sum(uses)::BIGINT AS size FROM sums GROUP BY language)
SELECT language, word, uses, pages, size FROM sums JOIN sizes USING (language)
WHERE uses >= $uses AND pages >= $pages AND length(word) > 1 AND NOT regexp_matches(word, '\\d')
ORDER BY language, word
"""


def count_words(db: duckdb.DuckDBPyConnection) -> None:
    """Create `work.words`: uses of each word in the main content of `work.findable`, by ranges of pages; `small`: of
    these, without a capital letter."""
    db.execute(_CREATE)
    for urls in url_ranges(db, "work.findable"):
        db.execute(_COUNT, urls)


def run(db: duckdb.DuckDBPyConnection, names: Collection[str]) -> None:
    """Create `keyness` from `work.words`. `names`: folded words that are names, left out."""
    found = db.execute(_WORDS, {"uses": FEWEST_USES, "pages": FEWEST_PAGES}).fetchall()
    apart = [one for one in _compared(found, names) if one.g2 >= SURE_FROM and one.log_ratio >= LARGE_FROM]
    best = sorted(apart, key=lambda one: (-one.g2, one.language, one.word))[:MOST_WORDS]
    ordered = sorted(best, key=lambda one: (one.language, one.word))
    insert(db, "keyness", ordered)


def g2(uses: int, size: int, background: float, background_size: int) -> float:
    """Log-likelihood that a word has the same share in two corpora: 2 Σ O ln(O / E) (Dunning 1993, in the form of two
    observed counts of Rayson and Garside 2000); `background`: its uses there. 0: the same share."""
    expected = (uses + background) / (size + background_size)
    parts = ((uses, expected * size), (background, expected * background_size))
    return 2 * sum(seen * math.log(seen / due) for seen, due in parts if seen)


def log_ratio(share: float, background_share: float) -> float:
    """Binary logarithm of how many times as often a word is used (Hardie 2014): 1 is twice, 0 as often."""
    return math.log2(share / background_share)


def _compared(found: list[tuple[Any, ...]], names: Collection[str]) -> Iterator[KeynessRow]:
    """Content words beside the background; none of languages that wordfreq does not know."""
    known = wordfreq.available_languages("small")
    for language in sorted({row[0] for row in found} & {*known}):
        shares = wordfreq.get_frequency_dict(language, "small")
        for _, word, uses, pages, size in (row for row in found if row[0] == language):
            if word in names or role(word, language) != OPEN:
                continue
            share = max(shares.get(word, 0.0), _RAREST)
            yield KeynessRow(
                language=language,
                word=word,
                uses=uses,
                pages=pages,
                per_million=round(1e6 * uses / size, 1),
                background_per_million=round(1e6 * share, 2),
                g2=round(g2(uses, size, share * BACKGROUND_WORDS, BACKGROUND_WORDS), 1),
                log_ratio=round(log_ratio(uses / size, share), 2),
            )
