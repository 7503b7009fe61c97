"""JSON as websites publish it: read strictly, then with what has to be forgiven."""

import html
import json
import re
from collections.abc import Callable, Iterator
from json import JSONDecodeError
from math import isinf
from typing import Any, NamedTuple

from crawler.extract.structured.json_faults import TEXT, fault

_NOISE = re.compile(
    TEXT + r"|(?P<marks><!--(?=\s*[\[{])|-->|<!\[CDATA\[|\]\]>)"
    r"|(?P<comments>//[^\n\r]*|/\*.*?(?:\*/|\Z)|<!--.*?(?:-->|\Z))"
    r"|(?P<spaces>[^\S \t\r\n]+|[\ufeff\u200b-\u200d\u2060\x00-\x08\x0e-\x1f]+)",
    re.DOTALL,
)
_COMMAS = re.compile(TEXT + r"|(?P<commas>,[\s,]*)", re.DOTALL)
_ESCAPE = re.compile(r'\\(["\\/bfnrt]|u[0-9a-fA-F]{4})?')
_BETWEEN = re.compile(r"[\s;,]*")
_REPAIRS = {"marks": "comment marks around it", "comments": "comments", "spaces": "unusual white space"}
_TOO_DEEP = "nested too deep to be read"
_LONGEST_INTEGER = 300


class Reading(NamedTuple):
    """`values`: those at the top of a text, one unless brackets are missing; `repairs`: what had to be forgiven."""

    values: list[Any]
    repairs: tuple[str, ...]


def read_json(text: str) -> Reading:
    """Values of a JSON text, mended as little as it takes, in time linear to its length.

    Raises ValueError where that does not help: what is wrong, its line and column, and the text around.
    """
    try:
        return Reading([_STRICT.decode(text)], ())
    except (ValueError, RecursionError):
        pass
    first: JSONDecodeError | None = None
    for mended, repairs in _mended(text):
        try:
            return Reading(_values(_tidied(mended, repairs), repairs), tuple(dict.fromkeys(repairs)))
        except JSONDecodeError as error:
            first = first or error
        except RecursionError:
            raise ValueError(_TOO_DEEP) from None
    raise ValueError(fault(text, first) if first else _TOO_DEEP)


def _mended(text: str) -> Iterator[tuple[str, list[str]]]:
    """`text`, then without faulty escapes, then with its HTML entities read too; each only where it differs."""
    yield text, []
    escaped = _ESCAPE.sub(lambda found: found[0] if found[1] else "", text)
    repairs = ["faulty escapes"] if escaped != text else []
    if repairs:
        yield escaped, [*repairs]
    unescaped = html.unescape(escaped)
    if unescaped != escaped:
        yield unescaped, [*repairs, "HTML entities"]


def _tidied(text: str, repairs: list[str]) -> str:
    """`text`, spaces in place of what JSON does not allow between its parts: positions stay what they were."""

    def without_noise(found: re.Match[str]) -> str:
        if found.lastgroup is None:
            return found[0]
        repairs.append(_REPAIRS[found.lastgroup])
        return _blank(found[0])

    def without_last_comma(found: re.Match[str]) -> str:
        if not found["commas"] or found.string[found.end() : found.end() + 1] not in ("}", "]"):
            return found[0]
        repairs.append("trailing commas")
        return _blank(found[0])

    return _COMMAS.sub(without_last_comma, _NOISE.sub(without_noise, text))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _values(text: str, repairs: list[str]) -> list[Any]:
    """Values of a tidied text; control characters in its texts and NaN for a number are forgiven."""
    try:
        return _top(text, _STRICT, repairs)
    except ValueError as error:
        fault_of_text = "control character" in str(error)
    values = _top(text, _decoder(lambda _: repairs.append("NaN"), strict=False), repairs)
    if fault_of_text:
        repairs.append("control characters in texts")
    return values


def _top(text: str, decoder: json.JSONDecoder, repairs: list[str]) -> list[Any]:
    """Values one after another; a stray character between them or after the last is forgiven."""
    values: list[Any] = []
    position = _skip(text, 0, repairs)
    while position < len(text) or not values:
        try:
            value, position = decoder.raw_decode(text, position)
        except JSONDecodeError:
            if not values or len(text[position:].rstrip()) > 1:
                raise
            repairs.append("stray characters")
            break
        values.append(value)
        position = _skip(text, position, repairs)
    if len(values) > 1:
        repairs.append("several items without an array")
    return values


def _skip(text: str, position: int, repairs: list[str]) -> int:
    found = _BETWEEN.match(text, position)
    if found is None or not found[0]:
        return position
    if not found[0].isspace():
        repairs.append("stray characters")
    return found.end()


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else digits


def _number(digits: str) -> float | str:
    """A number; one that is out of range stays as published: JSON knows no infinity."""
    value = float(digits)
    return digits if isinf(value) else value


def _refused(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _decoder(constant: Callable[[str], None], strict: bool) -> json.JSONDecoder:
    return json.JSONDecoder(parse_int=_integer, parse_float=_number, parse_constant=constant, strict=strict)


_STRICT = _decoder(_refused, strict=True)
