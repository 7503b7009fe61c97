"""How are we doing, and what do we do first?"""

import math
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.aria import aria
from dashboard.components.card import card, nothing
from dashboard.components.chart import chart
from dashboard.components.kpi import kpi, kpis
from dashboard.components.parts import badge, fold, link, page_link
from dashboard.dataset import Row, SnapshotError
from dashboard.figures.lines import trend
from dashboard.queries import changes
from dashboard.queries import overview as queries
from dashboard.text import clean, crawl_name, number, percent, plural
from dashboard.view import View

ACTIONS = 7
HISTORY = 30
"""Checks that the trend goes back."""
_EFFORT = {"S": 1, "M": 2, "L": 4}
_GRAVITY = {"error": 5, "warning": 3}


def layout(view: View) -> Component:
    """Four numbers, the next actions, the trend, what changed, what is fine, and what was seen."""
    return html.Div(
        [
            html.H1("How are we doing?", tabIndex=-1),
            card("The numbers", lambda: _numbers(view)),
            card(
                "What to do first",
                lambda: _actions(view),
                lead="The most useful steps, weighed by what they bring patients and what they cost you.",
                export=view.export("gaps"),
                anchor="actions",
            ),
            html.Div([card("Are we getting better?", lambda: _trend(view)), card("What changed?", lambda: _changes(view))],
                     className="two"),
            card("What was seen, and what was not", lambda: _seen(view), export=view.export("addresses")),
            card("What is fine", lambda: _fine(view), export=view.export("checks")),
        ],
        className="page",
    )  # fmt: skip


def _numbers(view: View) -> Component:
    now = view.rows(*queries.numbers())[0]
    previous = view.previous()
    before: Row = previous.rows(*queries.numbers())[0] if previous else {}
    return kpis(
        [
            kpi(
                "Questions answered",
                now["answered"],
                of=f"of {number(now['questions'])}",
                meaning="Questions patients ask that a page of yours answers." + _unseen(now["unseen"]),
                href=view.href("/coverage"),
                before=before.get("answered"),
                tone="good",
            ),
            kpi(
                "Questions without a page",
                now["unanswered"],
                of=f"of {number(now['questions'])}",
                meaning="No page is about them. Visitors who ask look elsewhere.",
                href=view.href("/coverage", state="none"),
                before=before.get("unanswered"),
                more_is_good=False,
                tone="none",
            ),
            kpi(
                "Pages without tap-to-call",
                now["no_tap"],
                of=f"of {plural(now['cta_pages'], 'page')}",
                meaning="From these a visitor on a phone cannot call you with one tap.",
                href=view.href("/calls"),
                before=before.get("no_tap"),
                more_is_good=False,
                tone="none",
            ),
            kpi(
                "Pages with problems",
                now["problem_pages"],
                of=f"of {plural(now['pages'], 'page')}",
                meaning=f"Pages with an error or a warning in one of {plural(now['checks'], 'check')}.",
                href=view.href("/pages"),
                before=before.get("problem_pages"),
                more_is_good=False,
                tone="none",
            ),
        ]
    )


def _unseen(count: int) -> str:
    return f" {plural(count, 'question')} could not be judged and counts nowhere." if count == 1 else (
        f" {number(count)} could not be judged and count nowhere." if count else ""
    )  # fmt: skip


def _actions(view: View) -> Component:
    found = [*_gap_actions(view), *_check_actions(view)]
    found.sort(key=lambda action: -action["priority"])
    if not found:
        checks = view.rows(*queries.numbers())[0]["checks"]
        return html.P(f"Nothing to do: {plural(checks, 'check')} ran and found nothing that costs you patients.")
    return html.Ol([_action(view, action) for action in found[:ACTIONS]], className="actions")


def _gap_actions(view: View) -> list[dict[str, Any]]:
    return [
        {
            "title": gap["title"],
            "text": gap["action"],
            "why": gap["why"],
            "notes": [
                labels.label(labels.EFFORT, gap["effort"]).word,
                labels.label(labels.GAP_KIND, gap["kind"]).word,
            ],
            "new": gap["state"] == "new" and view.previous_id() is not None,
            "href": evidence_link(view, gap),
            "word": "See the evidence",
            "priority": gap["priority"] or 0,
        }
        for gap in view.rows(*queries.top_gaps(ACTIONS))
    ]


def evidence_link(view: View, gap: Row) -> str:
    """Where the evidence of a gap is shown."""
    if gap["url"]:
        return view.href("/page", url=gap["url"])
    if gap["kind"] in ("topic", "cell", "thin"):
        row = view.rows(
            "SELECT condition, treatment FROM coverage WHERE key = ? AND kind IN ('condition', 'treatment', 'cell') LIMIT 1",
            (gap["key"],),
        )
        if row:
            return view.href("/coverage", c=row[0]["condition"], t=row[0]["treatment"])
    return view.href("/coverage", gap=gap["kind"]) + "#gaps"


