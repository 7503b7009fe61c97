"""Which phrase a page is to be found for, what its title promises, and pages that compete with each other."""

from typing import Annotated, NamedTuple


class TargetRow(NamedTuple):
    url: Annotated[str, "the page"]
    phrase: Annotated[str, "what it is to be found for"]
    key: Annotated[str, "stems, joined by a space"]
    source: Annotated[str, "manual (the clinic says so) or inferred (its best placed keyphrase)"]
    score: Annotated[
        int | None,
        "0 to 100, how well it is placed: title 40, H1 20, URL 15, H2 10, first 100 words 5, pages whose link text to "
        "it holds the phrase 1 each, up to 10; null: the page was not read, or search engines may not show it",
    ]
    strongest_url: Annotated[
        str | None, "page of this language where it is placed best; null: on none that search engines may show"
    ]
    strongest_score: Annotated[int | None, "how well it is placed there; null: on none"]
    is_contradicted: Annotated[bool, "manual, and placed better on another page"]


class TitlePromiseRow(NamedTuple):
    url: Annotated[str, "the page"]
    phrase: Annotated[str, "part of the title; none of the clinic's name"]
    key: Annotated[str, "stems, joined by a space"]
    missing: Annotated[list[str], "words of it, in any form, that the main content does not hold"]
    is_kept: Annotated[
        bool, "the main content holds more than half of the words that mean something; towns count not"
    ]


class CannibalisationRow(NamedTuple):
    group_id: Annotated[str, "pages that compete with each other; stable over crawls"]
    grade: Annotated[
        str, "certain (searches show several), likely (say the same) or possible (same target phrase)"
    ]
    phrase: Annotated[str, "what they compete for: the query, else the target phrase of the strongest page"]
    key: Annotated[str, "stems, joined by a space; empty: there is no such phrase"]
    url: Annotated[str, "a page of the group"]
    score: Annotated[
        float,
        "certain: share of the query's impressions, in percent; likely: likeness to the strongest page of the group, in "
        "percent; possible: how well the phrase is placed",
    ]
    reason: Annotated[str, "why it is in the group, in a sentence"]
