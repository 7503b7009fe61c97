"""A part of the program as it is."""

from pathlib import Path

import pytest

from crawler import fingerprint as module
from crawler.analyse.memo import text_version
from crawler.extract.version import extractor_version
from crawler.fingerprint import fingerprint


def test_it_changes_with_the_sources_and_the_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PACKAGE", tmp_path)
    (tmp_path / "part").mkdir()
    names = set()
    for text in ("1", "2"):
        (tmp_path / "part" / "a.py").write_text(text)
        for libraries in ((), ("httpx",)):
            fingerprint.cache_clear()
            names.add(fingerprint(("part/*.py",), libraries))
    fingerprint.cache_clear()
    assert len(names) == 4


def test_extraction_and_analysis_have_names_of_their_own() -> None:
    assert extractor_version() == extractor_version() != text_version()
