"""Which words is the site found for?"""

from dashboard.dataset import Query


def phrases(q: str | None = None, limit: int | None = None) -> Query:
    """Keyphrases over all pages, the strongest first; `q` must stand in the phrase."""
    return Query(
        """
        SELECT key, mode(keyphrase) AS keyphrase, count(*) AS pages, sum(count)::BIGINT AS uses,
            round(sum(score), 1) AS score, count(*) FILTER (in_title) AS in_title, count(*) FILTER (in_h1) AS in_h1,
            count(*) FILTER (in_headings) AS in_headings, count(*) FILTER (in_url) AS in_url,
            max(entity) AS entity
        FROM keywords
        WHERE ? IS NULL OR contains(lower(keyphrase), lower(?))
        GROUP BY key
        ORDER BY score DESC, pages DESC, key
        LIMIT ?
        """,
        (q, q, limit if limit is not None else 2**62),
    )


def total() -> Query:
    """How many phrases there are on how many pages."""
    return Query("SELECT count(DISTINCT key) AS phrases, count(DISTINCT url) AS pages FROM keywords")


def pages_of(key: str) -> Query:
    """Pages that a phrase is strong on."""
    return Query(
        """
        SELECT k.url, p.title, coalesce(p.page_type, 'other') AS page_type, k.keyphrase, k.rank, round(k.score, 1) AS score, k.count,
            k.in_title, k.in_h1, k.in_headings, k.in_meta_description, k.in_url, k.in_first_100_words,
            k.inbound_anchors
        FROM keywords k LEFT JOIN pages p USING (url)
        WHERE k.key = ? ORDER BY k.score DESC, k.url
        """,
        (key,),
    )


def phrases_of(url: str) -> Query:
    """Phrases of a page, the strongest first."""
    return Query(
        """
        SELECT rank, keyphrase, key, round(score, 1) AS score, count, in_title, in_h1, in_headings,
            in_meta_description, in_url, in_first_100_words, inbound_anchors, entity
        FROM keywords WHERE url = ? ORDER BY rank, key
        """,
        (url,),
    )
