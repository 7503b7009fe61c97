"""What the site itself says it offers and treats: its navigation, its titles and its H1."""

import math

import duckdb

from crawler.taxonomy import Taxonomy

_NAV = """
SELECT DISTINCT a.kind, a.entity
FROM links l JOIN work.anchor_entities a USING (anchor)
WHERE l.is_internal AND l.zone IN ('nav', 'header')
"""

_SERVICE_TITLES = """
SELECT DISTINCT e.entity
FROM work.entities e JOIN pages p USING (url)
WHERE e.kind = 'treatment'
    AND p.page_type NOT IN ('article', 'listing', 'testimonial', 'research', 'legal')
    AND NOT EXISTS (
        SELECT 1 FROM work.entities v
        WHERE v.url = e.url AND v.kind = 'intent' AND v.entity = 'versus' AND (v.in_title OR v.in_h1))
    AND (e.in_title OR e.in_h1 OR (p.page_type = 'home' AND e.in_headings))
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


def inferred_treatments(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> set[str]:
    """Treatments in the navigation, or in the title or H1 of a page that is no article.

    A treatment that clinics name to compare with their own, such as surgery, must be in the navigation.
    """
    in_nav = {entity for kind, entity in _nav_entities(db) if kind == "treatment"}
    in_titles = {entity for (entity,) in db.execute(_SERVICE_TITLES).fetchall()}
    compared = {t.id for t in taxonomy.treatments if t.family == "comparison"}
    return in_nav | (in_titles - compared)


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
    for kind, entity in _nav_entities(db):
        areas = (entity,) if kind == "body_area" else areas_of.get(entity, ())
        found.update(areas if len(areas) == 1 else ())
    above = {area.parent for area in taxonomy.body_areas if area.parent and area.id in found}
    below = {area.id for area in taxonomy.body_areas if area.parent in found}
    return found | above | below


def _nav_entities(db: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    return [(kind, entity) for kind, entity in db.execute(_NAV).fetchall()]
