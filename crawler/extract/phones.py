"""Phone calls-to-action of a page: every place that offers a number, by link, text, attribute or data."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bs4.element import Tag

from crawler.extract.cta_context import CtaContext, with_number
from crawler.extract.cta_words import Cta
from crawler.extract.document import Document
from crawler.extract.links import accessible_name
from crawler.extract.page_text import PageText, read_page
from crawler.extract.phone_attributes import Named, attribute_numbers
from crawler.extract.phone_data import Published, published_numbers
from crawler.extract.phone_numbers import dialled, is_short_code
from crawler.extract.phone_place import PhonePlaces
from crawler.extract.phone_shown import ShownLink, read_links, without_links
from crawler.extract.phone_text import Mention, find_numbers
from crawler.tables.facts import PhoneCtaRow
from crawler.text import collapse

_Placed = tuple[int, PhoneCtaRow]


def phone_ctas(document: Document, region: str, block_of: Mapping[int, int]) -> list[PhoneCtaRow]:
    """Places that offer a number, positions from 1 in document order, those of structured data last.

    `region`: country whose national numbers are read; `block_of`: block of each string, by its `id()`.
    """
    page, places = read_page(document, block_of)
    links = read_links(page, places, region)
    text = without_links(page, links)
    mentions = find_numbers(text, region, PhonePlaces(document, page).expects)
    mentions = _not_of_links(mentions, page, links, region)
    spans = [(link.start, link.end) for link in links] + [(m.start, m.end) for m in mentions]
    words = CtaContext(page, spans)
    placed: list[_Placed] = [(link.place.order, _link_row(document, page, link, words, region)) for link in links]
    placed += _text_rows(document, page, mentions, words)
    placed += [
        (named.place.order, _named_row(document, named)) for named in attribute_numbers(places, links, region)
    ]
    placed.sort(key=lambda item: item[0])
    rows = [row for _, row in placed]
    properties = [place.tag for place in places if "itemprop" in place.tag.attrs]
    rows += [_data_row(document, item, region) for item in published_numbers(document, properties)]
    return [row._replace(position=position) for position, row in enumerate(rows, start=1)]


def _not_of_links(
    mentions: list[Mention], page: PageText, links: list[ShownLink], region: str
) -> list[Mention]:
    """Mentions outside links; one that reaches into a link is the number which that link shows."""
    free = []
    for mention in mentions:
        touched = [link for link in links if link.start < mention.end and mention.start < link.end]
        for link in touched:
            link.show([(page.text[mention.start : mention.end], mention.number)], region)
        if not touched:
            free.append(mention)
    return free
