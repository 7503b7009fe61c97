"""How well each page covers each entity that it names: fills in `entities.score`."""

import duckdb

from crawler.analyse.coverage.formula import ANSWER_WORDS, MOST_WORDS, answer_score
from crawler.analyse.tables import append
from crawler.taxonomy import Kind, Taxonomy

_KINDS: tuple[Kind, ...] = ("condition", "treatment")

_FACTS = """
CREATE OR REPLACE TABLE work.page_facts AS
WITH there AS (FROM pages WHERE indexability IS DISTINCT FROM 'soft_404')
SELECT
    p.url, p.word_count,
    p.indexable OR (SELECT count(*) >= $fewest AND avg(indexable::INT) < $hidden FROM there) AS indexable, p.inlinks, p.page_type,
    coalesce(c.state = 'tap', false) AS cta_ok,
    coalesce(date_diff('month', try_cast(left(p.modified, 10) AS DATE), $today::DATE), 0) AS age_months
FROM there p LEFT JOIN page_ctas c ON c.url = p.url
"""
"""An error page is no page. `age_months`: since the date of the last change; 0 where a page names none."""

_HIDDEN_SITE, _FEWEST_PAGES = 0.25, 5
"""Of a site of five pages or more that search engines show less than a quarter of, such as a staging copy
whose canonicals name another host, that is the one thing to say: its pages are judged by what they hold."""

_SCORES = """
CREATE OR REPLACE TABLE entities AS
WITH answered AS (
    SELECT e.url, r.kind, count(DISTINCT e.entity) / any_value(r.asked) AS share
    FROM work.entities e
    JOIN (SELECT *, count(*) OVER (PARTITION BY kind) AS asked FROM work.required_intents) r ON r.intent = e.entity
    WHERE e.kind = 'intent' AND e.words >= $answer_words
    GROUP BY e.url, r.kind
),
summed AS (
    SELECT e.*, f.indexable, f.word_count,
        25 * e.in_title::INT + 15 * e.in_h1::INT + 12 * (e.level IN (2, 3))::INT + 5 * e.in_url::INT
        + 5 * e.in_first_100_words::INT + 18 * least(1, e.words / 400) + 10 * coalesce(a.share, 0)
        + 5 * least(1, coalesce(i.sources, 0) / 3) + 5 * f.cta_ok::INT
        - CASE WHEN f.age_months > 36 THEN 10 WHEN f.age_months > 24 THEN 5 ELSE 0 END AS points
    FROM work.entities e
    JOIN work.page_facts f USING (url)
    LEFT JOIN answered a ON a.url = e.url AND a.kind = e.kind
    LEFT JOIN work.inbound_entities i ON i.url = e.url AND i.kind = e.kind AND i.entity = e.entity
    WHERE e.kind <> 'intent'
)
SELECT url, kind, entity, in_title, in_h1, in_headings, in_url, in_first_100_words, count, words,
    CASE WHEN NOT indexable THEN 0 ELSE greatest(1, round(least(
        points,
        CASE WHEN word_count < 300 THEN 54 ELSE 100 END,
        CASE WHEN count = 0 OR NOT (in_title OR in_h1 OR in_headings OR in_url) THEN 29 ELSE 100 END
    ))) END::BIGINT AS score
FROM summed
UNION ALL
SELECT e.url, e.kind, e.entity, e.in_title, e.in_h1, e.in_headings, e.in_url, e.in_first_100_words, e.count,
    e.words, CASE WHEN f.indexable THEN s.score ELSE 0 END
FROM work.entities e
JOIN work.page_facts f USING (url)
JOIN work.answer_scores s ON s.words = least(e.words, $most_words)
WHERE e.kind = 'intent'
"""
"""Coverage formula: title 25, H1 15, H2 or H3 12, address 5, first 100 words 5, depth 18, required intents
answered 10, inbound anchors 5, own CTA 5, age −5 or −10; capped for thin pages and mere mentions."""


def score_pages(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy, today: str) -> None:
    """Rewrite `entities` with its score. `today`: ISO date that ages count from."""
    db.execute(_FACTS, {"today": today, "hidden": _HIDDEN_SITE, "fewest": _FEWEST_PAGES})
    db.execute("CREATE OR REPLACE TABLE work.required_intents (kind VARCHAR, intent VARCHAR)")
    required = [(kind, intent.id) for kind in _KINDS for intent in taxonomy.required_intents(kind)]
    append(db, "work.required_intents", required)
    db.execute("CREATE OR REPLACE TABLE work.answer_scores (words BIGINT, score BIGINT)")
    append(db, "work.answer_scores", [(n, answer_score(n)) for n in range(MOST_WORDS + 1)])
    db.execute(_SCORES, {"answer_words": ANSWER_WORDS, "most_words": MOST_WORDS})
