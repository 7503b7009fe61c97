"""Filters and orders in the query: few values, combined in ever new ways."""

import re
from dataclasses import dataclass, field

from crawler.traps.address import Address, Trap

MOST_COMBINATIONS = 100
"""Combinations without a new value that are let through on a path. Ours: the things that filters pick from have
pages of their own, and each value has been seen by then. More pages of a combination count no more."""

MOST_COMPLETE = 2_000
"""The same, where every address has the same parameters, as landing pages of services and cities do."""

MOST_KNOWN = 10
"""The same, where other paths were caught with these parameters."""

MOST_VALUES, MOST_SHAPES, MOST_PATHS = 1_000, 50, 10_000
"""Bounds of what is remembered."""

_NO_FILTER = frozenset(
    {
        "page",
        "paged",
        "p",
        "pg",
        "seite",
        "pagina",
        "offset",
        "start",
        "cursor",
        "lang",
        "language",
        "locale",
        "hl",
    }
)
"""Names that lead through a list or choose a language."""

_ORDER = frozenset(
    "sort sortby sort_by sortorder sort_order order orderby order_by orderdir dir direction per_page perpage "
    "page_size pagesize items_per_page layout display".split()
)
_VIEWS = frozenset({"grid", "list", "table", "tiles"})
_ATOMS = re.compile(r",|\||%2c|%7c", re.IGNORECASE)


@dataclass
class _Path:
    values: set[tuple[str, str]] = field(default_factory=set)
    combinations: set[tuple[tuple[str, str], ...]] = field(default_factory=set)
    shapes: set[tuple[str, ...]] = field(default_factory=set)
    free: bool = False
    """Parameters come and go, or change places: they are filters."""
    again: int = 0
    """Combinations that brought no new value."""


class Filters:
    """Remembers the values seen on each path, and how often an address brought no new one."""

    def __init__(self) -> None:
        self._paths: dict[str, _Path] = {}
        self._known: set[str] = set()

    def caught(self, address: Address) -> Trap | None:
        """The trap, where the query of `address` only combines what was seen."""
        filters = _filters(address.query)
        orders = any(name in _ORDER or (name == "view" and value in _VIEWS) for name, value in filters)
        if len(filters) < (2 if orders else 3):
            return None
        key = address.origin + address.path
        if key not in self._paths and len(self._paths) >= MOST_PATHS:
            return None
        path = self._paths.setdefault(key, _Path())
        names = tuple(name for name, _ in filters)
        _note_shape(path, names)
        if tuple(filters) in path.combinations:
            return None
        if self._is_too_many(path, filters, self._allowed(path, names, orders=orders)):
            self._known.update(names)
            return Trap("parameters", f"{key}?*", "filters in ever new combinations")
        return None

    def _is_too_many(self, path: _Path, filters: list[tuple[str, str]], allowed: int) -> bool:
        """`filters` combine what was seen, once more than `allowed`; else they are noted."""
        if path.values.issuperset(filters):
            if path.again >= allowed:
                return True
            path.again += 1
        elif len(path.values) < MOST_VALUES:
            path.values.update(filters)
        if len(path.combinations) < MOST_VALUES + MOST_COMPLETE:
            path.combinations.add(tuple(filters))
        return False

    def _allowed(self, path: _Path, names: tuple[str, ...], *, orders: bool) -> int:
        """Combinations without a new value that may be read; values that are many are things, not filters."""
        if not (orders or path.free):
            return MOST_COMPLETE
        return max(MOST_KNOWN if self._known.issuperset(names) else MOST_COMBINATIONS, 2 * len(path.values))


def _filters(query: str) -> list[tuple[str, str]]:
    """Names and values in `query` that may be filters; a value with commas is several."""
    if "&" not in query and not _ATOMS.search(query):
        return []
    found: list[tuple[str, str]] = []
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if value and name.lower() not in _NO_FILTER:
            found += [(name.lower(), atom) for atom in _ATOMS.split(value) if atom]
    return found


def _note_shape(path: _Path, names: tuple[str, ...]) -> None:
    """Note which parameters stand together; neither more nor fewer, but others, means that a reader picks them."""
    if names in path.shapes or len(path.shapes) >= MOST_SHAPES:
        return
    own = set(names)
    path.free = path.free or len(own) < len(names) or any(_other(own, set(shape)) for shape in path.shapes)
    path.shapes.add(names)


def _other(one: set[str], two: set[str]) -> bool:
    return one == two or not (one < two or two < one)
