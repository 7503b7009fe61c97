"""What a brief for a missing page is made of."""

from dashboard.dataset import Query

PHRASES = 8
RELATED = 6
OF_A_TYPE = 3
TREATMENTS = 8
QUESTIONS = 10


def subject(kind: str, key: str) -> Query:
    """The row of `coverage`, with the labels of its condition and its treatment."""
    return Query(
        """
        SELECT r.*, c.label AS condition_label, t.label AS treatment_label FROM coverage r
        LEFT JOIN coverage c ON c.kind = 'condition' AND c.key = r.condition
        LEFT JOIN coverage t ON t.kind = 'treatment' AND t.key = r.treatment
        WHERE r.kind = ? AND r.key = ? AND r.kind <> 'intent' AND coalesce(r.offered, 'yes') <> 'no'
        """,
        (kind, key),
    )


def phrases(condition: str | None, treatment: str | None) -> Query:
    """Words that pages of the site use for either, and searches that hold these words, most wanted first."""
    return Query(
        """
        WITH own AS (
            SELECT key, mode(lower(keyphrase) ORDER BY lower(keyphrase)) AS phrase, count(DISTINCT url) AS pages FROM keywords
            WHERE entity IN ('condition:' || ?, 'treatment:' || ?) GROUP BY key
        ),
        asked AS (
            SELECT query AS phrase, impressions_28d AS impressions FROM searches s
            WHERE NOT is_brand AND EXISTS (SELECT 1 FROM own o WHERE contains(' ' || s.key || ' ', ' ' || o.key || ' '))
        )
        SELECT phrase, round(max(impressions))::BIGINT AS impressions, max(pages) AS pages FROM (
            SELECT phrase, impressions, NULL AS pages FROM asked
            UNION ALL BY NAME SELECT phrase, NULL AS impressions, pages FROM own)
        GROUP BY phrase ORDER BY impressions DESC NULLS LAST, pages DESC NULLS LAST, phrase LIMIT ?
        """,
        (condition, treatment, PHRASES),
    )


def related(condition: str | None, treatment: str | None) -> Query:
    """Pages to link with the new one: those that cover either best, and those that name them most."""
    return Query(
        """
        WITH wanted AS (
            FROM coverage WHERE (kind = 'condition' AND key = ?) OR (kind = 'treatment' AND key = ?)
        ),
        found AS (
            SELECT best_url AS url, kind, true AS is_best, 0 AS mentions FROM wanted
            UNION ALL
            SELECT e.url, e.kind, false, e.count
            FROM entities e JOIN wanted w ON w.kind = e.kind AND w.key = e.entity WHERE e.count > 0
        )
        SELECT url, any_value(coalesce(p.title, p.h1)) AS title
        FROM found JOIN pages p USING (url)
        WHERE p.indexable AND p.page_type NOT IN ('legal', 'listing')
        GROUP BY url ORDER BY bool_or(is_best) DESC, count(DISTINCT kind) DESC, sum(mentions) DESC, url LIMIT ?
        """,
        (condition, treatment, RELATED),
    )


def searches_for(intents: str) -> Query:
    """Searches with one of these intents, parted by spaces, most wanted first; those by the clinic's name, too."""
    return Query(
        """
        SELECT query AS phrase, round(impressions_28d)::BIGINT AS impressions FROM searches
        WHERE list_has_any(entities, list_transform(string_split(?, ' '), lambda intent: 'intent:' || intent)) ORDER BY impressions_28d DESC, query LIMIT ?
        """,
        (intents, PHRASES),
    )


def pages_of_types(types: str, first: str | None) -> Query:
    """Pages of these types, parted by spaces, at most three each, the most linked first; before them the page `first`."""
    return Query(
        """
        SELECT url, coalesce(title, h1) AS title FROM pages
        WHERE indexable AND (url = ? OR list_contains(string_split(?, ' '), page_type))
        QUALIFY url = ? OR row_number() OVER (PARTITION BY page_type ORDER BY inlinks DESC NULLS LAST, url) <= ?
        ORDER BY url = ? DESC, list_position(string_split(?, ' '), page_type), inlinks DESC NULLS LAST, url LIMIT ?
        """,
        (first, types, first, OF_A_TYPE, first, types, RELATED),
    )


def treatments() -> Query:
    """Labels of what the clinic offers, what it names itself and what is searched for most first."""
    return Query(
        """
        SELECT label FROM coverage WHERE kind = 'treatment' AND coalesce(offered, 'yes') <> 'no'
        ORDER BY offered = 'yes' DESC, impressions DESC NULLS LAST, score DESC, label LIMIT ?
        """,
        (TREATMENTS,),
    )


def open_questions() -> Query:
    """Questions that no page answers, what is searched for most first, one question of each condition or treatment."""
    return Query(
        """
        SELECT split_part(q.key, ':', 1) AS intent, c.label AS condition_label, t.label AS treatment_label FROM coverage q
        LEFT JOIN coverage c ON c.kind = 'condition' AND c.key = q.condition
        LEFT JOIN coverage t ON t.kind = 'treatment' AND t.key = q.treatment
        WHERE q.kind = 'intent' AND q.state IN ('none', 'mentioned') AND coalesce(q.offered, 'yes') <> 'no'
            AND split_part(q.key, ':', 1) <> 'faq'
        QUALIFY row_number() OVER (
            PARTITION BY q.condition, q.treatment ORDER BY q.impressions DESC NULLS LAST, q.weight DESC, q.key) = 1
        ORDER BY q.impressions DESC NULLS LAST, q.weight DESC, q.key LIMIT ?
        """,
        (QUESTIONS,),
    )


def call_to_action() -> Query:
    """The number that most pages offer for calls, the words before it that are used most, and the page to book on."""
    return Query(
        """
        SELECT
            (SELECT national FROM phone_numbers WHERE ownership IN ('main', 'location')
             ORDER BY ownership = 'main' DESC, pages DESC, number LIMIT 1) AS number,
            (SELECT mode(cta_phrase ORDER BY cta_phrase) FROM phone_ctas
             WHERE ownership IN ('main', 'location') AND starts_with(cta_class, 'call')) AS words,
            (SELECT mode(booking_link ORDER BY booking_link) FROM pages) AS booking_link
        """
    )
