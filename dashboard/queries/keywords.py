"""Which words is the site found for?"""

from dashboard.dataset import Query

_MARKS = {
    "untitled": "count(*) FILTER (in_title) = 0",
    "overused": "count(*) FILTER (is_overused) > 0",
    "alt": "count(*) FILTER (in_alt) > 0",
}
_PLACES = """
    k.rank, k.keyphrase, k.key, round(k.score, 1) AS score, k.count, k.in_title, k.title_position, k.in_h1, k.in_h2,
    k.in_headings, k.in_alt, k.in_meta_description, k.in_url, k.in_first_100_words, k.inbound_anchors,
    round(k.per_1000_words, 1) AS per_1000_words, CASE WHEN k.is_overused THEN 'overused' ELSE 'fine' END AS use, k.entity
"""
_LONGEST = 6
"""Words of the longest phrase that searches are looked through for."""
_SAID = f"""
    WITH words AS (SELECT query, impressions_28d, string_split(key, ' ') AS word FROM searches),
    starts AS (SELECT *, unnest(range(1, len(word) + 1)) AS first FROM words),
    said AS (
        SELECT DISTINCT query, impressions_28d, array_to_string(word[first:first + n - 1], ' ') AS key
        FROM starts, unnest(range(1, {_LONGEST + 1})) AS length(n) WHERE first + n - 1 <= len(word)
    )
    SELECT key, round(sum(impressions_28d))::BIGINT AS in_28_days FROM said SEMI JOIN keywords USING (key) GROUP BY key
"""
"""Phrases with the times that searches which say them showed the site, in 28 days."""
_TARGETS = """
    SELECT t.url, p.title, t.phrase, t.source, t.score, t.strongest_url, t.strongest_score,
        CASE WHEN t.is_contradicted THEN 'contradicted' WHEN t.score IS NULL THEN 'unseen'
            WHEN t.strongest_score > t.score THEN 'elsewhere' ELSE 'own' END AS target
    FROM targets t LEFT JOIN pages p USING (url)
"""
_HOLDS = "(? IS NULL OR contains(lower({0}), lower(?)))"
_GRADES = "CASE grade WHEN 'certain' THEN 0 WHEN 'likely' THEN 1 WHEN 'possible' THEN 2 ELSE 3 END"


def phrases(q: str | None = None, limit: int | None = None, mark: str | None = None) -> Query:
    """Keyphrases over all pages, the strongest first; `q` must stand in the phrase, `mark` leaves those that bear it."""
    cases = " ".join(f"WHEN '{name}' THEN {sql}" for name, sql in _MARKS.items())
    return Query(
        f"""
        SELECT key, mode(keyphrase ORDER BY keyphrase DESC) AS keyphrase, count(*) AS pages, sum(count)::BIGINT AS uses,
            round(sum(score), 1) AS score, count(*) FILTER (in_title) AS in_title,
            min(title_position) AS title_position, count(*) FILTER (in_h1) AS in_h1,
            count(*) FILTER (in_headings) AS in_headings, count(*) FILTER (in_url) AS in_url,
            count(*) FILTER (in_alt) AS in_alt, count(*) FILTER (is_overused) AS overused, max(entity) AS entity,
            any_value(in_28_days) AS in_28_days
        FROM keywords LEFT JOIN ({_SAID}) USING (key)
        WHERE {_HOLDS.format("keyphrase")}
        GROUP BY key
        HAVING CASE ? {cases} ELSE true END
        ORDER BY score DESC, pages DESC, key
        LIMIT ?
        """,
        (q, q, mark, limit if limit is not None else 2**62),
    )


def total() -> Query:
    """How many phrases there are on how many pages, and how many bear each mark."""
    marks = ", ".join(f"count(*) FILTER ({name}) AS {name}" for name in _MARKS)
    each = ", ".join(f"{sql} AS {name}" for name, sql in _MARKS.items())
    return Query(f"""
        SELECT count(*) AS phrases, (SELECT count(DISTINCT url) FROM keywords) AS pages, {marks}
        FROM (SELECT key, {each} FROM keywords GROUP BY key)
    """)


