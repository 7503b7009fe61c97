"""Gaps of demand: searches without a page for them, shown on the wrong page, nearly in sight, or with few clicks."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import duckdb

from crawler.analyse.gaps.gap import Gap
from crawler.analyse.gaps.limits import Limits
from crawler.analyse.gaps.of_coverage import entities_of
from crawler.analyse.gaps.searches import Search, Searches, listed, monthly
from crawler.tables.coverage import CoverageRow
from crawler.text import counted

_ABOUT = """
SELECT url, kind || ':' || entity FROM entities JOIN pages USING (url)
WHERE entities.kind IN ('condition', 'treatment') AND (in_title OR in_h1) AND page_type <> 'home'
"""


def demand_gaps(
    db: duckdb.DuckDBPyConnection,
    searches: Searches,
    rows: Sequence[CoverageRow],
    known: Collection[str],
    limits: Limits,
) -> list[Gap]:
    """Searches for what the site does not cover, or covers on another page than the one shown.

    `known`: entities, as kind:id, that a gap of coverage stands for; it carries their demand.
    """
    entities = [
        r for r in rows if r.kind in ("condition", "treatment") and r.offered != "no" and r.state != "unknown"
    ]
    about: defaultdict[str, set[str]] = defaultdict(set)
    for url, entity in db.execute(_ABOUT).fetchall():
        about[url].add(entity)
    fewest = limits["demand.min_impressions"]
    gaps: list[Gap] = []
    for row in entities:
        (entity,) = entities_of(row)
        found = searches.naming(entity)
        if row.state in ("none", "mentioned"):
            if entity not in known and monthly(found) >= fewest:
                gaps.append(_unmet(row, found))
        elif row.best_url and entity in about.get(row.best_url, ()):
            gaps += _elsewhere(row, row.best_url, [s for s in found if _is_elsewhere(s, entity, about)], fewest)
    return gaps


def _is_elsewhere(search: Search, entity: str, about: Mapping[str, Collection[str]]) -> bool:
    """Whether the page that is shown is about something else, and about nothing that the search names."""
    shown = about.get(search.page or "")
    return bool(shown) and entity not in (shown or ()) and search.entities.isdisjoint(shown or ())


def _unmet(row: CoverageRow, found: Sequence[Search]) -> Gap:
    often = monthly(found)
    return Gap(
        kind="demand",
        rule="no_page",
        key=entities_of(row)[0],
        url=row.best_url,
        severity=4,
        confidence=0.8,
        effort="M",
        title=f"People search for it, and you have no page: {row.label}",
        why=f"Searches for it showed your site {counted(often, 'time')} in four weeks. {row.reasons}",
        action=f"Write a page about {row.label}, or say clearly that you do not treat it.",
        demand=often,
        entities=entities_of(row),
        evidence={"queries": listed(found), "state": row.state},
        pages=(row.best_url,) if row.best_url else (),
    )


def _elsewhere(row: CoverageRow, best: str, found: Sequence[Search], fewest: float) -> Iterator[Gap]:
    often = monthly(found)
    if often < fewest:
        return
    shown = list(dict.fromkeys(search.page for search in found if search.page))
    yield Gap(
        kind="demand",
        rule="other_page",
        key=entities_of(row)[0],
        url=best,
        severity=3,
        confidence=0.7,
        effort="S",
        title=f"Searches for {row.label} are led to another page",
        why=f"Google showed {counted(len(shown), 'page')} about something else {counted(often, 'time')} in four weeks.",
        action=f"Link from there to your page about {row.label}, and say in its title what people search for.",
        demand=often,
        entities=entities_of(row),
        evidence={"queries": listed(found), "shown": shown[:20]},
        pages=(best, *shown[:100]),
    )


def chance_gaps(searches: Searches) -> list[Gap]:
    """Pages that are nearly in sight for their searches, and pages that win fewer clicks than is usual; one a page."""
    near = [search for search in searches.rows if search.is_striking]
    few = [search for search in searches.rows if search.is_low_ctr]
    return [
        *(_striking(page, rows) for page, rows in _by_page(near)),
        *(_low_ctr(page, rows) for page, rows in _by_page(few)),
    ]


def _by_page(rows: Sequence[Search]) -> list[tuple[str | None, list[Search]]]:
    """Searches by the page shown; where the export names no pages, each search for itself."""
    groups: defaultdict[tuple[str | None, str], list[Search]] = defaultdict(list)
    for row in rows:
        groups[row.page, "" if row.page else row.query].append(row)
    return [(page, found) for (page, _), found in groups.items()]


def _striking(page: str | None, rows: Sequence[Search]) -> Gap:
    return Gap(
        kind="striking",
        rule="position",
        key=page or rows[0].query,
        url=page,
        severity=2,
        confidence=0.6,
        effort="M",
        title=f"Nearly in sight: {_named(rows)}",
        why="Your site stands where few people look. A little more brings it up to where the clicks are.",
        action="Answer these searches better on the page, and link to it from pages on related topics."
        if page
        else "Search for it to see which of your pages Google shows; answer it better there, and link to that page.",
        demand=monthly(rows),
        evidence={"queries": listed(rows)},
        pages=(page,) if page else (),
    )


def _low_ctr(page: str | None, rows: Sequence[Search]) -> Gap:
    expected = sum(row.impressions * (row.usual_ctr or 0) for row in rows)
    return Gap(
        kind="ctr",
        rule="low",
        key=page or rows[0].query,
        url=page,
        severity=2,
        confidence=0.6,
        effort="S",
        title=f"Often shown, rarely chosen: {_named(rows)}",
        why=f"It won {counted(sum(r.clicks or 0 for r in rows), 'click')}; at its position {round(expected)} are usual.",
        action="Write a title and a description that answer what was searched for.",
        demand=monthly(rows),
        evidence={"queries": listed(rows), "expected_clicks": round(expected, 1)},
        pages=(page,) if page else (),
    )


def _named(rows: Sequence[Search]) -> str:
    more = len(rows) - 1
    return f"“{rows[0].query}”" + (f" and {more} more" if more else "")
