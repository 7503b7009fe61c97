"""What the facts of a page depend on beside its bytes: when this changes, every page is read anew."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_SOURCES = ("extract/*.py", "tables/facts.py", "scope.py", "text.py", "urls.py", "schema.py")
_LIBRARIES = ("ada-url", "beautifulsoup4", "phonenumbers", "selectolax", "webencodings")


@cache
def extractor_version() -> str:
    """Names the extraction as it is: its source files and the libraries that it stands on."""
    digest = hashlib.blake2b(digest_size=8)
    for pattern in _SOURCES:
        for path in sorted(_PACKAGE.glob(pattern)):
            digest.update(path.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()
