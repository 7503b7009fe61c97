"""The language that a page says it is written in."""

from crawler.checks.check import Check

_ALIKE = (
    ("nb", "no"), ("nn", "no"), ("nn", "da"), ("bs", "hr"), ("sr", "hr"), ("sh", "hr"), ("in", "id"), ("ms", "id"), ("id", "ms"),
    ("iw", "he"), ("gl", "pt"), ("gl", "es"), ("af", "nl"), ("sr", "mk"), ("be", "ru"), ("mr", "hi"), ("ne", "hi"),
)  # fmt: skip
"""Declared and read codes that name the same language, an older name of it, or one that is not told apart from it."""

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
    Check(
        id="language.mismatch",
        severity="warning",
        population="indexable_pages",
        title="The page is written in another language than it says",
        why="Screen readers pronounce it wrongly, browsers offer no translation, and search engines may be misled.",
        fix="Set the language that the text is written in, or translate what was left over.",
        sql=r"""
            SELECT url, 'lang is ' || quoted(lang) || ', the text reads as “' || text_lang || '”' AS evidence
            FROM (SELECT *, lower(regexp_extract(trim(lang), '^([A-Za-z]{2})([-_]|$)', 1)) AS code FROM indexable_pages)
            WHERE code <> '' AND text_lang IS NOT NULL AND code <> text_lang
              AND NOT list_contains($alike, code || ' ' || text_lang)
        """.replace("$alike", str([f"{one} {other}" for one, other in _ALIKE])),
    ),
)
