"""The coverage step: scores of pages, then the table `coverage`."""

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.coverage.best import best_answers, best_pages
from crawler.analyse.coverage.entities import Site, condition_rows, intent_rows, treatment_rows
from crawler.analyse.coverage.evidence import inferred_treatments, treated_areas
from crawler.analyse.coverage.formula import TIER_WEIGHT
from crawler.analyse.coverage.page_scores import score_pages
from crawler.analyse.coverage.site_rows import cell_rows, page_type_rows
from crawler.analyse.coverage.unseen import find_unseen
from crawler.analyse.tables import append, insert
from crawler.config import Clinic
from crawler.tables.analysis import CoverageRow
from crawler.taxonomy import Taxonomy

_SHARE = """
SELECT round(coalesce(sum(w.weight * c.score / 100), 0), 4), round(coalesce(sum(w.weight), 0), 4)
FROM coverage c JOIN work.coverage_weights w USING (kind, key)
WHERE c.offered <> 'no' AND c.state <> 'unknown'
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Fill in `entities.score` and create `coverage`."""
    taxonomy = context.taxonomy
    score_pages(db, taxonomy, context.now.date().isoformat())
    site = Site(
        clinic=context.clinic,
        taxonomy=taxonomy,
        unseen=find_unseen(db, taxonomy),
        areas=_areas(db, context, taxonomy),
        inferred=inferred_treatments(db, taxonomy),
        best=best_pages(db),
    )
    conditions, treatments = condition_rows(site), treatment_rows(site)
    rows = [*conditions, *treatments, *cell_rows(db, site, conditions, treatments), *page_type_rows(db, site)]
    for entities in (conditions, treatments):
        answers = best_answers(db, entities[0].kind) if entities else {}
        rows += (
            row for entity in entities if entity.offered != "no" for row in intent_rows(site, entity, answers)
        )
    insert(db, "coverage", rows)
    db.execute("CREATE OR REPLACE TABLE work.coverage_weights (kind VARCHAR, key VARCHAR, weight DOUBLE)")
    append(db, "work.coverage_weights", [(row.kind, row.key, weight(row, context.clinic)) for row in rows])


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
