"""Filters. They are links and GET forms, so that all state is in the address."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.components.aria import aria, data
from dashboard.components.parts import link
from dashboard.text import number
from dashboard.view import View


def chips(
    view: View, name: str, choices: Sequence[tuple[str | None, str, int | None]], *, title: str
) -> Component:
    """Filter by one parameter: (value, word, how many) a chip; the value null stands for all."""
    chosen = view.params.get(name)
    return html.Nav(
        [
            html.Span(title, className="chips-title"),
            html.Ul([_chip(view, name, chosen, *choice) for choice in choices]),
        ],
        className="chips",
        **aria(label=title),
    )


def _chip(view: View, name: str, chosen: str | None, value: str | None, word: str, count: int | None) -> Component:
    current = chosen == value or (value is None and not chosen)
    text: list[Any] = [word] if count is None else [word, " ", html.Span(number(count), className="count")]
    more = aria(current="true" if current else None)
    return html.Li(html.A(text, href=view.here(**{name: value}), className="chip", **more))


def search(view: View, *, title: str, hint: str, keep: Sequence[str] = ()) -> Component:
    """A search field for the parameter `q`; the parameters in `keep` stay."""
    carried = {**view.keep, **{name: view.params[name] for name in keep if view.params.get(name)}}
    return html.Form(
        [
            dmc.TextInput(
                label=title,
                placeholder=hint,
                value=view.params.get("q", ""),
                name="q",
                className="search-field",
            ),
            html.Button("Search", type="submit", className="button"),
        ],
        action=view.path,
        method="get",
        className="search",
        role="search",
        **data(**{f"keep-{name}": value for name, value in carried.items()}),
    )


def picker(name: str, title: str, choices: Sequence[tuple[str, str]], chosen: str, *, drop: str = "") -> Component:
    """A native select that leads to this address with another value; `drop` names a parameter to forget."""
    return html.Label(
        [
            html.Span(title, className="visually-hidden"),
            html.Select(
                [html.Option(word, value=value, selected=value == chosen or None) for value, word in choices],
                key=f"{name}-{chosen}",
                className="picker",
                **data(param=name, drop=drop),
            ),
        ]
    )


def filtered(view: View, filters: Sequence[tuple[str, str]]) -> Component | None:
    """Chips of the filters that are on, each to be taken off: (parameter, words)."""
    if not filters:
        return None
    return html.P(
        [
            html.Span("Showing only ", className="muted"),
            *[
                link([words, html.Span(" ✕", **aria(hidden="true")), html.Span(" – remove this filter", className="visually-hidden")],
                     view.here(**{name: None}), kind="chip on")
                for name, words in filters
            ],
        ],
        className="filtered",
    )  # fmt: skip
