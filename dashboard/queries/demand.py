"""What do people search for, and where are clicks to be won? By an export of Search Console."""

from dashboard.dataset import Query

STRIKING = (8, 20)
"""Average positions from which a little more brings a page into sight."""
STRIKING_IMPRESSIONS = 30
LOW_CTR = 0.6
"""Share of the site's usual CTR at a position, below which a query gets too few clicks."""
LOW_CTR_POSITION = 10
LOW_CTR_IMPRESSIONS = 100
CURVE_IMPRESSIONS = 1000
"""Impressions that a position needs before the site's usual CTR there means something."""

_CTR = "coalesce(ctr, CASE WHEN impressions > 0 THEN clicks / impressions END)"
_PERIOD = "period_start || ' – ' || period_end"
_NEWEST = f"""
    newest AS (
        SELECT query, page, clicks, impressions, position, {_CTR} AS ctr, {_PERIOD} AS period FROM search_demand
        WHERE is_reliable AND NOT is_brand AND position IS NOT NULL AND impressions > 0
        QUALIFY row_number() OVER (
            PARTITION BY query, page ORDER BY period_end DESC NULLS LAST, period_start DESC NULLS LAST, source
        ) = 1
    ),
    curve AS (
        SELECT round(position) AS place, sum(clicks) / sum(impressions) AS usual FROM newest
        WHERE clicks IS NOT NULL GROUP BY place HAVING sum(impressions) >= {CURVE_IMPRESSIONS}
    )
"""
"""Of each query and page the newest days that can be gone by, and the usual CTR by position. Queries for the clinic
itself are left out: who asks for it clicks on it, which would raise the curve for all others."""
_FOUND = f"""
    WITH {_NEWEST}
    SELECT 'low_ctr' AS chance, n.*, c.usual,
        format('At position {{:.0f}} your pages usually get {{:.1f}} clicks per 100 times shown, here {{:.1f}}: '
            || 'a title and description closer to what was asked would win more.',
            c.place, 100 * c.usual, 100 * n.ctr) AS meaning
    FROM newest n JOIN curve c ON c.place = round(n.position)
    WHERE n.position <= {LOW_CTR_POSITION} AND n.impressions >= {LOW_CTR_IMPRESSIONS} AND n.ctr < {LOW_CTR} * c.usual
    UNION ALL BY NAME
    SELECT 'striking' AS chance, n.*,
        format('Shown {{}} times at position {{:.1f}}, where few people look: a stronger page for it, and links to that '
            || 'page, can bring it up to where clicks are.', n.impressions, n.position) AS meaning
    FROM newest n
    WHERE n.position BETWEEN {STRIKING[0]} AND {STRIKING[1]} AND n.impressions >= {STRIKING_IMPRESSIONS}
"""
_KINDS = {
    "other": "NOT is_brand",
    "brand": "is_brand",
    "reliable": "is_reliable",
    "unreliable": "NOT is_reliable",
}
_HOLDS = "(? IS NULL OR contains(lower(query), lower(?)))"


def totals() -> Query:
    """Rows of what was searched for, and how many there are of each kind."""
    kinds = ", ".join(f"count(*) FILTER ({sql}) AS {name}" for name, sql in _KINDS.items())
    return Query(f"""
        SELECT count(*) AS n, count(DISTINCT query) AS queries, sum(clicks)::BIGINT AS clicks,
            sum(impressions)::BIGINT AS impressions, {kinds}
        FROM search_demand
    """)


def queries(demand: str | None = None, q: str | None = None) -> Query:
    """Queries with the page that was shown, the most shown first; `demand` leaves one kind, `q` must stand in the query."""
    cases = " ".join(f"WHEN '{name}' THEN {sql}" for name, sql in _KINDS.items())
    return Query(
        f"""
        SELECT d.query, d.page, p.title, d.clicks, d.impressions, round(100 * {_CTR}, 1) AS ctr,
            round(d.position, 1) AS position, d.is_brand, {_PERIOD} AS period,
            CASE WHEN d.is_reliable THEN 'reliable' ELSE 'unreliable' END AS reliability, d.warning
        FROM search_demand d LEFT JOIN pages p ON p.url = d.page
        WHERE CASE ? {cases} ELSE true END AND {_HOLDS}
        ORDER BY d.impressions DESC NULLS LAST, d.clicks DESC NULLS LAST, d.query, d.page, d.period_start
        """,
        (demand, q, q),
    )


def warnings() -> Query:
    """What to know of the numbers, with the days that it is about."""
    return Query(f"""
        SELECT warning, {_PERIOD} AS period, count(*) AS n FROM search_demand WHERE warning IS NOT NULL
        GROUP BY ALL ORDER BY period, warning
    """)


def chances(chance: str | None = None, q: str | None = None) -> Query:
    """Queries with clicks to be won, the most shown first, each with what that means."""
    return Query(
        f"""
        SELECT f.chance, f.query, f.page, p.title, f.meaning, f.clicks, f.impressions, round(100 * f.ctr, 1) AS ctr,
            round(100 * f.usual, 1) AS usual, round(f.position, 1) AS position, f.period
        FROM ({_FOUND}) f LEFT JOIN pages p ON p.url = f.page
        WHERE (? IS NULL OR chance = ?) AND {_HOLDS}
        ORDER BY f.impressions DESC, f.query, f.page, f.chance
        """,
        (chance, chance, q, q),
    )


def chance_counts() -> Query:
    """Chances by kind."""
    return Query(f"SELECT chance, count(*) AS n FROM ({_FOUND}) GROUP BY chance ORDER BY chance")
