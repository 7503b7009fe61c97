"""What `crawler.extract` reads off a page of what it publishes for machines and of what makes it trusted.
`url` is always the page's own."""

from typing import Annotated, NamedTuple


class StructuredDataRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    syntax: Annotated[str, "json-ld, microdata or rdfa"]
    type: Annotated[str | None, "@type, several joined by a comma; null where broken or untyped"]
    data: Annotated[str | None, "the item as JSON; null where broken"]
    error: Annotated[str | None, "why it cannot be read, with line and column"]
    repairs: Annotated[str | None, "what had to be forgiven to read it, joined by a comma; null: nothing"]


class StructuredItemRow(NamedTuple):
    """Items in items have rows of their own."""

    url: Annotated[str, "the page"]
    position: Annotated[int, "order, from 1, outer items first"]
    root_position: Annotated[int, "position in structured_data of the item that it stands in, or is"]
    path: Annotated[str, "properties that lead to it from there, joined by a dot; empty: it is that item"]
    type: Annotated[str | None, "its type without the vocabulary's address; several joined by a comma"]
    item_id: Annotated[str | None, "@id or itemid, as published"]
    name: Annotated[str | None, "its name, else headline"]
    properties: Annotated[list[str], "names of its properties that have a value, in order"]
    empty_properties: Annotated[list[str], "names of its properties without one"]


class PersonRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order, from 1"]
    role: Annotated[str, "author, reviewer or contributor"]
    name: Annotated[str, "without title and credentials"]
    published_as: Annotated[str, "as published, with title and credentials"]
    credentials: Annotated[str | None, "MD, DPT, …, joined by a comma; null: none given"]
    profile_url: Annotated[str | None, "absolute address of the page about the person; null: none linked"]
    source: Annotated[str, "json-ld, microdata, rdfa, meta, link (rel=author) or text (a byline)"]


class DateRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order, from 1"]
    kind: Annotated[str, "published, modified or reviewed"]
    date: Annotated[str, "ISO 8601 date; year and month where no day is given"]
    published_as: Annotated[str, "as published"]
    source: Annotated[str, "json-ld, microdata, rdfa, meta, time or text"]


class ReferenceRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order, from 1: entries of the list, then markers that have none"]
    number: Annotated[int | None, "its number; null: the list is not numbered"]
    markers: Annotated[int, "places in the text that cite it by its number"]
    text: Annotated[str | None, "the entry as published; null: a marker has no entry"]
    authors: Annotated[str | None, "as published"]
    title: Annotated[str | None, "title of the work"]
    journal: Annotated[str | None, "journal or publisher"]
    year: Annotated[int | None, "year of publication"]
    volume: Annotated[str | None, "volume, with issue"]
    pages: Annotated[str | None, "pages"]
    doi: Annotated[str | None, "DOI, without address"]
    pmid: Annotated[str | None, "PubMed number"]
    pmcid: Annotated[str | None, "PubMed Central number"]
    link: Annotated[str | None, "absolute address that the entry links to"]
    is_preprint: Annotated[bool, "published before review or before its final pages"]
    block_position: Annotated[int | None, "block that it stands in, or that the first marker stands in"]


class ClaimRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    claim_class: Annotated[
        str, "absolute, approval, superlative, tissue_effect, prevention, evidence or testimonial"
    ]
    phrase: Annotated[str, "words that make the claim, as published"]
    sentence: Annotated[str, "sentence that it stands in"]
    block_position: Annotated[int, "block that it stands in"]
    is_cited: Annotated[bool, "a citation marker or a link to a study stands in the same block"]
