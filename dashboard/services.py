"""What marketing says the clinic offers: ``<data>/services/<site>.json``, which the crawler reads, too.

    {"confirmed": ["prp", "knee_oa"], "struck": ["ozone"]}

Both lists hold ids of conditions and treatments. The clinic's own file, written by hand, is never touched and wins.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.kept_files import KeptFileError, only_writer, read_kept, replace_kept

ANSWERS = {"yes": "confirmed", "no": "struck"}
"""List of the file by what was answered."""


def services_file(data: Path, site: str) -> Path:
    """The file of a site, which is named as its folder of snapshots is."""
    return data / "services" / f"{site}.json"


def read_answers(path: Path) -> dict[str, str]:
    """yes or no by id; nothing without a file. Raises `KeptFileError` that says what is wrong with it."""
    content = _content(path)
    return {key: answer for answer, name in ANSWERS.items() for key in content.get(name, ())}


def write_answers(path: Path, answers: Mapping[str, str | None]) -> None:
    """Keep what was answered: yes, no, or null for neither; what is not in `answers` stays as it is.

    The file is replaced as a whole. Raises `KeptFileError`, and writes nothing, where it is broken or cannot be written.
    """
    with only_writer(path):
        kept = {**read_answers(path), **answers}
        lists = {name: sorted(k for k, a in kept.items() if a == answer) for answer, name in ANSWERS.items()}
        replace_kept(path, {**_content(path), **lists})


def _content(path: Path) -> dict[str, Any]:
    content = read_kept(path, {})
    lists = [content.get(name, []) for name in ANSWERS.values()] if isinstance(content, dict) else [None]
    if not all(isinstance(ids, list) and all(isinstance(key, str) for key in ids) for ids in lists):
        raise KeptFileError(f"{path} is no file of services. Correct it by hand, or move it away.")
    return dict(content)
