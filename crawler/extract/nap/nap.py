"""Every place of a page that names a business, its address or its opening hours."""

import re
from collections.abc import Sequence

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document
from crawler.extract.nap.addresses import Address, Found, addresses_in
from crawler.extract.nap.data import published_nap
from crawler.extract.nap.hours import Schedule, hours_in
from crawler.extract.nap.lines import Passage, passages
from crawler.extract.nap.names import names
from crawler.extract.structured.data import StructuredData
from crawler.extract.tree import Element
from crawler.tables.facts import HeadTagRow
from crawler.tables.nap import NapMentionRow
from crawler.text import collapse

_MOST_ANCESTORS = 6
_LONGEST_NAME = 80
_LONGEST_TEXT = 300
_BEFORE = 80
_NOWHERE = Address(None)
_GLUE = " ,;:·•|–-("
_LETTERS = re.compile(r"[^\W\d_]{2}")
_DIGITS = re.compile(r"\d")
_OF_NUMBER = 6
_OF_PHONE = re.compile(
    r"\b(?:lines?|phones?|telephone|hotline|chat|call(?:s|ing)?|radio|show|class(?:es)?|téléphon\w*|appel\w*)\b[^\n.]{0,60}\Z",
    re.IGNORECASE,
)
"""Words that say whose hours these are: those of a telephone line are not the clinic's."""


def nap_mentions(
    document: Document, tags: Sequence[HeadTagRow], data: StructuredData, found: Blocks
) -> list[NapMentionRow]:
    """Names, addresses and opening hours that a page publishes: head, structured data, text."""
    rows: list[NapMentionRow] = []
    _of_head(document, tags, found, rows)
    _of_data(document, data, rows)
    of_addresses, of_hours = passages(document, found)
    for passage in of_addresses:
        for address in addresses_in(passage.text):
            rows.append(_address(document.url, len(rows) + 1, found, passage, address))
    for passage in of_hours:
        for schedule in hours_in(passage.text):
            if not _OF_PHONE.search(passage.text, max(0, schedule.start - _BEFORE), schedule.start):
                rows.append(_hours(document.url, len(rows) + 1, found, passage, schedule))
    return rows


def _of_head(document: Document, tags: Sequence[HeadTagRow], found: Blocks, rows: list[NapMentionRow]) -> None:
    for name in names(document, tags, found):
        place = (None, None, name.zone, name.block)
        rows.append(
            NapMentionRow(document.url, len(rows) + 1, "name", name.source, name.text, *_NOWHERE, [], *place)
        )


def _of_data(document: Document, data: StructuredData, rows: list[NapMentionRow]) -> None:
    for row in data.rows:
        for one in published_nap(row.data) if row.data is not None else ():
            about = (one.about or None, one.name, None, None)
            parts = one.address or _NOWHERE
            hours = list(one.hours)
            rows.append(
                NapMentionRow(document.url, len(rows) + 1, one.kind, row.syntax, one.text, *parts, hours, *about)
            )


def _address(url: str, position: int, found: Blocks, passage: Passage, address: Found) -> NapMentionRow:
    block = passage.block_at(address.start)
    source = "address" if _in_address(found.owners[block - 1]) else "text"
    text = collapse(passage.text[address.start : address.end])[:_LONGEST_TEXT]
    place = (None, _name_before(found, passage, address.start, block), found.rows[block - 1].zone, block)
    return NapMentionRow(url, position, "address", source, text, *address.address, [], *place)


def _hours(url: str, position: int, found: Blocks, passage: Passage, schedule: Schedule) -> NapMentionRow:
    block = passage.block_at(schedule.start)
    text = collapse(passage.text[schedule.start : schedule.end])[:_LONGEST_TEXT]
    place = (None, None, found.rows[block - 1].zone, block)
    return NapMentionRow(url, position, "hours", "text", text, *_NOWHERE, list(schedule.entries), *place)


def _in_address(owner: Element) -> bool:
    tag: object = owner
    for _ in range(_MOST_ANCESTORS):
        if not isinstance(tag, Element):
            return False
        if tag.name == "address":
            return True
        tag = tag.parent
    return False


def _name_before(found: Blocks, passage: Passage, start: int, block: int) -> str | None:
    """Words directly before an address: on its line, else on the one above."""
    rest, _, here = passage.text[max(0, start - 2 * _LONGEST_NAME) : start].rpartition("\n")
    above = rest.rpartition("\n")[2]
    if not above and block > 1:
        above = found.rows[block - 2].text[-_LONGEST_NAME:]
    for line in (here, above):
        name = line[-_LONGEST_NAME:].rpartition(". ")[2].strip(_GLUE)
        if _LETTERS.search(name) and len(_DIGITS.findall(name)) < _OF_NUMBER:
            return collapse(name)
    return None
