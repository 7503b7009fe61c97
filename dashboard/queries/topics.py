"""What does the site as a whole speak of, how well, and what moved?"""

from dashboard.dataset import Query

CHANGED = ("new", "grown", "shrunk", "gone", "unknown")
"""What is worth telling against the check before, in this order."""

_HOLDS = "(? IS NULL OR contains(lower({0}), lower(?)))"
_TOPICS = "SELECT * FROM topics WHERE pages IS NULL OR pages > 0"
_ORDER = "pages DESC NULLS LAST, pages_about DESC, lower(label), topic_id"
_CHANGES = "list_position(['new', 'grown', 'shrunk', 'gone', 'unknown'], change)"


def topics(
    group: str | None = None, cover: str | None = None, q: str | None = None, limit: int | None = None
) -> Query:
    """Topics, those that most pages name first; `q` must stand in the name or a phrase of it."""
    return Query(
        f"""
        SELECT t.topic_id AS key, t.label, t.kind AS "group", t.state AS cover, t.pages, t.pages_about, t.pages_part,
            t.pages_mentioned, t.pages_main, t.words, round(t.share, 1) AS share, t.best_url, p.title,
            t.change AS moved, t.pages_before, t.phrases
        FROM ({_TOPICS}) t LEFT JOIN pages p ON p.url = t.best_url
        WHERE (? IS NULL OR t.kind = ?) AND (? IS NULL OR t.state = ?)
            AND ({_HOLDS.format("t.label")} OR t.topic_id IN (
                SELECT topic_id FROM topic_phrases WHERE contains(lower(keyphrase), lower(?))))
        ORDER BY {_ORDER} LIMIT ?
        """,
        (group, group, cover, cover, q, q, q, limit if limit is not None else 2**62),
    )


def counts() -> Query:
    """Topics by kind and by how well they are covered."""
    return Query(
        f'SELECT kind AS "group", state AS cover, count(*) AS n FROM ({_TOPICS}) GROUP BY ALL ORDER BY ALL'
    )


def topic(topic_id: str) -> Query:
    """All that is known of a topic."""
    return Query("SELECT * FROM topics WHERE topic_id = ?", (topic_id,))


def pages_of(topic_id: str) -> Query:
    """Pages that name a topic, those about it first."""
    return Query(
        """
        SELECT t.url, p.title, coalesce(p.page_type, 'other') AS page_type, t.strength, t.is_main, t.uses, p.word_count
        FROM topic_pages t LEFT JOIN pages p USING (url) WHERE t.topic_id = ?
        ORDER BY list_position(['about', 'part', 'mentioned'], t.strength), t.is_main DESC, t.uses DESC, t.url
        """,
        (topic_id,),
    )


def phrases_of(topic_id: str) -> Query:
    """Keyphrases of a topic, those of most pages first."""
    return Query(
        "SELECT key, keyphrase, pages, uses FROM topic_phrases WHERE topic_id = ? ORDER BY pages DESC, uses DESC, key",
        (topic_id,),
    )


def changes(moved: str | None = None) -> Query:
    """Topics that moved since the check before, or of which that cannot be told."""
    return Query(
        f"""
        SELECT topic_id AS key, label, kind AS "group", change AS moved, pages_before, pages, pages_added, pages_lost
        FROM topics WHERE {_CHANGES} IS NOT NULL AND (? IS NULL OR change = ?)
        ORDER BY {_CHANGES}, abs(coalesce(pages, 0) - coalesce(pages_before, 0)) DESC, lower(label), topic_id
        """,
        (moved, moved),
    )


def change_counts() -> Query:
    """Topics by what became of them since the check before."""
    return Query("SELECT change AS moved, count(*) AS n FROM topics GROUP BY change ORDER BY change")


def trend(topic_id: str) -> Query:
    """Shares in percent of the pages of every snapshot that name a topic and that are about it; asks a dataset of
    several. Null where the check did not see all, or is older than topics."""
    return Query(
        """
        WITH known AS (SELECT DISTINCT snapshot FROM topics)
        SELECT c.snapshot, c.started_at AS time,
            CASE WHEN c.outcome = 'complete' AND k.snapshot IS NOT NULL AND t.change IS DISTINCT FROM 'unknown'
                THEN coalesce(t.share, 0) END AS named,
            CASE WHEN c.outcome = 'complete' AND k.snapshot IS NOT NULL AND t.change IS DISTINCT FROM 'unknown'
                THEN coalesce(t.share * t.pages_about / nullif(t.pages, 0), 0) END AS about
        FROM crawl c LEFT JOIN known k USING (snapshot)
        LEFT JOIN (FROM topics WHERE topic_id = ?) t ON t.snapshot = c.snapshot
        ORDER BY c.started_at, c.snapshot
        """,
        (topic_id,),
    )


def words(q: str | None = None, limit: int | None = None) -> Query:
    """Words that the site uses far more often than the language at large, the surest first."""
    return Query(
        f"""
        SELECT word, language, uses, pages, round(per_million, 1) AS per_million,
            round(background_per_million, 1) AS background_per_million, round(2 ** log_ratio) AS times,
            round(log_ratio, 1) AS log_ratio, round(g2, 1) AS g2
        FROM keyness WHERE {_HOLDS.format("word")} ORDER BY keyness.g2 DESC, language, word LIMIT ?
        """,
        (q, q, limit if limit is not None else 2**62),
    )
