"""Calls-to-action of every page: where the clinic's number stands, whether a tap calls it, and the score."""

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.cta_score import score_columns
from crawler.analyse.phone_ownership import VOICE
from crawler.analyse.phones import WORD

DIALLING = ("tel", "callto", "script", "form")
"""Channels in which a tap may start a call."""

READ = ("text", "vanity", "button", "image")
"""Channels in which a visitor reads a number and has to dial it."""

UNSURE = ("alt", "data-attribute")
"""Channels that offer a number of which nobody can tell whether a visitor sees it, or a tap dials it."""

MESSAGING = ("sms", "whatsapp", "messenger")

END_SHARE = 0.85
"""Domain notes §1.4: the end is the last 15 % of the main content, or what stands after its last H2."""

LAST_SECTION = 0.5
"""Ours: a section that is more of the page than this is no end."""

FEWEST_WORDS = 100
"""Ours: a rate per 1,000 words says nothing of a shorter text."""

_STAYS = 10
"""Seconds after which a refresh sends nobody on who came to read."""

_OFFERED = """
CREATE OR REPLACE TEMP TABLE offered_ctas AS
WITH tracked AS (SELECT DISTINCT url FROM facts.trackers WHERE tracker_class = 'call_tracking'),
seen AS (
    SELECT c.*, s.ownership AS shown_owner, t.url IS NOT NULL AS is_swapped,
        coalesce(c.href_number <> c.shown_number AND c.ownership <> 'tracking_pool'
            AND coalesce(s.ownership, '') <> 'tracking_pool', false) AS differs
    FROM phone_ctas c
    LEFT JOIN phone_numbers s ON s.number = c.shown_number
    LEFT JOIN tracked t ON t.url = c.url
    WHERE list_contains($dialling || $read || $unsure || $messaging, c.channel)
        AND (coalesce(c.hidden, 'aria-hidden') = 'aria-hidden'
            OR (c.zone IN ('nav', 'modal') AND c.hidden IN ('hidden', 'display:none', 'visibility:hidden')))
),
judged AS (
    SELECT *, list_contains($dialling, channel) AS is_link, list_contains($read, channel) AND NOT linked AS is_read,
        list_contains($messaging, channel) AS is_message, list_contains($unsure, channel) AS is_unsure,
        differs AND is_swapped AND ownership = 'unknown' AND list_contains($voice, shown_owner) AS is_own_swapped,
        differs AND (NOT is_swapped OR (list_contains($voice, ownership) AND list_contains($voice, shown_owner)))
            AS goes_astray
    FROM seen
)
SELECT url, channel, href, zone, cta_class, accessible_name, block_position, word_offset, first_screen, is_read, is_message,
    is_unsure, is_swapped,
    coalesce(len(regexp_extract_all(shown_text, $word)), 0) AS shown_words,
    if(is_own_swapped, shown_number, number) AS number,
    if(is_own_swapped, shown_owner, ownership) AS ownership,
    CASE WHEN is_message THEN linked AND (ownership = 'messaging' OR list_contains($voice, ownership))
        ELSE valid AND (is_own_swapped OR list_contains($voice, ownership)) END AS is_own,
    is_link AND linked AND NOT goes_astray AS calls,
    is_link AND goes_astray AS is_mismatch,
    is_link AND (ownership IN ('placeholder', 'fax') OR NOT valid) AS is_dead_end
FROM judged
"""
"""What a visitor can see, or open, of all that offers a number. On a page with call tracking a link that dials another
number than it shows may be one that the script has swapped, but not where the clinic's own two numbers are mixed up."""

