"""What do competitors write about that this site does not?"""

from dashboard.dataset import Query

_MISSING = "our_state <> 'owned'"
_HOLDS = "(? IS NULL OR contains(lower(label), lower(?)))"
_KINDS = "CASE kind WHEN 'condition' THEN 0 WHEN 'treatment' THEN 1 WHEN 'cell' THEN 2 ELSE 3 END"


def competitors() -> Query:
    """Competitors that the site was compared with, those that could not be used last."""
    return Query("SELECT * FROM competitors ORDER BY is_used DESC, site")


def totals() -> Query:
    """How many competitors there are and are used, how many topics they share, and how many this site lacks."""
    return Query(f"""
        SELECT (SELECT count(*) FROM competitors) AS known, (SELECT count(*) FROM competitors WHERE is_used) AS used,
            count(*) AS topics, count(*) FILTER ({_MISSING}) AS missing,
            count(*) FILTER (our_state = 'unknown') AS unknown
        FROM competitor_topics
    """)


def unknown() -> Query:
    """Why it is not known of topics whether this site has a page, the most frequent reason first."""
    return Query("""
        SELECT why_unknown AS why, count(*) AS n FROM competitor_topics WHERE our_state = 'unknown'
        GROUP BY why ORDER BY n DESC, why
    """)


def kind_counts() -> Query:
    """Topics that this site lacks, by kind."""
    return Query(
        f"SELECT kind, count(*) AS n FROM competitor_topics WHERE {_MISSING} GROUP BY kind ORDER BY {_KINDS}"
    )


def site_counts() -> Query:
    """Topics that this site lacks, by the competitors that have them."""
    return Query(f"""
        SELECT site, count(*) AS n FROM (SELECT unnest(sites) AS site FROM competitor_topics WHERE {_MISSING})
        GROUP BY site ORDER BY site
    """)


def topics(topic: str | None = None, rival: str | None = None, q: str | None = None) -> Query:
    """Topics that two competitors or more have a page for and this site has not, what is searched for most first.

    `topic` leaves one kind, `rival` what this competitor has; `q` must stand in the topic.
    """
    return Query(
        f"""
        SELECT label, kind, key, competitors, our_state, our_url, impressions, sites, urls, titles, why_unknown,
            array_to_string(sites, ', ') AS hosts, array_to_string(urls, ' ') AS pages
        FROM competitor_topics
        WHERE {_MISSING} AND (? IS NULL OR kind = ?) AND (? IS NULL OR list_contains(sites, ?)) AND {_HOLDS}
        ORDER BY our_state = 'unknown', impressions DESC NULLS LAST, competitors DESC, {_KINDS}, label, key
        """,
        (topic, topic, rival, rival, q, q),
    )
