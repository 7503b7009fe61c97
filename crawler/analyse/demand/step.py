"""The demand step: `search_demand`, then `searches` (a query) and `page_demand` (a page)."""

from collections.abc import Sequence

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.demand.brands import site_brands
from crawler.analyse.demand.counted import PER_28_DAYS, count
from crawler.analyse.demand.imported import PageDays, imported_pages, imported_searches
from crawler.analyse.gaps.limits import Limits
from crawler.analyse.main_language import site_languages
from crawler.analyse.tables import append, insert
from crawler.analyse.text.matcher import intent_text
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.tables.demand import SearchRow
from crawler.taxonomy import Taxonomy

_PAGE_DAYS = """
CREATE SCHEMA IF NOT EXISTS work;
CREATE OR REPLACE TABLE work.page_days (url VARCHAR, clicks BIGINT, impressions BIGINT, ctr DOUBLE, position DOUBLE,
    source VARCHAR, period_start VARCHAR, period_end VARCHAR, is_reliable BOOLEAN, warning VARCHAR)
"""

_SEARCHES = f"""
SELECT query, arg_max(key, (impressions, coalesce(page, ''))), bool_or(is_brand), max(impressions_28d),
    sum(clicks) * any_value({PER_28_DAYS}), arg_max(position, (impressions, coalesce(page, ''))), count(page),
    arg_max(page, (impressions, coalesce(page, ''))), any_value(period_start), any_value(period_end)
FROM search_demand WHERE is_counted AND impressions > 0 GROUP BY query ORDER BY query
"""

_PAGES = f"""
CREATE OR REPLACE TABLE page_demand AS
WITH told AS (
    SELECT *, 'pages' AS told_by FROM work.page_days
    UNION ALL BY NAME
    SELECT page AS url, sum(clicks)::BIGINT AS clicks, sum(impressions)::BIGINT AS impressions,
        sum(clicks) / nullif(sum(impressions), 0) AS ctr,
        sum(position * impressions) / nullif(sum(impressions) FILTER (position IS NOT NULL), 0) AS position,
        min(source) AS source, period_start, period_end, is_reliable, warning, 'queries' AS told_by
    FROM search_demand WHERE page IS NOT NULL GROUP BY page, period_start, period_end, is_reliable, warning
),
shown_for AS (
    SELECT page AS url, count(*) AS queries FROM search_demand
    WHERE is_counted AND page IS NOT NULL AND impressions > 0 GROUP BY page
)
SELECT url, clicks, impressions, CASE WHEN is_reliable THEN impressions * {PER_28_DAYS} END AS impressions_28d,
    coalesce(ctr, least(1, clicks / nullif(impressions, 0))) AS ctr, position, coalesce(queries, 0) AS queries, told_by,
    period_start, period_end, is_reliable, warning
FROM told LEFT JOIN shown_for USING (url)
QUALIFY row_number() OVER (
    PARTITION BY url ORDER BY is_reliable DESC, period_end DESC NULLS LAST, period_start DESC NULLS LAST,
    told_by = 'pages' DESC, impressions DESC NULLS LAST, source) = 1
"""
"""Of each page the newest reliable days, else the newest ones; its own row rather than the sum of its searches."""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create all three tables; empty where nothing was imported."""
    searches = [] if context.demand is None else imported_searches(db, context.demand, site_brands(db, context))
    insert(db, "search_demand", searches)
    pages = [] if context.demand is None else imported_pages(db, context.demand)
    conclude(db, context, pages, site_languages(db))


def conclude(
    db: duckdb.DuckDBPyConnection, context: Context, pages: list[PageDays], spoken: Sequence[str]
) -> None:
    """Fill in what the rows of `search_demand` and `pages` come to, and create the other tables from them. `spoken`:
    languages of the site, in which queries are read."""
    db.execute(_PAGE_DAYS)
    append(db, "work.page_days", pages)
    count(db, Limits(context.clinic.thresholds))
    insert(db, "searches", _searches(db, context.taxonomy, spoken))
    db.execute(_PAGES)


def _searches(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy, spoken: Sequence[str]) -> list[SearchRow]:
    rows = db.execute(_SEARCHES).fetchall()
    vocabularies = Vocabularies(taxonomy)
    return [SearchRow(query, key, _entities(query, vocabularies, spoken), *rest) for query, key, *rest in rows]


def _entities(query: str, vocabularies: Vocabularies, spoken: Sequence[str]) -> list[str]:
    """What a query names, as kind:id."""
    language, matches = vocabularies.read(query, spoken)
    refs = {ref for match in matches if not match.term.weak for ref in match.term.refs}
    named = {str(ref) for ref in refs if ref.kind in ("condition", "treatment")}
    intents = vocabularies.of(language).intents.items()
    asked = {f"intent:{intent}" for intent, pattern in intents if pattern.search(intent_text(query))}
    return sorted(named | asked)
