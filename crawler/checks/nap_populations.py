"""What the checks of names, addresses and opening hours run over."""

from crawler.checks.population import Population


def _own(kind: str) -> str:
    return f"""SELECT m.url, m.source, m.source IN ('json-ld', 'microdata', 'rdfa') AS is_data, m.text, m.street, n.location,
                  n.compared_with, n.verdict, n.difference, n.sources, n.key
           FROM nap_mentions m SEMI JOIN distinct_pages p USING (url)
           JOIN nap n ON n.kind = m.kind AND n.key = m.key WHERE m.kind = '{kind}' AND n.ownership = 'own'"""


NAP = (
    Population("own_addresses", "pages that publish an address of the clinic", _own("address"), stored=True),
    Population("own_hours", "pages that publish opening hours of the clinic", _own("hours")),
    Population("own_names", "pages that publish a name of the clinic", _own("name")),
    Population(
        "registered_site",
        "the site, once, if none of its pages was left unread and the clinic's file has an address",
        "FROM whole_site WHERE EXISTS (FROM nap WHERE list_contains(sources, 'file'))",
    ),
)