def pages_of(key: str) -> Query:
    """Pages that a phrase is strong on."""
    return Query(
        f"""
        SELECT k.url, p.title, coalesce(p.page_type, 'other') AS page_type, {_PLACES}
        FROM keywords k LEFT JOIN pages p USING (url)
        WHERE k.key = ? ORDER BY k.score DESC, k.url
        """,
        (key,),
    )


def phrases_of(url: str) -> Query:
    """Phrases of a page, the strongest first."""
    return Query(f"SELECT {_PLACES} FROM keywords k WHERE url = ? ORDER BY rank, key", (url,))


def targets(target: str | None = None, source: str | None = None, q: str | None = None) -> Query:
    """What each page is to be found for, what is contradicted first; `q` must stand in phrase, title or address."""
    held = _HOLDS.format("phrase || ' ' || coalesce(title, '') || ' ' || url")
    return Query(
        f"""
        SELECT * FROM ({_TARGETS}) WHERE (? IS NULL OR target = ?) AND (? IS NULL OR source = ?) AND {held}
        ORDER BY target = 'contradicted' DESC, source = 'manual' DESC, target = 'elsewhere' DESC, score DESC NULLS LAST,
            url, phrase
        """,
        (target, target, source, source, q, q),
    )


def target_counts() -> Query:
    """Targets by how they stand and by who named them."""
    return Query(f"SELECT target, source, count(*) AS n FROM ({_TARGETS}) GROUP BY ALL ORDER BY ALL")


def targets_of(url: str) -> Query:
    """What a page is to be found for, the clinic's own word first."""
    return Query(
        f"SELECT * FROM ({_TARGETS}) WHERE url = ? ORDER BY source = 'manual' DESC, score DESC NULLS LAST, phrase",
        (url,),
    )


def rivals(grade: str | None = None, q: str | None = None) -> Query:
    """Pages that compete with each other, the surest groups first; `q` must stand in the phrase of the group."""
    return Query(
        f"""
        SELECT c.group_id, c.grade, c.phrase, c.url, p.title, round(c.score, 1) AS score, c.reason
        FROM cannibalisation c LEFT JOIN pages p USING (url)
        WHERE (? IS NULL OR c.grade = ?) AND {_HOLDS.format("c.phrase")}
        ORDER BY {_GRADES}, c.phrase, c.group_id, c.score DESC, c.url
        """,
        (grade, grade, q, q),
    )


def rival_counts() -> Query:
    """Groups of pages that compete, by how sure that is."""
    return Query(f"""
        SELECT grade, count(DISTINCT group_id) AS n FROM cannibalisation GROUP BY grade ORDER BY {_GRADES}, grade
    """)


def promises(promise: str | None = None, q: str | None = None) -> Query:
    """What titles promise, what the text does not keep first; `q` must stand in the words or the title."""
    return Query(
        f"""
        SELECT t.url, p.title, t.phrase, array_to_string(t.missing, ', ') AS missing,
            CASE WHEN t.is_kept THEN 'kept' ELSE 'unkept' END AS promise
        FROM title_promises t LEFT JOIN pages p USING (url)
        WHERE (? IS NULL OR t.is_kept = (? = 'kept')) AND {_HOLDS.format("t.phrase || ' ' || coalesce(p.title, '')")}
        ORDER BY t.is_kept, t.url, t.phrase
        """,
        (promise, promise, q, q),
    )


def promise_counts() -> Query:
    """Parts of titles, and those that the text keeps."""
    return Query("""
        SELECT count(*) AS n, count(*) FILTER (is_kept) AS kept, count(*) FILTER (NOT is_kept) AS unkept
        FROM title_promises
    """)
