"""How often searchers saw the site for a topic, from the imported queries."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

import duckdb

from crawler.tables.coverage import CoverageRow

_Sums = defaultdict[tuple[str, str], float]

_SEARCHES = "SELECT entities, impressions_28d FROM searches WHERE NOT is_brand ORDER BY query"


class Demand(NamedTuple):
    """Impressions in 28 days by topic (kind, id), by cell (condition, treatment) and by question (topic, intent)."""

    topics: _Sums
    cells: _Sums
    questions: _Sums


def read_demand(db: duckdb.DuckDBPyConnection) -> Demand | None:
    """Impressions in 28 days of the searches that name a topic; null where none can be gone by. The clinic's own name is
    no topic."""
    rows = db.execute(_SEARCHES).fetchall()
    if not rows:
        return None
    demand = Demand(_Sums(float), _Sums(float), _Sums(float))
    for entities, impressions in rows:
        named = [tuple(entity.split(":", 1)) for entity in entities]
        topics = [(kind, entity) for kind, entity in named if kind in ("condition", "treatment")]
        conditions = [entity for kind, entity in topics if kind == "condition"]
        treatments = [entity for kind, entity in topics if kind == "treatment"]
        intents = [entity for kind, entity in named if kind == "intent"]
        _add(demand.topics, topics, impressions)
        _add(demand.cells, product(conditions, treatments), impressions)
        _add(demand.questions, product([entity for _, entity in topics], intents), impressions)
    return demand


def _add(counter: _Sums, keys: Iterable[tuple[str, str]], impressions: float) -> None:
    for key in set(keys):
        counter[key] += impressions


def impressions_of(row: CoverageRow, demand: Demand | None) -> int | None:
    """Impressions in 28 days of what `row` is about; null where none is known, or where searches cannot tell."""
    if demand is None:
        return None
    if row.kind in ("condition", "treatment"):
        return round(demand.topics[row.kind, row.key])
    if row.kind == "cell":
        return round(demand.cells[row.condition or "", row.treatment or ""])
    if row.kind == "intent":
        intent, _, topic = row.key.partition(":")
        return round(demand.questions[topic, intent])
    return None
