"""Colours by what they mean, in light and dark. The style sheets in `assets` hold the same for HTML."""

from typing import Any, Literal

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

_COLOURS: dict[str, tuple[str, str]] = {
    # the surface
    "text": ("#1b2430", "#e6eaf0"),
    "muted": ("#52606f", "#a7b3c2"),
    "grid": ("#e4e8ed", "#2d3643"),
    "surface": ("#ffffff", "#171d26"),
    # how well a question is answered: the hole is what the eye finds first
    "none": ("#9a3412", "#e0673a"),
    "mentioned": ("#cf6a2b", "#c98a4b"),
    "thin": ("#dd9a55", "#a98459"),
    "covered": ("#7ea6dd", "#4f76ad"),
    "strong": ("#7fb596", "#4a7d60"),
    "unknown": ("#8a95a3", "#77828f"),
    "off": ("#c3cad3", "#3b4553"),
    # verdicts
    "good": ("#4f9a72", "#5aa87f"),
    "notice": ("#3b6fd4", "#7aa2f7"),
    "warning": ("#d08a1e", "#d9a441"),
    "error": ("#a61b3c", "#f0718c"),
    "plain": ("#6b7785", "#95a1af"),
    # series without a verdict
    "series": ("#2d5fc4", "#86acf5"),
    "second": ("#c2410c", "#f08a4b"),
}

FONT = "InterVariable, system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"

MANTINE: dict[str, Any] = {
    "fontFamily": FONT,
    "primaryColor": "brand",
    "primaryShade": {"light": 7, "dark": 4},
    "autoContrast": True,
    "defaultRadius": "md",
    "colors": {
        "brand": [
            "#eef4fd",
            "#dbe7fa",
            "#b7cef4",
            "#8fb2ee",
            "#86acf5",
            "#4a7ddb",
            "#2f66cd",
            "#1f54b5",
            "#1a4696",
            "#143875",
        ]
    },
}


def colour(meaning: str, scheme: Scheme) -> str:
    """Colour of a meaning; one that is not known looks plain."""
    light, dark = _COLOURS.get(meaning, _COLOURS["plain"])
    return dark if scheme == "dark" else light
