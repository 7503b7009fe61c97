"""Bars: which most, made of what, and how spread."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from dashboard.figures.template import EDGE, ROW, TWO_LINES, empty, frame
from dashboard.text import chart_label, clean, number, percent
from dashboard.theme import Scheme, colour

LINE = 26
"""Characters of a line beside a bar, so that it fits a phone."""
LINES = 2
"""Lines of a label; what is longer is cut, and whole in the table of the chart."""
Rows = Sequence[Mapping[str, Any]]


def ranked(
    rows: Rows,
    *,
    label: str,
    value: str,
    scheme: Scheme,
    tone: str = "series",
    tone_key: str | None = None,
    second: str | None = None,
) -> go.Figure:
    """Horizontal bars in the order of `rows`, the number at the end of each.

    `tone` is the meaning of all bars, `tone_key` names the column with the meaning of each. A row's `href` is
    where its bar leads; `second` names the column with a second line for each label.
    """
    if not rows:
        return empty("Nothing to show here.", scheme)
    lines = [f"<br>{chart_label(row[second])}" if second else "" for row in rows]
    names = _distinct([_wrapped(row[label]) + line for row, line in zip(rows, lines, strict=True)])
    tones = [colour(str(row[tone_key]) if tone_key else tone, scheme) for row in rows]
    figure = frame(scheme, height=EDGE + (TWO_LINES if second else ROW) * len(rows))
    figure.add_bar(
        x=[row[value] for row in rows],
        y=names,
        orientation="h",
        marker={"color": tones, "cornerradius": 4},
        text=[number(row[value]) for row in rows],
        textposition="outside",
        cliponaxis=False,
        customdata=[row.get("href") for row in rows],
        hovertemplate="%{y}: %{text}<extra></extra>",
    )
    figure.update_yaxes(autorange="reversed", showgrid=False, ticklabelstandoff=8)
    figure.update_xaxes(showgrid=False, showticklabels=False, zeroline=False, rangemode="tozero")
    figure.update_layout(margin={"l": 8, "r": 52, "t": 8, "b": 8})
    return figure


def shares(rows: Rows, *, label: str, parts: Sequence[tuple[str, str, str]], scheme: Scheme) -> go.Figure:
    """100 % bars, one a row. `parts` are (column, word, meaning); the column `<column>_href` is where it leads."""
    if not rows:
        return empty("No page was checked for this.", scheme)
    totals = [sum(row[column] for column, _, _ in parts) for row in rows]
    names = _distinct(
        [f"{chart_label(row[label])} ({number(total)})" for row, total in zip(rows, totals, strict=True)]
    )
    figure = frame(scheme, height=EDGE + 36 + ROW * len(rows))
    for column, word, meaning in parts:
        counts = [row[column] for row in rows]
        figure.add_bar(
            name=word,
            x=[100 * count / total if total else 0 for count, total in zip(counts, totals, strict=True)],
            y=names,
            orientation="h",
            marker={"color": colour(meaning, scheme), "line": {"color": colour("surface", scheme), "width": 1.5}},
            customdata=[
                [row.get(f"{column}_href"), number(count), percent(count, total)]
                for row, count, total in zip(rows, counts, totals, strict=True)
            ],
            hovertemplate=f"%{{y}}<br>{word}: %{{customdata[1]}} (%{{customdata[2]}})<extra></extra>",
        )
    figure.update_layout(
        barmode="stack",
        legend={"orientation": "h", "y": 1.0, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        margin={"l": 8, "r": 24, "t": 40, "b": 28},
    )
    figure.update_yaxes(autorange="reversed", showgrid=False, ticklabelstandoff=8)
    figure.update_xaxes(range=[0, 100], ticksuffix=" %", dtick=25)
    return figure


def histogram(rows: Rows, *, limit: int | None, limit_word: str, unit: str, scheme: Scheme) -> go.Figure:
    """Columns of `rows` (`low`, `high`, `n`), those below `limit` marked, the limit drawn as a line."""
    if not any(row["n"] for row in rows):
        return empty("No page has been measured.", scheme)
    names = [str(row["label"]) for row in rows]
    tones = ["mentioned" if limit is not None and row["high"] <= limit else "series" for row in rows]
    figure = frame(scheme, height=260)
    figure.add_bar(
        x=names,
        y=[row["n"] for row in rows],
        marker={"color": [colour(tone, scheme) for tone in tones], "cornerradius": 4},
        text=[number(row["n"]) if row["n"] else "" for row in rows],
        textposition="outside",
        cliponaxis=False,
        customdata=[row.get("href") for row in rows],
        hovertemplate=f"%{{x}} {unit}: %{{y}} pages<extra></extra>",
    )
    below = sum(1 for row in rows if limit is not None and row["high"] <= limit)
    if below:
        figure.add_vline(x=below - 0.5, line={"color": colour("muted", scheme), "dash": "dot", "width": 1.5})
        figure.add_annotation(
            x=below - 0.5, y=1.06, yref="paper", text=chart_label(limit_word), showarrow=False, xanchor="left",
            xshift=6, font={"color": colour("muted", scheme), "size": 12},
        )  # fmt: skip
    figure.update_layout(bargap=0.12, margin={"l": 8, "r": 8, "t": 28, "b": 40})
    figure.update_xaxes(title={"text": unit}, showgrid=False, type="category")
    figure.update_yaxes(showticklabels=False, showgrid=False, rangemode="tozero")
    return figure


def _wrapped(value: object) -> str:
    """A label in as many lines as it takes, up to `LINES`."""
    lines = wrap(clean(value), LINE, max_lines=LINES, placeholder="…")
    return "<br>".join(chart_label(line) for line in lines)


def _distinct(names: list[str]) -> list[str]:
    """Names that two bars share get a trailing mark each, or Plotly would stack them in one place."""
    seen: dict[str, int] = {}
    result = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        result.append(name + "\u200b" * (seen[name] - 1))
    return result
