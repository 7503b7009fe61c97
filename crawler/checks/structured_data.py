"""Structured data: what a page tells search engines in their own format (schema.org)."""

from crawler.checks.check import Check
from crawler.checks.structured_profiles import BUSINESSES

CHECKS = (
    Check(
        id="structured_data.parse_error",
        severity="error",
        population="published_items",
        title="Structured data cannot be read",
        why="Search engines ignore all of a block that has a typing error.",
        fix="Correct the block; the evidence names the line. Google's Rich Results Test shows it as well.",
        sql="""
            SELECT url, syntax || ' block ' || position || ': ' || error AS evidence
            FROM published_items WHERE error IS NOT NULL
        """,
    ),
    Check(
        id="structured_data.repaired",
        severity="notice",
        population="published_items",
        title="Structured data can be read only by forgiving faults",
        why="It is no valid JSON. Some search engines forgive that, others ignore the whole block.",
        fix="Take out what the evidence names, in the plugin or template that writes the block.",
        sql="SELECT url, 'Forgiven: ' || repairs AS evidence FROM published_items WHERE repairs IS NOT NULL",
    ),
    Check(
        id="structured_data.missing",
        severity="notice",
        population="whole_site",
        title="The site has no structured data in JSON-LD",
        why="It tells search engines name, address, phone and opening hours; JSON-LD is the form Google asks for.",
        fix="Let your website system or a plugin add structured data for the clinic.",
        sql="""
            SELECT url, 'None on ' || counted((SELECT count(*) FROM html_pages), 'page') AS evidence
            FROM whole_site WHERE NOT EXISTS (SELECT 1 FROM published_items WHERE syntax = 'json-ld')
        """,
    ),
    Check(
        id="structured_data.business_missing",
        severity="warning",
        population="home_and_contact_pages",
        title="Structured data does not say what clinic this is",
        why="Search engines read name, address and phone of a clinic from it, above all on home and contact pages.",
        fix="Add a MedicalClinic, Physician, Dentist or LocalBusiness item with name, address and phone.",
        sql=f"""
            SELECT url, 'None of the home and contact pages has an item of a local business' AS evidence
            FROM home_and_contact_pages
            WHERE page_type = 'home' AND EXISTS (FROM published_items) AND EXISTS (FROM whole_site)
              AND NOT EXISTS (
                SELECT 1 FROM main.structured_items
                WHERE regexp_matches(type, '(^|, )({"|".join(BUSINESSES)})(,|$)')
                  AND url IN (SELECT url FROM home_and_contact_pages))
              AND NOT EXISTS (SELECT 1 FROM phone_ctas WHERE channel = 'microdata')
        """,
    ),
    Check(
        id="structured_data.missing_required",
        severity="warning",
        population="required_properties",
        title="Structured data lacks what search engines require",
        why="They use an item only when it has every property that they require of its type.",
        fix="Add the properties that the evidence names to the item.",
        sql="""
            SELECT url, label || ' lacks ' || string_agg(property, ', ' ORDER BY property) AS evidence
            FROM required_properties WHERE NOT met GROUP BY url, position, label
        """,
    ),
    Check(
        id="structured_data.missing_recommended",
        severity="notice",
        population="recommended_properties",
        title="Structured data lacks what search engines recommend",
        why="Each of these tells them more about the clinic, its people and its texts.",
        fix="Add those that apply and that the page shows; leave out what you would have to make up.",
        sql="""
            SELECT url, label || ' lacks ' || string_agg(property, ', ' ORDER BY property) AS evidence
            FROM recommended_properties WHERE NOT met GROUP BY url, position, label
        """,
    ),
    Check(
        id="structured_data.date_not_iso",
        severity="warning",
        population="published_dates",
        title="Dates in structured data are not in the standard form",
        why="Search engines read 2026-05-01, or with a time 2026-05-01T09:00:00Z, and guess or ignore all else.",
        fix="Write dates as year, month and day with hyphens (ISO 8601).",
        sql=r"""
            SELECT url, property || ' is ' || quoted(value) AS evidence FROM published_dates
            WHERE NOT regexp_full_match(trim(value), '\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?\s?(Z|[+-]\d\d(:?\d\d)?)?)?)?)?', 'i')
               OR (length(trim(value)) >= 10 AND try_cast(left(trim(value), 10) AS DATE) IS NULL)
        """,
    ),
    Check(
        id="structured_data.address_relative",
        severity="warning",
        population="published_addresses",
        title="Addresses in structured data are not complete",
        why="Search engines fetch logos, pictures and pages from there; without https:// they may not find them.",
        fix="Write the whole address, with https:// and the host.",
        sql="""
            SELECT url, property || ' is ' || quoted(value) AS evidence FROM published_addresses
            WHERE NOT regexp_matches(trim(value), '^[a-zA-Z][a-zA-Z0-9+.-]*:')
        """,
    ),
    Check(
        id="structured_data.telephone_unreadable",
        severity="warning",
        population="published_telephones",
        title="A telephone in structured data is no phone number",
        why="Search engines may offer it to patients as the number to call.",
        fix="Give one number in each telephone property, with country code, such as +1 310 453 1234.",
        sql="""
            SELECT url, property || ' is ' || quoted(value) AS evidence FROM published_telephones
            WHERE length(digits_of(value)) > 18 OR (length(digits_of(value)) < 7
                  AND NOT regexp_matches(value, '[0-9]{3}.*[A-Za-z]{4}'))
        """,
    ),
    Check(
        id="structured_data.question_not_shown",
        severity="warning",
        population="published_questions",
        title="Questions in structured data are not on the page",
        why="Search engines ask that structured data says only what visitors can read, and may distrust all of it.",
        fix="Show the questions with their answers on the page, or bring the structured data up to date with it.",
        sql=r"""
            SELECT q.url, quoted(q.question) || ' is not in the text of the page' AS evidence
            FROM published_questions q JOIN (
                SELECT url, string_agg(letters_of(text), '' ORDER BY position) AS words
                FROM blocks SEMI JOIN published_questions USING (url) GROUP BY url) t USING (url)
            WHERE NOT contains(t.words, letters_of(q.question))
        """,
    ),
    Check(
        id="structured_data.breadcrumb_incomplete",
        severity="warning",
        population="breadcrumb_entries",
        title="Breadcrumbs in structured data lack a position or a name",
        why="Search engines show the trail above a result only when every entry has both.",
        fix="Give every entry of the BreadcrumbList its position, from 1, and its name.",
        sql="""
            SELECT url, 'Entry ' || entry || coalesce(' ' || quoted(name), '') || ' lacks '
                   || concat_ws(' and ', if(has_position, NULL, 'position'), if(has_name, NULL, 'name')) AS evidence
            FROM breadcrumb_entries WHERE NOT (has_position AND has_name)
        """,
    ),
    Check(
        id="structured_data.own_rating",
        severity="notice",
        population="described_businesses",
        title="The clinic publishes ratings of itself",
        why="Google shows no stars for ratings that a business publishes about itself on its own site.",
        fix="It is valid and may stay if the reviews are real and shown; do not count on stars for it.",
        sql="""
            SELECT url, label || ' has ' || list_aggregate(ratings, 'string_agg', ' and ') AS evidence
            FROM (SELECT *, list_intersect(['aggregateRating', 'review'], known) AS ratings FROM described_businesses)
            WHERE len(ratings) > 0
        """,
    ),
)
