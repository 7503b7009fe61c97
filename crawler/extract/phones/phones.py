"""Phone calls-to-action of a page: every place that offers a number, by link, text, attribute or data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile

from crawler.extract.document import Document
from crawler.extract.links import link_name
from crawler.extract.phones.attributes import Named, attribute_numbers
from crawler.extract.phones.cta import Cta
from crawler.extract.phones.cta_context import CtaContext, with_number
from crawler.extract.phones.data import Published, published_numbers
from crawler.extract.phones.numbers import Number, dialled, is_short_code
from crawler.extract.phones.page_text import PageText, read_page
from crawler.extract.phones.place import PhonePlaces
from crawler.extract.phones.shown import ShownLink, read_links, without_links
from crawler.extract.phones.text import Mention, find_numbers
from crawler.extract.tree import Element
from crawler.tables.facts import PhoneCtaRow
from crawler.tables.trust import StructuredDataRow
from crawler.text import collapse

_Placed = tuple[int, PhoneCtaRow]


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
    mentions = find_numbers(text, region, PhonePlaces(document, page).expects)
    mentions = _not_of_links(mentions, page, links, region)
    spans = [(link.start, link.end) for link in links] + [(m.start, m.end) for m in mentions]
    words = CtaContext(page, spans)
    placed: list[_Placed] = [
        (link.place.tag.order, _link_row(document, page, link, words, region)) for link in links
    ]
    placed += _text_rows(document, page, mentions, words)
    placed += [
        (named.place.tag.order, _named_row(document, named)) for named in attribute_numbers(places, links, region)
    ]
    placed.sort(key=lambda item: item[0])
    rows = [row for _, row in placed]
    properties = [place.tag for place in places if "itemprop" in place.tag.attrs]
    rows += [_data_row(document, item, region) for item in published_numbers(data, properties)]
    return [row._replace(position=position) for position, row in enumerate(rows, start=1)]


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


def _link_row(document: Document, page: PageText, link: ShownLink, words: CtaContext, region: str) -> PhoneCtaRow:
    dials, shown, text = link.link.number, link.shown, collapse(link.text)
    name = link_name(link.place.tag) or None
    anchor = with_number(text or name or "", collapse(link.written) if link.written else None)
    found = _with_channel(link.link.channel, words.of(link.start, link.end, anchor))
    offered = dials or shown
    short = is_short_code(link.link.address, region)
    return PhoneCtaRow(
        url=document.url,
        position=0,
        channel=link.link.channel,
        href=link.href,
        shown_text=text or None,
        href_number=dials.e164 if dials else None,
        shown_number=shown.e164 if shown else None,
        number=offered.e164 if offered else None,
        extension=next((n.extension for n in (dials, shown) if n and n.extension), None),
        valid=dials.valid if dials else short,
        linked=dials is not None or short,
        zone=link.place.tag.zone,
        cta_phrase=found.phrase,
        cta_class=found.kind,
        accessible_name=name,
        block_position=link.block,
        heading_position=link.place.tag.heading,
        context=page.context(link.start, link.end),
    )


def _with_channel(channel: str, found: Cta) -> Cta:
    kind = {"sms": "text", "whatsapp": "whatsapp"}.get(channel, found.kind)
    return Cta(kind, found.phrase)


def _text_rows(
    document: Document, page: PageText, mentions: Iterable[Mention], words: CtaContext
) -> Iterator[_Placed]:
    for mention in mentions:
        piece = page.piece_at(mention.start)
        found = words.of(mention.start, mention.end, None)
        yield (
            piece.text.order,
            _unlinked(
                document,
                channel="vanity" if mention.vanity else "text",
                written=collapse(page.text[mention.start : mention.end]),
                number=mention.number,
                words=found,
                tag=piece.text.parent,
                context=page.context(mention.start, mention.end),
            )._replace(block_position=piece.block, heading_position=piece.text.heading),
        )


def _named_row(document: Document, named: Named) -> PhoneCtaRow:
    row = _unlinked(
        document,
        channel=named.channel,
        written=named.written,
        number=named.mention.number,
        words=named.words,
        tag=named.place.tag,
        context=named.text[max(0, named.mention.start - 60) : named.mention.end + 40],
    )
    return row._replace(accessible_name=named.text, heading_position=named.place.tag.heading)


def _data_row(document: Document, item: Published, region: str) -> PhoneCtaRow:
    return _unlinked(
        document,
        channel=item.channel,
        written=item.written,
        number=dialled(item.written, region),
        words=Cta("fax" if item.is_fax else "bare", None),
        tag=item.tag,
        context=item.about[:100],
    )


def _unlinked(
    document: Document,
    *,
    channel: str,
    written: str,
    number: Number | None,
    words: Cta,
    tag: Element | None,
    context: str,
) -> PhoneCtaRow:
    return PhoneCtaRow(
        url=document.url,
        position=0,
        channel=channel,
        href=None,
        shown_text=written,
        href_number=None,
        shown_number=number.e164 if number else None,
        number=number.e164 if number else None,
        extension=number.extension if number else None,
        valid=number is not None and number.valid,
        linked=False,
        zone=tag.zone if tag is not None else "main",
        cta_phrase=words.phrase,
        cta_class=words.kind,
        accessible_name=None,
        block_position=None,
        heading_position=None,
        context=context,
    )
