"""Who wrote and who reviewed a page, as each place on it says."""

from collections.abc import Sequence

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document
from crawler.extract.structured_data import StructuredData
from crawler.tables.facts import HeadTagRow
from crawler.tables.trust import PersonRow


def people(
    document: Document, data: StructuredData, tags: Sequence[HeadTagRow], blocks: Blocks
) -> list[PersonRow]:
    """People, positions from 1."""
    return []


def named_as(rows: Sequence[PersonRow], role: str) -> str | None:
    """First name in a role; null where there is none."""
    return next((row.name for row in rows if row.role == role), None)
