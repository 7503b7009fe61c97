"""Services of others on a page."""

from crawler.extract.document import Document
from crawler.tables.tools import TrackerRow


def trackers(document: Document) -> list[TrackerRow]:
    """Services that the page loads or names, in document order."""
    return []
