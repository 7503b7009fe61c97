"""Faults of accessibility that HTML alone shows."""

from crawler.extract.document import Document
from crawler.tables.tools import AccessibilityRow


def accessibility(document: Document) -> list[AccessibilityRow]:
    """Rules that elements of the page break, a row a rule."""
    return []
