"""Numbers that come with templates and reach nobody: 123-456-7890, 555-555-5555, 310-555-0142."""

import re

_RUN = 8
"""Digits in a row: real numbers such as 345-6789 and 1-800-222-2222 have seven."""

_UP, _DOWN = "01234567890123456789", "98765432109876543210"
_RUNS = frozenset(row[start : start + _RUN] for row in (_UP, _DOWN) for start in range(len(row) - _RUN + 1)) | {
    digit * _RUN for digit in "0123456789"
}
_FICTION = re.compile(r"1?(?:555\d{7}|\d{3}555(?:01\d\d|1234|5555)|(\d)\1\1(\d)\2\2(\d)\3\3\3)")
"""North America: area 555, 555-0100 to 555-0199 and their kind, and 111-222-3333."""


def is_placeholder(number: str) -> bool:
    """Whether the digits of `number` count up or down, repeat, or are set aside for fiction."""
    digits = re.sub(r"\D", "", number)
    if any(digits[start : start + _RUN] in _RUNS for start in range(len(digits) - _RUN + 1)):
        return True
    return _FICTION.fullmatch(digits) is not None
