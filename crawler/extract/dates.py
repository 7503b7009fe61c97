"""When a page was published, changed and reviewed, as each place on it says."""

from collections.abc import Sequence

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document
from crawler.extract.structured_data import StructuredData
from crawler.tables.facts import HeadTagRow
from crawler.tables.trust import DateRow


def dates(document: Document, data: StructuredData, tags: Sequence[HeadTagRow], blocks: Blocks) -> list[DateRow]:
    """Dates, positions from 1."""
    return []


def dated_as(rows: Sequence[DateRow], kind: str) -> str | None:
    """First date of a kind; null where there is none."""
    return next((row.date for row in rows if row.kind == kind), None)
