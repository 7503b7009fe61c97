"""Structured data of a few lines of markup, for the tests of each syntax."""

import json
from typing import Any

from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.structured.data import StructuredData, structured_data

PAGE = "https://clinic.example/about/page"


def read(markup: str) -> StructuredData:
    """Structured data of a page at `PAGE`; what is kept of it can be stored and read again."""
    data = structured_data(Document.of(PAGE, "clinic.example", Decoded(markup, "utf-8", "header")))
    for row, value in zip(data.rows, data.values, strict=True):
        assert (row.data is None) == (value is None) == (row.error is not None)
        if row.data is not None:
            assert json.loads(row.data.encode().decode()) == value
        assert (row.error or "").encode() is not None
    assert [row.position for row in data.rows] == list(range(1, len(data.rows) + 1))
    assert [item.position for item in data.items] == list(range(1, len(data.items) + 1))
    return data


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def values(markup: str) -> list[dict[str, Any] | None]:
    return read(markup).values
