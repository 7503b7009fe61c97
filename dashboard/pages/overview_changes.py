"""What changed since the check before."""

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.parts import fold, link, page_link
from dashboard.dataset import Row
from dashboard.queries import changes as queries
from dashboard.text import clean, crawl_name, cut, number, plural
from dashboard.view import View

_LONGEST_VALUE = 120
_WORDS = {
    "coverage": labels.COVERAGE,
    "indexability": labels.INDEXABILITY,
    "page_type": labels.PAGE_TYPE,
}


def changes(view: View) -> Component:
    """What is new, fixed, added, gone and different."""
    [count] = view.rows(*queries.summary())
    if count["compared_with"] is None:
        return html.P(
            "There is no earlier check to compare with. What changes shows after the next one.",
            className="nothing",
        )
    counted = (
        ("issues_new", "new issue", "new issues"),
        ("issues_fixed", "fixed", "fixed"),
        ("pages_added", "new page", "new pages"),
        ("pages_gone", "page gone", "pages gone"),
    )
    parts = (
        ("By kind of issue", [_check(view, row) for row in view.rows(*queries.by_check())]),
        ("What is different", [_edit(view, row) for row in view.rows(*queries.edits())]),
        ("Pages", [_page(view, row) for row in view.rows(*queries.pages())]),
    )
    return html.Div(
        [
            html.P(f"Since {crawl_name(count['compared_with'])}", className="muted"),
            html.Ul(
                [
                    html.Li([html.Strong(number(count[name])), f" {one if count[name] == 1 else many}"])
                    for name, one, many in counted
                ],
                className="changes",
            ),
            *(
                fold(title, html.Ul(rows, className="lines"), opened=title != "Pages")
                for title, rows in parts
                if rows
            ),
        ]
    )


def _check(view: View, row: Row) -> Component:
    moves = []
    if row["came"]:
        moves.append(html.Span(f"▲ {number(row['came'])} new", className="delta bad"))
    if row["went"]:
        moves.append(html.Span(f"▼ {number(row['went'])} fixed", className="delta good"))
    return html.Li(
        [link(clean(row["title"]), view.href("/pages", issue=row["check_id"]), kind="link grow"), *moves]
    )


def _edit(view: View, row: Row) -> Component:
    what = clean(f"Coverage of {row['label']}" if row["kind"] == "coverage" else row["label"])
    where = (
        page_link(view, row["url"], row["title"]) if row["pages"] == 1 else f"on {plural(row['pages'], 'page')}"
    )
    return html.Li(
        [
            html.Strong(f"{what}: {row['number']}" if row["number"] else what),
            html.Span(f"{_value(row, 'before')} → {_value(row, 'after')}", className="muted"),
            html.Div(where),
        ],
        className="stacked",
    )


def _value(row: Row, side: str) -> str:
    if not row[side]:
        return "nothing"
    words = _WORDS.get(row["field"] or row["kind"])
    return labels.label(words, row[side]).word if words else cut(row[side], _LONGEST_VALUE)


def _page(view: View, row: Row) -> Component:
    is_new = row["change"] == "added"
    word = html.Span("New" if is_new else "Gone", className=f"badge {'tone-new' if is_new else 'tone-plain'}")
    return html.Li([word, page_link(view, row["url"], row["title"])])
