"""Can a visitor call us from every page, on the right number?"""

from dashboard.dataset import Query
from dashboard.labels import OWN

COUNTED = "is_counted IS NOT FALSE"
"""Pages for readers; older snapshots did not tell them from the others."""
_OWN = ", ".join(f"'{name}'" for name in OWN)
_SEEN = "channel NOT IN ('json-ld', 'json-ld-fax', 'microdata', 'microdata-fax', 'rdfa', 'rdfa-fax', 'alt', 'aria', 'image')"
"""Ways in which a visitor sees a number or can tap it."""
_NAP = "ownership <> 'third_party' AND NOT (kind = 'name' AND verdict = 'unknown')"
"""What may be the clinic's; names that cannot be compared are those of its doctors."""


def states() -> Query:
    """Pages by what a visitor can do with the number on them."""
    return Query(f"""
        SELECT count(*) AS pages, count(*) FILTER (state = 'tap') AS tap, count(*) FILTER (state = 'text') AS text,
            count(*) FILTER (state = 'wrong') AS wrong, count(*) FILTER (state = 'missing') AS missing,
            count(*) FILTER (booking_link) AS booking
        FROM page_ctas WHERE {COUNTED}
    """)


def by_page_type() -> Query:
    """The same by kind of page, the kinds with most pages first."""
    return Query(f"""
        SELECT coalesce(p.page_type, 'other') AS page_type, count(*) AS pages,
            count(*) FILTER (c.state = 'tap') AS tap, count(*) FILTER (c.state = 'text') AS text,
            count(*) FILTER (c.state = 'wrong') AS wrong, count(*) FILTER (c.state = 'missing') AS missing
        FROM page_ctas c LEFT JOIN pages p USING (url) WHERE {COUNTED}
        GROUP BY ALL ORDER BY pages DESC, page_type
    """)


def by_zone() -> Query:
    """Pages by what a visitor can do with an own number in each part of them: tap, read, or nothing."""
    return Query(f"""
        WITH counted AS (SELECT url FROM page_ctas WHERE {COUNTED}),
        placed AS (
            SELECT c.zone, c.url, bool_or(c.linked) AS taps FROM phone_ctas c SEMI JOIN counted USING (url)
            WHERE c.ownership IN ({_OWN}) AND c.{_SEEN} GROUP BY ALL
        )
        SELECT zone, count(*) FILTER (taps) AS tap, count(*) FILTER (NOT taps) AS text,
            (SELECT count(*) FROM counted) - count(*) AS missing
        FROM placed GROUP BY zone ORDER BY tap + text DESC, zone
    """)


def trend() -> Query:
    """Shares in percent of every snapshot; asks a dataset of several."""
    return Query(f"""
        SELECT c.snapshot, c.started_at AS time,
            100.0 * count(*) FILTER (a.state = 'tap') / count(*) AS tap,
            100.0 * count(*) FILTER (a.has_end) / count(*) AS at_end,
            100.0 * count(*) FILTER (a.state IN ('missing', 'wrong')) / count(*) AS no_number
        FROM crawl c JOIN page_ctas a USING (snapshot) WHERE a.{COUNTED}
        GROUP BY ALL ORDER BY c.started_at, c.snapshot
    """)


def pages(state: str | None = None, page_type: str | None = None) -> Query:
    """Pages and how one can call from them, those that need work first."""
    return Query(
        f"""
        SELECT c.url, p.title, coalesce(p.page_type, 'other') AS page_type, c.state, c.score, c.linked, c.unlinked,
            c.has_top, c.has_body, c.has_end, c.booking_link, p.word_count
        FROM page_ctas c LEFT JOIN pages p USING (url)
        WHERE {COUNTED} AND (? IS NULL OR c.state = ?) AND (? IS NULL OR coalesce(p.page_type, 'other') = ?)
        ORDER BY c.state = 'wrong' DESC, c.state = 'missing' DESC, c.state = 'text' DESC, c.score, c.url
        """,
        (state, state, page_type, page_type),
    )


