"""Ids of the components that callbacks read or write."""

from typing import Any

LOCATION = "location"
SCHEME = "scheme"
TITLE = "page-title"
SHELL = "shell"
CONTENT = "content"
NEWER = "newer"
CLOCK = "clock"
SHOWN = "shown"
BURGER = "burger"
DRAWER = "drawer"
SCHEME_SWITCH = "scheme-switch"
MAIN = "main"


def chart(name: Any) -> dict[str, Any]:
    """Id of a chart whose bars lead somewhere; a callback names all of them by a wildcard."""
    return {"type": "chart", "name": name}


def grid(listing: Any, query: Any) -> dict[str, Any]:
    """Id of a grid that asks for its rows; `query` is the address that it belongs to."""
    return {"type": "grid", "listing": listing, "query": query}


def is_grid(value: Any) -> bool:
    """Whether an id that came from a browser is one of `grid`."""
    return isinstance(value, dict) and value.get("type") == "grid" and isinstance(value.get("listing"), str)
