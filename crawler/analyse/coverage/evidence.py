"""What the site itself says it offers and treats: its navigation, its titles, its H1 and its structured data."""

import math
from typing import NamedTuple

import duckdb

from crawler.analyse.coverage.structured_services import declared_treatments
from crawler.taxonomy import Taxonomy

_NAV = """
SELECT a.kind, a.entity, min(l.anchor), arg_min(l.target_url, (l.anchor, l.target_url))
FROM links l JOIN work.anchor_entities a USING (anchor)
WHERE l.is_internal AND l.zone IN ('nav', 'header')
GROUP BY a.kind, a.entity
"""

_SERVICE_TITLES = """
SELECT e.entity, arg_min(e.url, (NOT e.in_title, length(e.url), e.url))
FROM work.entities e JOIN pages p USING (url)
WHERE e.kind = 'treatment'
    AND p.page_type NOT IN ('article', 'listing', 'testimonial', 'research', 'legal')
    AND NOT EXISTS (
        SELECT 1 FROM work.entities v
        WHERE v.url = e.url AND v.kind = 'intent' AND v.entity = 'versus' AND (v.in_title OR v.in_h1))
    AND (e.in_title OR e.in_h1 OR (p.page_type = 'home' AND e.in_headings))
GROUP BY e.entity
"""
"""A page that compares treatments names more than the clinic offers."""

_AREAS = """
SELECT e.entity FROM work.entities e JOIN pages p USING (url)
WHERE e.kind = 'body_area' AND (e.in_title OR e.in_h1)
GROUP BY e.entity HAVING count(*) >= ? OR bool_or(p.page_type = 'condition')
"""

_SHARE_OF_PAGES = 0.02
_SMALL_SITE = 5
"""From here on a single page, such as an article, does not show what the clinic treats."""


class Evidence(NamedTuple):
    """Why a treatment seems to be offered; see the table `services`."""

    source: str
    evidence: str
    url: str


def inferred_treatments(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> dict[str, Evidence]:
    """Treatments that structured data declares, in the navigation, or in the title or H1 of a page that is no article.

    A treatment that clinics name to compare with their own, such as surgery, must be in the navigation or declared.
    """
    compared = {t.id for t in taxonomy.treatments if t.family == "comparison"}
    found: dict[str, Evidence] = {}
    for kind, entity, anchor, url in db.execute(_NAV).fetchall():
        if kind == "treatment":
            found[entity] = Evidence("navigation", f"The menu names it: “{anchor}”.", url)
    for entity, (text, url) in declared_treatments(db, taxonomy).items():
        found.setdefault(entity, Evidence("structured_data", f"Structured data offers “{text}”.", url))
    for entity, url in db.execute(_SERVICE_TITLES).fetchall():
        if entity not in compared:
            found.setdefault(entity, Evidence("page", "The title or H1 of a page names it.", url))
    return found


def treated_areas(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> set[str]:
    """Body areas that the site treats, with those above and below.

    They stand in the navigation, alone or as the one area of a condition, or in the title or H1 of a
    condition's page or of 2 % of the pages (two at least). The spine brings its parts, and the low back the
    spine, but not the neck.
    """
    ((pages,),) = db.execute("SELECT count(*) FROM pages").fetchall()
    fewest = max(2, math.ceil(_SHARE_OF_PAGES * pages)) if pages >= _SMALL_SITE else 1
    found = {entity for (entity,) in db.execute(_AREAS, [fewest]).fetchall()}
    areas_of = {condition.id: condition.area for condition in taxonomy.conditions}
    for kind, entity, *_ in db.execute(_NAV).fetchall():
        areas = (entity,) if kind == "body_area" else areas_of.get(entity, ())
        found.update(areas if len(areas) == 1 else ())
    above = {area.parent for area in taxonomy.body_areas if area.parent and area.id in found}
    below = {area.id for area in taxonomy.body_areas if area.parent in found}
    return found | above | below
