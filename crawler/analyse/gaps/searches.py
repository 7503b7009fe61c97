"""What people search for, matched to the taxonomy: the demand behind a gap."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import duckdb

_SHOWN = 10
"""Searches that the evidence of a gap lists."""

_COUNTED = """
SELECT d.query, d.page, d.clicks, d.impressions, d.impressions_28d, d.position, d.usual_ctr, d.is_striking, d.is_low_ctr,
    list_filter(s.entities, lambda entity: NOT starts_with(entity, 'intent:'))
FROM search_demand d JOIN searches s USING (query)
WHERE d.is_counted AND NOT d.is_brand AND d.impressions > 0
ORDER BY d.impressions_28d DESC, d.query, d.page
"""
"""Who asks for the clinic by name needs no page for it."""


class Search(NamedTuple):
    """A query and the page that was shown (null: not told), as in search_demand. `entities`: conditions and treatments
    that it names, as kind:id."""

    query: str
    page: str | None
    clicks: int | None
    impressions: int
    impressions_28d: float
    position: float | None
    usual_ctr: float | None
    is_striking: bool
    is_low_ctr: bool
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


def load_searches(db: duckdb.DuckDBPyConnection) -> Searches:
    """The rows of `search_demand` that count, without those for the clinic itself."""
    rows = db.execute(_COUNTED).fetchall()
    return Searches([Search._make((*row, frozenset(entities))) for *row, entities in rows])


def monthly(rows: Iterable[Search]) -> int:
    """Impressions in 28 days; a query that several pages were shown for counts once, as often as the one most shown: as
    in the table `searches`."""
    most: dict[str, float] = {}
    for row in rows:
        most[row.query] = max(most.get(row.query, 0), row.impressions_28d)
    return round(sum(most.values()))


def listed(rows: Iterable[Search]) -> list[dict[str, Any]]:
    """Rows for the evidence: the most frequent ones."""
    return [
        {"query": r.query, "page": r.page, "impressions": r.impressions, "clicks": r.clicks,
         "position": r.position and round(r.position, 1)}
        for r in list(rows)[:_SHOWN]
    ]  # fmt: skip
