"""Which imported rows count, what they come to in 28 days, and where clicks are to be won. The rules stand here alone."""

import duckdb

from crawler.analyse.gaps.limits import Limits
from crawler.demand.periods import FEWEST_DAYS

_STUDY_CTR = (0.276, 0.158, 0.110, 0.084, 0.063, 0.049, 0.039, 0.033, 0.027, 0.024)
"""Clicks by impressions at positions 1 to 10, of a study of four million results by Backlinko; for a site whose own
searches are too few to tell."""

PER_28_DAYS = (
    f"{FEWEST_DAYS}.0 / greatest({FEWEST_DAYS}, date_diff('day', period_start::DATE, period_end::DATE) + 1)"
)
"""What turns a figure of a period into that of 28 days. Reliable periods are no shorter."""

_NEWEST_DAYS = """
CREATE OR REPLACE TABLE work.newest_days AS
SELECT query, period_start, period_end FROM search_demand WHERE is_reliable
GROUP BY query, period_start, period_end
QUALIFY row_number() OVER (
    PARTITION BY query ORDER BY coalesce(bool_or(impressions > 0), false) DESC, period_end DESC NULLS LAST,
    period_start DESC NULLS LAST) = 1
"""
"""Of each query the newest reliable days, all of its pages in the same: exports overlap, and their sums count twice."""

_COUNTED = f"""
CREATE OR REPLACE TABLE search_demand AS
WITH told AS (
    SELECT s.* REPLACE (coalesce(s.ctr, least(1, s.clicks / nullif(s.impressions, 0))) AS ctr,
        n.query IS NOT NULL AS is_counted,
        CASE WHEN n.query IS NOT NULL THEN s.impressions * {PER_28_DAYS.replace("period_", "s.period_")} END
            AS impressions_28d)
    FROM search_demand s LEFT JOIN work.newest_days n ON n.query = s.query AND s.is_reliable
        AND n.period_start IS NOT DISTINCT FROM s.period_start AND n.period_end IS NOT DISTINCT FROM s.period_end
),
judged AS (
    SELECT *, is_counted AND NOT is_brand AND impressions > 0 AND position IS NOT NULL AS is_judged FROM told
),
others AS (
    SELECT *, round(position)::INT AS place,
        sum(impressions) FILTER (is_judged AND clicks IS NOT NULL) OVER same_place
            - CASE WHEN is_judged AND clicks IS NOT NULL THEN impressions ELSE 0 END AS others_shown,
        sum(clicks) FILTER (is_judged) OVER same_place - CASE WHEN is_judged THEN coalesce(clicks, 0) ELSE 0 END
            AS others_clicks
    FROM judged WINDOW same_place AS (PARTITION BY round(position))
),
usual AS (
    SELECT *, CASE WHEN NOT is_judged THEN NULL WHEN others_shown >= $curve_impressions THEN 'site'
            WHEN place BETWEEN 1 AND len($study) THEN 'study' END AS whose,
        CASE whose WHEN 'site' THEN others_clicks / others_shown WHEN 'study' THEN $study[place] END AS expected
    FROM others
)
SELECT * EXCLUDE (is_judged, place, others_shown, others_clicks, whose, expected) REPLACE (
    expected AS usual_ctr, whose AS usual_by,
    coalesce(is_judged AND position <= $max_position AND impressions >= $ctr_impressions
        AND ctr < $max_share * expected, false) AS is_low_ctr,
    coalesce(is_judged AND position BETWEEN $first_position AND $last_position
        AND impressions >= $striking_impressions, false) AS is_striking)
FROM usual
"""
"""What is usual is told by the other searches at the same position: one that is shown very often would else be its own
measure. Those for the clinic itself tell nothing: who asks for it clicks on it."""


def count(db: duckdb.DuckDBPyConnection, limits: Limits) -> None:
    """Fill in the columns of `search_demand` that the import does not tell."""
    db.execute(_NEWEST_DAYS)
    db.execute(
        _COUNTED,
        {
            "study": list(_STUDY_CTR),
            "curve_impressions": limits["ctr.curve_impressions"],
            "max_position": limits["ctr.max_position"],
            "ctr_impressions": limits["ctr.min_impressions"],
            "max_share": limits["ctr.max_share"],
            "first_position": limits["striking.first_position"],
            "last_position": limits["striking.last_position"],
            "striking_impressions": limits["striking.min_impressions"],
        },
    )
