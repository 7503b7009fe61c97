"""The one Plotly template, in light and dark, and the frame that every figure starts from."""

import plotly.graph_objects as go

from dashboard.text import chart_label
from dashboard.theme import FONT, Scheme, colour

Figure = go.Figure
"""What every function of this package returns."""
ROW = 34
"""Height of a horizontal bar with its gap, in px."""
TWO_LINES = 50
"""The same where its label has two lines."""
EDGE = 44
"""Height of what stands above and below the bars, in px."""


def template(scheme: Scheme) -> go.layout.Template:
    """Fonts, grid and colours of every figure."""
    axis = {
        "gridcolor": colour("grid", scheme),
        "linecolor": colour("grid", scheme),
        "zerolinecolor": colour("grid", scheme),
        "tickfont": {"color": colour("muted", scheme), "size": 13},
        "title": {"font": {"color": colour("muted", scheme), "size": 13}},
        "automargin": True,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "color": colour("text", scheme), "size": 13},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": [colour("series", scheme), colour("second", scheme), colour("good", scheme)],
            "xaxis": axis,
            "yaxis": axis,
            "hoverlabel": {
                "bgcolor": colour("surface", scheme),
                "bordercolor": colour("grid", scheme),
                "font": {"family": FONT, "color": colour("text", scheme), "size": 13},
            },
            "bargap": 0.32,
            "modebar": {
                "bgcolor": "rgba(0,0,0,0)",
                "color": colour("muted", scheme),
                "activecolor": colour("text", scheme),
            },
        }
    )


def frame(scheme: Scheme, *, height: int) -> go.Figure:
    """A figure with the template, room for labels and no axes to drag."""
    return go.Figure(
        layout={
            "template": template(scheme),
            "height": height,
            "margin": {"l": 8, "r": 16, "t": 12, "b": 12},
            "dragmode": False,
            "xaxis": {"fixedrange": True},
            "yaxis": {"fixedrange": True},
        }
    )


def empty(message: str, scheme: Scheme, *, height: int = 140) -> go.Figure:
    """A figure that says in words why it shows nothing."""
    figure = frame(scheme, height=height)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    figure.add_annotation(
        text=chart_label(message),
        showarrow=False,
        xref="paper",
        yref="paper",
        x=0.5,
        y=0.5,
        font={"color": colour("muted", scheme), "size": 14},
    )
    return figure
