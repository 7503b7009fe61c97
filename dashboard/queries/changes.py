"""What changed since the snapshot that this one was compared with."""

from dashboard.dataset import Query

MOST = 40
"""Differences of one kind that a page lists."""


def summary() -> Query:
    """How much of each kind; `compared_with`: crawl id, null where there was nothing to compare with."""
    return Query("""
        SELECT (SELECT any_value(compared_with) FROM analysis) AS compared_with,
            count(*) FILTER (kind = 'page' AND field = 'added') AS pages_added,
            count(*) FILTER (kind = 'page' AND field = 'gone') AS pages_gone,
            count(*) FILTER (kind = 'issue' AND after IS NOT NULL) AS issues_new,
            count(*) FILTER (kind = 'issue' AND after IS NULL) AS issues_fixed
        FROM changes
    """)


def by_check() -> Query:
    """Issues that came and that went, by check, what matters most first."""
    return Query("""
        SELECT field AS check_id, any_value(h.label) AS title, coalesce(any_value(c.severity), 'notice') AS severity,
            count(h.after) AS came, count(*) FILTER (h.after IS NULL) AS went
        FROM changes h LEFT JOIN checks c ON c.check_id = h.field
        WHERE h.kind = 'issue' GROUP BY field ORDER BY max(h.weight) DESC, came DESC, went DESC, field
    """)


def pages() -> Query:
    """Pages that appeared and that are gone."""
    return Query(f"""
        SELECT field AS change, url, label, coalesce(after, before) AS title FROM changes
        WHERE kind = 'page' AND field IN ('added', 'gone') ORDER BY change, url LIMIT {MOST}
    """)


def edits() -> Query:
    """What else is different, what matters most first; the same on several pages is one row."""
    return Query(f"""
        SELECT h.kind, if(h.kind = 'page', h.field, NULL) AS field, h.label, if(h.kind = 'phone', coalesce(any_value(n.national), h.field), NULL) AS number,
            h.before, h.after, count(*) AS pages, min(h.url) AS url, any_value(p.title ORDER BY h.url) AS title
        FROM changes h LEFT JOIN pages p USING (url) LEFT JOIN phone_numbers n ON n.number = h.field
        WHERE h.kind IN ('phone', 'coverage') OR (h.kind = 'page' AND h.field NOT IN ('added', 'gone'))
        GROUP BY h.kind, h.field, h.label, h.before, h.after
        ORDER BY max(h.weight) DESC, pages DESC, h.kind, h.field, url LIMIT {MOST}
    """)
