"""Phone numbers: each must be the clinic's own, right, and callable with one tap."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="phone.none",
        severity="warning",
        population="whole_site",
        title="No phone number was found on the whole site",
        why="Most patients book by phone.",
        fix="Show the number at the top of every page as text, linked so that a tap calls.",
        sql="""
            SELECT url, 'None on ' || counted((SELECT count(*) FROM html_pages), 'page') AS evidence
            FROM whole_site WHERE NOT EXISTS (
                SELECT 1 FROM shown_phone_ctas WHERE ownership NOT IN ('third_party', 'agency', 'fax', 'placeholder'))
        """,
    ),
    Check(
        id="phone.href_mismatch",
        severity="error",
        population="phone_links",
        title="The link dials another number than the one shown",
        why="Patients who tap reach someone else, and the clinic never learns of the call.",
        fix="Put the number that is shown into the link.",
        sql="""
            SELECT url, 'Shows ' || quoted(shown_text) || ', dials ' || href_number AS evidence
            FROM phone_links
            WHERE href_number <> shown_number AND ownership <> 'placeholder' AND NOT EXISTS (
                SELECT 1 FROM phone_numbers n
                WHERE n.ownership = 'tracking_pool' AND n.number IN (href_number, shown_number))
        """,
    ),
    Check(
        id="phone.placeholder",
        severity="error",
        population="shown_phone_ctas",
        title="A phone number is a placeholder",
        why="It came with the template and reaches nobody.",
        fix="Replace it by the clinic's number, in the text and in the link.",
        sql="""
            SELECT url, concat_ws(', ', 'shows ' || quoted(shown_text), 'has the link ' || href) AS evidence
            FROM shown_phone_ctas WHERE ownership = 'placeholder'
        """,
    ),
    Check(
        id="phone.invalid_href",
        severity="error",
        population="phone_links",
        title="A phone link dials no possible number",
        why="A tap on it ends in an error message, so the patient does not get through.",
        fix="Write the link with country code and all digits: tel:+1 and ten digits in the US.",
        sql="""
            SELECT url, concat_ws(', ', 'The link is ' || quoted(href), 'shown as ' || quoted(shown_text)) AS evidence
            FROM judged_phone_links
            WHERE NOT works AND ownership <> 'placeholder' AND (international OR NOT country_doubtful)
        """,
    ),
    Check(
        id="phone.country_doubtful",
        severity="notice",
        population="phone_sites",
        title="Most phone links do not fit the country of the site",
        why="Numbers without a country code are read as numbers of that country, so they cannot be judged.",
        fix="Set region in the clinic's file to the country of the clinic.",
        sql="""
            SELECT s.url, counted(count(*), 'phone link') || ' without country code cannot be read, such as '
                   || quoted(min(l.href)) AS evidence
            FROM phone_sites s, judged_phone_links l
            WHERE l.country_doubtful AND NOT l.works AND NOT l.international GROUP BY s.url
        """,
    ),
    Check(
        id="phone.near_duplicate",
        severity="warning",
        population="shown_phone_ctas",
        title="A number looks like the clinic's number with a typing error",
        why="A wrong digit sends patients to a stranger.",
        fix="Compare it with your number. If it is right, enter it in the clinic's file.",
        sql="""
            SELECT DISTINCT c.url, c.number || ' is nearly ' || o.number || ', the number on '
                   || counted(o.pages_linked + o.pages_text, 'page') AS evidence
            FROM shown_phone_ctas c JOIN phone_numbers n USING (number), phone_numbers o
            WHERE n.ownership = 'unknown' AND o.ownership IN ('main', 'location', 'department')
              AND n.pages_linked + n.pages_text <= o.pages_linked + o.pages_text
              AND damerau_levenshtein(n.number, o.number) <= $max_distance
              AND (damerau_levenshtein(n.number, o.number) = 1 OR right(n.number, 4) = right(o.number, 4))
              AND digits_of(left(n.number, -1)) <> digits_of(left(o.number, -1))
        """,
        thresholds={
            "max_distance": Threshold(2, "digits", "ours; lines that differ in the last digit only are neighbours")
        },
    ),
    Check(
        id="phone.fax_as_cta",
        severity="warning",
        population="phone_links",
        title="A tap calls the fax machine",
        why="Patients hear a whistle instead of a voice.",
        fix="Leave the fax number as plain text without a link.",
        sql="""
            SELECT url, concat_ws(', ', 'The link ' || href, 'shown as ' || quoted(shown_text)) AS evidence
            FROM phone_links WHERE ownership = 'fax' AND linked
        """,
    ),
    Check(
        id="phone.unlinked",
        severity="warning",
        population="own_phone_ctas",
        title="The clinic's number cannot be tapped",
        why="Most patients read on a phone; without a link they have to copy the number.",
        fix='Link the number: <a href="tel:+…"> with country code.',
        sql="""
            SELECT c.url, quoted(c.shown_text) || ' in the ' || replace(c.zone, 'main', 'main text') || ' is plain text' AS evidence
            FROM own_phone_ctas c
            ANTI JOIN (SELECT * FROM own_phone_ctas WHERE linked) l ON l.url = c.url AND l.number = c.number
            WHERE c.channel IN ('text', 'vanity')
        """,
    ),
    Check(
        id="phone.data_mismatch",
        severity="warning",
        population="published_phones",
        title="Structured data names a number that no page shows",
        why="Search engines may show that number instead of the one on your pages.",
        fix="Use the same number in the structured data and on the page.",
        sql="""
            SELECT c.url, coalesce(c.number, c.shown_text) || ' in ' || c.channel || ' ' || quoted(c.context)
                   || ' is shown on no page' AS evidence
            FROM published_phones c
            WHERE c.ownership NOT IN ('third_party', 'agency', 'fax', 'placeholder', 'tracking_pool')
              AND c.number IS NOT NULL AND EXISTS (FROM own_phone_ctas) AND EXISTS (FROM whole_site)
              AND c.number NOT IN (SELECT unnest([href_number, shown_number]) AS number FROM shown_phone_ctas
                                   WHERE href_number IS NOT NULL OR shown_number IS NOT NULL)
        """,
    ),
    Check(
        id="phone.tracking_published",
        severity="warning",
        population="published_phones",
        title="Structured data names a call-tracking number",
        why="Search engines and directories copy it, and keep it after the campaign has ended.",
        fix="Name the clinic's permanent number in the structured data.",
        sql="""
            SELECT url, number || ' in ' || channel || ' ' || quoted(context) AS evidence
            FROM published_phones WHERE ownership = 'tracking_pool'
        """,
    ),
    Check(
        id="phone.country_code_missing",
        severity="notice",
        population="phone_sites",
        title="Phone links lack the country code",
        why="They fail for patients who call from abroad, and for some apps.",
        fix="Write tel: links with a plus sign and the country code.",
        sql="""
            SELECT s.url, counted(l.bare, 'phone link') || ' of ' || l.links || ', such as ' || quoted(l.example)
                   AS evidence
            FROM phone_sites s, (
                SELECT count(*) AS links, count(*) FILTER (NOT international) AS bare,
                       min(href) FILTER (NOT international) AS example
                FROM judged_phone_links WHERE href_number IS NOT NULL) l
            WHERE l.bare > 0
        """,
    ),
    Check(
        id="phone.unnamed_link",
        severity="warning",
        population="phone_links",
        title="A phone link is an icon without a name",
        why="Screen readers announce a link, but not that it calls the clinic.",
        fix="Add the text “Call us”, or an aria-label, to the link.",
        sql="""
            SELECT url, href || ' in the ' || replace(zone, 'main', 'main text') AS evidence
            FROM phone_links WHERE linked AND trim(coalesce(accessible_name, '')) = ''
        """,
    ),
    Check(
        id="phone.formats",
        severity="notice",
        population="phone_sites",
        title="One number is written in many ways",
        why="A number that always looks the same is easier to recognise, and call tracking finds all of it.",
        fix="Choose one way to write it, and use it on all pages.",
        sql=r"""
            SELECT s.url, f.number || ' as ' || array_to_string(f.forms[1:5], ', ') AS evidence
            FROM phone_sites s, (
                SELECT number, list(any_form ORDER BY shape) AS forms
                FROM (SELECT number, regexp_replace(form, '[0-9]', '9', 'g') AS shape, min(form) AS any_form
                      FROM (SELECT number, trim(regexp_extract(shown_text, '[+(]?[0-9][0-9 ().+/\-\x{A0}\x{2010}-\x{2015}]*[0-9]'))
                                   AS form
                            FROM own_phone_ctas WHERE shown_number = number AND channel <> 'vanity')
                      WHERE length(digits_of(form)) >= 7
                      GROUP BY ALL)
                GROUP BY number HAVING count(*) > $max_forms) f
        """,
        thresholds={"max_forms": Threshold(2, "ways", "ours: two are common, a link and a text")},
    ),
    Check(
        id="phone.letters_only",
        severity="notice",
        population="own_phone_ctas",
        title="A number is shown in letters only",
        why="Letters are easy to remember, but hard to dial on a phone that is not in the hand.",
        fix="Show the digits beside the letters, and link them.",
        sql="""
            SELECT c.url, quoted(c.shown_text) || ' stands for ' || c.number AS evidence
            FROM own_phone_ctas c
            ANTI JOIN (SELECT * FROM own_phone_ctas WHERE channel <> 'vanity') o ON o.url = c.url AND o.number = c.number
            WHERE c.channel = 'vanity'
        """,
    ),
    Check(
        id="phone.unregistered",
        severity="notice",
        population="shown_phone_ctas",
        title="A number is not in the clinic's file",
        why="Nobody has said whose number it is, so it cannot be checked.",
        fix="If it is yours, enter it in the clinic's file; if not, make sure it should stand there.",
        sql="""
            SELECT url, coalesce(shown_text, href) || ' (' || channel || ')' AS evidence
            FROM shown_phone_ctas
            WHERE ownership = 'unknown' AND number IS NOT NULL AND channel NOT IN ('sms', 'whatsapp')
              AND EXISTS (SELECT 1 FROM phone_numbers WHERE ownership_source = 'config')
        """,
    ),
    Check(
        id="phone.messaging_unregistered",
        severity="warning",
        population="shown_phone_ctas",
        title="Messages go to a number that is not in the clinic's file",
        why="What patients write may end up with someone else.",
        fix="If it is yours, enter it in the clinic's file as messaging; if not, correct the link.",
        sql="""
            SELECT url, channel || ' to ' || number AS evidence FROM shown_phone_ctas
            WHERE ownership = 'unknown' AND number IS NOT NULL AND channel IN ('sms', 'whatsapp')
              AND EXISTS (SELECT 1 FROM phone_numbers WHERE ownership_source = 'config')
        """,
    ),
)
