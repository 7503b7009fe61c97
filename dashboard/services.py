"""What marketing says the clinic offers: ``<data>/services/<site>.json``, which the crawler reads, too.

    {"confirmed": ["prp", "knee_oa"], "struck": ["ozone"]}

Both lists hold ids of conditions and treatments. The clinic's own file, written by hand, is never touched and wins.
"""

import fcntl
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ANSWERS = {"yes": "confirmed", "no": "struck"}
"""List of the file by what was answered."""


class ServicesError(Exception):
    """The file cannot be used; the message is a sentence for the reader."""


def services_file(data: Path, site: str) -> Path:
    """The file of a site, which is named as its folder of snapshots is."""
    return data / "services" / f"{site}.json"


def read_answers(path: Path) -> dict[str, str]:
    """yes or no by id; nothing without a file. Raises `ServicesError` that says what is wrong with it."""
    content = _content(path)
    return {key: answer for answer, name in ANSWERS.items() for key in content.get(name, ())}


def write_answers(path: Path, answers: Mapping[str, str | None]) -> None:
    """Keep what was answered: yes, no, or null for neither; what is not in `answers` stays as it is.

    The file is replaced as a whole. Raises `ServicesError`, and writes nothing, where it is broken or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with (path.parent / f".{path.stem}.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            content = _content(path)
            kept = {**read_answers(path), **answers}
            lists = {name: sorted(k for k, a in kept.items() if a == answer) for answer, name in ANSWERS.items()}
            _replace(path, json.dumps({**content, **lists}, indent=1, ensure_ascii=False) + "\n")
    except OSError as error:
        raise ServicesError(f"{path} cannot be written: {error.strerror}.") from error


def _content(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        raise ServicesError(f"{path} cannot be read. Correct it by hand, or move it away.") from None
    lists = [content.get(name, []) for name in ANSWERS.values()] if isinstance(content, dict) else [None]
    if not all(isinstance(ids, list) and all(isinstance(key, str) for key in ids) for ids in lists):
        raise ServicesError(f"{path} is no file of services. Correct it by hand, or move it away.")
    return dict(content)


def _replace(path: Path, text: str) -> None:
    """Write beside the file, and rename: whoever reads finds the old file or the new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
