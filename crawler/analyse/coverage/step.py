"""The coverage step: scores of pages, then the table `coverage`."""

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.coverage.best import best_answers, best_pages
from crawler.analyse.coverage.cells import best_cells
from crawler.analyse.coverage.demand import impressions_of, read_demand
from crawler.analyse.coverage.disciplines import find_disciplines
from crawler.analyse.coverage.elsewhere import named_elsewhere
from crawler.analyse.coverage.entities import Site, condition_rows, intent_rows, treatment_rows
from crawler.analyse.coverage.evidence import treated_areas
from crawler.analyse.coverage.formula import TIER_WEIGHT, demand_factor
from crawler.analyse.coverage.lost import with_lost
from crawler.analyse.coverage.offers import decide_offers, own_topics, service_rows
from crawler.analyse.coverage.own_pages import location_rows, provider_rows
from crawler.analyse.coverage.page_scores import score_pages
from crawler.analyse.coverage.parts import score_rows
from crawler.analyse.coverage.site_rows import cell_rows, page_type_rows, wanted_cells
from crawler.analyse.coverage.unseen import find_unseen
from crawler.analyse.tables import insert
from crawler.config import Clinic
from crawler.tables.coverage import CoverageRow
from crawler.taxonomy import Taxonomy

_SHARE = """
SELECT round(coalesce(sum(weight * score / 100), 0), 4), round(coalesce(sum(weight), 0), 4)
FROM coverage WHERE offered <> 'no' AND state <> 'unknown'
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Fill in `entities.score` and create `coverage`, `coverage_scores` and `services`."""
    taxonomy, clinic = context.taxonomy, context.clinic
    score_pages(db, taxonomy, context.now.date().isoformat())
    own = own_topics(taxonomy) if context.role == "own" else frozenset()
    disciplines = find_disciplines(db, clinic, taxonomy)
    site = Site(
        clinic=clinic,
        taxonomy=taxonomy,
        unseen=find_unseen(db, taxonomy),
        areas=_areas(db, context, taxonomy),
        offers=decide_offers(db, clinic, context.services, taxonomy, own),
        best=best_pages(db),
        elsewhere=named_elsewhere(db),
        disciplines=disciplines,
    )
    conditions, treatments = condition_rows(site), treatment_rows(site)
    wanted = wanted_cells(site, conditions, treatments)
    cells = best_cells(db, [(condition.key, treatment.key) for condition, treatment in wanted])
    rows = [*conditions, *treatments, *cell_rows(site, wanted, cells), *page_type_rows(db, site)]
    rows += location_rows(db, clinic, taxonomy, site.unseen)
    rows += provider_rows(db, taxonomy, site.unseen)
    for entities in (conditions, treatments):
        answers = best_answers(db, entities[0].kind) if entities else {}
        rows += (
            row for entity in entities if entity.offered != "no" for row in intent_rows(site, entity, answers)
        )
    rows = with_lost(db, site, rows)
    demand = read_demand(db)
    insert(db, "coverage", [_weighted(row, clinic, impressions_of(row, demand)) for row in rows])
    insert(db, "coverage_scores", list(score_rows(db, taxonomy, rows, cells)))
    known = {(row.kind, row.key): row for row in (*conditions, *treatments)}
    insert(db, "services", list(service_rows(site.offers, taxonomy, known)))


def _weighted(row: CoverageRow, clinic: Clinic, impressions: int | None) -> CoverageRow:
    """`row` with its weight: by tier, clinic and demand; none where nothing requires it."""
    factor = weight(row, clinic) * demand_factor(impressions or 0) if row.need == "required" else 0.0
    return row._replace(weight=round(factor, 4), impressions=impressions)


def _areas(db: duckdb.DuckDBPyConnection, context: Context, taxonomy: Taxonomy) -> set[str]:
    """Body areas that the site treats; all of them where it names none, but its clinic named the packs."""
    areas = treated_areas(db, taxonomy)
    if not areas and "packs" in context.clinic.model_fields_set:
        return {area.id for area in taxonomy.body_areas}
    return areas


def weight(row: CoverageRow, clinic: Clinic) -> float:
    """Tier weight (3, 2, 1) × what the clinic's file says of the condition, the treatment and the row itself."""
    product = TIER_WEIGHT[row.tier]
    for name in dict.fromkeys((row.condition, row.treatment, row.key)):
        product *= clinic.weights.get(name, 1.0) if name else 1.0
    return product


def site_coverage(db: duckdb.DuckDBPyConnection) -> tuple[float, float]:
    """Numerator and denominator of the site's coverage: Σ weight × score / 100, and Σ weight.

    What is not offered and what is unknown is in neither.
    """
    ((numerator, denominator),) = db.execute(_SHARE).fetchall()
    return float(numerator), float(denominator)
