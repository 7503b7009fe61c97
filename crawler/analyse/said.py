"""Texts as words, in SQL: to look for a phrase that is no part of another word."""


def as_words(column: str) -> str:
    """An expression for the words of the text in `column`: lower-case, one space before and after each."""
    return rf"(' ' || trim(regexp_replace(lower({column}), '[^\p{{L}}\p{{M}}\p{{N}}]+', ' ', 'g')) || ' ')"
