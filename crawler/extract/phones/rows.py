"""Rows of the table `phone_ctas`: one for every place that offers a number, whatever it is offered by."""

from crawler.extract.document import Document
from crawler.extract.links import link_name
from crawler.extract.phones.attributes import Named
from crawler.extract.phones.cta import Cta
from crawler.extract.phones.cta_context import CtaContext, with_number
from crawler.extract.phones.data import Published
from crawler.extract.phones.diallers import LINKS
from crawler.extract.phones.messengers import hides_number
from crawler.extract.phones.numbers import Number, dialled, is_short_code
from crawler.extract.phones.page_text import PageText
from crawler.extract.phones.phone_link import PhoneLink
from crawler.extract.phones.pictures import Picture
from crawler.extract.phones.shown import ShownLink
from crawler.extract.phones.text import Broken, Mention
from crawler.extract.phones.tracking import TrackingMarks
from crawler.extract.tree import Element
from crawler.tables.facts import PhoneCtaRow
from crawler.text import collapse

_OF_CHANNEL = {"sms": "text", "whatsapp": "whatsapp"}
_LEFT_TO_SCRIPTS = frozenset(("data-attribute", "script"))
_LONGEST_NAME, _LONGEST_SCRIPT = 200, 500


class PhoneRows:
    """Rows of one page with its order in the document; positions are left to whoever has all of them."""

    def __init__(self, document: Document, page: PageText, words: CtaContext, region: str) -> None:
        self._document = document
        self._page = page
        self._words = words
        self._region = region
        self._marks = TrackingMarks(document)

    def of_link(self, link: ShownLink) -> tuple[int, PhoneCtaRow]:
        """What dials: `linked` where a tap gets through, as far as the address tells."""
        tag, said, shown, text = link.place.tag, link.link, link.shown, collapse(link.text)
        name = _name(link, text)
        anchor = with_number(text or name or "", collapse(link.written) if link.written else None)
        found = self._words.of(link.start, link.end, anchor)
        short = said.dials and is_short_code(said.address, self._region)
        row = self._row(said.channel, text or None, said.number or shown, found, tag)
        return tag.order, row._replace(
            href=link.href[:_LONGEST_SCRIPT] if said.channel == "script" else link.href,
            href_number=said.number.e164 if said.number and said.dials else None,
            shown_number=shown.e164 if shown else None,
            extension=next((n.extension for n in (said.number, shown) if n and n.extension), None),
            shown_extension=shown.extension if shown else None,
            is_split=self._is_split(*self._place_of_number(link)),
            valid=_is_valid(said) or short,
            linked=said.dials and (said.number is not None or short or hides_number(said)),
            cta_class=_OF_CHANNEL.get(said.channel, found.kind),
            accessible_name=name,
            block_position=link.block,
            block_offset=self._page.offset_in_block(link.start) if link.block is not None else None,
            context=self._page.context(link.start, link.end),
            tracking_attribute=self._marks.of(self._holder(link)),
        )

    def of_text(self, mention: Mention | Broken) -> tuple[int, PhoneCtaRow]:
        """A number in the text of the page, or what is shown as one and is none."""
        piece = self._page.piece_at(mention.start)
        written = collapse(self._page.text[mention.start : mention.end])
        channel = "vanity" if mention.vanity else "text"
        words = self._words.of(mention.start, mention.end, None)
        row = self._row(channel, written, mention.number, words, piece.text.parent)
        context = self._page.context(mention.start, mention.end)
        return piece.text.order, row._replace(
            block_position=piece.block,
            block_offset=self._page.offset_in_block(mention.start),
            heading_position=piece.text.heading,
            context=context,
            is_split=self._is_split(mention.start, mention.end),
        )

    def of_attribute(self, named: Named) -> tuple[int, PhoneCtaRow]:
        """A number in an attribute that names an element."""
        number = named.mention.number
        row = self._row(named.channel, named.written, number, named.words, named.place.tag)
        context = named.text[max(0, named.mention.start - 60) : named.mention.end + 40]
        return named.place.tag.order, row._replace(accessible_name=named.text, context=context)

    def of_picture(self, picture: Picture) -> tuple[int, PhoneCtaRow]:
        """A picture that seems to show a number."""
        tag = picture.place.tag
        row = self._row("image", picture.written, picture.number, picture.words, tag)
        dials = picture.link is not None and picture.link.link.dials and picture.link.link.number is not None
        context = collapse(f"{picture.alt} {picture.file}")[:_LONGEST_NAME]
        return tag.order, row._replace(linked=dials, accessible_name=picture.alt or None, context=context)

    def of_data(self, item: Published) -> PhoneCtaRow:
        """A number in structured data."""
        words = Cta("fax" if item.is_fax else "bare", None)
        row = self._row(item.channel, item.written, dialled(item.written, self._region), words, item.tag)
        return row._replace(heading_position=None, context=item.about[:100], contact_type=item.contact_type)

    def _holder(self, link: ShownLink) -> Element:
        """Nearest element around the number that the link shows, else the link."""
        start, end = self._place_of_number(link)
        return link.place.tag if start == end else self._page.piece_at(start).text.parent

    def _place_of_number(self, link: ShownLink) -> tuple[int, int]:
        """Start and end in the page's text of the number that the link shows; the same where it shows none there."""
        if not link.written or link.start == link.end:
            return link.start, link.start
        start = link.start + max(0, link.text.find(link.written))
        return start, min(link.end, start + len(link.written))

    def _is_split(self, start: int, end: int) -> bool:
        return start < end and end > self._page.piece_at(start).end

    def _row(
        self, channel: str, written: str | None, number: Number | None, words: Cta, tag: Element | None
    ) -> PhoneCtaRow:
        """Row of a number that no tap dials, at `tag`; null: in the data of the page."""
        return PhoneCtaRow(
            url=self._document.url,
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
            heading_position=tag.heading if tag is not None else None,
            context="",
            contact_type=None,
            tracking_attribute=self._marks.of(tag) if tag is not None else None,
            hidden=tag.hidden_by if tag is not None else None,
            shown_extension=number.extension if number else None,
            is_split=False,
            block_offset=None,
        )


def _name(link: ShownLink, text: str) -> str | None:
    """What the link is called; a container is not called by all that it holds."""
    tag = link.place.tag
    name = link_name(tag) or (text if tag.name == "input" else "")
    return name if name and (tag.name in LINKS or len(name) <= _LONGEST_NAME) else None


def _is_valid(said: PhoneLink) -> bool:
    """The number can exist; one in a form that nothing dials does not count."""
    return (said.dials or said.channel in _LEFT_TO_SCRIPTS) and said.number is not None and said.number.valid
