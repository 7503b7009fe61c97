"""Figures: bars lead somewhere, labels are harmless, no rows give a labelled empty figure, both schemes are set."""

from datetime import datetime
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.figures.bars import histogram, ranked, shares
from dashboard.figures.lines import trend
from dashboard.figures.template import empty
from dashboard.theme import SCHEMES, Scheme, colour
from tests.sample import HOSTILE

PARTS = (("tap", "Tap to call", "good"), ("missing", "No number", "none"))


def _annotation(figure: go.Figure) -> str:
    return str(figure.layout.annotations[0].text)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "figure",
    [
        lambda scheme: ranked([], label="label", value="n", scheme=scheme),
        lambda scheme: shares([], label="label", parts=PARTS, scheme=scheme),
        lambda scheme: histogram([], limit=300, limit_word="300 words", unit="words", scheme=scheme),
        lambda scheme: trend([], lines=(("a", "A", "series"),), scheme=scheme),
    ],
)
def test_no_rows_give_a_labelled_empty_figure(figure: Any, scheme: Scheme) -> None:
    drawn = figure(scheme)
    assert not drawn.data
    assert len(_annotation(drawn)) > 10
    assert drawn.layout.template.layout.font.color == colour("text", scheme)


def test_ranked_bars_carry_their_links_and_harmless_labels() -> None:
    rows = [{"label": text, "n": 9 - at, "href": f"/x?{at}"} for at, text in enumerate(HOSTILE)]
    bar = ranked(rows, label="label", value="n", scheme="light").data[0]
    assert list(bar.x) == [9, 8, 7, 6, 5]
    assert list(bar.customdata) == ["/x?0", "/x?1", "/x?2", "/x?3", "/x?4"]
    assert not any("<" in name.replace("<br>", "") for name in bar.y)


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Knee pain", "Knee pain"),
        ("Shoulder impingement & bursitis", "Shoulder impingement &amp;<br>bursitis"),
        ("<br> in a title that is long enough", "&lt;br&gt; in a title that is<br>long enough"),
        (
            "Whatever takes more than two lines of a chart is cut there",
            "Whatever takes more than<br>two lines of a chart is…",
        ),
        ("", ""),
    ],
)
def test_long_labels_of_bars_wrap(label: str, shown: str) -> None:
    bar = ranked([{"label": label, "n": 1}], label="label", value="n", scheme="light").data[0]
    assert list(bar.y) == [shown]


def test_bars_of_the_same_name_stay_apart() -> None:
    rows = [{"label": "same", "n": 2}, {"label": "same", "n": 1}]
    names = ranked(rows, label="label", value="n", scheme="light").data[0].y
    assert len(set(names)) == 2


def test_shares_add_up_to_a_hundred() -> None:
    rows = [{"label": "Article", "tap": 1, "missing": 2}, {"label": "None", "tap": 0, "missing": 0}]
    figure = shares(rows, label="label", parts=PARTS, scheme="dark")
    assert sum(trace.x[0] for trace in figure.data) == pytest.approx(100)
    assert [trace.x[1] for trace in figure.data] == [0, 0]
    assert [trace.name for trace in figure.data] == ["Tap to call", "No number"]


def test_histogram_marks_what_is_below_the_limit() -> None:
    rows = [
        {"label": "0–150", "high": 150, "n": 1},
        {"label": "150–300", "high": 300, "n": 2},
        {"label": "300 +", "high": 10**9, "n": 3},
    ]
    figure = histogram(rows, limit=300, limit_word="300 words", unit="words", scheme="light")
    colours = list(figure.data[0].marker.color)
    assert colours[0] == colours[1] != colours[2]
    assert figure.layout.shapes[0].x0 == 1.5


def test_words_at_the_ends_of_lines_do_not_cover_each_other() -> None:
    rows = [
        {"time": datetime.fromisoformat(f"2026-11-{day}"), "a": 50.0, "b": 51.0, "c": None} for day in (21, 22)
    ]
    lines = (("a", "A", "series"), ("b", "B", "none"), ("c", "C", "good"))
    figure = trend(rows, lines=lines, scheme="light")
    heights = [annotation.y for annotation in figure.layout.annotations]
    assert len(heights) == 2
    assert datetime.fromisoformat("2026-11-20T23:00") < figure.layout.xaxis.range[0] < rows[0]["time"]
    assert rows[1]["time"] < figure.layout.xaxis.range[1] < datetime.fromisoformat("2026-11-22T01:00")
    assert abs(heights[0] - heights[1]) >= 8
    assert len({trace.line.dash for trace in figure.data}) == 3


@pytest.mark.parametrize(
    ("measures", "points", "marks"),
    [
        (("1", "1", "1"), 3, 0),
        (("1", "2", "2"), 4, 1),
        (("1", "2", "1"), 5, 2),
        ((None, "2", "2"), 3, 0),
    ],
)
def test_a_line_breaks_where_the_measure_changed(
    measures: tuple[str | None, ...], points: int, marks: int
) -> None:
    rows = [
        {"time": datetime.fromisoformat(f"2026-11-2{at}"), "a": 50.0 + at, "measure": measure}
        for at, measure in enumerate(measures)
    ]
    figure = trend(rows, lines=(("a", "A", "series"),), scheme="light")
    assert len(figure.data[0].y) == points
    assert [*figure.data[0].y].count(None) == marks == len(figure.layout.shapes)


def test_empty_escapes_its_message() -> None:
    assert "<b>" not in _annotation(empty("<b>bold</b>", "light"))
