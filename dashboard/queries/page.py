"""Everything about one page."""

from dashboard.dataset import Query
from dashboard.queries.pages import STATE


def facts(url: str) -> Query:
    """The page with what became of its address; null columns where it was not read as a page."""
    return Query(
        """
        SELECT p.*, r.url AS address, r.kind, r.outcome, r.failure, r.final_url, r.elapsed_ms, r.bytes, r.fetched_at,
            r.found_on, r.found_by, r.status AS answer, r.in_sitemap AS listed, c.state AS cta_state, c.score AS cta_score, c.has_top, c.has_body,
            c.has_end, c.booking_link AS books, c.longest_gap_words,
            c.score_number, c.score_linked, c.score_top, c.score_body, c.score_end, c.score_verb, c.score_nap,
            c.score_format, c.score_name, c.score_deduction
        FROM resources r FULL JOIN pages p ON p.url = r.url LEFT JOIN page_ctas c ON c.url = p.url
        WHERE coalesce(p.url, r.url) = ? LIMIT 1
        """,
        (url,),
    )


def redirects(url: str) -> Query:
    """Hops from an address to where it ends."""
    return Query("SELECT hop, source_url, status, target_url FROM redirects WHERE url = ? ORDER BY hop", (url,))


def headings(url: str) -> Query:
    """Headings in document order."""
    return Query("SELECT * FROM headings WHERE url = ? ORDER BY position", (url,))


def phone_ctas(url: str) -> Query:
    """Places on the page where a number is offered."""
    return Query("SELECT * FROM phone_ctas WHERE url = ? ORDER BY position", (url,))


def entities(url: str) -> Query:
    """What the page is about, by the taxonomy; of each kind the best covered first. The label is null where none is known."""
    return Query(
        """
        WITH named AS (
            SELECT kind, coalesce(condition, treatment) AS entity, label FROM coverage
            WHERE kind IN ('condition', 'treatment')
            UNION ALL
            SELECT kind, split_part(key, ':', 1), any_value(split_part(label, ': ', 1)) FROM coverage
            WHERE kind = 'intent' GROUP BY ALL
        )
        SELECT e.kind, e.entity, n.label, e.score, e.count, e.words, e.in_title, e.in_h1, e.in_headings
        FROM entities e LEFT JOIN named n USING (kind, entity)
        WHERE e.url = ? ORDER BY CASE e.kind WHEN 'condition' THEN 0 WHEN 'treatment' THEN 1 WHEN 'intent' THEN 2 ELSE 3 END, e.score DESC,
            e.count DESC, e.entity
        """,
        (url,),
    )


def issues(url: str) -> Query:
    """What fails on the page, the gravest first."""
    return Query(
        f"""
        SELECT i.check_id, i.severity, i.evidence, {STATE} AS state, i.first_seen, c.title, c.why, c.fix
        FROM issues i LEFT JOIN checks c USING (check_id) WHERE i.url = ?
        ORDER BY i.severity = 'error' DESC, i.severity = 'warning' DESC, i.check_id, i.evidence
        """,
        (url,),
    )


def links_in(url: str) -> Query:
    """Pages that link to the page, to an address that leads to it, or to a copy that names it as the original."""
    return Query(
        """
        WITH copies AS (SELECT url FROM pages WHERE canonical = ? UNION SELECT ?),
        targets AS (FROM copies UNION SELECT url FROM resources WHERE final_url IN (FROM copies))
        SELECT l.source_url AS url, any_value(p.title) AS title, string_agg(DISTINCT l.anchor, ' · ') AS anchor,
            string_agg(DISTINCT l.zone, ',') AS zone, count(*) AS links
        FROM links l LEFT JOIN pages p ON p.url = l.source_url
        WHERE l.target_url IN (FROM targets) AND l.source_url <> ?
        GROUP BY l.source_url ORDER BY min(l.zone <> 'main'), l.source_url
        """,
        (url, url, url),
    )


def links_out(url: str) -> Query:
    """Where the page links to, its own site first."""
    return Query(
        """
        SELECT l.target_url, l.href, l.anchor, l.zone, l.is_internal, r.outcome, r.status, p.title,
            p.url IS NOT NULL AS is_page
        FROM links l LEFT JOIN resources r ON r.url = l.target_url LEFT JOIN pages p ON p.url = l.target_url
        WHERE l.source_url = ? ORDER BY l.position
        """,
        (url,),
    )
