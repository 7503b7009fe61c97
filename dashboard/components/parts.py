"""The small pieces that every page is made of: links, badges, marks, numbers."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.aria import aria
from dashboard.labels import Label
from dashboard.text import clean, cut, host_of, path_of, plural, safe_link
from dashboard.view import View

Children = str | Component | None | Sequence[Any]


def link(text: Children, href: str, *, kind: str = "link", title: str | None = None) -> Component:
    """A link inside the dashboard; `assets/navigate.js` follows it without loading the page anew."""
    return html.A(text, href=href, className=kind, title=title)


def outside(text: str, url: object, *, kind: str = "link") -> Component:
    """A link to the live website; text alone where the address is not http or https."""
    target = safe_link(url)
    if target is None:
        return html.Span(text, className="muted")
    return html.A(
        [text, html.Span(" (opens the live website)", className="visually-hidden")],
        href=target,
        target="_blank",
        rel="noopener noreferrer",
        className=f"{kind} outside",
    )


def page_link(view: View, url: object, title: object = None) -> Component:
    """A page of the site by its title, its path below; leads to all that is known of it. Another site: the site."""
    if host_of(url) != view.host:
        return outside(cut(url, 90), url)
    path = path_of(url)
    name = cut(title, 90) if title else path
    shown: list[Any] = [html.Span(name, className="page-name", title=clean(title or url))]
    if title and name != path:
        shown.append(html.Span(cut(path, 90), className="page-path", title=clean(url)))
    return html.A(shown, href=view.href("/page", url=url), className="page-link")


def badge(words: dict[str, Label], value: object) -> Component:
    """A value as a word in its colour."""
    found = labels.label(words, value)
    return html.Span(found.word, className=f"badge tone-{found.tone}", title=found.help or None)


def mark(state: str) -> Component:
    """The sign of a coverage state, drawn by the style sheet; the word must stand beside it."""
    return html.Span(className=f"mark mark-{state}", **aria(hidden="true"))


def flag(value: object) -> Component:
    """Yes as a tick, no as a dash; both can be heard."""
    yes = bool(value)
    return html.Span(
        [
            html.Span("✓" if yes else "–", **aria(hidden="true")),
            html.Span("yes" if yes else "no", className="visually-hidden"),
        ],
        className="flag yes" if yes else "flag",
    )


def hidden(text: str) -> Component:
    """Text for screen readers only."""
    return html.Span(text, className="visually-hidden")


def facts(pairs: Sequence[tuple[str, Children]]) -> Component:
    """A list of names and values."""
    return html.Dl([html.Div([html.Dt(name), html.Dd(value)]) for name, value in pairs], className="facts")


def fold(summary: Children, *children: Any, opened: bool = False, kind: str = "fold") -> Component:
    """Something that opens when one asks for it."""
    return html.Details([html.Summary(summary), *children], open=opened, className=kind)


def some(
    items: Sequence[Component], *, most: int, more: str, ordered: bool = False, kind: str = "lines"
) -> list[Component]:
    """A list of which those beyond `most` are folded away; `more` names one of these, as in `more heading`."""
    make = html.Ol if ordered else html.Ul
    shown: list[Component] = [make(list(items[:most]), className=kind)]
    rest = list(items[most:])
    if rest:
        shown.append(fold(plural(len(rest), more), make(rest, className=kind)))
    return shown
