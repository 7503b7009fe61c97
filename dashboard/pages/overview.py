"""How are we doing, and what do we do first?"""

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.aria import aria
from dashboard.components.card import card, nothing
from dashboard.components.history import history
from dashboard.components.kpi import kpi, kpis
from dashboard.components.parts import fold, link
from dashboard.components.tally import tally
from dashboard.dataset import Row
from dashboard.pages.overview_actions import actions
from dashboard.pages.overview_changes import changes
from dashboard.queries import overview as queries
from dashboard.text import clean, number, plural
from dashboard.view import View


def layout(view: View) -> Component:
    """Four numbers, the next actions, the trend, what changed, what is fine, and what was seen."""
    return html.Div(
        [
            html.H1("How are we doing?", tabIndex=-1),
            card("The numbers", lambda: _numbers(view)),
            card(
                "What to do first",
                lambda: actions(view),
                lead=[
                    "By what it is worth to patients, how much is missing, and the effort. ",
                    link("How it is ranked", view.href("/about") + "#methods"),
                ],
                export=view.export("actions"),
                anchor="actions",
            ),
            html.Div([card("Are we getting better?", lambda: _trend(view)), card("What changed?", lambda: changes(view))],
                     className="two"),
            card("What was seen, and what was not", lambda: _seen(view), lead=["Why, and how everything was found: ", link("What we saw", view.href("/crawl"))], export=view.export("addresses")),
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
                meaning="Questions patients ask that a page of yours answers."
                + _thin(now["thin"])
                + _unseen(now["unseen"]),
                href=view.href("/coverage"),
                before=before.get("answered"),
                tone="good",
            ),
            kpi(
                "Questions without a page",
                now["unanswered"],
                of=f"of {number(now['questions'])}",
                meaning="No page is about them. Visitors who ask look elsewhere.",
                href=view.href("/coverage"),
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


def _thin(count: int) -> str:
    return f" {number(count)} more only {'has' if count == 1 else 'have'} a thin page." if count else ""


def _unseen(count: int) -> str:
    return f" {plural(count, 'question')} could not be judged and counts nowhere." if count == 1 else (
        f" {number(count)} could not be judged and count nowhere." if count else ""
    )  # fmt: skip


def _trend(view: View) -> Component:
    lines = (
        ("answered", "Answered", "series"),
        ("unanswered", "No page", "none"),
        ("tap", "Tap to call", "good"),
    )
    of = "of questions answered, of questions without a page, and of pages with tap-to-call"
    return history(view, "trend", queries.trend(), lines, of)


def _seen(view: View) -> Component:
    rows = view.rows(*queries.outcomes())
    if not rows:
        return nothing("No address is known.")
    counts = {row["outcome"]: row["urls"] for row in rows}
    return tally(labels.OUTCOME, counts, lambda outcome: view.href("/pages", outcome=outcome))


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
