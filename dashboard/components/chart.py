"""A Plotly figure with its sentence and the same numbers as a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.aria import aria
from dashboard.components.parts import fold, link
from dashboard.figures.template import Figure
from dashboard.text import cut, number

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": "hover",
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "scrollZoom": False,
    "doubleClick": False,
    "modeBarButtonsToRemove": [
        "sendChartToCloud",
        "sendDataToCloud",
        "zoom2d",
        "pan2d",
        "select2d",
        "lasso2d",
        "zoomIn2d",
        "zoomOut2d",
        "autoScale2d",
        "resetScale2d",
    ],
    "toImageButtonOptions": {"format": "png", "scale": 2},
}
"""The same for every graph: no sharing, nothing but the picture in the mode bar."""


def chart(
    name: str,
    figure: Figure,
    *,
    says: str,
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[tuple[str, str]],
) -> Component:
    """`says` is the chart in one sentence; `columns` are (key, heading) of "View as table", whose `href` is a link."""
    height = int(figure.layout.height or 280)
    config: Any = {**CONFIG, "toImageButtonOptions": {**CONFIG["toImageButtonOptions"], "filename": name}}
    return html.Div(
        [
            html.Figure(
                dcc.Graph(
                    id=ids.chart(name),
                    figure=figure,
                    config=config,
                    responsive=True,
                    style={"height": f"{height}px"},
                ),
                role="figure",
                className="chart",
                style={"minHeight": f"{height}px"},
                **aria(label=says),
            ),
            fold("View as table", _table(says, rows, columns), kind="fold as-table"),
        ]
    )


def _table(says: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[tuple[str, str]]) -> Component:
    return html.Div(
        html.Table(
            [
                html.Caption(says, className="visually-hidden"),
                html.Thead(html.Tr([html.Th(heading, scope="col") for _, heading in columns])),
                html.Tbody(
                    [html.Tr([_cell(row, key, at) for at, (key, _) in enumerate(columns)]) for row in rows]
                ),
            ],
            className="table compact",
        ),
        className="scroll",
        tabIndex=0,
        role="region",
        **aria(label=says),
    )


def _cell(row: Mapping[str, Any], key: str, at: int) -> Component:
    value = row[key]
    numeric = isinstance(value, int | float)
    text = number(value) if numeric or value is None else cut(value, 120)
    href = row.get("href") if at == 0 else row.get(f"{key}_href")
    return html.Td(link(text, href) if href else text, className="number" if numeric else None)
