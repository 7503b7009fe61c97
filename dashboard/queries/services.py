"""What does the clinic offer, and who says so?"""

from dashboard.dataset import Query


def services() -> Query:
    """Treatments and conditions with what the site or the clinic says of them, what is to be confirmed first."""
    return Query(
        """
        SELECT s.kind, s.key, s.label, s.family, s.offered, s.source, s.evidence, s.url, p.title,
            coalesce(c.pages, 0) AS pages
        FROM services s
        LEFT JOIN pages p ON p.url = s.url
        LEFT JOIN coverage c ON c.kind = s.kind AND c.key = s.key
        ORDER BY s.kind DESC, s.offered = 'inferred' DESC, s.offered = 'yes' DESC, s.label, s.key
        """
    )
