"""What people search for, matched to the taxonomy: the demand behind a gap."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import duckdb

from crawler.analyse.main_language import site_languages
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.taxonomy import Taxonomy

_SHOWN = 10
"""Searches that the evidence of a gap lists."""

_NEWEST = """
SELECT query, page, clicks, impressions,
    impressions * 28.0 / greatest(28, date_diff('day', period_start::DATE, period_end::DATE) + 1) AS monthly,
    coalesce(ctr, clicks / nullif(impressions, 0)) AS ctr, position
FROM search_demand WHERE is_reliable AND NOT is_brand AND impressions > 0
QUALIFY row_number() OVER (
    PARTITION BY query, page ORDER BY period_end DESC NULLS LAST, period_start DESC NULLS LAST, source) = 1
ORDER BY impressions DESC, query, page
"""
"""Of each query and page the newest days that can be gone by; who asks for the clinic by name needs no page for it."""


class Search(NamedTuple):
    """A query and the page that was shown (null: not told); `monthly`: impressions in 28 days. `entities`: as kind:id."""

    query: str
    page: str | None
    clicks: int | None
    impressions: int
    monthly: float
    ctr: float | None
    position: float | None
    entities: frozenset[str]


class Searches:
    """All searches, the most frequent first."""

    def __init__(self, rows: Sequence[Search]) -> None:
        self.rows = rows
        self._by_entity: defaultdict[str, list[Search]] = defaultdict(list)
        for row in rows:
            for entity in row.entities:
                self._by_entity[entity].append(row)

    def naming(self, *entities: str) -> list[Search]:
        """Searches that name all of `entities`."""
        found = self._by_entity.get(entities[0], []) if entities else []
        return [row for row in found if row.entities.issuperset(entities)]

    def demand(self, *entities: str) -> int | None:
        """Impressions in 28 days of searches that name all of `entities`; null where nothing was imported."""
        return monthly(self.naming(*entities)) if self.rows else None


def load_searches(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> Searches:
    """The table `search_demand` as searches, without those for the clinic itself and those not to be relied on."""
    rows = db.execute(_NEWEST).fetchall()
    vocabularies = Vocabularies(taxonomy)
    spoken = site_languages(db)
    found: list[Search] = []
    for row in rows:
        _, matches = vocabularies.read(row[0], spoken)
        named = {
            str(r) for m in matches if not m.term.weak for r in m.term.refs if r.kind in ("condition", "treatment")
        }
        found.append(Search._make((*row, frozenset(named))))
    return Searches(found)


def monthly(rows: Iterable[Search]) -> int:
    """Impressions in 28 days; a query that several pages were shown for counts once, as often as the one most shown."""
    most: dict[str, float] = {}
    for row in rows:
        most[row.query] = max(most.get(row.query, 0), row.monthly)
    return round(sum(most.values()))


def listed(rows: Iterable[Search]) -> list[dict[str, Any]]:
    """Rows for the evidence: the most frequent ones."""
    return [
        {"query": r.query, "page": r.page, "impressions": r.impressions, "clicks": r.clicks,
         "position": r.position and round(r.position, 1)}
        for r in list(rows)[:_SHOWN]
    ]  # fmt: skip
