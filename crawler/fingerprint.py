"""Names a part of the program as it is, so that what it made before can be told from what it would make now."""

import hashlib
import platform
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def fingerprint(sources: Sequence[str], libraries: Sequence[str]) -> str:
    """Sixteen hex digits that change with the source files, named by patterns below the package, with the versions of
    the libraries, or with Python's."""
    digest = hashlib.blake2b(platform.python_version().encode(), digest_size=8)
    for pattern in sources:
        for path in sorted(PACKAGE.glob(pattern)):
            digest.update(path.read_bytes())
    for library in libraries:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()
