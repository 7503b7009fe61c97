"""Rows of coverage for cells and for the kinds of pages that a clinic's site needs."""

from collections.abc import Sequence

import duckdb

from crawler.analyse.coverage.cells import best_cells
from crawler.analyse.coverage.entities import Site
from crawler.analyse.coverage.formula import page_type_score, state_of
from crawler.tables.analysis import CoverageRow
from crawler.taxonomy import PageType

MOST_CELLS = 250
"""More cells than anyone reads; those of the conditions that the site covers best stay."""

_NO_CELLS = frozenset({"comparison", "service", "technique", "medical"})
"""Families whose treatments need no page for each condition."""

_SECTION_ENOUGH = {"faq": "faq", "cost": "cost"}
"""Page types that an answered intent on some other page makes up for in part."""

_PARTLY = 40
_PAGE_TYPES = (
    "SELECT page_type, count(*), max(word_count), arg_max(url, (word_count, url)) FROM pages GROUP BY page_type"
)
_SECTIONS = """
SELECT entity, arg_max(url, (words, url)) FROM work.entities
WHERE kind = 'intent' AND words >= 40 AND count > 0 GROUP BY entity
"""


def cell_rows(
    db: duckdb.DuckDBPyConnection, site: Site, conditions: Sequence[CoverageRow], treatments: Sequence[CoverageRow]
) -> list[CoverageRow]:
    """Plausible pairs of a condition that matters and a treatment that the clinic offers."""
    wanted = _wanted(site, conditions, treatments)
    best = best_cells(db, [(c.key, t.key) for c, t in wanted])
    rows: list[CoverageRow] = []
    for condition, treatment in wanted:
        found = best.get((condition.key, treatment.key))
        score = found.score if found else 0
        unknown = None if found else site.unseen.why_absent(condition.key, treatment.key)
        rows.append(
            condition._replace(
                kind="cell",
                treatment=treatment.key,
                key=f"{condition.key}:{treatment.key}",
                label=f"{treatment.label} for {_lower_first(condition.label)}",
                tier=2 if condition.tier == 1 else 3,
                offered=treatment.offered,
                state="unknown" if unknown else state_of(score),
                score=score,
                best_url=found.url if found else None,
                pages=found.pages if found else 0,
                reasons=unknown or _cell_reasons(found.words if found else None),
            )
        )
    return rows


def page_type_rows(db: duckdb.DuckDBPyConnection, site: Site) -> list[CoverageRow]:
    """Kinds of pages that every clinic's site is expected to have."""
    found = {kind: rest for kind, *rest in db.execute(_PAGE_TYPES).fetchall()}
    sections = dict(db.execute(_SECTIONS).fetchall())
    rows: list[CoverageRow] = []
    for kind in site.taxonomy.page_types:
        if kind.need != "required" or (kind.id == "location" and len(site.clinic.location) < 2):
            continue
        pages, words, url = found.get(kind.id, (0, 0, None))
        if pages:
            score, reasons = page_type_score(words, kind.min_words), f"Its fullest page has {words} words."
        elif section := sections.get(_SECTION_ENOUGH.get(kind.id, "")):
            score, url, reasons = _PARTLY, section, "Only a section of another page."
        else:
            score, reasons = 0, "No such page."
        rows.append(_page_type_row(site, kind, score, url, pages, reasons))
    return rows


def _page_type_row(
    site: Site, kind: PageType, score: int, url: str | None, pages: int, reasons: str
) -> CoverageRow:  # fmt: skip
    unknown = None if score else site.unseen.why_no_page(kind.id)
    return CoverageRow(
        kind="page_type",
        condition=None,
        treatment=None,
        key=kind.id,
        label=kind.label,
        body_area=None,
        tier=kind.tier,
        offered="no" if kind.id in site.clinic.not_offered else "yes",
        state="unknown" if unknown else state_of(score),
        score=score,
        best_url=url,
        pages=pages,
        reasons=unknown or reasons,
    )


def _wanted(
    site: Site, conditions: Sequence[CoverageRow], treatments: Sequence[CoverageRow]
) -> list[tuple[CoverageRow, CoverageRow]]:
    entry_of_condition = {c.id: c for c in site.taxonomy.conditions}
    entry_of_treatment = {t.id: t for t in site.taxonomy.treatments}
    pairs = [
        (condition, treatment)
        for condition in conditions
        if condition.offered != "no" and (condition.tier == 1 or condition.state in ("thin", "covered", "strong"))
        for treatment in treatments
        if treatment.offered != "no"
        and entry_of_treatment[treatment.key].family not in _NO_CELLS
        and site.taxonomy.plausible(entry_of_condition[condition.key], entry_of_treatment[treatment.key])
    ]
    pairs.sort(key=lambda pair: (-pair[0].score - pair[1].score, pair[0].key, pair[1].key))
    return pairs[:MOST_CELLS]


def _lower_first(label: str) -> str:
    """`label` inside a sentence; an abbreviation keeps its capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _cell_reasons(words: int | None) -> str:
    if words is None:
        return "No page names both."
    return (
        f"{words} words in sections that name both." if words else "Named on one page, but never in one section."
    )
