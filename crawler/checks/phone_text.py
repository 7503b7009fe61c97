"""Numbers as visitors read them: each should be linked, possible, and written alike."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="phone.unlinked",
        severity="warning",
        population="unlinked_phone_ctas",
        title="The clinic's number at the top of the page cannot be tapped",
        why="Most patients read on a phone; without a link they have to copy the number.",
        fix='Link the number: <a href="tel:+…"> with country code.',
        sql="""
            SELECT url, position AS mention, quoted(shown_text) || ' in the '
                   || if(zone = 'main', 'first lines of the text', place_of(zone)) || ' is plain text' AS evidence
            FROM unlinked_phone_ctas WHERE first_screen
        """,
    ),
    Check(
        id="phone.unlinked_below",
        severity="notice",
        population="unlinked_phone_ctas",
        title="The clinic's number in the text or footer cannot be tapped",
        why="Most patients read on a phone; without a link they have to copy the number.",
        fix='Link the number: <a href="tel:+…"> with country code.',
        sql="""
            SELECT url, position AS mention, quoted(shown_text) || ' in the ' || place_of(zone)
                   || ' is plain text' AS evidence
            FROM unlinked_phone_ctas WHERE NOT number_is_at_top
        """,
    ),
    Check(
        id="phone.format_detection_off",
        severity="notice",
        population="unlinked_phone_ctas",
        title="The page keeps phones from linking its numbers",
        why="Its meta format-detection says telephone=no, so a number that has no link cannot be tapped on any phone.",
        fix="Link the number, or take telephone=no out of the head.",
        sql=r"""
            SELECT c.url, c.position AS mention, quoted(c.shown_text) || ' in the ' || place_of(c.zone)
                   || ', ' || quoted(t.value) || ' in the head' AS evidence
            FROM unlinked_phone_ctas c JOIN head_tags t USING (url)
            WHERE t.name = 'format-detection' AND regexp_matches(t.value, '\btelephone\s*=\s*no\b', 'i')
        """,
    ),
    Check(
        id="phone.shown_impossible",
        severity="warning",
        population="shown_phone_ctas",
        title="A number is shown that cannot be dialled",
        why="It has too few or too many digits, or belongs to no country, so it reaches nobody.",
        fix="Replace it by the clinic's number, with all its digits.",
        sql="""
            SELECT url, position AS mention, quoted(shown_text) || ' in the ' || place_of(zone) AS evidence
            FROM shown_phone_ctas
            WHERE channel IN ('text', 'button') AND NOT valid AND ownership NOT IN ('placeholder', 'agency')
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
            SELECT s.url, f.number, f.number || ' as ' || array_to_string(f.forms[1:5], ', ') AS evidence
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
            SELECT c.url, c.position AS mention, quoted(c.shown_text) || ' stands for ' || c.number AS evidence
            FROM own_phone_ctas c
            ANTI JOIN (SELECT * FROM own_phone_ctas WHERE channel <> 'vanity') o ON o.url = c.url AND o.number = c.number
            WHERE c.channel = 'vanity'
        """,
    ),
)
