"""Properties with a dash in their name: what screen readers are told, and what our scripts read."""

from typing import Any


def aria(**names: str | None) -> dict[str, Any]:
    """`aria-…` properties of a component; a null one is left out."""
    return _dashed("aria", names)


def data(**names: str | None) -> dict[str, Any]:
    """`data-…` properties of a component; a null one is left out."""
    return _dashed("data", names)


def _dashed(prefix: str, names: dict[str, str | None]) -> dict[str, Any]:
    return {f"{prefix}-{name}": value for name, value in names.items() if value is not None}
