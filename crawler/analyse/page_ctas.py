"""Calls-to-action of every page: where the clinic's number stands, whether a tap calls it, and the score."""

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.phone_ownership import VOICE

TOP_WORDS = 100
END_SHARE = 0.85
"""Domain notes §1.4: the end is the last 15 % of the main content."""

_PAGE_CTAS = """
CREATE OR REPLACE TABLE page_ctas AS
WITH nap AS (
    SELECT number FROM phone_numbers
    WHERE ownership_source IN ('config', 'json-ld') AND list_contains($voice, ownership)
),
shown AS (
    SELECT c.*, list_contains($voice, c.ownership) AND c.valid AS is_own,
        c.channel IN ('tel', 'callto') AS is_link,
        c.href_number <> c.shown_number AND c.ownership <> 'tracking_pool'
            AND coalesce(s.ownership, '') <> 'tracking_pool' AS is_mismatch,
        c.channel IN ('tel', 'callto') AND (c.ownership IN ('placeholder', 'fax') OR NOT c.valid) AS is_dead_end
    FROM phone_ctas c LEFT JOIN phone_numbers s ON s.number = c.shown_number
    WHERE c.channel IN ('tel', 'callto', 'text', 'vanity')
),
own AS (
    SELECT s.*, s.is_link AND s.linked AND NOT coalesce(s.is_mismatch, false) AS calls,
        s.word_offset + b.words * CASE WHEN contains(b.text, s.shown_text)
            THEN (strpos(b.text, s.shown_text) - 1 + length(s.shown_text)) / length(b.text) ELSE 1 END AS end_offset
    FROM shown s LEFT JOIN blocks b ON b.url = s.url AND b.position = s.block_position
    WHERE s.is_own
),
gaps AS (
    SELECT url, max(until - word_offset) AS longest FROM (
        SELECT url, word_offset, lead(word_offset) OVER (PARTITION BY url ORDER BY word_offset) AS until FROM (
            SELECT url, 0 AS word_offset FROM pages
            UNION ALL SELECT url, word_count FROM pages
            UNION ALL SELECT url, word_offset FROM own WHERE word_offset IS NOT NULL))
    GROUP BY url
),
conflicts AS (
    SELECT DISTINCT url FROM own WHERE ownership = 'main' GROUP BY url, zone HAVING count(DISTINCT number) > 1
),
wrong AS (
    SELECT url, bool_or(coalesce(is_mismatch, false)) AS mismatch,
        bool_or(ownership = 'placeholder') AS placeholder, bool_or(is_dead_end) AS dead_end
    FROM shown GROUP BY url
),
counted AS (
    SELECT p.url, p.word_count,
        count(DISTINCT o.number) AS own_numbers,
        count(*) FILTER (WHERE o.calls) AS linked,
        count(*) FILTER (WHERE o.channel IN ('text', 'vanity')) AS unlinked,
        coalesce(bool_or(o.zone IN ('sticky', 'header', 'nav', 'hero') OR o.word_offset < $top), false) AS has_top,
        coalesce(bool_or(o.word_offset IS NOT NULL), false) AS has_body,
        coalesce(bool_or(o.end_offset >= $end_share * p.word_count), false) AS has_end,
        min(o.word_offset) AS first_cta_word,
        coalesce(bool_or(o.cta_class NOT IN ('label', 'bare', 'fax')), false) AS asks,
        coalesce(bool_or(o.number IN (FROM nap) OR (NOT EXISTS (FROM nap) AND o.ownership = 'main')), false)
            AS is_nap,
        coalesce(bool_and(regexp_matches(trim(o.href), '^[A-Za-z]+:(//)?(\\+|%2B)')) FILTER (WHERE o.calls), false)
            AS is_e164,
        coalesce(bool_and(o.accessible_name IS NOT NULL) FILTER (WHERE o.calls), false) AS is_named,
        p.booking_link IS NOT NULL AS booking_link
    FROM pages p LEFT JOIN own o ON o.url = p.url
    GROUP BY p.url, p.word_count, p.booking_link
)
SELECT
    c.url, c.own_numbers, c.linked, c.unlinked, c.has_top, c.has_body, c.has_end, c.first_cta_word,
    coalesce(g.longest, c.word_count)::BIGINT AS longest_gap_words,
    c.booking_link,
    CASE WHEN coalesce(w.mismatch, false) THEN 'wrong'
         WHEN c.linked > 0 THEN 'tap'
         WHEN coalesce(w.dead_end, false) THEN 'wrong'
         WHEN c.own_numbers > 0 THEN 'text'
         ELSE 'missing' END AS state,
    greatest(0, least(100,
        25 * (c.own_numbers > 0)::INT + 20 * (c.linked > 0)::INT + 15 * c.has_top::INT + 10 * c.has_body::INT
        + 10 * c.has_end::INT + 5 * c.asks::INT + 10 * c.is_nap::INT + 3 * c.is_e164::INT + 2 * c.is_named::INT
        - 40 * coalesce(w.mismatch, false)::INT - 25 * coalesce(w.placeholder, false)::INT
        - 15 * (k.url IS NOT NULL)::INT))::BIGINT AS score
FROM counted c
LEFT JOIN gaps g USING (url)
LEFT JOIN wrong w USING (url)
LEFT JOIN conflicts k USING (url)
ORDER BY c.url
"""
"""A page is `wrong` where a link dials another number than it shows, or where it links to a placeholder, a fax
or no possible number and no link calls the clinic; `tap` where a link calls a number of the clinic.
The parts of the score are those of the domain notes §1.5.7."""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `page_ctas` from `pages`, `phone_ctas` and `phone_numbers`."""
    db.execute(_PAGE_CTAS, {"voice": list(VOICE), "top": TOP_WORDS, "end_share": END_SHARE})
