"""The table `cannibalisation`: pages that compete with each other for the same search.

Never from one condition or treatment alone: pages about the same thing are what a site is made of.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.rivals import Rival, exemption, grouped
from crawler.analyse.tables import insert
from crawler.analyse.text.likeness import likeness
from crawler.tables.keywords import CannibalisationRow
from crawler.text import short_hash

TITLES_ALIKE = 0.6
TEXTS_ALIKE = 0.5
"""From these shares on titles, or texts, are alike; see the domain notes on keywords."""

SAME_STRENGTH = 0.9
"""A page with this share of the score of the strongest is as strong."""

_FEWEST_POINTS = 20
"""An H1: a phrase that is placed no better is not what the page is about."""

_FEWEST_RUNS = 50
"""Runs of three words; shorter texts may well be alike."""

_LEAST_SHARE, _FEWEST_IMPRESSIONS = 0.2, 10
"""A page with this share of a query's impressions, and so many, is shown for it."""

_CONTENDERS = """
CREATE OR REPLACE TABLE work.contenders AS
WITH main AS (
    SELECT url, arg_max(entity, (score, count, entity)) FILTER (WHERE kind = 'condition') AS condition,
        arg_max(entity, (score, count, entity)) FILTER (WHERE kind = 'treatment') AS treatment,
        string_agg(entity, '+' ORDER BY entity) FILTER (WHERE kind = 'intent') AS intent
    FROM entities WHERE in_title OR in_h1 GROUP BY url
),
best AS (
    SELECT url, arg_max({phrase: phrase, key: key, score: score}, score) AS target FROM targets GROUP BY url
)
SELECT f.url, f.language, p.title, p.h1, p.page_type, p.inlinks, m.condition, m.treatment,
    coalesce(m.intent, '') AS intent, b.target.phrase AS phrase, b.target.key AS key, b.target.score AS score
FROM work.findable f
JOIN (FROM pages WHERE page_type NOT IN ('legal', 'listing')) p USING (url)
LEFT JOIN main m USING (url) LEFT JOIN best b USING (url)
"""
"""Pages that may compete. The entities of a page are those of its title and H1."""

_PARENTS = r"""
CREATE OR REPLACE TABLE work.parents AS
SELECT s.url, list(DISTINCT t.url) AS parents
FROM work.inlinks l JOIN work.ids s ON s.id = l.source
JOIN (SELECT id, url, regexp_replace(url, '(/index)?(\.\w+)?/?$', '') || '/' AS folder FROM work.ids) t ON t.id = l.target
WHERE starts_with(s.url, t.folder) AND s.url <> t.url AND regexp_matches(t.folder, '^[a-z]+://[^/]+/.')
GROUP BY s.url
"""
"""Pages above a page, by their addresses, that it links to; the home page stands above all and so above none."""

_RIVALS = """
SELECT {block} AS block, {strength}::DOUBLE AS strength, url, title, h1, page_type, language, coalesce(phrase, ''),
    coalesce(key, ''), title_keys, sketch, parents
FROM {rivals} JOIN work.likenesses USING (url) LEFT JOIN work.parents USING (url)
QUALIFY count(*) OVER (PARTITION BY block) > 1
ORDER BY block, strength DESC, inlinks DESC, url
"""

_LIKELY = _RIVALS.format(
    block="concat_ws(chr(10), language, coalesce(condition, ''), coalesce(treatment, ''), intent)",
    strength="coalesce(score, 0)",
    rivals="(FROM work.contenders WHERE coalesce(condition, treatment) IS NOT NULL)",
)
_POSSIBLE = _RIVALS.format(
    block="language || chr(10) || key",
    strength="score",
    rivals=f"(FROM work.contenders WHERE score >= {_FEWEST_POINTS})",
)
_CERTAIN = _RIVALS.format(
    block="query",
    strength="share",
    rivals=f"""(
        SELECT c.* REPLACE (d.query AS phrase, d.key AS key), d.query, d.share FROM work.contenders c JOIN (
            SELECT query, key, page AS url, sum(impressions) AS shown,
                sum(impressions) / sum(sum(impressions)) OVER (PARTITION BY query) AS share
            FROM search_demand WHERE page IS NOT NULL AND is_counted AND NOT is_brand GROUP BY query, key, page
            QUALIFY shown >= {_FEWEST_IMPRESSIONS} AND share >= {_LEAST_SHARE}
        ) d USING (url))""",
)

