"""What do people search for, and where are clicks to be won? By an export of Search Console."""

from dashboard.dataset import Query

_PERIOD = "period_start || ' – ' || period_end"
_USUAL = "CASE usual_by WHEN 'site' THEN 'your other searches usually bring' ELSE 'websites usually get' END"
_FOUND = f"""
    SELECT 'low_ctr' AS chance, *,
        format('At position {{:.0f}} {{}} {{:.1f}} clicks per 100 times shown, here {{:.1f}}: '
            || 'a title and description closer to what was asked would win more.',
            round(position), {_USUAL}, 100 * usual_ctr, 100 * ctr) AS meaning
    FROM search_demand WHERE is_low_ctr
    UNION ALL BY NAME
    SELECT 'striking' AS chance, *,
        format('Shown {{:,}} times at position {{:.1f}}, where few people look: a stronger page for it, and links to that '
            || 'page, can bring it up to where clicks are.', impressions, position) AS meaning
    FROM search_demand WHERE is_striking
"""
_RELIABILITY = "CASE WHEN is_counted THEN 'counted' WHEN is_reliable THEN 'older' ELSE 'unreliable' END"
_KINDS = {
    "other": "NOT is_brand",
    "brand": "is_brand",
    "counted": "coalesce(is_counted, false)",
    "older": "is_reliable AND NOT coalesce(is_counted, false)",
    "unreliable": "NOT is_reliable",
}
_HOLDS = "(? IS NULL OR contains(lower({0}), lower(?)))"
_WORDS = "contains(' ' || s.key || ' ', ' ' || ? || ' ')"


def totals() -> Query:
    """Rows of what was searched for, and how many there are of each kind."""
    kinds = ", ".join(f"count(*) FILTER ({sql}) AS {name}" for name, sql in _KINDS.items())
    return Query(f"SELECT count(*) AS n, count(DISTINCT query) AS queries, {kinds} FROM search_demand")


def queries(demand: str | None = None, q: str | None = None) -> Query:
    """Queries with the page that was shown, the most shown first; `demand` leaves one kind, `q` must stand in the query."""
    cases = " ".join(f"WHEN '{name}' THEN {sql}" for name, sql in _KINDS.items())
    return Query(
        f"""
        SELECT d.query, d.page, p.title, d.clicks, d.impressions, round(d.impressions_28d) AS in_28_days,
            round(100 * d.ctr, 1) AS ctr, round(d.position, 1) AS position, d.is_brand, {_PERIOD} AS period,
            {_RELIABILITY} AS reliability, d.warning
        FROM search_demand d LEFT JOIN pages p ON p.url = d.page
        WHERE CASE ? {cases} ELSE true END AND {_HOLDS.format("query")}
        ORDER BY d.is_counted DESC NULLS LAST, d.impressions_28d DESC NULLS LAST, d.impressions DESC NULLS LAST,
            d.clicks DESC NULLS LAST, d.query, d.page, d.period_start
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
            round(100 * f.usual_ctr, 1) AS usual, round(f.position, 1) AS position, {_PERIOD} AS period
        FROM ({_FOUND}) f LEFT JOIN pages p ON p.url = f.page
        WHERE (? IS NULL OR chance = ?) AND {_HOLDS.format("query")}
        ORDER BY f.impressions DESC, f.query, f.page, f.chance
        """,
        (chance, chance, q, q),
    )


def chance_counts() -> Query:
    """Chances by kind."""
    return Query(f"SELECT chance, count(*) AS n FROM ({_FOUND}) GROUP BY chance ORDER BY chance")


def of_phrase(key: str) -> Query:
    """Searches that hold the words of a phrase, by their stems, the most frequent first."""
    return Query(
        f"""
        SELECT s.query, round(s.impressions_28d) AS in_28_days, round(s.clicks_28d, 1) AS clicks,
            round(s.position, 1) AS position, s.page, p.title, nullif(s.pages, 0) AS pages, s.is_brand, {_PERIOD} AS period
        FROM searches s LEFT JOIN pages p ON p.url = s.page
        WHERE {_WORDS} ORDER BY s.impressions_28d DESC, s.query
        """,
        (key,),
    )


def counted() -> Query:
    """How many searches there are by the days that count."""
    return Query("SELECT count(*) AS n FROM searches")


def of_page(url: str) -> Query:
    """Searches that showed a page, in the days that count, the most frequent first."""
    return Query(
        f"""
        SELECT query, clicks, impressions, round(impressions_28d) AS in_28_days, round(100 * ctr, 1) AS ctr,
            round(100 * usual_ctr, 1) AS usual, round(position, 1) AS position, is_brand,
            CASE WHEN is_low_ctr THEN 'low_ctr' WHEN is_striking THEN 'striking' END AS chance, {_PERIOD} AS period
        FROM search_demand WHERE page = ? AND is_counted
        ORDER BY impressions_28d DESC NULLS LAST, query
        """,
        (url,),
    )


def pages(q: str | None = None) -> Query:
    """Pages that searches showed, the most shown first; `q` must stand in title or address."""
    return Query(
        f"""
        SELECT d.url, p.title, d.clicks, d.impressions, round(d.impressions_28d) AS in_28_days,
            round(100 * d.ctr, 1) AS ctr, round(d.position, 1) AS position, nullif(d.queries, 0) AS queries, d.told_by,
            {_PERIOD} AS period,
            CASE WHEN d.is_reliable THEN 'counted' ELSE 'unreliable' END AS reliability, d.warning
        FROM page_demand d LEFT JOIN pages p USING (url)
        WHERE {_HOLDS.format("coalesce(p.title, '') || ' ' || d.url")}
        ORDER BY d.impressions_28d DESC NULLS LAST, d.impressions DESC NULLS LAST, d.url
        """,
        (q, q),
    )


def page_figures(url: str) -> Query:
    """How often searches showed a page."""
    return Query(f"SELECT *, {_PERIOD} AS period FROM page_demand WHERE url = ?", (url,))


def page_totals() -> Query:
    """Pages that searches showed; `unseen`: those that this check did not read as pages."""
    return Query("""
        SELECT count(*) AS n, count(*) FILTER (p.url IS NULL) AS unseen
        FROM page_demand d LEFT JOIN pages p USING (url)
    """)
