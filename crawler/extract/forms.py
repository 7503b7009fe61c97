"""Forms of a page."""

from crawler.extract.document import Document
from crawler.tables.tools import FormRow


def forms(document: Document) -> list[FormRow]:
    """Every <form> in document order."""
    return []
