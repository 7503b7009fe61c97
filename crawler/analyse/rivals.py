"""Pages that may compete with each other: what they are compared by, and when they rightly stand side by side."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Self

from crawler.analyse.text.page import path_text
from crawler.analyse.text.tokens import stem, tokenise

_MOST_COMPARED = 50
"""Groups that a page is compared with: this bounds the work on a site of thousands of pages that are all the same."""

_LOCATIVE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]round|[Ss]erving|[Ee]n|[Àà]|[Bb]ei)\s+((?:[^\W\d_a-zß-ÿ][\w’'.-]*\s?){1,3})"
)
"""Words with a capital letter behind a preposition of place. They tell pages apart, even where they name no place."""

_BEFORE_STATE = re.compile(r"([^\W\d_a-zß-ÿ][\w’'.-]*),\s*[A-Z]{2}\b")
"""The last word of a town before its state: Fort Myers, FL."""

_OF_ITS_OWN = frozenset({"about", "contact", "location", "provider", "testimonial"})
"""Types of pages that are looked for as such: no page of another type takes their place."""


class Rival(NamedTuple):
    """`title_keys`: stems of the title without places; `places`: names of places in title, H1 and path; `parents`:
    pages above it that it links to."""

    strength: float
    url: str
    page_type: str
    language: str
    phrase: str
    key: str
    title_keys: frozenset[str]
    sketch: list[int]
    places: frozenset[str]
    parents: frozenset[str]

    @classmethod
    def of(cls, row: Sequence[Any], known: tuple[str, ...]) -> Self:
        """Of a row of the query; `known`: names of places, in folded words."""
        strength, url, title, h1, page_type, language, phrase, key, title_keys, sketch, parents = row
        said = f"{title or ''} . {h1 or ''}"
        return cls(
            strength=strength,
            url=url,
            page_type=page_type,
            language=language,
            phrase=phrase,
            key=key,
            title_keys=frozenset(title_keys or ()) - _place_stems(known, language),
            sketch=sketch or [],
            places=_places(said, path_text(url), known),
            parents=frozenset(parents or ()),
        )


def exemption(one: Rival, other: Rival) -> str | None:
    """Why two pages may say the same: a hub and what stands below it, how to reach the clinic and what it
    treats, or the same for two places; null: they may not.

    Pages in different languages, and other addresses of one page, are never compared.
    """
    if one.language != other.language:
        return "translation"
    if one.page_type != other.page_type and not _OF_ITS_OWN.isdisjoint({one.page_type, other.page_type}):
        return "another kind of page"
    if one.url in other.parents or other.url in one.parents:
        return "hub and child"
    if one.page_type == other.page_type == "location" or (
        one.places and other.places and one.places != other.places
    ):
        return "location"
    return None


def grouped(
    rivals: Iterable[Rival], compare: Callable[[Rival, Rival], float | None]
) -> Iterator[list[tuple[Rival, float]]]:
    """Groups of two and more, each page compared with the first of a group only, so that likeness does not spread.

    `rivals`: strongest first. `compare`: of the first and another; null: not of its group. The first has the best
    share of the others.
    """
    groups: list[list[tuple[Rival, float]]] = []
    for rival in rivals:
        for group in groups[:_MOST_COMPARED]:
            share = compare(group[0][0], rival)
            if share is not None:
                group.append((rival, share))
                break
        else:
            if len(groups) < _MOST_COMPARED:
                groups.append([(rival, 0.0)])
    for first, *others in groups:
        if others:
            yield [(first[0], max(share for _, share in others)), *others]


def _places(said: str, path: str, known: tuple[str, ...]) -> frozenset[str]:
    words = f"{_folded(said)}|{_folded(path)}"
    named = {place for place in known if f" {place} " in words}
    told = (*_LOCATIVE.findall(said), *_BEFORE_STATE.findall(said))
    return frozenset(named or {_folded(found).strip() for found in told})


def _folded(words: str) -> str:
    return f" {' '.join(token.word for token in tokenise(words))} "


@lru_cache(maxsize=32)
def _place_stems(known: tuple[str, ...], language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for place in known for word in place.split())
