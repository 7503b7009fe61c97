"""How well each page covers each entity that it names: fills in `entities.score`."""

import duckdb

from crawler.analyse.coverage.formula import (
    ANCHOR_PAGES,
    ANSWER_WORDS,
    DEPTH_WORDS,
    FEWEST_WORDS,
    MENTION_CAP,
    MOST_WORDS,
    OLD_MONTHS,
    OLD_POINTS,
    POINTS,
    THIN_CAP,
    VERY_OLD_MONTHS,
    VERY_OLD_POINTS,
    answer_score,
)
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

_MAIN_FACTS = """
CREATE OR REPLACE TABLE work.main_page_facts AS
SELECT f.* FROM work.page_facts f JOIN work.pages w USING (url) JOIN work.languages l USING (language) WHERE l.is_main
"""
"""Coverage is that of the site's main language."""

_HIDDEN_SITE, _FEWEST_PAGES = 0.25, 5
"""Of a site of five pages or more that search engines show less than a quarter of, such as a staging copy
whose canonicals name another host, that is the one thing to say: its pages are judged by what they hold."""

_SCORES = f"""
CREATE OR REPLACE TABLE work.page_scores AS
WITH answered AS (
    SELECT e.url, r.kind, count(DISTINCT e.entity) AS answers, any_value(r.asked) AS asked
    FROM work.entities e
    JOIN (SELECT *, count(*) OVER (PARTITION BY kind) AS asked FROM work.required_intents) r ON r.intent = e.entity
    WHERE e.kind = 'intent' AND e.words >= $answer_words
    GROUP BY e.url, r.kind
),
parted AS (
    SELECT e.*, f.indexable, f.word_count, f.age_months, coalesce(i.sources, 0) AS sources,
        coalesce(a.answers, 0) AS answers,
        {POINTS["title"]} * e.in_title::INT AS part_title,
        {POINTS["h1"]} * e.in_h1::INT AS part_h1,
        {POINTS["heading"]} * (e.level IN (2, 3))::INT AS part_heading,
        {POINTS["address"]} * e.in_url::INT AS part_address,
        {POINTS["first_words"]} * e.in_first_100_words::INT AS part_first_words,
        {POINTS["depth"]} * least(1, e.words / {DEPTH_WORDS}) AS part_depth,
        {POINTS["answers"]} * coalesce(a.answers / a.asked, 0) AS part_answers,
        {POINTS["anchors"]} * least(1, coalesce(i.sources, 0) / {ANCHOR_PAGES}) AS part_anchors,
        {POINTS["call"]} * f.cta_ok::INT AS part_call,
        CASE WHEN f.age_months > {VERY_OLD_MONTHS} THEN -{VERY_OLD_POINTS}
            WHEN f.age_months > {OLD_MONTHS} THEN -{OLD_POINTS} ELSE 0 END AS part_age
    FROM work.entities e
    JOIN work.page_facts f USING (url)
    LEFT JOIN answered a ON a.url = e.url AND a.kind = e.kind
    LEFT JOIN work.inbound_entities i ON i.url = e.url AND i.kind = e.kind AND i.entity = e.entity
    WHERE e.kind <> 'intent'
)
SELECT *,
    {" + ".join(f"part_{part}" for part in (*POINTS, "age"))} AS points,
    least(
        CASE WHEN word_count < {FEWEST_WORDS} THEN {THIN_CAP} ELSE 100 END,
        CASE WHEN count = 0 OR NOT (in_title OR in_h1 OR in_headings OR in_url) THEN {MENTION_CAP} ELSE 100 END
    ) AS cap
FROM parted;

CREATE OR REPLACE TABLE entities AS
SELECT url, kind, entity, in_title, in_h1, in_headings, in_url, in_first_100_words, count, words,
    CASE WHEN NOT indexable THEN 0 ELSE greatest(1, round(least(points, cap))) END::BIGINT AS score
FROM work.page_scores
UNION ALL
SELECT e.url, e.kind, e.entity, e.in_title, e.in_h1, e.in_headings, e.in_url, e.in_first_100_words, e.count,
    e.words, CASE WHEN f.indexable THEN s.score ELSE 0 END
FROM work.entities e
JOIN work.page_facts f USING (url)
JOIN work.answer_scores s ON s.words = least(e.words, $most_words)
WHERE e.kind = 'intent'
"""


def score_pages(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy, today: str) -> None:
    """Rewrite `entities` with its score, and create `work.page_scores` with its parts, and
    `work.main_page_facts` of the pages in the main language. `today`: ISO date that ages count
    from."""
    db.execute(_FACTS, {"today": today, "hidden": _HIDDEN_SITE, "fewest": _FEWEST_PAGES})
    db.execute(_MAIN_FACTS)
    db.execute("CREATE OR REPLACE TABLE work.required_intents (kind VARCHAR, intent VARCHAR)")
    required = [(kind, intent.id) for kind in _KINDS for intent in taxonomy.required_intents(kind)]
    append(db, "work.required_intents", required)
    db.execute("CREATE OR REPLACE TABLE work.answer_scores (words BIGINT, score BIGINT)")
    append(db, "work.answer_scores", [(n, answer_score(n)) for n in range(MOST_WORDS + 1)])
    parts, entities = _SCORES.split(";")
    db.execute(parts, {"answer_words": ANSWER_WORDS})
    db.execute(entities, {"most_words": MOST_WORDS})
