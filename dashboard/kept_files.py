"""Files that the dashboard keeps in the data folder: replaced as a whole, by one writer at a time."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class KeptFileError(Exception):
    """The file cannot be used; the message is a sentence for the reader."""


def read_kept(path: Path, absent: Any) -> Any:
    """What the JSON file holds, `absent` where there is none. Raises `KeptFileError` where it cannot be read."""
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return absent
    except (OSError, ValueError, RecursionError):
        raise KeptFileError(f"{path} cannot be read. Correct it by hand, or move it away.") from None


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Keeps other writers of `path` waiting. Raises `KeptFileError` where the disk refuses what is done in it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with (path.parent / f".{path.stem}.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise KeptFileError(f"{path} cannot be written: {error.strerror}.") from error


def replace_kept(path: Path, content: Any) -> None:
    """Write beside the file, and rename: whoever reads finds the old file or the new one. Only in `only_writer`."""
    aside = path.with_name(f".{path.name}.new")
    with aside.open("w", encoding="utf-8", errors="replace") as file:
        json.dump(content, file, ensure_ascii=False, indent=2)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
