"""What changed since the check before."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.parts import fold, link, page_link
from dashboard.dataset import Row
from dashboard.queries import changes as queries
from dashboard.text import clean, crawl_name, number
from dashboard.view import View


def changes(view: View) -> Component:
    """What is new, fixed, added and gone."""
    before = view.previous_id()
    if before is None:
        return html.P("This is the first check. What changes shows after the next one.", className="nothing")
    both = view.store.dataset(view.site, before, view.crawl_id)
    count = both.rows(*queries.summary(before, view.crawl_id))[0]
    checks = both.rows(*queries.by_check(before, view.crawl_id))
    pages = both.rows(*queries.pages(before, view.crawl_id))
    lines = [
        html.Li([html.Strong(number(count["issues_new"])), " new issues" if count["issues_new"] != 1 else " new issue"]),
        html.Li([html.Strong(number(count["issues_fixed"])), " fixed" ]),
        html.Li([html.Strong(number(count["pages_added"])), " new pages" if count["pages_added"] != 1 else " new page"]),
        html.Li([html.Strong(number(count["pages_gone"])), " pages gone" if count["pages_gone"] != 1 else " page gone"]),
    ]  # fmt: skip
    return html.Div(
        [
            html.P(f"Since {crawl_name(before)}", className="muted"),
            html.Ul(lines, className="changes"),
            fold(
                "By kind of issue", html.Ul([_change(view, row) for row in checks], className="lines"), opened=True
            )
            if checks
            else None,
            fold("Pages", html.Ul([_page_change(view, row) for row in pages[:40]], className="lines"))
            if pages
            else None,
        ]
    )


def _change(view: View, row: Row) -> Component:
    moves = []
    if row["came"]:
        moves.append(html.Span(f"▲ {number(row['came'])} new", className="delta bad"))
    if row["went"]:
        moves.append(html.Span(f"▼ {number(row['went'])} fixed", className="delta good"))
    return html.Li(
        [link(clean(row["title"]), view.href("/pages", issue=row["check_id"]), kind="link grow"), *moves]
    )


def _page_change(view: View, row: Row) -> Component:
    word = "New" if row["change"] == "added" else "Gone"
    return html.Li(
        [
            html.Span(word, className="badge tone-new" if word == "New" else "badge tone-plain"),
            page_link(view, row["url"], row["title"]),
        ]
    )
