"""The clinic's list of target phrases, `targets.csv` in the data folder: a phrase and a page a line."""

import csv
from pathlib import Path

from pydantic import ValidationError

from crawler.config import Target
from crawler.errors import OperatorError

_HEADER = ("phrase", "page")
_SEPARATORS = ",;\t"


def load_targets(path: Path) -> tuple[Target, ...]:
    """Targets in `path`, in its order; none where there is no such file.

    The first line may name the columns `phrase` and `page`, in any order and beside others. Comma, semicolon or tab
    may part them, as spreadsheets write it. Raises `OperatorError` that names the file and the line.
    """
    if not path.exists():
        return ()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OperatorError(f"{path} cannot be read: {error}.") from error
    first = next((line for line in lines if line.strip()), "")
    reader = csv.reader(lines, delimiter=max(_SEPARATORS, key=first.count))
    targets: list[Target] = []
    columns: tuple[int, int] | None = None
    for fields in reader:
        values = [field.strip() for field in fields]
        if not any(values):
            continue
        if columns is None:
            columns = _columns(values)
            if columns is not None:
                continue
            columns = (0, 1)
        targets.append(_target(values, columns, f"{path}, line {reader.line_num}"))
    return tuple(targets)


def _columns(values: list[str]) -> tuple[int, int] | None:
    """Where phrase and page stand by the names of a header; null: it is none."""
    names = [value.casefold() for value in values]
    if not set(_HEADER) <= set(names):
        return None
    return names.index(_HEADER[0]), names.index(_HEADER[1])


def _target(values: list[str], columns: tuple[int, int], place: str) -> Target:
    if len(values) <= max(columns):
        raise OperatorError(f"{place}: a phrase and a page are needed, such as: knee pain,/knee-pain.")
    try:
        return Target(phrase=values[columns[0]], page=values[columns[1]])
    except ValidationError as error:
        problem = error.errors()[0]
        message = problem["msg"].removeprefix("Value error, ")
        raise OperatorError(f"{place}: {problem['loc'][0]}: {message}.") from error
