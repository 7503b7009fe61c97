"""Can a visitor call us from every page, on the right number?"""

from dashboard.dataset import Query


def states() -> Query:
    """Pages by what a visitor can do with the number on them."""
    return Query("""
        SELECT count(*) AS pages, count(*) FILTER (state = 'tap') AS tap, count(*) FILTER (state = 'text') AS text,
            count(*) FILTER (state = 'wrong') AS wrong, count(*) FILTER (state = 'missing') AS missing,
            count(*) FILTER (booking_link) AS booking
        FROM page_ctas
    """)


def by_page_type() -> Query:
    """The same by kind of page, the kinds with most pages first."""
    return Query("""
        SELECT coalesce(p.page_type, 'other') AS page_type, count(*) AS pages,
            count(*) FILTER (c.state = 'tap') AS tap, count(*) FILTER (c.state = 'text') AS text,
            count(*) FILTER (c.state = 'wrong') AS wrong, count(*) FILTER (c.state = 'missing') AS missing
        FROM page_ctas c LEFT JOIN pages p USING (url)
        GROUP BY ALL ORDER BY pages DESC, page_type
    """)


def pages(state: str | None = None, page_type: str | None = None) -> Query:
    """Pages and how one can call from them, those that need work first."""
    return Query(
        """
        SELECT c.url, p.title, coalesce(p.page_type, 'other') AS page_type, c.state, c.score, c.linked, c.unlinked,
            c.has_top, c.has_body, c.has_end, c.booking_link, p.word_count
        FROM page_ctas c LEFT JOIN pages p USING (url)
        WHERE (? IS NULL OR c.state = ?) AND (? IS NULL OR coalesce(p.page_type, 'other') = ?)
        ORDER BY c.state = 'wrong' DESC, c.state = 'missing' DESC, c.state = 'text' DESC, c.score, c.url
        """,
        (state, state, page_type, page_type),
    )


def numbers() -> Query:
    """Numbers found on the site, the clinic's own first."""
    return Query("""
        SELECT n.number, n.national, n.ownership, n.ownership_source, n.label, n.pages_linked, n.pages_text,
            (SELECT count(DISTINCT url) FROM phone_ctas c WHERE c.number = n.number) AS pages,
            (SELECT count(*) FROM phone_ctas c WHERE c.number = n.number) AS mentions, n.first_seen
        FROM phone_numbers n
        ORDER BY n.ownership IN ('main', 'location', 'department', 'tracking_pool', 'messaging') DESC,
            n.ownership = 'main' DESC, n.ownership IN ('placeholder', 'unknown') DESC, pages DESC, n.number
    """)


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


def issues() -> Query:
    """Failed checks about phone numbers and calls to action."""
    return Query("""
        SELECT check_id, severity, title, why, fix, checked, failed FROM checks
        WHERE failed > 0 AND (family IN ('phone', 'phones', 'cta', 'ctas') OR check_id LIKE 'phone%' OR check_id LIKE 'cta%')
        ORDER BY severity = 'error' DESC, severity = 'warning' DESC, failed DESC, check_id
    """)
