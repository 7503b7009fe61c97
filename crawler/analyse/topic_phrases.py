"""The phrases that a site's topics are made of, and the topic of each."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.names import Names
from crawler.analyse.said import as_words
from crawler.analyse.tables import append
from crawler.analyse.text.matcher import find_matches
from crawler.analyse.text.phrases import key_hash
from crawler.analyse.text.tokens import tokenise
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.analyse.topic_clusters import Cluster, SitePhrase, clustered, is_telling
from crawler.analyse.topic_ids import identified, known_phrases

_MOST_PHRASES = 3_000
"""Phrases that are looked at, those of topics of the crawl before and then the strongest: this bounds memory and work on
a site of thousands of pages."""

_MOST_TOPICS = 60
"""Topics made of phrases: more would be no overview. What was a topic at the crawl before stays one past this number: it
is not gone."""

_SINGLE_ABOUT = 2
"""Pages about a topic with a single word for a name."""

_FEWEST_USES = 5
"""Of a phrase that only one page speaks of."""

_FIRST_RANKS, _HEADED_PAGES = 3, 2
"""A phrase in no title and no H1 names a topic if this many pages have it in another heading, or first of all."""

_NO_TOPICS = "('home', 'contact', 'legal', 'listing', 'provider', 'location', 'testimonial')"
"""Kinds of page whose own words (streets, names, terms of use, praise) are no topics."""

_ROWS = f"""
CREATE OR REPLACE VIEW work.topic_rows AS
SELECT f.language, k.key, k.keyphrase, k.url, k.rank, k.score, k.count, k.in_title OR k.in_h1 AS is_about,
    k.in_headings, k.in_title AND k.in_h1 AS is_twice,
    if(regexp_matches(k.entity, '^(condition|treatment):'), k.entity, NULL) AS entity,
    p.page_type NOT IN {_NO_TOPICS} AS is_own
FROM keywords k JOIN work.findable f USING (url) JOIN (SELECT url, page_type FROM main.pages) p USING (url)
WHERE coalesce(NOT starts_with(k.entity, 'brand:') AND NOT starts_with(k.entity, 'body_area:'), true)
    AND regexp_matches(k.key, '\\pL')
"""

_PHRASES = f"""
CREATE OR REPLACE TABLE work.site_phrases AS
SELECT language, key, mode(keyphrase ORDER BY keyphrase) AS keyphrase, count(*) AS pages,
    count(*) FILTER (is_about) AS about, count(*) FILTER (NOT is_about AND in_headings) AS headed,
    count(*) FILTER (rank <= $first) AS strong,
    sum(count)::BIGINT AS uses, sum(work.topic_rows.score) AS score, mode(entity ORDER BY entity) AS term,
    bool_or(is_twice OR (rank = 1 AND in_headings)) AS is_first
FROM work.topic_rows
WHERE entity IS NOT NULL OR is_own
GROUP BY language, key
ORDER BY term IS NULL, key IN (SELECT key FROM previous.topic_phrases WHERE starts_with(topic_id, 'phrase:')) DESC,
    pages > 1 DESC, score DESC, language, key LIMIT {_MOST_PHRASES}
"""

_NO_ADDRESS = f"""
(term IS NOT NULL OR NOT EXISTS (FROM nap WHERE kind = 'address' AND ownership <> 'third_party'
    AND contains({as_words("text")}, {as_words("keyphrase")})))
"""
"""What stands in the clinic's own address is no topic."""

_SHARED = """
SELECT a.language, a.key, b.key, count(*) / (any_value(x.pages) + any_value(y.pages) - count(*)) AS share
FROM work.topic_rows a JOIN work.topic_rows b ON b.url = a.url AND b.key > a.key
JOIN (FROM work.site_phrases WHERE term IS NULL AND pages > 1) x ON x.language = a.language AND x.key = a.key
JOIN (FROM work.site_phrases WHERE term IS NULL AND pages > 1) y ON y.language = b.language AND y.key = b.key
WHERE a.is_own AND b.is_own
GROUP BY a.language, a.key, b.key HAVING count(*) >= $fewest AND share >= $least
ORDER BY ALL
"""

_WITH_TERM = """
WITH about AS (
    SELECT url, kind || ':' || entity AS topic FROM entities SEMI JOIN work.findable USING (url)
    WHERE kind IN ('condition', 'treatment') AND (in_title OR in_h1)
),
sizes AS (SELECT topic, count(*) AS pages FROM about GROUP BY topic)
SELECT r.language, r.key,
    arg_max(r.topic, (r.share, r.topic)) AS topic
FROM (
    SELECT r.language, r.key, a.topic,
        count(*) / (any_value(p.pages) + any_value(s.pages) - count(*)) AS share
    FROM work.topic_rows r JOIN work.site_phrases p ON p.language = r.language AND p.key = r.key
    JOIN about a USING (url) JOIN sizes s USING (topic)
    WHERE r.entity IS NULL AND r.is_own GROUP BY ALL HAVING count(*) >= 2 AND share >= 0.5
) r GROUP BY ALL
"""
"""Terms of the taxonomy whose pages a phrase shares: two or more, and half of the pages of either."""

