"""A number, what it is out of, what it means, and how it moved."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.parts import Children
from dashboard.text import number


def kpi(
    title: str,
    value: int,
    *,
    of: str,
    meaning: str,
    href: str,
    before: int | None = None,
    more_is_good: bool = True,
    tone: str = "plain",
    compared: bool = True,
    shown: str | None = None,
) -> Component:
    """One number that leads to the pages behind it. `before` is the number of the check before, null: none."""
    return html.Div(
        [
            html.H2(title),
            html.P(
                [
                    html.A(shown or number(value), href=href, className=f"kpi-value tone-{tone}"),
                    html.Span(f" {of}", className="kpi-of"),
                ]
            ),
            html.P(meaning, className="kpi-meaning"),
            delta(value, before, more_is_good=more_is_good) if compared else None,
        ],
        className="kpi",
    )


def kpis(cards: list[Component]) -> Component:
    """Numbers in a row."""
    return html.Div(cards, className="kpis")


def delta(value: int, before: int | None, *, more_is_good: bool) -> Component:
    """The change since the check before: arrow, number and whether that is good."""
    if before is None:
        return html.P("First check – nothing to compare with yet", className="delta muted")
    change = value - before
    if change == 0:
        return html.P("No change since the check before", className="delta muted")
    good = (change > 0) == more_is_good
    text: Children = f"{'▲' if change > 0 else '▼'} {number(abs(change))} {'more' if change > 0 else 'fewer'} – {'better' if good else 'worse'}"
    return html.P(text, className=f"delta {'good' if good else 'bad'}")
