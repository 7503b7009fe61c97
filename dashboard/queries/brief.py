"""What a brief for a missing page is made of."""

from dashboard.dataset import Query

PHRASES = 12
RELATED = 8


def subject(kind: str, key: str) -> Query:
    """The row of `coverage`, with the labels of its condition and its treatment."""
    return Query(
        """
        SELECT r.*, c.label AS condition_label, t.label AS treatment_label FROM coverage r
        LEFT JOIN coverage c ON c.kind = 'condition' AND c.key = r.condition
        LEFT JOIN coverage t ON t.kind = 'treatment' AND t.key = r.treatment
        WHERE r.kind = ? AND r.key = ? AND r.kind IN ('condition', 'treatment', 'cell')
        """,
        (kind, key),
    )


def phrases(condition: str | None, treatment: str | None) -> Query:
    """Words that pages of the site use for either, and searches that hold these words, most wanted first."""
    return Query(
        """
        WITH own AS (
            SELECT key, mode(lower(keyphrase)) AS phrase, count(DISTINCT url) AS pages FROM keywords
            WHERE entity IN ('condition:' || ?, 'treatment:' || ?) GROUP BY key
        ),
        asked AS (
            SELECT d.query AS phrase, sum(d.impressions)::BIGINT AS impressions FROM search_demand d
            WHERE NOT d.is_brand AND EXISTS (SELECT 1 FROM own o WHERE contains(' ' || d.key || ' ', ' ' || o.key || ' '))
            GROUP BY d.query
        )
        SELECT phrase, max(impressions) AS impressions, max(pages) AS pages FROM (
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


def call_to_action() -> Query:
    """The number that most pages offer for calls, the words before it that are used most, and the page to book on."""
    return Query(
        """
        SELECT
            (SELECT national FROM phone_numbers WHERE ownership IN ('main', 'location')
             ORDER BY ownership = 'main' DESC, pages DESC, number LIMIT 1) AS number,
            (SELECT mode(cta_phrase) FROM phone_ctas
             WHERE ownership IN ('main', 'location') AND starts_with(cta_class, 'call')) AS words,
            (SELECT mode(booking_link) FROM pages) AS booking_link
        """
    )