_BATCH = 500
_SHARED = "In {:.0f} % of the times that this search showed the site, it showed this page"


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `cannibalisation` from targets, entities, titles and texts, and from searches where they are known."""
    db.execute(_CONTENDERS)
    db.execute(_PARENTS)
    places = tuple(name for (name,) in db.execute("SELECT name FROM work.places").fetchall())
    rows = list(_certain(db, places))
    rows += _likely(db, places)
    rows += _without_known(_possible(db, places), rows)
    insert(db, "cannibalisation", rows)


def _certain(db: duckdb.DuckDBPyConnection, places: tuple[str, ...]) -> Iterator[CannibalisationRow]:
    """Groups of pages that one query shows in 28 days or more; that of the clinic's name shows many by design."""
    for query, rivals in _blocks(db, _CERTAIN, places):
        for group in grouped(rivals, lambda one, other: None if exemption(one, other) else 1.0):
            for rival, _ in group:
                yield _row(
                    "certain", query, group, rival, 100 * rival.strength, _SHARED.format(100 * rival.strength)
                )


def _likely(db: duckdb.DuckDBPyConnection, places: tuple[str, ...]) -> Iterator[CannibalisationRow]:
    """Groups of pages of one condition, treatment and intent whose titles or texts are alike."""
    for block, rivals in _blocks(db, _LIKELY, places):
        for group in grouped(rivals, _alike):
            for rival, share in group:
                other = group[0][0] if rival is not group[0][0] else group[1][0]
                yield _row("likely", block, group, rival, 100 * share, _how_alike(rival, other))


def _alike(one: Rival, other: Rival) -> float | None:
    """How alike two pages are, 0 to 1; null: not enough to compete, or rightly so."""
    titles, texts = _titles_alike(one, other), _texts_alike(one, other)
    if (titles < TITLES_ALIKE and texts < TEXTS_ALIKE) or exemption(one, other):
        return None
    return max(titles, texts)


def _titles_alike(one: Rival, other: Rival) -> float:
    union = one.title_keys | other.title_keys
    return len(one.title_keys & other.title_keys) / len(union) if union else 0.0


def _texts_alike(one: Rival, other: Rival) -> float:
    return likeness(one.sketch, other.sketch) if min(len(one.sketch), len(other.sketch)) >= _FEWEST_RUNS else 0.0


def _how_alike(one: Rival, other: Rival) -> str:
    titles, texts = _titles_alike(one, other), _texts_alike(one, other)
    said = [f"{share:.0%} of the {what}".replace("%", " %") for share, what, least in (
        (titles, "words of their titles", TITLES_ALIKE), (texts, "wording", TEXTS_ALIKE)) if share >= least]  # fmt: skip
    return f"The same subject and question as {other.url}, with {' and '.join(said)} in common"


def _possible(db: duckdb.DuckDBPyConnection, places: tuple[str, ...]) -> Iterator[CannibalisationRow]:
    """Groups of pages with one target phrase, placed about as well."""
    for block, rivals in _blocks(db, _POSSIBLE, places):
        for group in grouped(rivals, _as_strong):
            for rival, _ in group:
                other = group[0][0] if rival is not group[0][0] else group[1][0]
                reason = f"The same target phrase as {other.url}, placed as well ({rival.strength:.0f} of 100)"
                yield _row("possible", block, group, rival, rival.strength, reason)


def _as_strong(one: Rival, other: Rival) -> float | None:
    strong = other.strength >= SAME_STRENGTH * one.strength
    return 1.0 if strong and not exemption(one, other) else None


def _without_known(
    rows: Iterable[CannibalisationRow], known: Iterable[CannibalisationRow]
) -> Iterator[CannibalisationRow]:
    """`rows` without the groups whose pages all stand in one group of `known`."""
    groups: dict[str, set[str]] = {}
    for row in known:
        groups.setdefault(row.url, set()).add(row.group_id)
    for _, rivals in groupby(rows, key=lambda row: row.group_id):
        group = list(rivals)
        if not set.intersection(*(groups.get(row.url, set()) for row in group)):
            yield from group


def _row(
    grade: str, block: str, group: list[tuple[Rival, float]], rival: Rival, score: float, reason: str
) -> CannibalisationRow:
    first = group[0][0]
    name = short_hash(f"{grade}\n{block}\n{first.url}")
    return CannibalisationRow(name, grade, first.phrase, first.key, rival.url, round(score, 1), reason)


def _blocks(
    db: duckdb.DuckDBPyConnection, query: str, places: tuple[str, ...]
) -> Iterator[tuple[str, Iterator[Rival]]]:
    """Blocks of pages that may compete with each other, the strongest first, read as they are asked for."""
    for block, rows in groupby(_fetched(db, query), key=lambda row: str(row[0])):
        yield block, (Rival.of(row[1:], places) for row in rows)


def _fetched(db: duckdb.DuckDBPyConnection, query: str) -> Iterator[tuple[Any, ...]]:
    with db.cursor() as cursor:
        found = cursor.execute(query)
        while rows := found.fetchmany(_BATCH):
            yield from rows
