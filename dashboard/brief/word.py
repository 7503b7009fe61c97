"""A brief as a Word document (DOCX)."""

import io

from dashboard.brief.parts import Brief


def word(brief: Brief) -> bytes:
    """The brief as a file for Word, LibreOffice or Google Docs."""
    from docx import Document  # noqa: PLC0415 - half a second that only who asks for a document should wait for

    document = Document()
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
