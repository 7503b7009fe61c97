"""How often searchers saw the site for a topic, from the imported queries."""

from collections import Counter
from typing import NamedTuple

import duckdb

from crawler.analyse.main_language import site_languages
from crawler.analyse.text.matcher import intent_text
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.tables.coverage import CoverageRow
from crawler.taxonomy import Taxonomy

_QUERIES = """
SELECT query, sum(impressions)::BIGINT FROM search_demand
WHERE NOT is_brand AND impressions > 0 GROUP BY query ORDER BY query
"""


class Demand(NamedTuple):
    """Impressions by topic (kind, id), by cell (condition, treatment) and by question (topic, intent)."""

    topics: Counter[tuple[str, str]]
    cells: Counter[tuple[str, str]]
    questions: Counter[tuple[str, str]]


def read_demand(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> Demand | None:
    """Impressions of the queries that name a topic; null where no query was imported. The clinic's own name is no topic."""
    queries = db.execute(_QUERIES).fetchall()
    if not queries:
        return None
    vocabularies = Vocabularies(taxonomy)
    spoken = site_languages(db)
    demand = Demand(Counter(), Counter(), Counter())
    for query, impressions in queries:
        language, matches = vocabularies.read(query, spoken)
        refs = {ref for match in matches if not match.term.weak for ref in match.term.refs}
        topics = {(ref.kind, ref.id) for ref in refs if ref.kind in ("condition", "treatment")}
        conditions = [topic for kind, topic in topics if kind == "condition"]
        treatments = [topic for kind, topic in topics if kind == "treatment"]
        intents = [
            intent
            for intent, pattern in vocabularies.of(language).intents.items()
            if pattern.search(intent_text(query))
        ]
        demand.topics.update(dict.fromkeys(topics, impressions))
        demand.cells.update({(one, other): impressions for one in conditions for other in treatments})
        demand.questions.update({(topic, intent): impressions for _, topic in topics for intent in intents})
    return demand


def impressions_of(row: CoverageRow, demand: Demand | None) -> int | None:
    """Impressions of what `row` is about; null where no query was imported, or where queries cannot tell."""
    if demand is None:
        return None
    if row.kind in ("condition", "treatment"):
        return demand.topics[row.kind, row.key]
    if row.kind == "cell":
        return demand.cells[row.condition or "", row.treatment or ""]
    if row.kind == "intent":
        intent, _, topic = row.key.partition(":")
        return demand.questions[topic, intent]
    return None
