"""What the checks of phone numbers and calls to action run over."""

from crawler.checks.population import Population

PHONES = (
    Population(
        "seen_phone_ctas",
        "pages that show, dial or publish a number, each once",
        "SELECT * FROM phone_ctas SEMI JOIN distinct_pages USING (url)",
        stored=True,
    ),
    Population(
        "shown_phone_ctas",
        "pages that show or dial a number",
        """SELECT * FROM seen_phone_ctas WHERE channel IN ('tel', 'callto', 'sms', 'whatsapp', 'messenger', 'text', 'vanity',
               'script', 'data-attribute', 'form', 'button')""",
        stored=True,
    ),
    Population(
        "phone_pages",
        "pages that visitors stay on and that show or dial a number",
        "SELECT DISTINCT url FROM shown_phone_ctas SEMI JOIN shown_pages USING (url)",
    ),
    Population(
        "trackable_pages",
        "pages that visitors stay on and that show or dial a number, where the site has call tracking",
        "SELECT * FROM phone_pages WHERE EXISTS (FROM call_tracking)",
    ),
    Population(
        "tracked_pages",
        "pages with call tracking",
        "SELECT * FROM call_tracking SEMI JOIN shown_pages USING (url)",
    ),
    Population(
        "tracked_site_phones",
        "pages that show, dial or publish a number, where the site has call tracking or its numbers",
        """SELECT * FROM seen_phone_ctas
           WHERE EXISTS (FROM call_tracking) OR EXISTS (FROM phone_ctas WHERE ownership = 'tracking_pool')""",
    ),
    Population(
        "tracked_numbers",
        "pages with call tracking that offer a number of the clinic, each once",
        "SELECT * FROM call_tracking SEMI JOIN seen_phone_ctas USING (url) WHERE number IS NOT NULL",
    ),
    Population(
        "phone_links",
        "pages with a link that dials",
        "SELECT * FROM shown_phone_ctas WHERE channel IN ('tel', 'callto')",
    ),
    Population(
        "message_links",
        "pages with a link that writes to a number",
        "SELECT * FROM shown_phone_ctas WHERE channel IN ('sms', 'whatsapp', 'messenger')",
    ),
    Population(
        "number_links",
        "pages with a link that calls or writes to a number",
        """WITH lines AS (
               SELECT number, ownership = 'tracking_pool' AS is_pool,
                      ownership IN ('main', 'location', 'department', 'practitioner') AS is_own FROM phone_numbers)
           SELECT c.*, t.call_tracking IS NOT NULL AND (
                      SELECT count(*) FROM lines WHERE is_own AND number IN (href_number, shown_number)) < 2 AS may_be_swapped,
                  href_number <> shown_number AND shown_text IS NOT NULL AND ownership <> 'placeholder' AND NOT EXISTS (
                      SELECT 1 FROM lines WHERE is_pool AND number IN (href_number, shown_number)) AS dials_another
           FROM (FROM phone_links UNION ALL FROM message_links) c LEFT JOIN page_ctas t USING (url)""",
    ),
    Population(
        "own_phone_ctas",
        "pages that offer a number of the clinic",
        """SELECT * FROM shown_phone_ctas
           WHERE ownership IN ('main', 'location', 'department', 'practitioner', 'tracking_pool', 'messaging')""",
    ),
    Population(
        "untapped_phone_ctas",
        "pages that show a number of the clinic as text",
        "FROM own_phone_ctas WHERE channel IN ('text', 'vanity') AND is_visible(hidden)",
    ),
    Population(
        "unlinked_phone_ctas",
        "pages that show a number of the clinic as text and have no link that dials it",
        """SELECT u.*, bool_or(first_screen) OVER (PARTITION BY u.url, u.number) AS number_is_at_top
           FROM untapped_phone_ctas u ANTI JOIN (
               FROM own_phone_ctas WHERE linked AND channel IN ('tel', 'callto', 'script', 'form')) l
           ON l.url = u.url AND l.number = u.number""",
    ),
    Population(
        "judged_phone_links",
        "pages with a link that dials, and whether it works",
        r"""SELECT *, valid OR (href_number IS NOT NULL AND NOT international) AS works,
                  could_be_foreign AND coalesce(avg(CAST(href_number IS NULL AND NOT valid AS INTEGER))
                      OVER (PARTITION BY could_be_foreign), 0) > 0.5 AS country_doubtful
           FROM (SELECT *, NOT international AND regexp_matches(href, '^\s*(tel|callto):', 'i')
                            AND length(digits_of(url_decode(href))) BETWEEN 8 AND 12 AS could_be_foreign
                 FROM (SELECT *, regexp_matches(url_decode(href), '^\s*[a-z]+:[^0-9+]*(\+|00)', 'i') AS international
                       FROM phone_links WHERE regexp_matches(href, '[0-9]')))
           UNION ALL BY NAME
           SELECT *, false AS works, true AS international, false AS country_doubtful
           FROM phone_links WHERE NOT regexp_matches(coalesce(href, ''), '[0-9]')""",
        stored=True,
    ),
    Population(
        "phone_sites",
        "the site, once, if it shows or dials a number",
        "FROM site WHERE EXISTS (FROM shown_phone_ctas)",
    ),
    Population(
        "main_numbers",
        "the site, once, with the number that its pages tell to call",
        """SELECT s.url, string_agg(n.number, ' or ' ORDER BY n.number) AS number
           FROM phone_sites s, phone_numbers n
           WHERE n.ownership = 'main' AND n.number IN (SELECT number FROM shown_phone_ctas) GROUP BY s.url""",
    ),
    Population(
        "published_phones",
        "pages whose structured data names a number",
        "SELECT * FROM seen_phone_ctas WHERE channel IN ('json-ld', 'microdata', 'rdfa')",
    ),
    Population(
        "own_published_phones",
        "pages whose structured data names a number of the clinic to call",
        r"""SELECT d.*, p.page_type, t.call_tracking IS NOT NULL AS is_tracked
            FROM published_phones d JOIN pages p USING (url) LEFT JOIN page_ctas t USING (url)
            WHERE d.number IS NOT NULL AND d.cta_class <> 'fax' AND d.ownership IN ('main', 'location', 'department', 'unknown')
              AND NOT regexp_matches(coalesce(d.contact_type, ''), 'fax|billing|emergency|technical|press|tty|tdd', 'i')""",
    ),
    Population(
        "contact_phones",
        "contact pages whose text shows a number of the clinic",
        """SELECT c.*, c.ownership IN ('department', 'unknown') AND n.ownership_source = 'contact_page' AS is_guessed
           FROM own_phone_ctas c JOIN phone_numbers n USING (number) SEMI JOIN (
               SELECT url FROM content_pages WHERE page_type = 'contact') p USING (url)
           WHERE c.zone IN ('main', 'hero', 'aside')""",
    ),
    Population(
        "cta_pages",
        "content pages of a site that offers a number of the clinic, or of a clinic whose file has a number to call",
        """SELECT p.url, p.page_type, p.word_count, c.* EXCLUDE (url)
           FROM content_pages p JOIN page_ctas c USING (url) WHERE c.is_counted AND (
               EXISTS (FROM own_phone_ctas) OR EXISTS (
                   FROM phone_numbers WHERE ownership_source = 'config'
                   AND ownership IN ('main', 'location', 'department', 'practitioner', 'tracking_pool')))""",
    ),
    Population(
        "phone_registered_site",
        "the site, once, if none of its pages was left unread and the clinic's file has a number that pages should show",
        """FROM whole_site WHERE EXISTS (
               FROM phone_numbers WHERE ownership_source = 'config'
               AND ownership IN ('main', 'location', 'department', 'practitioner'))""",
    ),
)
"""Each may read those above it, those of pages, and every table."""
