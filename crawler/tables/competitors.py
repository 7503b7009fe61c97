"""Competitors that a site is compared with, and what they have pages for."""

from datetime import datetime
from typing import Annotated, NamedTuple


class CompetitorRow(NamedTuple):
    site: Annotated[str, "host (and port) of the competitor"]
    crawl_id: Annotated[str | None, "its snapshot that was read; null: none could be"]
    crawled_at: Annotated[datetime | None, "end of that crawl"]
    pages: Annotated[int | None, "HTML documents read"]
    outcome: Annotated[
        str | None, "complete, limited (a limit was reached: it may have pages for more) or stopped"
    ]
    schema_version: Annotated[str | None, "version of its tables; null: unknown"]
    is_used: Annotated[bool, "the comparison rests on it, too"]
    problem: Annotated[str, "why it, or a newer snapshot of it, is not used, in words; empty: nothing is wrong"]


class CompetitorTopicRow(NamedTuple):
    kind: Annotated[str, "phrase, condition, treatment or cell (a treatment for a condition)"]
    language: Annotated[str, "of a phrase: ISO 639-1; empty: of none, it is of the taxonomy"]
    key: Annotated[str, "of a phrase: stems, joined by a space, without places; else the key as in coverage"]
    label: Annotated[str, "in plain words"]
    competitors: Annotated[
        int,
        "two or more that own it: with a page whose target it is, or with it in title or H1 (a cell: covered)",
    ]
    sites: Annotated[list[str], "their hosts, by name"]
    urls: Annotated[list[str], "the best page of each, in this order"]
    titles: Annotated[list[str], "titles of these pages"]
    our_state: Annotated[
        str,
        "owned (a page of this site has it in title or H1, or as its target), thin, mentioned, none, or unknown: the "
        "crawl of this site may have missed the page",
    ]
    our_url: Annotated[str | None, "best page of this site; null: none holds it"]
    our_pages: Annotated[
        int, "pages of this site that hold it: of a phrase, among their keyphrases or in the title"
    ]
    why_unknown: Annotated[str | None, "why our_state is unknown, in words; else null"]
    impressions: Annotated[
        int | None, "times in 28 days that searches for it showed this site, by searches; null: not known"
    ]
