"""The coverage matrix: a real table of links, and for narrow screens a list of what is missing by condition."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.aria import aria
from dashboard.components.parts import fold, mark
from dashboard.dataset import Row
from dashboard.text import cut, plural
from dashboard.view import View

GROUP_ABOVE = 25
"""Conditions above which the rows are grouped by body area."""
SHOWN_FOLDS = 12
"""Conditions that a narrow screen lists at first."""

_MISSING = ("none", "mentioned")
_WANTED = ("none", "mentioned", "thin", "unknown")
Cells = Mapping[tuple[str, str], Row]


def matrix(
    view: View, conditions: Sequence[Row], treatments: Sequence[Row], cells: Cells, *, state: str | None
) -> Component:
    """Conditions down, treatments across. `state` is the one to stand out; null: all."""
    grouped = len(conditions) > GROUP_ABOVE
    ordered = _ordered(conditions, treatments, cells, grouped)
    groups = groupby(ordered, key=lambda row: row["body_area"] or "Other") if grouped else [("", iter(ordered))]
    bodies = [_body(view, name, list(rows), treatments, cells, state) for name, rows in groups]
    head = html.Thead(
        html.Tr(
            [html.Th("Condition", scope="col"), html.Th("The condition itself", scope="col")]
            + [html.Th(cut(row["label"], 60), scope="col") for row in treatments]
        )
    )
    caption = html.Caption(
        "Conditions and treatments, and whether a page answers each", className="visually-hidden"
    )
    table = html.Table([caption, head, _treatment_row(view, treatments, state), *bodies], className="matrix")
    return html.Div(
        table, className="scroll matrix-scroll", tabIndex=0, role="region", **aria(label="Coverage matrix")
    )


def matrix_list(view: View, conditions: Sequence[Row], treatments: Sequence[Row], cells: Cells) -> Component:
    """The same for narrow screens: one fold a condition with only what is missing or thin."""
    folds = [
        entry
        for condition in _ordered(conditions, treatments, cells, False)
        if (entry := _condition_fold(view, condition, treatments, cells)) is not None
    ]
    rest = folds[SHOWN_FOLDS:]
    shown: list[Component] = folds[:SHOWN_FOLDS] or [html.P("Nothing is missing and nothing is thin.")]
    if rest:
        shown.append(fold(plural(len(rest), "more condition"), html.Div(rest)))
    return html.Div(shown, className="matrix-list")


def legend(view: View, counts: Mapping[str, int], chosen: str | None) -> Component:
    """What the signs mean; each is a link that lets its state stand out."""
    items = [
        html.Li(
            html.A(
                [
                    html.Span(mark(state), className=f"swatch state-{state}"),
                    f"{word.word} ",
                    html.Span(str(counts.get(state, 0)), className="count"),
                ],
                href=view.here(state=None if chosen == state else state, c=None, t=None),
                className=f"legend-item{' on' if chosen == state else ''}",
                title=word.help,
                **aria(current="true" if chosen == state else None),
            )
        )
        for state, word in labels.COVERAGE.items()
    ]
    items.append(
        html.Li(
            html.Span(
                [html.Span(mark("off"), className="swatch state-off"), labels.NOT_OFFERED.word],
                className="legend-item plain",
                title=labels.NOT_OFFERED.help,
            )
        )
    )
    return html.Ul(items, className="legend", **aria(label="What the signs mean; choose one to see only those"))


def _ordered(conditions: Sequence[Row], treatments: Sequence[Row], cells: Cells, grouped: bool) -> list[Row]:
    """Conditions with most that is missing first, weighed by tier; by body area where they are grouped."""

    def missing(row: Row) -> float:
        found = [row, *(cells[row["key"], t["key"]] for t in treatments if (row["key"], t["key"]) in cells)]
        count = sum(cell["state"] in _MISSING and cell["offered"] != "no" for cell in found)
        return float(count / (row["tier"] or 3))

    return sorted(
        conditions, key=lambda row: ((row["body_area"] or "~") if grouped else "", -missing(row), row["label"])
    )


def _body(
    view: View, name: str, conditions: Sequence[Row], treatments: Sequence[Row], cells: Cells, state: str | None
) -> Component:
    rows: list[Component] = []
    if name:
        rows.append(html.Tr(html.Th(name, scope="rowgroup", colSpan=len(treatments) + 2, className="area")))
    for condition in conditions:
        own = _cell(view, condition, cut(condition["label"], 60), state, c=condition["key"])
        found = [
            _cell(view, cells.get((condition["key"], t["key"])), f"{cut(condition['label'], 60)} and {cut(t['label'], 60)}",
                  state, c=condition["key"], t=t["key"])
            for t in treatments
        ]  # fmt: skip
        rows.append(html.Tr([html.Th(cut(condition["label"], 60), scope="row"), own, *found]))
    return html.Tbody(rows)


def _treatment_row(view: View, treatments: Sequence[Row], state: str | None) -> Component:
    cells = [_cell(view, row, cut(row["label"], 60), state, t=row["key"]) for row in treatments]
    blank = html.Td(html.Span("–", className="muted"), className="cell blank")
    return html.Tbody(html.Tr([html.Th("The treatment itself", scope="row"), blank, *cells]))


def _cell(view: View, row: Row | None, about: str, state: str | None, **keys: str) -> Component:
    if row is None:
        return html.Td(html.Span("·", title="Not a usual combination"), className="cell blank")
    if row["offered"] == "no":
        return html.Td([mark("off"), html.Span("Not offered", className="word")], className="cell state-off")
    word = labels.label(labels.COVERAGE, row["state"]).word
    chosen = all(view.params.get(name) == keys.get(name) for name in ("c", "t"))
    dimmed = " dim" if state and row["state"] != state else ""
    more = aria(current="true" if chosen else None)
    pages = plural(row["pages"] or 0, "page")
    shown: list[Any] = [mark(row["state"]), html.Span(word, className="word")]
    if row["state"] not in ("none", "unknown"):
        shown.append(html.Span(pages, className="few"))
    shown.append(html.Span(f", {about}", className="visually-hidden"))
    href = view.here(**{"c": None, "t": None, **keys})
    return html.Td(html.A(shown, href=href, **more), className=f"cell state-{row['state']}{dimmed}")


def _condition_fold(view: View, condition: Row, treatments: Sequence[Row], cells: Cells) -> Component | None:
    entries: list[tuple[str, Row, dict[str, str]]] = [
        ("The condition itself", condition, {"c": condition["key"]}),
        *(
            (cut(t["label"], 60), cells[condition["key"], t["key"]], {"c": condition["key"], "t": t["key"]})
            for t in treatments
            if (condition["key"], t["key"]) in cells
        ),
    ]
    wanted = [entry for entry in entries if entry[1]["state"] in _WANTED and entry[1]["offered"] != "no"]
    if not wanted:
        return None
    missing = sum(row["state"] in _MISSING for _, row, _ in wanted)
    items = [
        html.Li(
            html.A(
                [
                    mark(row["state"]),
                    html.Span(name, className="grow"),
                    html.Span(labels.label(labels.COVERAGE, row["state"]).word, className="muted"),
                ],
                href=view.here(**{"c": None, "t": None, **keys}),
                className=f"matrix-line state-{row['state']}",
            )
        )
        for name, row, keys in wanted
    ]
    summary = [
        html.Span(cut(condition["label"], 60), className="grow"),
        html.Span(_tally(missing, len(wanted) - missing), className="muted small"),
    ]
    return fold(summary, html.Ul(items), kind="fold condition-fold")


def _tally(missing: int, weak: int) -> str:
    parts = [plural(missing, "gap")] if missing else []
    parts += [f"{weak} thin or not seen"] if weak else []
    return ", ".join(parts)
