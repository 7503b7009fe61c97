"""Phone calls-to-action of a page: every place that offers a number, by link, text, attribute or data."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, takewhile
from operator import itemgetter

from crawler.extract.document import Document
from crawler.extract.phones.attributes import attribute_numbers
from crawler.extract.phones.cta_context import CtaContext
from crawler.extract.phones.data import json_ld_numbers
from crawler.extract.phones.page_text import PageText, read_page
from crawler.extract.phones.pictures import pictures
from crawler.extract.phones.place import PhonePlaces
from crawler.extract.phones.properties import property_numbers
from crawler.extract.phones.rows import PhoneRows
from crawler.extract.phones.shown import ShownLink, read_links, without_links
from crawler.extract.phones.text import Broken, Mention, read_numbers
from crawler.tables.facts import PhoneCtaRow
from crawler.tables.trust import StructuredDataRow


def phone_ctas(
    document: Document, region: str, block_of: Mapping[int, int], data: Sequence[StructuredDataRow]
) -> list[PhoneCtaRow]:
    """Places that offer a number, positions from 1 in document order, those of structured data last.

    `region`: country whose national numbers are read; `block_of`: block of each string, by its `id()`;
    `data`: the page's structured data.
    """
    page, places = read_page(document, block_of)
    links = read_links(page, places, region)
    text = without_links(page, links)
    reading = read_numbers(text, region, PhonePlaces(document, page).expects)
    mentions: list[Mention | Broken] = [*_not_of_links(reading.numbers, page, links, region)]
    mentions += _broken(reading.broken, links)
    spans = [(link.start, link.end) for link in links] + [(m.start, m.end) for m in mentions]
    rows = PhoneRows(document, page, CtaContext(page, spans), region)
    placed = [*map(rows.of_link, links), *map(rows.of_text, mentions)]
    placed += map(rows.of_attribute, attribute_numbers(places, links, region))
    placed += map(rows.of_picture, pictures(places, links, _shown(links, mentions), region))
    placed.sort(key=itemgetter(0))
    published = chain(json_ld_numbers(data, region), property_numbers([place.tag for place in places], region))
    found = [*(row for _, row in placed), *map(rows.of_data, published)]
    return [row._replace(position=position) for position, row in enumerate(found, start=1)]


def _shown(links: list[ShownLink], mentions: list[Mention | Broken]) -> list[tuple[int, int]]:
    """Where the page's text shows a number."""
    in_links = [(link.start, link.end) for link in links if link.written]
    return in_links + [(mention.start, mention.end) for mention in mentions]


def _not_of_links(mentions: list[Mention], page: PageText, links: list[ShownLink], region: str) -> list[Mention]:
    """Mentions outside links; one that reaches into a link is the number which that link shows."""
    free = []
    passed = 0
    for mention in mentions:
        while passed < len(links) and links[passed].end <= mention.start:
            passed += 1
        begun = takewhile(lambda link: link.start < mention.end, islice(links, passed, None))  # noqa: B023
        touched = [link for link in begun if mention.start < link.end]
        for link in touched:
            link.show([(page.text[mention.start : mention.end], mention.number)], region)
        if not touched:
            free.append(mention)
    return free


def _broken(in_text: list[Broken], links: list[ShownLink]) -> Iterator[Broken]:
    """What is shown as a number and is none, outside links and in those that dial a number."""
    ends = [link.end for link in links]
    for broken in in_text:
        behind = bisect_right(ends, broken.start)
        if all(link.start >= broken.end for link in islice(links, behind, behind + 1)):
            yield broken
    yield from (broken for link in links if link.link.number is not None for broken in link.broken)