_CREATE = """
CREATE OR REPLACE TABLE work.topic_phrases (topic_id VARCHAR, language VARCHAR, key VARCHAR);
CREATE OR REPLACE TABLE work.topic_labels (topic_id VARCHAR, language VARCHAR, label VARCHAR, hash UINTEGER)
"""


def group_phrases(db: duckdb.DuckDBPyConnection, context: Context, names: Names) -> None:
    """Create `work.topic_phrases` and, of topics made of phrases, `work.topic_labels`. Reads what `targets` leaves."""
    db.execute(_ROWS)
    db.execute(_PHRASES, {"first": _FIRST_RANKS})
    db.execute(_CREATE)
    first = _first(db)
    known, others = _by_term(db, Vocabularies(context.taxonomy), names)
    append(db, "work.topic_phrases", [(p.topic, p.language, p.key) for p in known])
    clusters = [cluster for cluster in clustered(others, _shared(db)) if _is_topic(cluster, first)]
    before = known_phrases(db)
    stay = {topic_id for topic_id, _ in before}
    ranked = sorted(clusters, key=lambda c: (-_pages(c), -c.label.score, c.label.key))
    for place, (topic_id, cluster) in enumerate(identified(ranked, before)):
        if place >= _MOST_TOPICS and topic_id not in stay:
            continue
        append(db, "work.topic_phrases", [(topic_id, p.language, p.key) for p in cluster.phrases])
        label = cluster.label
        shown = label.keyphrase[:1].upper() + label.keyphrase[1:]
        append(db, "work.topic_labels", [(topic_id, label.language, shown, key_hash(label.key))])


def _by_term(
    db: duckdb.DuckDBPyConnection, vocabularies: Vocabularies, names: Names
) -> tuple[list[SitePhrase], list[SitePhrase]]:
    """Phrases that belong to a term of the taxonomy, and all others that hold no name."""
    sharing = {(language, key): topic for language, key, topic in db.execute(_WITH_TERM).fetchall()}
    known: list[SitePhrase] = []
    others: list[SitePhrase] = []
    for *row, entity in _fetched(db):
        phrase = SitePhrase(*row)
        topic = entity or _term_in(phrase, vocabularies)
        if topic is None and names.named_by([t.word for t in tokenise(phrase.keyphrase, phrase.language)]):
            continue
        topic = topic or sharing.get((phrase.language, phrase.key))
        (known if topic else others).append(phrase._replace(topic=topic))
    return known, others


def _fetched(db: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    columns = "language, key, keyphrase, pages, about, headed, strong, uses, score, term"
    return db.execute(
        f"SELECT {columns} FROM work.site_phrases WHERE {_NO_ADDRESS} ORDER BY language, key"
    ).fetchall()


def _first(db: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    found = db.execute("SELECT language, key FROM work.site_phrases WHERE is_first").fetchall()
    return {(language, key) for language, key in found}


def _term_in(phrase: SitePhrase, vocabularies: Vocabularies) -> str | None:
    """The condition or treatment that a phrase holds, as kind:id."""
    matches = find_matches(tokenise(phrase.keyphrase, phrase.language), vocabularies.of(phrase.language))
    refs = [ref for match in matches if not match.term.weak for ref in match.term.refs]
    return next((str(ref) for ref in refs if ref.kind in ("condition", "treatment")), None)


def _shared(db: duckdb.DuckDBPyConnection) -> dict[str, dict[tuple[str, str], float]]:
    shared: defaultdict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for language, one, other, share in db.execute(_SHARED, {"fewest": 2, "least": 0.2}).fetchall():
        shared[language][one, other] = share
    return dict(shared)


def _pages(cluster: Cluster) -> int:
    return max(phrase.pages for phrase in cluster.phrases)


def _is_topic(cluster: Cluster, first: Collection[tuple[str, str]]) -> bool:
    """Whether pages are about it: its label stands in a title or H1, or in headings of two pages, and two pages have
    it among their keyphrases; one page must say it in title and H1, or in a heading
    and first of all, and more often. A single word is less telling."""
    label = cluster.label
    if not is_telling(label):
        return False
    if " " not in label.key:
        return label.about >= _SINGLE_ABOUT
    if _pages(cluster) > 1:
        return label.about > 0 or max(label.headed, label.strong) >= _HEADED_PAGES
    often = label.uses >= _FEWEST_USES and len(label.stems) > 1
    return often and (label.language, label.key) in first