def numbers() -> Query:
    """Numbers found on the site now or before or named by the clinic's file, the clinic's own first; those on no page last."""
    return Query(f"""
        WITH placed AS (SELECT number, count(*) AS mentions, count(DISTINCT url) AS found_on FROM phone_ctas GROUP BY number)
        SELECT n.number, n.national, n.ownership, n.ownership_source, n.label, n.pages_linked, n.pages_text,
            coalesce(n.pages, p.found_on, 0) AS pages, coalesce(p.mentions, 0) AS mentions, n.line_type, n.reason,
            n.near_duplicate_of || coalesce(': ' || n.near_duplicate_how, '') AS near,
            {_day("n.first_seen")} AS first_seen, {_day("n.last_seen")} AS last_seen
        FROM phone_numbers n LEFT JOIN placed p USING (number)
        ORDER BY coalesce(n.pages, 1) = 0, n.ownership IN ({_OWN}) DESC,
            n.ownership = 'main' DESC, n.ownership IN ('placeholder', 'unknown') DESC, pages DESC, n.number
    """)


def _day(crawl_id: str) -> str:
    """The day of a crawl id."""
    return f"concat_ws('-', {crawl_id}[1:4], {crawl_id}[5:6], {crawl_id}[7:8])"


def mentions(number: str | None = None) -> Query:
    """Places where a number stands, with the words around it."""
    return Query(
        """
        SELECT c.url, c.position, p.title, c.channel, c.zone, c.shown_text, c.shown_number, c.href, c.href_number,
            c.linked, c.valid, c.cta_phrase, c.context, c.ownership, c.is_template,
            coalesce(c.shown_number <> c.href_number, false) AS differs
        FROM phone_ctas c LEFT JOIN pages p USING (url)
        WHERE ? IS NULL OR c.number = ? OR c.shown_number = ? OR c.href_number = ?
        ORDER BY differs DESC, c.valid, c.linked, c.url, c.position
        """,
        (number, number, number, number),
    )


def nap(verdict: str | None = None) -> Query:
    """Names, addresses and opening hours of the clinic as published, what differs first."""
    return Query(
        f"""
        SELECT kind, text, location, array_to_string(sources, ', ') AS sources, pages, example_url, compared_with, verdict,
            difference
        FROM nap WHERE {_NAP} AND (? IS NULL OR verdict = ?)
        ORDER BY CASE kind WHEN 'name' THEN 0 WHEN 'address' THEN 1 ELSE 2 END,
            CASE verdict WHEN 'reference' THEN 0 WHEN 'differs' THEN 1 WHEN 'form' THEN 2 ELSE 3 END, pages DESC, text
        """,
        (verdict, verdict),
    )


def nap_verdicts() -> Query:
    """How many of them are the same and how many differ."""
    return Query(f"SELECT verdict, count(*) AS n FROM nap WHERE {_NAP} GROUP BY verdict")


def tracking_vendors() -> Query:
    """Call-tracking vendors, and on how many pages every number shown can be swapped."""
    return Query("""
        SELECT vendor, count(*) AS pages, count(*) FILTER (swaps) AS swaps FROM (
            SELECT vendor, url, bool_and(coalesce(swappable, number IS NULL)) AS swaps FROM call_tracking GROUP BY ALL)
        GROUP BY vendor ORDER BY pages DESC, vendor
    """)


def tracking(swap: str | None = None) -> Query:
    """Numbers on pages with call tracking, those that it cannot swap first; `swap`: true or false."""
    return Query(
        """
        SELECT t.vendor, t.number, t.shown_text, t.swappable::VARCHAR AS swap, t.reason, count(DISTINCT t.url) AS pages, min(t.url) AS url
        FROM call_tracking t WHERE t.number IS NOT NULL AND (? IS NULL OR t.swappable::VARCHAR = ?)
        GROUP BY ALL ORDER BY swap, pages DESC, t.vendor, t.number, t.shown_text, t.reason
        """,
        (swap, swap),
    )


def issues() -> Query:
    """Failed checks about phone numbers and calls to action."""
    return Query("""
        SELECT check_id, severity, title, why, fix, checked, failed FROM checks
        WHERE failed > 0 AND family IN ('phone', 'cta', 'nap', 'call_tracking')
        ORDER BY severity = 'error' DESC, severity = 'warning' DESC, failed DESC, check_id
    """)
