"""What the checks of forms, trackers and tags run over."""

from crawler.checks.population import Population

_PRIVATE = "('booking', 'contact', 'login', 'payment', 'upload')"

PRIVACY = (
    Population(
        "page_forms",
        "pages with forms",
        "SELECT f.* FROM forms f SEMI JOIN html_pages p USING (url)",
    ),
    Population(
        "page_trackers",
        "pages with advertising, session recording or analytics",
        """SELECT t.* FROM trackers t SEMI JOIN html_pages p USING (url)
           WHERE tracker_class IN ('ads', 'replay', 'analytics', 'tag_manager')""",
    ),
    Population(
        "private_pages",
        "pages where patients write, book, pay or sign in, and contact pages",
        f"""SELECT * FROM html_pages WHERE page_type = 'contact'
            OR url IN (SELECT url FROM page_forms WHERE purpose IN {_PRIVATE})""",
        of_pages=True,
    ),
    Population(
        "medical_pages",
        "pages about conditions and treatments",
        "SELECT * FROM html_pages WHERE page_type IN ('condition', 'treatment')",
        of_pages=True,
    ),
    Population(
        "asking_pages",
        "pages that visitors stay on, each once, with trackers, or with forms that ask for more than a search",
        """SELECT url FROM shown_pages WHERE variant_of IS NULL AND (url IN (SELECT url FROM page_trackers) OR url IN (
               SELECT url FROM page_forms WHERE purpose <> 'search' AND len(fields) > 0))""",
    ),
)
