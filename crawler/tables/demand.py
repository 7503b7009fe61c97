"""What people search for, by an export of Search Console."""

from typing import Annotated, NamedTuple


class SearchDemandRow(NamedTuple):
    query: Annotated[str, "what was searched for, folded"]
    key: Annotated[
        str, "stems, joined by a space, in the language of the page or else of the site: as in keywords"
    ]
    page: Annotated[
        str | None,
        "page that was shown, normalised; null: the export does not tell. A query with pages has no row without",
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
