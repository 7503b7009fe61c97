"""What became of things: each outcome with its meaning, how many, and the way to them."""

from collections.abc import Callable, Mapping

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.parts import badge, hidden, link
from dashboard.labels import Label
from dashboard.text import percent, plural


def tally(
    words: Mapping[str, Label],
    counts: Mapping[str, int],
    href: Callable[[str], str],
    *,
    unit: tuple[str, str] = ("address", "addresses"),
) -> Component:
    """A line an outcome, in the order of `counts`; `href` leads to those of an outcome. None of it: no link."""
    total = sum(counts.values())
    return html.Ul(
        [_line(dict(words), value, count, total, href(value), unit) for value, count in counts.items()],
        className="lines",
    )


def _line(
    words: dict[str, Label], value: str, count: int, total: int, href: str, unit: tuple[str, str]
) -> Component:
    found = labels.label(words, value)
    shown = plural(count, *unit)
    return html.Li(
        [
            badge(words, value),
            html.Span(found.help, className="grow muted"),
            link([shown, hidden(f": {found.word}")], href) if count else html.Span("none", className="muted"),
            html.Span(percent(count, total) if count else "", className="share"),
        ]
    )
