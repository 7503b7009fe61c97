"""What one competitor has pages for, read off its snapshot: phrases, conditions, treatments and their combinations."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb

from crawler.analyse.competitor_snapshots import TABLES, Competitor
from crawler.analyse.competitors.names import TopicsOfSite
from crawler.analyse.names import Names
from crawler.analyse.tables import append
from crawler.analyse.text.words.given_names import GIVEN_NAMES

FEWEST_POINTS = 20
"""An H1: a target that is placed no better is not what the page is about."""

ABOUT = 55
"""From this score on a page covers a condition or treatment; see the coverage formula."""

_STRONG = 20.0
"""Percent of the strength of a page's strongest phrase, from which on a phrase is one that the page is about (ours)."""

_BATCH = 1_000

_NO_TOPICS = "('legal', 'listing', 'contact', 'location', 'provider', 'testimonial')"
"""Types of pages that are about the clinic, its people and its places."""

_OWNED = """
CREATE SCHEMA IF NOT EXISTS rival;
CREATE OR REPLACE TABLE work.competitor_owned (
    site VARCHAR, kind VARCHAR, language VARCHAR, key VARCHAR, label VARCHAR, url VARCHAR, title VARCHAR,
    strength DOUBLE)
"""

_FINDABLE = f"""
CREATE OR REPLACE VIEW rival.findable AS
SELECT url, coalesce(title, '') AS title, coalesce(text_lang, nullif(lower(left(lang, 2)), ''), 'en') AS language
FROM rival.pages WHERE indexable AND variant_of IS NULL AND page_type NOT IN {_NO_TOPICS}
"""

_PHRASES = f"""
SELECT k.keyphrase, f.language, k.url, f.title, coalesce(t.score, 0) + k.score
FROM rival.keywords k JOIN rival.findable f USING (url)
LEFT JOIN (FROM rival.targets WHERE score >= {FEWEST_POINTS}) t ON t.url = k.url AND t.key = k.key
WHERE k.entity IS NULL AND (t.url IS NOT NULL OR (k.score >= {_STRONG}
    AND if(contains(k.key, ' '), k.in_title OR k.in_h1, k.in_title AND k.in_h1)))
"""
"""Terms of the taxonomy are compared as such. A single word has to stand in title and H1, or be the target."""

_ENTITIES = f"""
INSERT INTO work.competitor_owned
SELECT $site, e.kind, '', e.entity, coalesce(c.label, replace(e.entity, '_', ' ')), e.url, f.title, e.score
FROM rival.entities e JOIN rival.findable f USING (url)
LEFT JOIN rival.coverage c ON c.kind = e.kind AND c.key = e.entity
WHERE e.kind IN ('condition', 'treatment') AND e.score > 0 AND (e.in_title OR e.in_h1 OR e.score >= {ABOUT})
UNION ALL
SELECT $site, c.kind, '', c.key, c.label, c.best_url, f.title, c.score
FROM rival.coverage c JOIN rival.findable f ON f.url = c.best_url WHERE c.kind = 'cell' AND c.score >= {ABOUT}
"""

_PLACES = """
SELECT DISTINCT unnest([m.locality, m.region]) AS place FROM rival.nap_mentions m
SEMI JOIN (FROM rival.nap WHERE kind = 'address' AND ownership <> 'third_party') n ON n.key = m.key
WHERE m.kind = 'address'
"""

_NAMES = r"""
SELECT name, coalesce(bool_or(is_person), false) FROM (
    SELECT text AS name, false AS is_person FROM rival.nap WHERE kind = 'name' AND ownership <> 'third_party'
    UNION ALL SELECT name, true FROM rival.people
    UNION ALL SELECT regexp_replace(title, '\s[|–—-]\s.*', ''), regexp_extract(lower(title), '\w+') IN (FROM unnest($given))
    FROM rival.pages WHERE page_type = 'provider'
) WHERE name <> '' GROUP BY name
"""

_SMALL = r"""
SELECT DISTINCT unnest(regexp_extract_all(main_text, '(?:^|\s)(\p{Ll}+)', 1)) FROM rival.pages
"""
"""Words that the site writes without a capital letter."""


def create_owned(db: duckdb.DuckDBPyConnection) -> None:
    """Create the empty table `work.competitor_owned`."""
    db.execute(_OWNED)


def places_of(db: duckdb.DuckDBPyConnection, competitor: Competitor) -> set[str]:
    """Towns and regions that a competitor gives as its own."""
    _open(db, competitor)
    return {place for (place,) in db.execute(_PLACES).fetchall() if place}


def read_owned(
    db: duckdb.DuckDBPyConnection,
    competitor: Competitor,
    places: Sequence[str],
    our_names: Sequence[str],
    common: Collection[str],
) -> None:
    """Add what `competitor` owns to `work.competitor_owned`. `places`: of all sites; `our_names`: of the clinic;
    `common`: words of the taxonomy, which tell no name."""
    _open(db, competitor)
    db.execute(_FINDABLE)
    db.execute(_ENTITIES, {"site": competitor.site})
    known = TopicsOfSite(places, _names(db, our_names, common), _labels(competitor.site))
    with db.cursor() as found:
        found.execute(_PHRASES)
        while rows := found.fetchmany(_BATCH):
            append(db, "work.competitor_owned", list(_topics(competitor.site, rows, known)))


def _names(db: duckdb.DuckDBPyConnection, our_names: Sequence[str], common: Collection[str]) -> Names:
    """Names of us and of people as a whole; of a clinic called Austin Sports Medicine its own words only."""
    found = db.execute(_NAMES, {"given": sorted(GIVEN_NAMES)}).fetchall()
    small = {word for (word,) in db.execute(_SMALL).fetchall()}
    people = [name for name, is_person in found if is_person]
    return Names([*people, *our_names], [name for name, is_person in found if not is_person], small.union(common))


def _topics(site: str, rows: Iterable[tuple[Any, ...]], names: TopicsOfSite) -> Iterator[tuple[Any, ...]]:
    """Rows of `work.competitor_owned` for phrases that name a topic."""
    for phrase, language, *rest in rows:
        if topic := names.topic(phrase, language):
            yield (site, "phrase", language, topic.key, topic.label, *rest)


def _open(db: duckdb.DuckDBPyConnection, competitor: Competitor) -> None:
    """Let the schema `rival` show the tables of `competitor`, whose snapshot may have gone meanwhile."""
    for table in TABLES:
        file = (competitor.folder or Path()) / f"{table}.parquet"
        quoted = str(file).replace("'", "''")
        db.execute(f"CREATE OR REPLACE VIEW rival.{table} AS FROM read_parquet('{quoted}')")


def _labels(site: str) -> list[str]:
    """The words of a host, hyphens left out: harbourjoint of www.harbour-joint.example."""
    return [label.replace("-", "") for label in site.partition(":")[0].split(".")[:-1]]
