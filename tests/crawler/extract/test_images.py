"""Images: what the browser loads, and what stands for them in words."""

from typing import Any

import pytest

from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.media.images import candidates, images

_AT = "https://clinic.example/a/"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<img src=k.jpg>", {"src": _AT + "k.jpg", "alt": None, "format": "jpeg", "accessible_name": "", "loading": None}),
        ("<img src=k.PNG?v=2.webp alt=''>", {"alt": "", "format": "png", "accessible_name": ""}),
        ("<img src=k.webp alt=' A  knee '>", {"format": "webp", "accessible_name": "A knee"}),
        ("<img src=k aria-label='A knee' alt='Knee'>", {"format": None, "accessible_name": "A knee", "alt": "Knee"}),
        ("<img title='A knee'>", {"src": None, "accessible_name": "A knee"}),
        ("<img src='data:image/svg+xml,%3Csvg%3E'>", {"src": None, "format": "svg"}),
        ("<img src='data:image/gif;base64,R0' data-src=k.avif loading=Lazy>", {"lazy_src": _AT + "k.avif", "format": "avif", "loading": "lazy"}),
        ("<img data-lazy-srcset='k.jpg 1x, l.jpg 2x'>", {"lazy_src": _AT + "k.jpg"}),
        ("<img src=k.jpg srcset='k.jpg 1x, l.jpg 2x'>", {"sources": [_AT + "k.jpg", _AT + "l.jpg"]}),
        ("<picture><source srcset='k.avif'><img src=k.jpg></picture>", {"sources": [_AT + "k.avif"], "format": "jpeg"}),
        ("<a href=/><span><img src=k.jpg></span></a>", {"in_link": True}),
        ("<div style='display:none'><img src=k.jpg></div>", {"hidden": "display:none", "in_link": False}),
    ],
)  # fmt: skip
def test_images(markup: str, expected: dict[str, Any]) -> None:
    [row] = images(Document.of(_AT + "page", "clinic.example", Decoded(markup, "utf-8", "header")))
    assert {name: getattr(row, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("srcset", "addresses"),
    [
        ("", []),
        ("a.jpg", ["a.jpg"]),
        ("a.jpg 1x, b.jpg 2x", ["a.jpg", "b.jpg"]),
        ("a.jpg 300w,b.jpg 600w", ["a.jpg", "b.jpg"]),
        (" a.jpg , b.jpg", ["a.jpg", "b.jpg"]),
        ("/i/w_300,h_200/a.jpg 300w, /i/w_600,h_400/a.jpg 600w", ["/i/w_300,h_200/a.jpg", "/i/w_600,h_400/a.jpg"]),
        ("data:image/png;base64,AA== 1x, b.png 2x", ["data:image/png;base64,AA==", "b.png"]),
        (",,", []),
    ],
)
def test_candidates_of_a_srcset(srcset: str, addresses: list[str]) -> None:
    assert list(candidates(srcset)) == addresses
