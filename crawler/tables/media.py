"""What `crawler.extract` reads off a page of its pictures, videos and files. `url` is always the page's own."""

from typing import Annotated, NamedTuple


class ImageRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    src: Annotated[str | None, "absolute address; null: none published"]
    alt: Annotated[str | None, "alt text; null: no attribute"]
    width: Annotated[str | None, "width attribute"]
    height: Annotated[str | None, "height attribute"]
    zone: Annotated[str, "sticky, header, nav, hero, main, aside, footer or modal"]
    sources: Annotated[list[str], "other absolute addresses that the browser may choose: srcset, and <source>s"]
    lazy_src: Annotated[str | None, "absolute address that a script puts in later: data-src and its like"]
    loading: Annotated[str | None, "loading attribute, in lower case"]
    format: Annotated[
        str | None, "jpeg, png, gif, webp, avif, svg, … by type or ending of what is shown; null: neither tells"
    ]
    accessible_name: Annotated[str, "what a screen reader calls it: aria-labelledby, aria-label, alt, title"]
    in_link: Annotated[bool, "stands in a link"]
    hidden: Annotated[str | None, "how it is kept from sight, as in blocks; null: it is not"]


class VideoRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    provider: Annotated[str, "file (a <video>), youtube, vimeo, wistia, …"]
    src: Annotated[str | None, "absolute address; null: none published"]
    title: Annotated[str | None, "title or aria-label, as published"]
    poster: Annotated[str | None, "absolute address of the poster image"]
    captions: Annotated[bool | None, "a <track> with captions or subtitles; null: not to be seen in an embed"]
    autoplay: Annotated[bool, "it starts by itself"]
    loading: Annotated[str | None, "loading attribute, in lower case"]
    zone: Annotated[str, "sticky, header, nav, hero, main, aside, footer or modal"]


class PdfRow(NamedTuple):
    url: Annotated[str, "the file"]
    title: Annotated[str | None, "title that it gives itself; null: none, or it cannot be read"]
    pages: Annotated[int | None, "number of pages; null: it cannot be read"]
    bytes: Annotated[int | None, "size; null: not known", "bytes"]
    author: Annotated[str | None, "as its properties name it"]
    created: Annotated[str | None, "ISO 8601 date by its properties"]
    modified: Annotated[str | None, "ISO 8601 date by its properties"]
    language: Annotated[str | None, "language that it says it is written in"]
    is_tagged: Annotated[bool | None, "it is marked up for screen readers; null: it cannot be read"]
    is_encrypted: Annotated[bool | None, "it is encrypted, with or without a password; null: it cannot be read"]
    failure: Annotated[str | None, "why facts are missing, in words; null: none is"]


class AssetRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    kind: Annotated[str, "script, stylesheet, media or frame"]
    src: Annotated[str, "absolute address"]
