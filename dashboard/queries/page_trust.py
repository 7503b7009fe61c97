"""Who stands behind one page, what it promises, and what of others runs on it."""

from dashboard.dataset import Query


def people(url: str) -> Query:
    """People named as authors and reviewers, a row for each place that names them."""
    return Query("SELECT * FROM people WHERE url = ? ORDER BY position", (url,))


def dates(url: str) -> Query:
    """Dates of the page, a row for each place that states one."""
    return Query("SELECT * FROM dates WHERE url = ? ORDER BY kind, position", (url,))


def references(url: str) -> Query:
    """Sources that the page names, then numbers in the text that have none."""
    return Query('SELECT * FROM "references" WHERE url = ? ORDER BY position', (url,))


def claims(url: str) -> Query:
    """Sentences that promise, in document order."""
    return Query("SELECT * FROM claims WHERE url = ? ORDER BY position", (url,))


def trackers(url: str) -> Query:
    """Services of others, each vendor and account once."""
    return Query(
        """
        SELECT vendor, tracker_class, account, string_agg(DISTINCT found_in, ', ' ORDER BY found_in) AS found_in
        FROM trackers WHERE url = ? GROUP BY vendor, tracker_class, account ORDER BY min(position)
        """,
        (url,),
    )


def forms(url: str) -> Query:
    """Forms in document order."""
    return Query("SELECT * FROM forms WHERE url = ? ORDER BY position", (url,))
