"""What one page tells machines: search engines, screen readers, and services where links are shared."""

from dashboard.dataset import Query


def head_tags(url: str) -> Query:
    """What the page says of itself in its head: names in lower case, values as published."""
    return Query("SELECT name, value, target_url, hreflang FROM head_tags WHERE url = ? ORDER BY position", (url,))


def directives(url: str) -> Query:
    """Directives to search engines in document order, those of the HTTP header last."""
    return Query(
        "SELECT agent, directive, value, place FROM robots_directives WHERE url = ? ORDER BY position", (url,)
    )


def structured_data(url: str) -> Query:
    """Blocks of structured data."""
    return Query(
        "SELECT position, syntax, type, error, repairs FROM structured_data WHERE url = ? ORDER BY position",
        (url,),
    )


def structured_items(url: str) -> Query:
    """Items of structured data, the outer ones first."""
    return Query(
        "SELECT path, type, name, properties, empty_properties FROM structured_items WHERE url = ? ORDER BY position",
        (url,),
    )


def structured_issues(url: str) -> Query:
    """What checks of structured data found on the page."""
    return Query(
        """
        SELECT severity, evidence FROM issues WHERE url = ? AND check_id LIKE 'structured_data.%'
        ORDER BY severity, evidence
        """,
        (url,),
    )


def accessibility(url: str) -> Query:
    """Faults of accessibility, the most frequent first."""
    return Query(
        "SELECT rule, places, example FROM accessibility WHERE url = ? ORDER BY places DESC, rule", (url,)
    )


def images(url: str) -> Query:
    """Images of the page, those without an alt text first."""
    return Query("SELECT * FROM images WHERE url = ? ORDER BY alt IS NULL DESC, position", (url,))


def videos(url: str) -> Query:
    """Videos of the page in document order."""
    return Query("SELECT * FROM videos WHERE url = ? ORDER BY position", (url,))
