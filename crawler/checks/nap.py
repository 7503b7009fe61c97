"""Name, address and opening hours: the same everywhere, and as in the clinic's file."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="nap.address_differs",
        severity="warning",
        population="own_addresses",
        title="A page shows another address than the clinic's",
        why="Patients drive to the wrong door, and search engines trust an address less that is not the same everywhere.",
        fix="Correct the address on the page; if the page is right, correct the others and the clinic's file.",
        sql="""
            SELECT url, quoted(text) || ' instead of ' || quoted(compared_with) || ': other ' || difference AS evidence
            FROM own_addresses WHERE verdict = 'differs' AND NOT is_data
        """,
    ),
    Check(
        id="nap.data_address_differs",
        severity="warning",
        population="own_addresses",
        title="Structured data names another address than the clinic's",
        why="Search engines and maps take the address from there, whatever the page shows.",
        fix="Write into the structured data the address that the page shows.",
        sql="""
            SELECT url, quoted(text) || ' in ' || source || ' instead of ' || quoted(compared_with) || ': other '
                   || difference AS evidence
            FROM own_addresses WHERE verdict = 'differs' AND is_data
        """,
    ),
    Check(
        id="nap.data_address_unshown",
        severity="warning",
        population="own_addresses",
        title="Structured data names an address that no page shows",
        why="Search engines want data about what visitors can see, and the address may be an old one.",
        fix="Show the address on the page, or take it out of the structured data.",
        sql="""
            SELECT a.url, quoted(a.text) || ' in ' || a.source AS evidence
            FROM own_addresses a
            WHERE a.is_data AND a.verdict = 'reference' AND EXISTS (FROM whole_site)
              AND NOT list_has_any(a.sources, ['text', 'address', 'file'])
              AND EXISTS (FROM own_addresses o WHERE NOT o.is_data)
        """,
    ),
    Check(
        id="nap.hours_differ",
        severity="warning",
        population="own_hours",
        title="A page publishes other opening hours than the clinic's",
        why="Patients come before a closed door, or stay away while it is open.",
        fix="Correct the hours there; if they are right, correct the others and the clinic's file.",
        sql="""
            SELECT url, quoted(text) || if(is_data, ' in ' || source, '') || ' against ' || quoted(compared_with) || ': '
                   || difference AS evidence
            FROM own_hours WHERE verdict = 'differs'
        """,
    ),
    Check(
        id="nap.name_differs",
        severity="warning",
        population="own_names",
        title="The clinic goes by another name",
        why="Search engines tell businesses apart by name, address and phone; another name looks like another business.",
        fix="Use the name of the clinic's file; if this name is yours too, add it to brand there.",
        sql="""
            SELECT url, quoted(text) || ' (' || source || ') instead of ' || quoted(compared_with) || ': ' || difference
                   AS evidence
            FROM own_names WHERE verdict = 'differs'
        """,
    ),
    Check(
        id="nap.location_unpublished",
        severity="warning",
        population="registered_site",
        title="A location of the clinic's file is on no page",
        why="Patients nearby find neither the place nor the way to it.",
        fix="Show the address in the footer or on a page of the location; if the place is closed, take it out of the file.",
        sql="""
            SELECT s.url, n.location || ': ' || quoted(n.text) AS evidence
            FROM registered_site s, nap n
            WHERE n.kind = 'address' AND list_contains(n.sources, 'file') AND n.pages = 0 AND NOT EXISTS (
                FROM nap o WHERE o.kind = 'address' AND o.location = n.location AND o.pages > 0)
        """,
    ),
    Check(
        id="nap.hours_unpublished",
        severity="notice",
        population="registered_site",
        title="Opening hours of the clinic's file are on no page",
        why="Whether you are open is what patients look for most; without hours they have to call.",
        fix="Show the opening hours beside the address, and publish them in the structured data.",
        sql="""
            SELECT s.url, n.location || ': ' || quoted(n.text) AS evidence
            FROM registered_site s, nap n
            WHERE n.kind = 'hours' AND list_contains(n.sources, 'file') AND n.pages = 0
              AND NOT EXISTS (FROM nap o WHERE o.kind = 'hours' AND o.ownership = 'own' AND o.pages > 0
                              AND (o.location = n.location OR o.location IS NULL))
        """,
    ),
    Check(
        id="nap.address_missing",
        severity="notice",
        population="home_and_contact_pages",
        title="The home or contact page shows no address",
        why="Patients look there for the way to you, and search engines for where you are.",
        fix="Show the whole address as text, best in the footer of every page.",
        sql="""
            SELECT p.url, 'None on the ' || p.page_type || ' page; it stands on ' || counted(n.pages, 'page') || ', such as '
                   || n.page AS evidence
            FROM home_and_contact_pages p,
                 (SELECT count(DISTINCT url) AS pages, min(url) AS page FROM own_addresses WHERE NOT is_data) n
            WHERE n.pages > 0 AND p.url NOT IN (SELECT url FROM own_addresses WHERE NOT is_data)
        """,
    ),
    Check(
        id="nap.data_address_missing",
        severity="notice",
        population="own_names",
        title="Structured data names the clinic but not its address",
        why="Search engines connect a site with a place on the map by name, address and phone together.",
        fix="Add the address as a PostalAddress to the item that names the clinic.",
        sql="""
            SELECT url, quoted(text) || ' in ' || source || ' has no address' AS evidence
            FROM own_names
            WHERE is_data AND url IN (SELECT url FROM home_and_contact_pages) AND EXISTS (FROM own_addresses WHERE NOT is_data)
              AND NOT EXISTS (FROM nap_mentions WHERE kind = 'address' AND source IN ('json-ld', 'microdata', 'rdfa'))
        """,
    ),
    Check(
        id="nap.address_unregistered",
        severity="notice",
        population="own_addresses",
        title="An address of the clinic is not in its file",
        why="What the file does not know cannot be compared with what pages say.",
        fix="Enter it in the clinic's file as a location; if it is not yours, make sure it should stand there.",
        sql="""
            SELECT min(url) AS url, quoted(min(text)) AS evidence
            FROM own_addresses
            WHERE verdict = 'reference' AND location IS NULL
              AND EXISTS (FROM nap WHERE kind = 'address' AND list_contains(sources, 'file'))
            GROUP BY key
        """,
    ),
    Check(
        id="nap.address_forms",
        severity="notice",
        population="own_addresses",
        title="One address is written in many ways",
        why="An address that always looks the same is easier to recognise, for patients as for directories.",
        fix="Choose one way to write it, and use it on all pages and in the structured data.",
        sql=r"""
            SELECT min(url) AS url, array_to_string(list_sort(list(DISTINCT example))[1:5], ', ') AS evidence
            FROM (
                SELECT coalesce(location, compared_with, text) AS place, min(street) AS example, min(url) AS url,
                       regexp_replace(lower(street), '[^\pL\pN]+', ' ', 'g') AS spelling
                FROM own_addresses WHERE verdict IN ('reference', 'same', 'form') AND street IS NOT NULL GROUP BY place, spelling)
            GROUP BY place HAVING count(*) > $max_forms
        """,
        thresholds={
            "max_forms": Threshold(3, "ways", "ours: with and without the suite, street spelt out or not")
        },
    ),
)