def _check_actions(view: View) -> list[dict[str, Any]]:
    """Failed checks; their effort is not known and taken as medium."""
    return [
        {
            "title": check["title"],
            "text": check["fix"],
            "why": check["why"],
            "notes": [
                labels.label(labels.SEVERITY, check["severity"]).word,
                f"{number(check['failed'])} of {number(check['checked'])} failed",
            ],
            "new": False,
            "href": view.href("/pages", issue=check["check_id"]),
            "word": f"See {number(check['failed'])}",
            "priority": _GRAVITY[check["severity"]] * (1 + math.log10(max(1, check["failed"]))) / _EFFORT["M"],
        }
        for check in view.rows(*queries.gravest_checks())
    ]


def _action(view: View, action: dict[str, Any]) -> Component:
    notes: list[Component] = [html.Span(note, className="note") for note in action["notes"]]
    if action["new"]:
        notes.append(badge(labels.STATE, "new"))
    return html.Li(
        [
            html.Div(
                [
                    html.H3(clean(action["title"])),
                    html.P(clean(action["text"]), className="do"),
                    html.P([html.Span("Why: ", className="strong"), clean(action["why"])], className="why"),
                    html.P(notes, className="notes"),
                ],
                className="grow",
            ),
            link(
                [action["word"], html.Span(f": {clean(action['title'])}", className="visually-hidden")],
                action["href"],
                kind="button",
            ),
        ]
    )


def _trend(view: View) -> Component:
    crawl_ids = [crawl_id for crawl_id in view.store.crawl_ids(view.site) if crawl_id <= view.crawl_id][:HISTORY]
    if len(crawl_ids) < 2:
        return html.P("This is the first check. Lines appear here after the next one.", className="nothing")
    try:
        rows = view.store.dataset(view.site, *reversed(crawl_ids)).rows(*queries.trend())
    except SnapshotError:
        return html.P("An older check cannot be read, so there is no line to draw.", className="nothing")
    lines = (
        ("answered", "Answered", "series"),
        ("unanswered", "No page", "none"),
        ("tap", "Tap to call", "good"),
    )
    table = [
        {**row, "time": crawl_name(row["snapshot"]), "href": view.href("/", snapshot=row["snapshot"])}
        for row in rows
    ]
    return chart(
        "trend",
        trend(rows, lines=lines, scheme=view.scheme),
        says=f"Shares of questions answered, of questions without a page, and of pages with tap-to-call over {plural(len(rows), 'check')}.",
        rows=table,
        columns=(
            ("time", "Check"),
            ("answered", "Answered, %"),
            ("unanswered", "No page, %"),
            ("tap", "Tap to call, %"),
        ),
    )


def _changes(view: View) -> Component:
    before = view.previous_id()
    if before is None:
        return html.P("This is the first check. What changes shows after the next one.", className="nothing")
    both = view.store.dataset(view.site, before, view.crawl_id)
    count = both.rows(*changes.summary(before, view.crawl_id))[0]
    checks = both.rows(*changes.by_check(before, view.crawl_id))
    pages = both.rows(*changes.pages(before, view.crawl_id))
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


def _seen(view: View) -> Component:
    rows = view.rows(*queries.outcomes())
    if not rows:
        return nothing("No address is known.")
    total = sum(row["urls"] for row in rows)
    items = [
        html.Li(
            [
                badge(labels.OUTCOME, row["outcome"]),
                html.Span(labels.label(labels.OUTCOME, row["outcome"]).help, className="grow muted"),
                link(
                    [
                        plural(row["urls"], "address", "addresses"),
                        html.Span(
                            f": {labels.label(labels.OUTCOME, row['outcome']).word}", className="visually-hidden"
                        ),
                    ],
                    view.href("/pages", outcome=row["outcome"]),
                ),
                html.Span(percent(row["urls"], total), className="share"),
            ]
        )
        for row in rows
    ]
    return html.Ul(items, className="lines")


def _fine(view: View) -> Component:
    passed = view.rows(*queries.passed_checks())
    if not passed:
        return html.P("No check has passed without finding something.", className="nothing")
    items = [
        html.Li(
            [
                html.Span("✓", className="flag yes", **aria(hidden="true")),
                html.Span(f"Not found: {clean(row['title'])}", className="grow"),
                html.Span(f"{number(row['checked'])} checked", className="muted small"),
            ]
        )
        for row in passed
    ]
    return fold(f"{plural(len(passed), 'check')} ran and found nothing", html.Ul(items, className="lines"))
