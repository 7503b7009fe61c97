"""Reading Dash trees in tests."""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def walk(node: Any) -> Iterator[Any]:
    """All components of a tree, the outer ones first."""
    if isinstance(node, Component):
        yield node
        yield from walk(getattr(node, "children", None))
    elif isinstance(node, list | tuple):
        for child in node:
            yield from walk(child)


def text(node: Any) -> str:
    """The words of a tree."""
    if isinstance(node, Component):
        return text(getattr(node, "children", None))
    if isinstance(node, list | tuple):
        return " ".join(part for part in map(text, node) if part)
    return "" if node is None else str(node)


def links(node: Any) -> list[str]:
    """Addresses of all links of a tree."""
    return [str(part.href) for part in walk(node) if getattr(part, "href", None)]


def kinds(node: Any) -> list[str]:
    """Names of all components of a tree."""
    return [type(part).__name__ for part in walk(node)]
