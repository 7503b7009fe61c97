"""Documents of markup written in a test, and the facts read off them."""

from crawler.extract.blocks import Blocks, blocks
from crawler.extract.dates.dates import dates
from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.head import head_tags
from crawler.extract.people.people import people
from crawler.extract.references.references import references
from crawler.extract.structured.data import structured_data
from crawler.extract.structured.page_items import page_items
from crawler.tables.trust import DateRow, PersonRow, ReferenceRow


def document(markup: str) -> tuple[Document, Blocks]:
    page = Document.of("https://clinic.example/page", "clinic.example", Decoded(markup, "utf-8", "header"))
    return page, blocks(page)


def people_in(markup: str) -> list[PersonRow]:
    page, found = document(markup)
    return people(page, page_items(page, structured_data(page)), head_tags(page, None), found)


def dates_in(markup: str) -> list[DateRow]:
    page, found = document(markup)
    data = structured_data(page)
    return dates(page, data, page_items(page, data), head_tags(page, None), found)


def references_in(markup: str) -> list[ReferenceRow]:
    page, found = document(markup)
    return references(page, found)
