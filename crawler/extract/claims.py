"""Sentences that promise."""

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document
from crawler.tables.trust import ClaimRow


def claims(document: Document, blocks: Blocks) -> list[ClaimRow]:
    """Claims in document order."""
    return []
