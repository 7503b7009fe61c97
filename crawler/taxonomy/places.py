"""Where in a file of the taxonomy something is wrong, and what."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from crawler.toml_files import first_error

_SAID = {
    "extra_forbidden": "is not a setting",
    "tuple_type": "write a list, in [ ]",
    "frozen_set_type": "write a list, in [ ]",
    "dict_type": "write a table, in { }",
    "model_type": "write a table, in { }",
    "string_type": "write a text, in quotes",
}
"""By the kind of fault, what others would say in terms of Python."""


def first_problem(
    path: Path, values: Mapping[str, Any], text: str, error: ValidationError, *, added: str = ""
) -> str:
    """One sentence on the first fault of `values`, which were read from `text`, with the file, the line and the key.

    `added`: a key of `values` that the file does not have.
    """
    problem = first_error(error)
    location = [str(part) if isinstance(part, str) else part for part in problem["loc"]]
    entry: Any = values
    for part in location[:2]:
        entry = entry[part] if isinstance(entry, list) and isinstance(part, int) else _of(entry, part)
    owner = str(entry["id"]) if isinstance(entry, dict) and "id" in entry else None
    names = [part for part in location if isinstance(part, str) and part != added]
    key = ".".join([*([owner] if owner else []), *names])
    message = _SAID.get(problem["type"]) or problem["msg"].removeprefix("Value error, ")
    return f"{place(path, owner or names[-1], text)}: {key}: {message}."


def place(path: Path, name: str, text: str | None = None) -> str:
    """`path` with the line where `name` is an id, a key or a word."""
    lines = (text or path.read_text(encoding="utf-8")).splitlines()
    word = re.escape(name)
    wanted = re.compile(rf'\bid\s*=\s*"{word}"|^\s*{word}\s*=|"{word}"|^\s*\[(?:[\w.]+\.)?{word}\b')
    line = next((i for i, one in enumerate(lines, 1) if wanted.search(one)), None)
    return f"{path}, line {line}" if line else str(path)


def _of(entry: object, part: str | int) -> object:
    return entry.get(part) if isinstance(entry, dict) else None
