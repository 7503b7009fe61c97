"""A brief as a Word document (DOCX)."""

import io
from typing import TYPE_CHECKING

from dashboard.brief.parts import Brief

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MARGIN, SIZE = 43, 9.5
"""Points: 0.6 inch on each side, and type that is small but easy to read, so that a brief is one page."""

_SPACE = {"Heading 1": (14, 0, 3), "Heading 2": (11, 6, 1), "Normal": (SIZE, 0, 2), "List Bullet": (SIZE, 0, 0)}
"""By style: size of the type, and the space before and after a paragraph, in points."""


def word(brief: Brief) -> bytes:
    """The brief as a file for Word, LibreOffice or Google Docs."""
    from docx import Document  # noqa: PLC0415 - half a second that only who asks for a document should wait for

    document = Document()
    _set(document)
    document.core_properties.title = f"Brief: {brief.subject}"[:255]
    document.core_properties.author = "Rounds"
    document.add_heading(f"Brief: {brief.subject}", level=1)
    document.add_paragraph(brief.lead)
    for part in brief.parts:
        if not part.items:
            continue
        document.add_heading(part.heading, level=2)
        if part.text:
            document.add_paragraph(part.text)
        for item in part.items:
            document.add_paragraph(item, style="List Bullet")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set(document: "WordDocument") -> None:
    """Margins, type and spacing."""
    from docx.shared import Pt  # noqa: PLC0415

    for section in document.sections:
        section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = Pt(MARGIN)
    for name, (size, before, after) in _SPACE.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.0
