"""The language that a page says it is written in."""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="language.missing",
        severity="notice",
        population="indexable_pages",
        title="The page does not say its language",
        why="Screen readers may read it aloud with the wrong pronunciation, and browsers may offer to translate it.",
        fix='Set the language of the site, such as lang="en" for English.',
        sql="SELECT url, 'No lang attribute.' AS evidence FROM indexable_pages WHERE trim(coalesce(lang, '')) = ''",
    ),
    Check(
        id="language.invalid",
        severity="notice",
        population="indexable_pages",
        title="The language code of the page is wrong",
        why="Browsers and screen readers do not know the code, so they have to guess.",
        fix="Use a code such as en, en-GB, es or fr.",
        sql=r"""
            SELECT url, 'lang is ' || quoted(lang) AS evidence FROM indexable_pages
            WHERE trim(lang) <> '' AND (
                NOT regexp_full_match(trim(lang), '[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*(-x(-[A-Za-z0-9]+)+)?')
                OR regexp_matches(lower(trim(lang)), '^(zxx|und|mis)\b'))
        """,
    ),
)
