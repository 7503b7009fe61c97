"""What the newest import tells, as it was told: its searches, with keys that phrases can be matched by, and its pages."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from crawler.analyse.demand.brands import Brands
from crawler.analyse.text.tokens import tokenise
from crawler.demand.periods import Period, is_reliable, period_warnings
from crawler.tables.demand import SearchDemandRow

_DEFAULT_LANGUAGE = "en"

_ROWS = """
SELECT i.query, i.page, coalesce(p.text_lang, lower(substr(p.lang, 1, 2))) AS language, i.clicks, i.impressions, i.ctr,
    i.position, i.source, i.period_start, i.period_end
FROM read_parquet($file) i LEFT JOIN pages p ON p.url = i.page
WHERE list_contains($kinds, i.kind)
QUALIFY row_number() OVER (
    PARTITION BY i.kind, i.query, i.page, i.period_start, i.period_end
    ORDER BY i.impressions DESC NULLS LAST, i.clicks DESC NULLS LAST, i.source) = 1
ORDER BY i.query, i.page, i.period_start, i.period_end
"""
"""Of the same days told twice, by files that overlap, the fuller row counts."""

_LANGUAGES = """
SELECT coalesce(text_lang, lower(substr(lang, 1, 2))) AS language FROM pages
WHERE language <> '' GROUP BY language ORDER BY count(*) DESC, language LIMIT 1
"""


class PageDays(NamedTuple):
    """A page in the days of an export of pages."""

    url: str
    clicks: int | None
    impressions: int | None
    ctr: float | None
    position: float | None
    source: str
    period_start: str | None
    period_end: str | None
    is_reliable: bool
    warning: str | None


def imported_searches(db: duckdb.DuckDBPyConnection, file: Path, brands: Brands) -> list[SearchDemandRow]:
    """Queries of all days. One has rows without a page only where none with a page is as reliable: the pages of a query
    and the query as a whole are the same searches."""
    found = db.execute(_LANGUAGES).fetchall()
    usual = str(found[0][0]) if found else _DEFAULT_LANGUAGE
    rows = [_search(row, usual, brands) for row in _fetched(db, file, "query", "query_page")]
    placed = {(row.query, row.is_reliable) for row in rows if row.page}
    return [
        row
        for row in rows
        if row.page or not ((row.query, True) in placed or (not row.is_reliable and (row.query, False) in placed))
    ]


def imported_pages(db: duckdb.DuckDBPyConnection, file: Path) -> list[PageDays]:
    """Pages of all days, as far as the import has a table of pages."""
    rows = _fetched(db, file, "page")
    return [PageDays._make((url, *numbers, *_days(first, last))) for _, url, _, *numbers, first, last in rows]


def _fetched(db: duckdb.DuckDBPyConnection, file: Path, *kinds: str) -> Sequence[tuple[Any, ...]]:
    return db.execute(_ROWS, {"file": str(file), "kinds": list(kinds)}).fetchall()


def _search(row: tuple[Any, ...], usual: str, brands: Brands) -> SearchDemandRow:
    query, page, language, clicks, impressions, ctr, position, source, first, last = row
    tokens = tokenise(query, language or usual)
    start, end, reliable, warning = _days(first, last)
    return SearchDemandRow(
        query=query,
        key=" ".join(token.stem for token in tokens),
        page=page,
        clicks=clicks,
        impressions=impressions,
        ctr=ctr,
        position=position,
        is_brand=brands.named_by([token.word for token in tokens]),
        period_start=start,
        period_end=end,
        source=source,
        is_reliable=reliable,
        warning=warning,
    )


def _days(first: date | None, last: date | None) -> tuple[str | None, str | None, bool, str | None]:
    """First and last day, whether their impressions can be gone by, and what to know of them."""
    period = Period(first, last)
    return (
        first.isoformat() if first else None,
        last.isoformat() if last else None,
        is_reliable(period),
        " ".join(period_warnings(period)) or None,
    )
