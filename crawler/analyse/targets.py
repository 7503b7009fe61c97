"""The tables `targets`, the phrase that a page is to be found for, and `title_promises`."""

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.place_names import create_places
from crawler.analyse.said import as_words
from crawler.analyse.tables import create_large
from crawler.analyse.target_placement import place_asked
from crawler.config import Target
from crawler.urls import host, normalise

_MOST_ANCHORS = 10

_SCORE = f"""(40 * in_title::INTEGER + 20 * in_h1::INTEGER + 15 * in_url::INTEGER + 10 * in_h2::INTEGER
    + 5 * in_first_100_words::INTEGER + least({_MOST_ANCHORS}, inbound_anchors))::BIGINT"""
"""How well a phrase is placed, 0 to 100; see the domain notes on keywords."""

_FOUND = """
CREATE OR REPLACE TABLE work.findable AS
SELECT url, language FROM work.pages SEMI JOIN (FROM pages WHERE indexable AND variant_of IS NULL) USING (url)
"""
"""Pages that search engines may show, each once."""

_PLACED = f"""
CREATE OR REPLACE TABLE work.placed AS
SELECT url, language, keyphrase AS phrase, key, rank, {_SCORE} AS score
FROM keywords JOIN work.findable USING (url) WHERE coalesce(NOT starts_with(entity, 'brand:'), true)
"""

_STRONGEST = f"""
CREATE OR REPLACE TABLE work.strongest AS
WITH known AS (
    SELECT language, key, score, url FROM work.placed
    UNION ALL BY NAME
    SELECT language, key, {_SCORE} AS score, url FROM work.asked
)
SELECT language, key, max(score) AS score, arg_max(url, (score, url)) AS url FROM known WHERE score > 0 GROUP BY ALL
"""

_TARGETS = f"""
CREATE OR REPLACE TABLE targets AS
WITH manual AS (
    SELECT t.url, t.phrase, coalesce(a.key, lower(t.phrase)) AS key, a.language,
        if(a.url IS NULL, NULL, {_SCORE}) AS score
    FROM work.chosen t LEFT JOIN work.asked a USING (url, phrase)
),
inferred AS (
    SELECT url, arg_max({{phrase: phrase, key: key, language: language, score: score}}, (score, -rank)) AS best
    FROM work.placed ANTI JOIN work.chosen USING (url) WHERE score > 0 GROUP BY url
),
both_kinds AS (
    SELECT *, 'manual' AS source FROM manual
    UNION ALL BY NAME
    SELECT url, best.*, 'inferred' AS source FROM inferred
)
SELECT t.url, t.phrase, t.key, t.source, t.score, if(s.score = t.score, t.url, s.url) AS strongest_url,
    s.score AS strongest_score, coalesce(t.source = 'manual' AND s.score > t.score, false) AS is_contradicted
FROM both_kinds t LEFT JOIN work.strongest s USING (language, key)
ORDER BY t.url, t.phrase
"""
"""Of pages where a phrase is placed equally well, the one that it was chosen for is the strongest."""

_PROMISES = f"""
WITH telling AS (
    SELECT url, phrase, key, list_filter(words, lambda word: NOT list_contains(places, word)) AS words,
        list_filter(missing, lambda word: NOT list_contains(places, word)) AS missing
    FROM work.promises, (SELECT coalesce(list(word), []) AS places FROM work.place_words)
    WHERE NOT EXISTS (
        FROM nap WHERE kind = 'name' AND ownership <> 'third_party' AND contains({as_words("text")}, {as_words("phrase")}))
)
SELECT url, phrase, any_value(key) AS key, any_value(missing) AS missing,
    bool_and(len(missing) = 0 OR 2 * len(missing) < len(words)) AS is_kept
FROM telling GROUP BY url, phrase
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `targets` and `title_promises`, and in the schema `work` what `cannibalisation` needs."""
    create_places(db, context.clinic)
    db.execute(_FOUND)
    db.execute(_PLACED)
    _create_chosen(db, context.clinic.target)
    place_asked(db, context.taxonomy)
    db.execute(_STRONGEST)
    db.execute(_TARGETS)
    create_large(db, "title_promises", _PROMISES, context.built)


def _create_chosen(db: duckdb.DuckDBPyConnection, targets: tuple[Target, ...]) -> None:
    """`work.chosen` (url, phrase): targets of this site, at the address where redirects and variants end."""
    [[seed]] = db.execute("SELECT coalesce(any_value(seed), '') FROM crawl").fetchall()
    db.execute("CREATE OR REPLACE TABLE work.chosen (url VARCHAR, phrase VARCHAR)")
    named = {(normalise(target.page, seed), target.phrase) for target in targets if seed}
    for url, phrase in sorted((url, phrase) for url, phrase in named if url and host(url) == host(seed)):
        db.execute("INSERT INTO work.chosen SELECT $url, $phrase", {"url": url, "phrase": phrase})
    db.execute(
        """CREATE OR REPLACE TABLE work.chosen AS
        SELECT DISTINCT coalesce(p.variant_of, r.final_url, c.url) AS url, c.phrase
        FROM work.chosen c LEFT JOIN facts.resources r ON r.url = c.url
        LEFT JOIN pages p ON p.url = coalesce(r.final_url, c.url)"""
    )
