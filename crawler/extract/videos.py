"""Videos of a page."""

from crawler.extract.document import Document
from crawler.tables.media import VideoRow


def videos(document: Document) -> list[VideoRow]:
    """Every video and embedded player in document order."""
    return []