_OWN = """
CREATE OR REPLACE TEMP TABLE own_ctas AS
WITH nap AS (SELECT number FROM phone_numbers WHERE is_nap),
last_sections AS (
    SELECT h.url, h.position, sum(b.words) AS words
    FROM (
        SELECT url, max(position) AS position FROM blocks
        WHERE tag = 'h2' AND NOT is_boilerplate AND zone IN ('main', 'hero') GROUP BY url) h
    JOIN blocks b ON b.url = h.url AND b.position >= h.position AND NOT b.is_boilerplate
    GROUP BY ALL
)
SELECT o.*,
    o.word_offset + o.shown_words >= $end_share * p.word_count
        OR (o.word_offset IS NOT NULL AND o.block_position >= s.position AND s.words <= $last_section * p.word_count)
        AS is_end,
    o.number IN (FROM nap)
        OR (o.ownership = 'location' AND p.page_type IN ('location', 'contact'))
        OR (o.ownership = 'practitioner' AND p.page_type = 'provider')
        OR (o.ownership = 'tracking_pool' AND o.is_swapped)
        OR NOT EXISTS (FROM nap) AS is_right
FROM offered_ctas o JOIN pages p ON p.url = o.url LEFT JOIN last_sections s ON s.url = o.url
WHERE o.is_own
"""
"""The right number of a page is one that the clinic gives as its own, that of the place or person that the page is
about, or what a script puts in its place; where the site has no such number, any own one."""

