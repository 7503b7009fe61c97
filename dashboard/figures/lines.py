"""Lines: how a number moved from check to check."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.figures.template import empty, frame
from dashboard.theme import Scheme, colour

_DASHES = ("solid", "dot", "dash")


def trend(
    rows: Sequence[Mapping[str, Any]], *, lines: Sequence[tuple[str, str, str]], scheme: Scheme
) -> go.Figure:
    """Shares in percent by check. `lines` are (column, word, meaning); the word stands at the line's end."""
    if len(rows) < 2:
        return empty("Lines appear after the second check.", scheme)
    figure = frame(scheme, height=280)
    times = [row["time"] for row in rows]
    for (column, word, meaning), dash in zip(lines, _DASHES, strict=False):
        values = [row[column] for row in rows]
        tone = colour(meaning, scheme)
        figure.add_scatter(
            x=times,
            y=values,
            name=word,
            mode="lines+markers",
            line={"color": tone, "dash": dash, "width": 2.5},
            marker={"color": tone, "size": 7},
            connectgaps=False,
            hovertemplate=f"{word}: %{{y:.0f}} %<br>%{{x|%-d %b %Y}}<extra></extra>",
        )
        if values[-1] is not None:
            figure.add_annotation(
                x=times[-1], y=values[-1], text=f"{word} {values[-1]:.0f} %", showarrow=False, xanchor="left",
                xshift=10, font={"color": colour("text", scheme), "size": 13},
            )  # fmt: skip
    figure.update_layout(showlegend=False, margin={"l": 8, "r": 150, "t": 16, "b": 12})
    figure.update_yaxes(range=[0, 104], ticksuffix=" %", dtick=25)
    figure.update_xaxes(showgrid=False, tickformat="%-d %b", nticks=6)
    return figure
