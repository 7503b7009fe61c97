"""Files that a page loads beside its images: scripts, style sheets, media and frames."""

from bs4.element import Tag

from crawler.extract.document import Document, attribute
from crawler.tables.media import AssetRow

_BY_SRC = {"script": "script", "iframe": "frame", "video": "media", "audio": "media", "source": "media"}


def assets(document: Document) -> list[AssetRow]:
    """Assets in document order, positions from 1; what stands in the page itself (data:) is none."""
    rows: list[AssetRow] = []
    for tag in document.named("link", *_BY_SRC):
        kind, address = _asset(tag)
        src = document.resolve(address) if kind and address and address.strip() else None
        if kind and src:
            rows.append(AssetRow(document.url, len(rows) + 1, kind, src))
    return rows


def _asset(tag: Tag) -> tuple[str | None, str | None]:
    """Kind of asset that `tag` loads and its address as published; null where it loads none."""
    if tag.name == "link":
        is_sheet = "stylesheet" in (attribute(tag, "rel") or "").lower().split()
        return ("stylesheet", attribute(tag, "href")) if is_sheet else (None, None)
    kind = _BY_SRC.get(tag.name)
    return (kind, attribute(tag, "src")) if kind else (None, None)
