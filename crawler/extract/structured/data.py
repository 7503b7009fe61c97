"""Structured data as published: JSON-LD, microdata and RDFa, an item a row."""

import json
from typing import Any, NamedTuple

from crawler.extract.document import Document
from crawler.extract.structured.items import Published, types
from crawler.extract.structured.json_ld import json_ld
from crawler.extract.structured.microdata import microdata
from crawler.extract.structured.rdfa import rdfa
from crawler.tables.trust import StructuredDataRow, StructuredItemRow

__all__ = ["StructuredData", "structured_data", "types"]


class StructuredData(NamedTuple):
    """`rows` as published, `items` a row an item, nested ones too; `values`: the item of each row, null where broken.

    Values are in the shape of JSON-LD whatever the syntax; `@text` is the text of a microdata item without properties.
    """

    rows: list[StructuredDataRow]
    items: list[StructuredItemRow]
    values: list[dict[str, Any] | None]


def structured_data(document: Document) -> StructuredData:
    """Items of a page in document order; a script that cannot be read is a row with its error."""
    found = [*json_ld(document), *microdata(document), *rdfa(document)]
    found.sort(key=lambda placed: placed[0])
    data = StructuredData([], [], [])
    for position, (_, item) in enumerate(found, start=1):
        data.rows.append(_row(document.url, position, item))
        data.values.append(json.loads(item.data) if item.data is not None else None)
        for part in item.parts:
            data.items.append(
                StructuredItemRow(
                    document.url,
                    len(data.items) + 1,
                    position,
                    part.path,
                    part.type,
                    part.item_id,
                    part.name,
                    list(part.properties),
                    list(part.empty_properties),
                )
            )
    return data


def _row(url: str, position: int, item: Published) -> StructuredDataRow:
    return StructuredDataRow(url, position, item.syntax, item.type, item.data, item.error, item.repairs)
