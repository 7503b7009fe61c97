"""Sources that a page cites."""

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document
from crawler.tables.trust import ReferenceRow


def references(document: Document, blocks: Blocks) -> list[ReferenceRow]:
    """Entries of the reference list, then markers without an entry."""
    return []
