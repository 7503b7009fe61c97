"""What people search for, by an export of Search Console."""

from typing import Annotated, NamedTuple


class SearchDemandRow(NamedTuple):
    query: Annotated[str, "what was searched for, folded"]
    key: Annotated[
        str, "stems, joined by a space, in the language of the page or else of the site: as in keywords"
    ]
    page: Annotated[
        str | None,
        "page that was shown, normalised; null: the export does not tell. A query has such rows only where none with a "
        "page is as reliable",
    ]
    clicks: Annotated[int | None, "clicks; null: the export does not tell, or only that they are few"]
    impressions: Annotated[int | None, "times that it was shown; null as for clicks"]
    ctr: Annotated[float | None, "clicks by impressions, 0 to 1; null: unknown, or never shown"]
    position: Annotated[float | None, "average position, from 1; null: unknown"]
    is_brand: Annotated[bool, "names the clinic, or its host as one word"]
    period_start: Annotated[str | None, "first day, ISO 8601; null: unknown"]
    period_end: Annotated[str | None, "last day, ISO 8601; null: unknown"]
    source: Annotated[str, "file that it comes from"]
    is_reliable: Annotated[
        bool, "impressions can be gone by: days are known, 28 or more, and Google counted them rightly"
    ]
    warning: Annotated[str | None, "what to know of the numbers of these days; null: nothing"]
    is_counted: Annotated[
        bool,
        "of the newest reliable days of its query: all figures of demand are made of these rows, none of the others",
    ] = False
    impressions_28d: Annotated[
        float | None, "impressions as of 28 days, where is_counted; null: not counted, or unknown"
    ] = None
    usual_ctr: Annotated[
        float | None,
        "usual clicks by impressions at its position, where is_counted and not is_brand; null: not known there",
    ] = None
    usual_by: Annotated[
        str | None, "whose usual_ctr that is: site (its other searches) or study (of many sites); null: none"
    ] = None
    is_low_ctr: Annotated[bool, "well placed and often shown, but clicked far less than usual; see gap.ctr.*"] = (
        False
    )
    is_striking: Annotated[bool, "often shown, just below where people look; see gap.striking.*"] = False


class SearchRow(NamedTuple):
    query: Annotated[str, "what was searched for, folded"]
    key: Annotated[str, "stems, as in search_demand; of several, those of the page that is shown most"]
    entities: Annotated[list[str], "conditions, treatments and intents that it names, as kind:id"]
    is_brand: Annotated[bool, "names the clinic, or its host as one word"]
    impressions_28d: Annotated[
        float,
        "times in 28 days that it showed the site: those of the page most shown, as one search may show several",
    ]
    clicks_28d: Annotated[float | None, "clicks in 28 days, of all pages; null: unknown"]
    position: Annotated[float | None, "average position of the page most shown, from 1; null: unknown"]
    pages: Annotated[int, "pages that it showed; 0: the export does not tell"]
    page: Annotated[str | None, "page most shown; null: the export does not tell"]
    period_start: Annotated[str | None, "first day, ISO 8601"]
    period_end: Annotated[str | None, "last day, ISO 8601"]


class PageDemandRow(NamedTuple):
    url: Annotated[str, "page that searches showed, normalised"]
    clicks: Annotated[int | None, "clicks in these days; null: unknown"]
    impressions: Annotated[int | None, "times that it was shown in these days; null: unknown"]
    impressions_28d: Annotated[float | None, "the same as of 28 days; null: unknown, or not is_reliable"]
    ctr: Annotated[float | None, "clicks by impressions, 0 to 1; null: unknown"]
    position: Annotated[float | None, "average position, from 1; null: unknown"]
    queries: Annotated[int, "counted searches that showed it; 0: none is known, or the export does not tell"]
    told_by: Annotated[
        str, "pages (the export's own table) or queries (their sum: what Google keeps to itself is missing)"
    ]
    period_start: Annotated[str | None, "first day, ISO 8601; null: unknown"]
    period_end: Annotated[str | None, "last day, ISO 8601; null: unknown"]
    is_reliable: Annotated[bool, "as in search_demand; false: it has no reliable days"]
    warning: Annotated[str | None, "what to know of the numbers of these days; null: nothing"]