_PAGE_CTAS = f"""
CREATE OR REPLACE TABLE page_ctas AS
WITH gaps AS (
    SELECT url, max(until - word_offset) AS longest FROM (
        SELECT url, word_offset, lead(word_offset) OVER (PARTITION BY url ORDER BY word_offset) AS until FROM (
            SELECT url, 0 AS word_offset FROM pages
            UNION ALL SELECT url, word_count FROM pages
            UNION ALL SELECT url, word_offset FROM own_ctas
                WHERE word_offset IS NOT NULL AND NOT (is_message OR is_unsure)))
    GROUP BY url
),
conflicts AS (
    SELECT DISTINCT url FROM own_ctas WHERE ownership = 'main' AND NOT is_message
    GROUP BY url, zone HAVING count(DISTINCT number) > 1
),
wrong AS (
    SELECT url, bool_or(is_mismatch) AS mismatch, bool_or(ownership = 'placeholder') AS placeholder,
        bool_or(is_dead_end) AS dead_end
    FROM offered_ctas WHERE NOT is_message GROUP BY url
),
placed AS (
    SELECT *, NOT (is_message OR is_unsure) AS is_seen, channel IN ('tel', 'callto') AS is_address FROM own_ctas
),
offers AS (
    SELECT url,
        count(DISTINCT number) FILTER (NOT is_message) AS own_numbers,
        count(*) FILTER (calls) AS linked,
        count(*) FILTER (is_read) AS unlinked,
        count(*) FILTER (is_message) AS messaging,
        bool_or(is_seen AND first_screen) AS has_top,
        bool_or(is_seen AND zone IN ('header', 'nav')) AS has_header,
        bool_or(is_seen AND zone = 'sticky') AS has_sticky,
        bool_or(is_seen AND zone = 'hero') AS has_hero,
        bool_or(is_seen AND zone = 'modal') AS has_modal,
        bool_or(is_seen AND word_offset IS NOT NULL) AS has_body,
        bool_or(is_seen AND is_end) AS has_end,
        bool_or(is_seen AND zone = 'footer') AS has_footer,
        min(word_offset) FILTER (is_seen) AS first_cta_word,
        count(word_offset) FILTER (is_seen) AS in_text,
        list_sort(list(DISTINCT cta_class) FILTER (is_seen OR is_message)) AS cta_classes,
        bool_or(is_seen AND cta_class NOT IN ('label', 'bare', 'fax')) AS asks,
        bool_or(NOT is_message AND is_right) AS is_right,
        bool_and(regexp_matches(trim(href), '^[A-Za-z]+:(//)?(\\+|%2B)')) FILTER (calls AND is_address) AS is_e164,
        bool_and(accessible_name IS NOT NULL) FILTER (calls) AS is_named
    FROM placed GROUP BY url
),
tracked AS (
    SELECT url, arg_min(vendor, position) AS vendor FROM facts.trackers
    WHERE tracker_class = 'call_tracking' GROUP BY url
),
whole AS (
    SELECT p.url,
        p.body_kind = 'html' AND p.status BETWEEN 200 AND 299 AND p.indexability <> 'soft_404'
            AND p.variant_of IS NULL AND (p.indexability <> 'noindex' OR p.inlinks > 0 OR p.depth IS NOT DISTINCT FROM 0)
            AND NOT coalesce(p.refresh_url <> p.url AND coalesce(
                try_cast(regexp_extract(p.meta_refresh, '\\d+') AS BIGINT), 0) <= {_STAYS}, false) AS is_counted,
        coalesce(o.own_numbers, 0) AS own_numbers, coalesce(o.linked, 0) AS linked,
        coalesce(o.unlinked, 0) AS unlinked, coalesce(o.messaging, 0) AS messaging,
        coalesce(o.has_top, false) AS has_top, coalesce(o.has_header, false) AS has_header,
        coalesce(o.has_sticky, false) AS has_sticky, coalesce(o.has_hero, false) AS has_hero,
        coalesce(o.has_modal, false) AS has_modal, coalesce(o.has_body, false) AS has_body,
        coalesce(o.has_end, false) AS has_end, coalesce(o.has_footer, false) AS has_footer,
        o.first_cta_word, coalesce(g.longest, p.word_count)::BIGINT AS longest_gap_words,
        if(p.word_count >= $fewest_words, round(1000 * coalesce(o.in_text, 0) / p.word_count, 1), NULL)
            AS per_1000_words,
        coalesce(o.cta_classes, []) AS cta_classes, t.vendor AS call_tracking, p.booking_link IS NOT NULL AS booking_link,
        coalesce(o.asks, false) AS asks, coalesce(o.is_right, false) AS is_right, coalesce(o.is_e164, false) AS is_e164,
        coalesce(o.is_named, false) AS is_named, coalesce(w.mismatch, false) AS mismatch,
        coalesce(w.placeholder, false) AS placeholder, coalesce(w.dead_end, false) AS dead_end,
        k.url IS NOT NULL AS conflict
    FROM pages p
    LEFT JOIN offers o ON o.url = p.url
    LEFT JOIN gaps g ON g.url = p.url
    LEFT JOIN wrong w ON w.url = p.url
    LEFT JOIN conflicts k ON k.url = p.url
    LEFT JOIN tracked t ON t.url = p.url
)
SELECT * EXCLUDE (asks, is_right, is_e164, is_named, mismatch, placeholder, dead_end, conflict),
    CASE WHEN mismatch THEN 'wrong'
         WHEN linked > 0 THEN 'tap'
         WHEN dead_end THEN 'wrong'
         WHEN own_numbers > 0 THEN 'text'
         ELSE 'missing' END AS state,
    {score_columns()}
FROM whole ORDER BY url
"""
"""A page is `wrong` where a link dials another number than it shows, or where it links to a placeholder, a fax
or no possible number and no link calls the clinic; `tap` where a link calls a number of the clinic; `text` where the
number can be read only, or stands in the markup. Counted are pages for readers: not the stub that
sends them on, the error page, another address of the same page, nor what no page links to and search engines
are kept out of."""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `page_ctas` from `pages`, `blocks`, `phone_ctas`, `phone_numbers` and the trackers."""
    channels = {
        "dialling": list(DIALLING),
        "read": list(READ),
        "unsure": list(UNSURE),
        "messaging": list(MESSAGING),
    }
    db.execute(_OFFERED, {**channels, "voice": list(VOICE), "word": WORD})
    db.execute(_OWN, {"end_share": END_SHARE, "last_section": LAST_SECTION})
    db.execute(_PAGE_CTAS, {"fewest_words": FEWEST_WORDS})
    db.execute("DROP TABLE offered_ctas; DROP TABLE own_ctas")
