"""Lines: how a number moved from check to check."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.figures.template import empty, frame
from dashboard.theme import Scheme, colour

FEW = 6
"""Checks up to which each has its date at the axis."""
WORD_HEIGHT = 8.0
"""Height of a word at a line's end, in percent of the axis."""
_DASHES = ("solid", "dot", "dash")


def trend(
    rows: Sequence[Mapping[str, Any]], *, lines: Sequence[tuple[str, str, str]], scheme: Scheme
) -> go.Figure:
    """Shares in percent by check. `lines` are (column, word, meaning); the word stands at the line's end.

    Where the rows have a `measure`, a line breaks where that changes: the site did not move, what it is measured by did.
    """
    if len(rows) < 2:
        return empty("Lines appear after the second check.", scheme)
    figure = frame(scheme, height=280)
    times = [row["time"] for row in rows]
    changes = _changes(rows)
    ends = _apart([rows[-1][column] for column, _, _ in lines])
    for (column, word, meaning), dash, end in zip(lines, _DASHES, ends, strict=False):
        values = [row[column] for row in rows]
        tone = colour(meaning, scheme)
        xs, ys = _broken(times, values, changes)
        figure.add_scatter(
            x=xs,
            y=ys,
            name=word,
            mode="lines+markers",
            line={"color": tone, "dash": dash, "width": 2.5},
            marker={"color": tone, "size": 7},
            connectgaps=False,
            hovertemplate=f"{word}: %{{y:.0f}} %<br>%{{x|%-d %b %Y}}<extra></extra>",
        )
        if values[-1] is not None:
            figure.add_annotation(
                x=times[-1], y=end, text=f"{word} {values[-1]:.0f} %", showarrow=False, xanchor="left",
                xshift=10, font={"color": colour("text", scheme), "size": 13},
            )  # fmt: skip
    for at in changes:
        figure.add_vline(x=times[at], line={"color": colour("text", scheme), "dash": "dot", "width": 1})
        figure.add_annotation(
            x=times[at], y=104, text="Measured anew", showarrow=False, xanchor="right", yanchor="top", xshift=-4,
            font={"color": colour("text", scheme), "size": 12},
        )  # fmt: skip
    figure.update_layout(showlegend=False, margin={"l": 8, "r": 150, "t": 16, "b": 28})
    figure.update_yaxes(range=[0, 104], ticksuffix=" %", dtick=25)
    figure.update_xaxes(range=_span(times), showgrid=False, ticklabelstandoff=8)
    if len(rows) <= FEW:
        days = {time.date(): time for time in times}
        figure.update_xaxes(
            tickvals=[*days.values()], ticktext=[f"{day.day} {day:%b}" for day in days], tickangle=0
        )
    else:
        figure.update_xaxes(tickformat="%-d %b", nticks=FEW)
    return figure


def _span(times: Sequence[Any]) -> list[Any]:
    """First and last time with a little room; left to itself, Plotly makes room for the words, which have their own."""
    room = (times[-1] - times[0]) / 40
    return [times[0] - room, times[-1] + room]


def _changes(rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Numbers of the rows that were measured by something else than the row before."""
    measures = [row.get("measure") for row in rows]
    return [
        at
        for at in range(1, len(rows))
        if measures[at] != measures[at - 1] and None not in measures[at - 1 : at + 1]
    ]


def _broken(
    times: Sequence[Any], values: Sequence[float | None], changes: Sequence[int]
) -> tuple[list[Any], list[float | None]]:
    """`times` and `values` with a gap before each of `changes`."""
    xs, ys = [*times], [*values]
    for at in reversed(changes):
        xs.insert(at, times[at])
        ys.insert(at, None)
    return xs, ys


def _apart(values: list[float | None]) -> list[float | None]:
    """Heights of the words at the lines' ends, moved so that none covers another."""
    order = sorted((value, at) for at, value in enumerate(values) if value is not None)
    result: list[float | None] = list(values)
    floor = float("-inf")
    for value, at in order:
        floor = max(value, floor + WORD_HEIGHT)
        result[at] = floor
    return result
