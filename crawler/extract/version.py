"""What the facts of a page depend on beside its bytes: when this changes, every page is read anew."""

from crawler.fingerprint import fingerprint

_SOURCES = (
    "extract/**/*.py", "tables/*.py", "function_words.py", "language.py", "scope.py", "sentences.py", "text.py", "urls.py", "schema.py",
)  # fmt: skip
_LIBRARIES = ("ada-url", "beautifulsoup4", "phonenumbers", "selectolax", "webencodings")


def extractor_version() -> str:
    """Names the extraction as it is: its source files and the libraries that it stands on."""
    return fingerprint(_SOURCES, _LIBRARIES)
