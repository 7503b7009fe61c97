"""Reading the TOML files that people write: all of it, or one sentence on what is wrong."""

import difflib
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from crawler.errors import OperatorError


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """Values of a file and its text; raises `OperatorError` that names the file where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OperatorError(f"{path} cannot be read: {error}.") from error
    try:
        return tomllib.loads(text), text
    except ValueError as error:
        raise OperatorError(f"{path} is not valid TOML: {error}.") from error


def first_error(error: ValidationError) -> ErrorDetails:
    """The fault to name: a key that nobody knows before the one that is missing because of it."""
    return min(error.errors(), key=lambda one: one["type"] != "extra_forbidden")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`` Did you mean 'region'?`` where one of `known` is near to `name`; else empty."""
    near = difflib.get_close_matches(name, list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""
