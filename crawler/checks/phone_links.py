"""Links that call or write to a number: what they dial, and whether they can."""

from crawler.checks.check import Check

_OTHER_NUMBER = """
            SELECT url, position AS mention, 'Shows ' || quoted(shown_text)
                   || if(channel IN ('tel', 'callto'), ', dials ', ', writes to ') || href_number AS evidence
            FROM number_links WHERE dials_another AND
"""

CHECKS = (
    Check(
        id="phone.href_mismatch",
        severity="error",
        population="number_links",
        title="The link dials another number than the one shown",
        why="Patients who tap reach someone else, and the clinic never learns of the call.",
        fix="Put the number that is shown into the link.",
        sql=f"{_OTHER_NUMBER} NOT may_be_swapped",
    ),
    Check(
        id="phone.tracked_mismatch",
        severity="notice",
        population="number_links",
        title="A link dials another number than shown, on a page with call tracking",
        why="Call tracking may change both in the visitor's browser; where it does not, calls go astray.",
        fix="Put the number that is shown into the link; the tracking changes both.",
        sql=f"{_OTHER_NUMBER} may_be_swapped",
    ),
    Check(
        id="phone.name_mismatch",
        severity="warning",
        population="number_links",
        title="A phone link is named after another number than it dials",
        why="Screen readers read out one number, and a tap reaches another.",
        fix="Put the number that the link dials into its aria-label or alt text.",
        sql="""
            SELECT url, position AS mention, 'Named ' || quoted(name) || ', dials ' || href_number AS evidence
            FROM (SELECT url, position, accessible_name AS name, href_number, shown_number AS named
                  FROM number_links WHERE shown_text IS NULL
                  UNION ALL
                  SELECT c.url, c.position, l.accessible_name, c.href_number, n.number
                  FROM number_links c
                  JOIN links l ON l.source_url = c.url AND l.href = c.href AND l.kind IN ('phone', 'page', 'other')
                  JOIN seen_phone_ctas n ON n.url = c.url AND n.channel IN ('alt', 'aria')
                    AND contains(l.accessible_name, n.accessible_name))
            WHERE named <> href_number AND NOT contains(digits_of(name), right(href_number, 7))
        """,
    ),
    Check(
        id="phone.extension_mismatch",
        severity="warning",
        population="phone_links",
        title="The link dials another extension than the one shown",
        why="Patients who tap reach another desk than the one they read of.",
        fix="Put the extension that is shown into the link: tel:+…;ext=12.",
        sql=r"""
            SELECT url, position AS mention, 'Shows extension ' || shown || ', dials ' || dialled AS evidence
            FROM (SELECT *, regexp_extract(shown_text,
                             '\d\W{0,4}(?:\b(?:ext(?:ensi[oó]n|n)?|poste|anexo)\b|x|#)[\s.:]*(\d{1,6})\b', 1, 'i') AS shown,
                         regexp_extract(url_decode(href), '(?:;ext=|[,;pw]+)(\d{1,6})#?$', 1, 'i') AS dialled
                  FROM phone_links WHERE contains(shown_text, right(shown_number, 4)))
            WHERE shown <> '' AND dialled <> '' AND shown <> dialled
        """,
    ),
    Check(
        id="phone.invalid_href",
        severity="error",
        population="number_links",
        title="A phone link dials no possible number",
        why="A tap on it ends in an error message, so the patient does not get through.",
        fix="Write the link with country code and all digits: tel:+1 and ten digits in the US.",
        sql="""
            SELECT url, position AS mention,
                   concat_ws(', ', 'The link is ' || quoted(href), 'shown as ' || quoted(shown_text)) AS evidence
            FROM (SELECT url, position, href, shown_text FROM judged_phone_links
                  WHERE NOT works AND NOT country_doubtful AND ownership <> 'placeholder'
                  UNION ALL
                  SELECT url, position, href, shown_text FROM message_links
                  WHERE href_number IS NULL AND NOT valid AND number IS NOT NULL AND ownership <> 'placeholder')
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
            WHERE l.country_doubtful AND NOT l.works GROUP BY s.url
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
            SELECT s.url, counted(l.bare, 'phone link') || ' of ' || l.links || ', such as ' || quoted(l.example.href)
                   || ' on ' || l.example.url AS evidence
            FROM phone_sites s, (
                SELECT count(*) AS links, count(*) FILTER (NOT international) AS bare,
                       min({'href': href, 'url': url}) FILTER (NOT international) AS example
                FROM judged_phone_links WHERE href_number IS NOT NULL) l
            WHERE l.bare > 0
        """,
    ),
    Check(
        id="phone.fax_as_cta",
        severity="warning",
        population="phone_links",
        title="A tap calls the fax machine",
        why="Patients hear a whistle instead of a voice.",
        fix="Leave the fax number as plain text without a link.",
        sql="""
            SELECT url, position AS mention, concat_ws(', ', 'The link ' || href, 'shown as ' || quoted(shown_text))
                   AS evidence
            FROM phone_links WHERE ownership = 'fax' AND linked
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
            SELECT url, position AS mention, href || ' in the ' || place_of(zone) AS evidence
            FROM phone_links WHERE linked AND trim(coalesce(accessible_name, '')) = '' AND hidden IS NULL
        """,
    ),
    Check(
        id="phone.nonstandard_link",
        severity="notice",
        population="shown_phone_ctas",
        title="A number is called in an unusual way",
        why="Many phones do nothing when it is tapped, and call tracking and search engines do not see it.",
        fix="Make it a link with the address tel:+… and the number with its country code.",
        sql="""
            SELECT url, position AS mention, CASE channel WHEN 'callto' THEN 'The link ' WHEN 'form' THEN 'A form calls '
                   WHEN 'script' THEN 'A script calls ' ELSE 'Only a data attribute holds ' END || coalesce(href, number)
                   AS evidence
            FROM shown_phone_ctas c
            WHERE number IS NOT NULL AND ownership <> 'placeholder' AND (channel IN ('callto', 'script', 'form')
              OR channel = 'data-attribute' AND NOT EXISTS (
                  SELECT 1 FROM shown_phone_ctas o
                  WHERE o.url = c.url AND o.number = c.number AND o.channel <> 'data-attribute'))
        """,
    ),
)
