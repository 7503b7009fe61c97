"""Structured data of pages that others wrote, with the items they expect, from ``../shared/conformance/extruct``.

python -m tests.benchmarks.structured_data

Their microdata names type, id and properties apart, and leaves addresses as written where a page has none: both
sides are brought to the shape of JSON-LD with addresses made absolute.
"""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from crawler.extract.document import Document
from crawler.extract.encoding import decode
from crawler.extract.structured.data import structured_data

_CASES = Path(__file__).parents[3] / "shared" / "conformance" / "extruct"
_PAGE = "http://some-example.com/"
_KEYS = {"type": "@type", "id": "@id", "value": "@text"}
_NOT_ITEMS = re.compile(r"_flat|_node_id")
"""Outputs of extruct in other shapes of its own: of pages that are here in the usual one too."""

_BROKEN = ('{"@type": "Thing",\n "name": "A" "url": "/"}', '{"@type": "Thing",\n "name": }', '{"name": "A')


def main() -> None:
    """Print right and expected items a file, the wrong ones, what broken scripts say, and the time a page takes."""
    if not _CASES.is_dir():
        print("The conformance cases are not here: nothing to measure.")
        return
    right = total = 0
    for path in sorted([*_CASES.rglob("*.json"), *_CASES.rglob("*.jsonld")]):
        if _NOT_ITEMS.search(path.name):
            continue
        syntax = "json-ld" if path.suffix == ".jsonld" else "microdata"
        expected = [_shaped(item) for item in json.loads(path.read_text(encoding="utf-8"))]
        found = list(_found(path, syntax))
        same = sum(_alike(*pair) for pair in zip(expected, found, strict=False))
        count = max(len(expected), len(found))
        right, total = right + same, total + count
        print(f"{same:3} of {count}  {path.relative_to(_CASES)}")
        for wanted, got in zip(expected, found, strict=False):
            if not _alike(wanted, got):
                print(f"     expected {json.dumps(wanted)}\n     found    {json.dumps(got)}")
    print(f"{right:3} of {total}  items")
    for script in _BROKEN:
        print(f"     {_data(script)[0].error}")
    print(f"{_milliseconds():.3f} ms for the clinic in a graph, {_milliseconds(''):.3f} ms for none")


def _found(path: Path, syntax: str) -> Iterator[Any]:
    name = path.stem.removesuffix("_custom_url")
    markup = decode((path.parent / f"{name}.html").read_bytes(), None)
    data = structured_data(Document.of(_PAGE, "some-example.com", markup))
    for row, value in zip(data.rows, data.values, strict=True):
        if row.syntax == syntax:
            yield value


def _shaped(item: Any) -> Any:
    """An expected item in the shape of JSON-LD; what is JSON-LD already stays."""
    if not isinstance(item, dict) or not {"type", "properties"} & item.keys():
        return item
    shaped = {_KEYS.get(key, key): value for key, value in item.items() if key != "properties"}
    for name, value in item.get("properties", {}).items():
        shaped[name] = [_shaped(one) for one in value] if isinstance(value, list) else _shaped(value)
    return shaped


def _alike(expected: Any, found: Any) -> bool:
    if isinstance(expected, dict) and isinstance(found, dict):
        return expected.keys() == found.keys() and all(_alike(expected[key], found[key]) for key in expected)
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(_alike, expected, found))
    return bool(expected == found or (isinstance(expected, str) and urljoin(_PAGE, expected) == found))


_GRAPH = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": kind, "@id": f"https://clinic.example/#{kind}", "name": "Harbour Joint Clinic", "url": "https://clinic.example/",
             "telephone": "+13104531234", "sameAs": ["https://social.example/harbour"] * 3, "description": "A clinic. " * 12,
             "address": {"@type": "PostalAddress", "streetAddress": "1 Quay", "addressLocality": "Harbour Town"}}
            for kind in ("Organization", "MedicalClinic", "WebSite", "WebPage")
        ],
    }
)  # fmt: skip


def _document(script: str) -> Document:
    block = f'<script type="application/ld+json">{script}</script>' if script else ""
    markup = f"<title>A</title>{block}<main>{'<p>Words <a href=/x>and a link</a>.</p>' * 170}</main>"
    return Document.of("https://clinic.example/", "clinic.example", decode(markup.encode(), None))


def _data(script: str) -> Any:
    return structured_data(_document(script)).rows


def _milliseconds(script: str = _GRAPH) -> float:
    """Best of many runs on a page of some 340 elements."""
    document = _document(script)
    best = float("inf")
    for _ in range(200):
        start = time.perf_counter()
        structured_data(document)
        best = min(best, time.perf_counter() - start)
    return best * 1000


if __name__ == "__main__":
    main()
