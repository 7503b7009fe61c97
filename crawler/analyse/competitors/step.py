"""The step that compares an own site with the competitors whose snapshots lie beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import duckdb

from crawler.analyse.competitor_snapshots import Competitor
from crawler.analyse.competitors.owned import create_owned, places_of, read_owned
from crawler.analyse.competitors.topics import create_topics
from crawler.analyse.context import Context
from crawler.analyse.names import taxonomy_words
from crawler.analyse.tables import insert
from crawler.extract.nap.regions import REGIONS
from crawler.tables.competitors import CompetitorRow

_GONE = "Its check {} was removed, or is damaged: crawl it again."


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `competitors` and `competitor_topics`; both are empty where no competitor is known."""
    insert(db, "competitor_topics", [])
    create_owned(db)
    problems = dict(_read_all(db, context))
    insert(db, "competitors", [_row(one, problems.get(one.site)) for one in context.competitors])
    if context.competitors:
        create_topics(db, context)


def _read_all(db: duckdb.DuckDBPyConnection, context: Context) -> Iterator[tuple[str, str]]:
    """Read every competitor; gives the site and the problem of each whose snapshot is not there any more."""
    usable = [one for one in context.competitors if one.folder]
    regions = REGIONS.get(context.region, {})
    places = {name for (name,) in db.execute("SELECT name FROM work.places").fetchall()}
    common = taxonomy_words(context.taxonomy)
    gone: set[str] = set()
    for one in usable:
        try:
            places |= places_of(db, one)
        except duckdb.Error as error:
            _must_be_gone(error, one)
            gone.add(one.site)
    for one in usable:
        try:
            if one.site not in gone:
                read_owned(db, one, sorted(_with_regions(places, regions)), _our_names(context), common)
        except duckdb.Error as error:
            _must_be_gone(error, one)
            db.execute("DELETE FROM work.competitor_owned WHERE site = $site", {"site": one.site})
            gone.add(one.site)
    yield from ((one.site, _GONE.format(one.crawl_id)) for one in usable if one.site in gone)


def _with_regions(places: Iterable[str], regions: Mapping[str, str]) -> set[str]:
    """`places`, each state or province also in its other form: Oregon beside OR."""
    codes = {regions[place.lower()] for place in places if place.lower() in regions}
    return {*places, *(form for form, code in regions.items() if code in codes)}


def _must_be_gone(error: duckdb.Error, one: Competitor) -> None:
    """Raise `error` where it is none of the competitor's files, as want of memory or of disk is.

    DuckDB names a file that it cannot read; errors of no class of their own come from its reader of Parquet.
    """
    is_of_file = isinstance(error, duckdb.IOException | duckdb.InvalidInputException) and str(one.folder) in str(
        error
    )
    if not is_of_file and type(error) is not duckdb.Error:
        raise error


def _our_names(context: Context) -> Sequence[str]:
    return [*context.clinic.brand, *([context.clinic.name] if context.clinic.name else [])]


def _row(one: Competitor, gone: str | None) -> CompetitorRow:
    used = one.folder is not None and gone is None
    return CompetitorRow(
        site=one.site,
        crawl_id=one.crawl_id if used else None,
        crawled_at=one.crawled_at if used else None,
        pages=one.pages if used else None,
        outcome=one.outcome if used else None,
        schema_version=one.schema_version,
        is_used=used,
        problem=gone or one.problem,
    )
