"""Name, address and opening hours, as pages publish them and what they come to.
NAP is what local search calls the three things that tell a business apart: name, address, phone."""

from typing import Annotated, NamedTuple


class NapMentionRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order, from 1: head, structured data, then the text"]
    kind: Annotated[str, "name, address or hours"]
    source: Annotated[
        str,
        "text, address (the element), json-ld, microdata or rdfa; of a name also meta (og:site_name), title (behind its "
        "last separator), copyright or logo (its alt)",
    ]
    text: Annotated[str, "as published, parts of structured data joined by a comma"]
    street: Annotated[str | None, "house number and street, with the suite; null: none, or no address"]
    locality: Annotated[str | None, "town; null: not told"]
    region: Annotated[str | None, "state, province or county, as published; null: not told"]
    postal_code: Annotated[str | None, "postal code, as published; null: not told"]
    country: Annotated[str | None, "country, ISO 3166; null: not told"]
    hours: Annotated[list[str], "opening hours, a day and a span each, such as Mo 09:00-17:00 or Sa closed"]
    item_type: Annotated[
        str | None, "type of the item that publishes it, behind those it stands in; null: no structured data"
    ]
    item_name: Annotated[
        str | None, "name of that item, in a text the words before the address; null: there are none"
    ]
    zone: Annotated[str | None, "zone of the text; null: it is none of the page's text"]
    block_position: Annotated[int | None, "block that it begins in; null: none"]


class NapMentionAnalysis(NamedTuple):
    """Columns that the analysis adds to `nap_mentions`."""

    key: Annotated[str | None, "its row in nap, with kind; null: too incomplete to be one"]


class NapRow(NamedTuple):
    kind: Annotated[str, "name, address or hours"]
    key: Annotated[str, "canonical form, unique with kind"]
    text: Annotated[str, "commonest form, as published"]
    location: Annotated[str | None, "location in the clinic's file that it belongs to; null: none"]
    ownership: Annotated[str, "own, third_party or unknown"]
    sources: Annotated[list[str], "where it is published; file: in the clinic's file"]
    pages: Annotated[int, "pages that publish it"]
    example_url: Annotated[str | None, "one of them; null: none does"]
    compared_with: Annotated[str | None, "what it was compared with, as published; null: nothing to compare"]
    verdict: Annotated[
        str, "reference, same, form (written in another way), differs (in substance) or unknown (cannot be told)"
    ]
    difference: Annotated[str | None, "what differs, in words; null: nothing"]
