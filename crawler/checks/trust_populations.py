"""What the checks of authors, dates and references run over."""

from crawler.checks.population import Population

TRUST = (
    Population(
        "named_people",
        "conditions, treatments and articles that name an author or a reviewer",
        """SELECT a.* FROM people a SEMI JOIN clinical_pages p USING (url) WHERE role IN ('author', 'reviewer')""",
    ),
    Population(
        "seen_bylines",
        "conditions, treatments and articles with a byline that visitors see",
        "SELECT * FROM named_people WHERE source IN ('link', 'text')",
    ),
    Population(
        "linked_profiles",
        "conditions, treatments and articles whose text links to the profile of an author or reviewer",
        """SELECT DISTINCT n.url FROM named_people n JOIN page_links l ON l.url = n.url AND l.target_url = n.profile_url
           WHERE l.zone IN ('main', 'hero', 'aside')""",
    ),
    Population(
        "page_dates",
        "content pages with a date",
        "SELECT d.*, day_of(date) AS day FROM dates d SEMI JOIN content_pages p USING (url)",
    ),
    Population(
        "review_dates",
        "conditions, treatments and articles with a date of review",
        "SELECT d.* FROM page_dates d SEMI JOIN clinical_pages p USING (url) WHERE kind = 'reviewed'",
    ),
    Population(
        "cited_sources",
        "pages that search engines may show and that cite sources",
        "SELECT r.* FROM main.references r SEMI JOIN indexable_pages p USING (url)",
    ),
    Population(
        "listed_sources",
        "pages that search engines may show, with a list of references",
        "SELECT * FROM cited_sources WHERE text IS NOT NULL",
    ),
    Population(
        "sources_of_treatments",
        "treatments with a list of references that have a year",
        """SELECT r.* FROM listed_sources r JOIN clinical_pages p USING (url)
           WHERE p.page_type = 'treatment' AND r.year IS NOT NULL""",
    ),
)
