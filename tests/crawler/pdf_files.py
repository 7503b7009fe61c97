"""PDFs written by hand, for tests."""

import zlib

Objects = dict[int, bytes]


def objects(title: bytes = b"(New-patient form)", pages: int = 3, root: bytes = b"") -> Objects:
    """A catalog (1), its pages (2) and its properties (3)."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R " + root + b">>",
        2: b"<< /Type /Pages /Kids [] /Count %d >>" % pages,
        3: b"<< /Title " + title + b" /Author (Dr. Elin Moss) /CreationDate (D:20260314091500-07'00') >>",
    }


def plain(
    found: Objects, trailer: bytes = b"/Root 1 0 R /Info 3 0 R", head: bytes = b"%PDF-1.4\n%\xe2\xe3\n"
) -> bytes:
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % item for item in found.items())
    return (
        head
        + body
        + b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 9 "
        + trailer
        + b" >>\nstartxref\n0\n%%EOF\n"
    )


def packed(found: Objects, trailer: bytes = b"/Root 1 0 R /Info 3 0 R") -> bytes:
    """The same in a compressed stream of objects, with a stream in place of the trailer."""
    offset, places, inside = 0, b"", b""
    for number, text in found.items():
        places += b"%d %d " % (number, offset)
        inside += text + b" "
        offset = len(inside)
    streams = {
        8: (b"/Type /ObjStm /N %d /First %d" % (len(found), len(places)), places + inside),
        9: (b"/Type /XRef /W [1 2 1] " + trailer, b"\0" * 16),
    }
    return b"%PDF-1.5\n" + b"".join(
        b"%d 0 obj\n<< %s /Filter /FlateDecode >>\nstream\r\n%s\nendstream\nendobj\n"
        % (number, about, zlib.compress(data))
        for number, (about, data) in streams.items()
    )
