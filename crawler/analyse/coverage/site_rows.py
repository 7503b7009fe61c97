"""Rows of coverage for cells and for the kinds of pages that a clinic's site needs."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import duckdb

from crawler.analyse.coverage.cells import BestCell
from crawler.analyse.coverage.entities import Site
from crawler.analyse.coverage.formula import page_type_score, state_of
from crawler.tables.coverage import CoverageRow
from crawler.taxonomy import PageType

MOST_CELLS = 250
"""More cells than anyone reads; those of the conditions that the site covers best stay."""

_NO_CELLS = frozenset({"comparison", "service", "technique", "medical"})
"""Families whose treatments need no page for each condition."""

_SECTION_ENOUGH = {"faq": "faq", "cost": "cost", "provider": "about"}
"""Page types that an answered intent, or a page about the clinic, makes up for in part."""

_PARTLY = 40
_PAGE_TYPES = """
SELECT page_type, coalesce(nullif(count(*) FILTER (indexable), 0), count(*)),
    arg_max(word_count, (indexable, word_count)), arg_max(url, (indexable, word_count, -length(url), url))
FROM pages WHERE indexability IS DISTINCT FROM 'soft_404' GROUP BY page_type
"""
"""The fullest page of a kind; one that search engines may show goes before its copies."""

_SECTIONS = """
SELECT entity, arg_max(url, (words, url)) FROM work.entities
WHERE kind = 'intent' AND words >= 40 AND count > 0 GROUP BY entity
"""


Wanted = Sequence[tuple[CoverageRow, CoverageRow]]
"""Rows of a condition and a treatment that a page about both makes sense for."""


def cell_rows(site: Site, wanted: Wanted, best: Mapping[tuple[str, str], BestCell]) -> list[CoverageRow]:
    """A row for each of the cells in `wanted`."""
    rows: list[CoverageRow] = []
    for condition, treatment in wanted:
        found = best.get((condition.key, treatment.key))
        score = found.score if found else 0
        unknown = site.unseen.why_unknown(score, condition.key, treatment.key)
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
    found = {kind: _Found(*rest) for kind, *rest in db.execute(_PAGE_TYPES).fetchall()}
    sections = dict(db.execute(_SECTIONS).fetchall())
    if "provider" not in found and "about" in found:
        sections["about"] = found["about"].url
    return [
        _page_type_row(site, kind, found.get(kind.id) or _section(sections.get(_SECTION_ENOUGH.get(kind.id, ""))))
        for kind in site.taxonomy.page_types
        if kind.need == "required" and (kind.id != "location" or len(site.clinic.location) > 1)
    ]


class _Found(NamedTuple):
    """Pages of a type; none, but an address: a section of that page stands for them."""

    pages: int
    words: int
    url: str | None


def _section(url: str | None) -> _Found:
    return _Found(0, 0, url)


def _page_type_row(site: Site, kind: PageType, found: _Found) -> CoverageRow:
    if found.pages:
        score = page_type_score(found.words, kind.min_words)
        reasons = f"Its fullest page has {found.words} words."
    else:
        score = _PARTLY if found.url else 0
        reasons = "Only a section of another page." if found.url else "No such page."
    unknown = None if found.pages else site.unseen.why_no_page(kind.id)
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
        best_url=found.url,
        pages=found.pages,
        reasons=unknown or reasons,
    )


def wanted_cells(
    site: Site, conditions: Sequence[CoverageRow], treatments: Sequence[CoverageRow]
) -> list[tuple[CoverageRow, CoverageRow]]:
    """Plausible pairs of a condition that matters and a treatment that the clinic offers; none of a treatment that all
    pages are about."""
    entry_of_condition = {c.id: c for c in site.taxonomy.conditions}
    entry_of_treatment = {t.id: t for t in site.taxonomy.treatments}
    pairs = [
        (condition, treatment)
        for condition in conditions
        if condition.offered != "no" and (condition.tier == 1 or condition.state in ("thin", "covered", "strong"))
        for treatment in treatments
        if treatment.offered != "no"
        and entry_of_treatment[treatment.key].family not in _NO_CELLS
        and not site.is_everywhere(treatment.key)
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
