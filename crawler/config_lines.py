"""Where in the clinic's file a setting stands."""

import re
from pathlib import Path

from crawler.errors import SettingError


def place_of(path: Path, error: SettingError) -> str:
    """`path` with the line of a setting that does not fit the rest."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    start = line_of("\n".join(lines), tuple(error.setting.split(".")[:1])) or 1
    value = re.escape(error.value)
    there = re.compile(rf"""["']{value}["']|^\s*{value}\s*=""")
    line = next((at for at, text in enumerate(lines[start - 1 :], start) if there.search(text)), start)
    return f"{path}, line {line}"


def line_of(text: str, loc: tuple[str | int, ...]) -> int | None:
    """Line of the last key of `loc`, looked for behind the table headers that lead to it; a number in `loc` counts the
    tables of one name before."""
    lines = text.splitlines()
    places = [
        (part, loc[at + 1] if at + 1 < len(loc) else 0) for at, part in enumerate(loc) if isinstance(part, str)
    ]
    start = 0
    for table, number in places[:-1]:
        headers = [i for i in range(start, len(lines)) if re.match(rf"\s*\[+\s*{table}\b", lines[i])]
        start = _nth(headers, number) or start
    key, number = places[-1] if places else ("$^", 0)
    pattern = rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=\].]"""
    found = _nth([i for i in range(start, len(lines)) if re.match(pattern, lines[i])], number)
    return None if found is None else found + 1


def _nth(lines: list[int], number: str | int) -> int | None:
    """The one of that number, from 0, else the first; null where there is none."""
    at = number if isinstance(number, int) and number < len(lines) else 0
    return lines[at] if lines else None
