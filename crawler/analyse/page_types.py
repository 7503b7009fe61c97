"""What kind of page a page is: by its address, else by its structured data, its H1 and its title."""

from collections.abc import Collection, Sequence
from urllib.parse import unquote, urlsplit

from crawler.analyse.text.matcher import Vocabulary, find_matches
from crawler.analyse.text.page import path_text
from crawler.analyse.text.tokens import tokenise
from crawler.taxonomy import PageType

OTHER = "other"
_NAMED_SHARE = 0.6
"""An address that says little more than a condition or treatment is a page about it."""

_KINDS = ("condition", "treatment")
_PLACES = "location"
"""Below its address stand pages about what is treated there, too."""


def page_type(
    url: str,
    title: str | None,
    h1: str | None,
    schema_types: Collection[str],
    rules: Sequence[PageType],
    vocabulary: Vocabulary,
) -> str:
    """Id of the page type, or "other".

    `schema_types`: structured data types on the page; one string may join several by a comma.
    `rules`: page types of the taxonomy, tried in their order.
    """
    path = unquote(urlsplit(url).path, errors="replace").lower() or "/"
    by_address = next((rule.id for rule in rules if any(rx.search(path) for rx in rule.rx_url)), None)
    if by_address and by_address != _PLACES:
        return by_address
    return (
        _by_last_segment(url, vocabulary)
        or by_address
        or _by_schema(schema_types, rules)
        or _by_text(h1, title, rules)
    )


def _by_last_segment(url: str, vocabulary: Vocabulary) -> str | None:
    last = path_text(url).rsplit(". ", 1)[-1]
    tokens = tokenise(last, vocabulary.language)
    for match in find_matches(tokens, vocabulary):
        for ref in match.term.refs:
            if ref.kind in _KINDS and (match.end - match.first) >= _NAMED_SHARE * len(tokens):
                return ref.kind
    return None


def _by_schema(schema_types: Collection[str], rules: Sequence[PageType]) -> str | None:
    found = {name.strip() for types in schema_types for name in types.split(",")}
    return next((rule.id for rule in rules if not found.isdisjoint(rule.schema_types)), None)


def _by_text(h1: str | None, title: str | None, rules: Sequence[PageType]) -> str:
    for text in (h1, title):
        for rule in rules:
            if text and any(pattern.search(text.strip()) for pattern in rule.rx_text):
                return rule.id
    return OTHER
